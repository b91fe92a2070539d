import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type pg from "pg";

const unpack = promisify(gunzip);

/** A kept document in its parts, each parsed; `joinDocument` of lib/inventory puts them together. */
export interface KeptParts {
  content: unknown;
  /** Null for a document of the first release: then the content is all of it. */
  header: unknown;
  volatile: unknown;
}

const parse = async (packed: Buffer): Promise<unknown> => JSON.parse((await unpack(packed)).toString("utf8")) as unknown;

/** Reads a kept document; null when it is not kept any more. */
export async function readParts(connection: Pick<pg.PoolClient, "query">, documentId: string): Promise<KeptParts | null> {
  const { rows } = await connection.query<{ body: Buffer; header: unknown; volatile: Buffer | null }>({
    name: "kept-parts", text: `SELECT c."body", d."header", d."volatile" FROM "Document" d JOIN "Content" c ON c."digest" = d."contentDigest" WHERE d."id" = $1`, values: [documentId],
  });
  const [row] = rows;
  if (row === undefined) return null;
  return { content: await parse(row.body), header: row.header, volatile: row.volatile === null ? {} : await parse(row.volatile) };
}
