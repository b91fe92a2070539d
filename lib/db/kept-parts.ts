import { promisify } from "node:util";
import { deflateRawSync, gunzip, gunzipSync, inflateRawSync } from "node:zlib";
import type pg from "pg";

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

/** Packs JSON by what differs from other JSON, which it is like. @param likeness JSON, gzip */
export function packUnlike(told: object, likeness: Buffer): Buffer {
  return deflateRawSync(JSON.stringify(told), { level: 9, dictionary: gunzipSync(likeness) });
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
    const { header, differences } = JSON.parse(inflateRawSync(row.beside, { dictionary: gunzipSync(row.likeness) }).toString("utf8")) as { header: unknown; differences: unknown };
    return { content, header, volatile: differences, likeness: unpackJson(row.likeness) };
  }
  return { content, header: row.header, volatile: row.volatile === null ? {} : await parse(row.volatile), likeness: null };
}
