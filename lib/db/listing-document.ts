import type pg from "pg";

/**
 * The kept document that told of a host at this time; null when it is not kept any more.
 * @param told `at` in ISO, `sha` the beginning of its SHA-256
 */
export async function listingDocument(connection: Pick<pg.PoolClient, "query">, hostId: string, told: { at: string; sha: string }): Promise<string | null> {
  const { rows } = await connection.query<{ id: string }>({
    name: "listing-document",
    text: `SELECT d."id" FROM "DocumentHost" dh JOIN "Document" d ON d."id" = dh."documentId" WHERE dh."hostId" = $1 AND dh."collectedAt" = $2 AND left(d."sha256", 12) = $3 LIMIT 1`,
    values: [hostId, told.at, told.sha],
  });
  return rows[0]?.id ?? null;
}
