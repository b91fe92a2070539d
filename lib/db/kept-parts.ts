import { promisify } from "node:util";
import { deflateRawSync, gunzip, gunzipSync, inflateRawSync } from "node:zlib";
import type pg from "pg";
import { fitsPlanes, numbersOf, planesOf } from "./number-planes";

const unpack = promisify(gunzip);

/** A kept document in its parts, each parsed; `joinKept` of lib/inventory puts them together. */
export interface KeptParts {
  content: unknown;
  /** Null for a document of the first release: then the content is all of it. */
  header: unknown;
  /** Volatile facts; of a document with a likeness, what differs from those of the likeness. */
  volatile: unknown;
  /** Header and volatile facts of another document of the content, or null. */
  likeness: unknown;
}

/** A header, and lists of what differs. */
interface Unlike {
  header: unknown;
  differences: Record<string, unknown[]>;
}

/** Stands for the next of the numbers, which follow the JSON; JSON itself has no byte of it. */
const NEXT_NUMBER = 1;
const END_OF_JSON = 0;

const mapLists = (of: Unlike, change: (value: unknown) => unknown): Unlike =>
  ({ header: of.header, differences: Object.fromEntries(Object.entries(of.differences).map(([path, values]) => [path, values.map(change)])) });

/** Packs header and differences with the help of other JSON, which they are like. @param likeness JSON, gzip */
export function packUnlike(unlike: (likeness: unknown) => Unlike, likeness: Buffer): Buffer {
  const dictionary = gunzipSync(likeness);
  const told = unlike(JSON.parse(dictionary.toString("utf8")));
  const numbers: number[] = [];
  const places = mapLists(told, (value) => {
    if (value === 0 || !fitsPlanes(value)) return value;
    numbers.push(value);
    return NEXT_NUMBER;
  });
  const packed = Buffer.concat([Buffer.from(JSON.stringify(places)), Buffer.from([END_OF_JSON]), planesOf(numbers)]);
  return deflateRawSync(packed, { level: 9, dictionary });
}

/** The contrary of `packUnlike`. In rows of an older release the numbers stand in the JSON. */
function unpackUnlike(packed: Buffer, likeness: Buffer): Unlike {
  const bytes = inflateRawSync(packed, { dictionary: gunzipSync(likeness) });
  const end = bytes.indexOf(END_OF_JSON);
  if (end < 0) return JSON.parse(bytes.toString("utf8")) as Unlike;
  const places = JSON.parse(bytes.toString("utf8", 0, end)) as Unlike;
  const count = Object.values(places.differences).flat().filter((value) => value === NEXT_NUMBER).length;
  const numbers = numbersOf(bytes.subarray(end + 1), count).values();
  return mapLists(places, (value) => (value === NEXT_NUMBER ? numbers.next().value : value));
}

/** JSON that was packed before, such as a likeness. */
export function unpackJson(packed: Buffer): unknown {
  return JSON.parse(gunzipSync(packed).toString("utf8")) as unknown;
}

const parse = async (packed: Buffer): Promise<unknown> => JSON.parse((await unpack(packed)).toString("utf8")) as unknown;

interface Row {
  body: Buffer; likeness: Buffer | null; header: unknown; volatile: Buffer | null; beside: Buffer | null;
}

/** Reads a kept document; null when it is not kept any more. */
export async function readParts(connection: Pick<pg.PoolClient, "query">, documentId: string): Promise<KeptParts | null> {
  const { rows } = await connection.query<Row>({
    name: "kept-parts", text: `SELECT c."body", c."likeness", d."header", d."volatile", d."beside" FROM "Document" d JOIN "Content" c ON c."digest" = d."contentDigest" WHERE d."id" = $1`, values: [documentId],
  });
  const [row] = rows;
  if (row === undefined) return null;
  const content = await parse(row.body);
  if (row.beside !== null && row.likeness !== null) {
    const { header, differences } = unpackUnlike(row.beside, row.likeness);
    return { content, header, volatile: differences, likeness: unpackJson(row.likeness) };
  }
  return { content, header: row.header, volatile: row.volatile === null ? {} : await parse(row.volatile), likeness: null };
}
