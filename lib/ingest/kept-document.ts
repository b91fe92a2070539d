import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type pg from "pg";
import type { Inventory } from "@/lib/inventory/document";

const unpack = promisify(gunzip);

/** A kept document as it came; null when it is not kept any more. */
export async function readKept(client: Pick<pg.PoolClient, "query">, documentId: string): Promise<Inventory | null> {
  const { rows } = await client.query<{ body: Buffer }>(`SELECT c."body" FROM "Document" d JOIN "Content" c ON c."digest" = d."contentDigest" WHERE d."id" = $1`, [documentId]);
  const body = rows[0]?.body;
  return body === undefined ? null : (JSON.parse((await unpack(body)).toString("utf8")) as Inventory);
}
