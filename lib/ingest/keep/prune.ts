import type pg from "pg";
import { writing } from "../fold/state";

export interface Pruned {
  documents: number;
  contents: number;
  imports: number;
  quarantined: number;
}

/** Documents a transaction: other writers take their turn in between. */
const BATCH = 2000;
const DAY = 86_400_000;
const FOREIGN_KEY = "23503";

/** Beginnings of the SHA-256 of every document that some section of a current record comes from. */
const RESTED_ON = `SELECT DISTINCT right(m.value, 12) AS "sha" FROM (
  SELECT "sections" FROM "Vm" UNION ALL SELECT "sections" FROM "VmClaim" UNION ALL SELECT "sections" FROM "Host") s, jsonb_each_text(s."sections") m`;

/**
 * What may go: older than the retention time, judged, and neither the source of any current fact nor the newest of its
 * host or its sender.
 */
const REMOVABLE = `SELECT d."id" FROM "Document" d WHERE d."receivedAt" < $1 AND d."foldedAt" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM rested r WHERE r."sha" = left(d."sha256", 12))
  AND NOT EXISTS (SELECT 1 FROM "Vm" v WHERE v."documentId" = d."id")
  AND NOT EXISTS (SELECT 1 FROM "VmClaim" c WHERE c."documentId" = d."id")
  AND NOT EXISTS (SELECT 1 FROM "DocumentHost" dh WHERE dh."documentId" = d."id"
    AND NOT EXISTS (SELECT 1 FROM "DocumentHost" l JOIN "Document" ld ON ld."id" = l."documentId" WHERE l."hostId" = dh."hostId" AND l."documentId" <> d."id" AND (l."collectedAt", ld."receivedAt", l."documentId") > (dh."collectedAt", d."receivedAt", d."id")))
  AND (d."collectorId" IS NULL OR EXISTS (SELECT 1 FROM "Document" l WHERE l."collectorId" = d."collectorId" AND (coalesce(l."epoch", -1), coalesce(l."sequence", -1), l."receivedAt", l."id") > (coalesce(d."epoch", -1), coalesce(d."sequence", -1), d."receivedAt", d."id")))
  ORDER BY d."receivedAt" LIMIT ${BATCH}`;

async function pruneSome(pool: pg.Pool, before: Date): Promise<number> {
  return writing(pool, async (client) => {
    const { rows } = await client.query(`SELECT 1 FROM "Document" WHERE "receivedAt" < $1 AND "foldedAt" IS NOT NULL LIMIT 1`, [before]);
    if (rows.length === 0) return 0;
    await client.query(`CREATE TEMP TABLE rested ON COMMIT DROP AS ${RESTED_ON}`);
    await client.query(`CREATE UNIQUE INDEX ON rested ("sha")`);
    await client.query(`ANALYZE rested`);
    const { rowCount } = await client.query(`DELETE FROM "Document" WHERE "id" IN (${REMOVABLE})`, [before]);
    return rowCount ?? 0;
  });
}

/** Contents that no document has; one that a document just came for stays until the next time. */
async function pruneContents(pool: pg.Pool, before: Date): Promise<number> {
  try {
    const { rowCount } = await pool.query(`DELETE FROM "Content" c WHERE c."receivedAt" < $1 AND NOT EXISTS (SELECT 1 FROM "Document" d WHERE d."contentDigest" = c."digest")`, [before]);
    return rowCount ?? 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === FOREIGN_KEY) return 0;
    throw error;
  }
}

/**
 * Removes what was kept for the retention time: documents that no current fact rests on, contents without a document,
 * accounts of imports without one, and bodies in quarantine. The current state, and a fold of it from the documents that
 * stay, is the same after it.
 * @param limits days of retention; `now` in milliseconds since 1970
 */
export async function prune(pool: pg.Pool, limits: { keepDays: number; quarantineDays: number }, now: number): Promise<Pruned> {
  const before = new Date(now - limits.keepDays * DAY);
  const pruned: Pruned = { documents: 0, contents: 0, imports: 0, quarantined: 0 };
  for (let removed = BATCH; removed === BATCH; pruned.documents += removed) removed = await pruneSome(pool, before);
  pruned.contents = await pruneContents(pool, before);
  const imports = await pool.query(`DELETE FROM "Import" i WHERE i."receivedAt" < $1 AND i."result" <> 'running' AND NOT EXISTS (SELECT 1 FROM "Document" d WHERE d."importId" = i."id")`, [before]);
  const quarantined = await pool.query(`DELETE FROM "Quarantine" WHERE "receivedAt" < $1`, [new Date(now - limits.quarantineDays * DAY)]);
  return { ...pruned, imports: imports.rowCount ?? 0, quarantined: quarantined.rowCount ?? 0 };
}
