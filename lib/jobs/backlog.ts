import type pg from "pg";
import { FOLD } from "./queues";

/** Inventories that are kept but not yet judged. */
export interface Backlog {
  waiting: number;
  /** Age of the oldest of them; 0 when none waits. */
  oldestSeconds: number;
  /** Those of them that could not be judged in several attempts, and why. */
  failed: number;
  failures: { documentId: string; fileName: string; receivedAt: string; error: string }[];
}

const TOLD = 20;

/** Reads how far judging is behind. */
export async function backlog(pool: Pick<pg.Pool, "query">): Promise<Backlog> {
  const { rows } = await pool.query<{ waiting: number; oldest: number; queued: boolean }>(
    `SELECT count(*)::int AS "waiting", coalesce(extract(epoch FROM now() - min("receivedAt")), 0)::float8 AS "oldest", to_regclass('pgboss.job') IS NOT NULL AS "queued"
     FROM "Document" WHERE "foldedAt" IS NULL`,
  );
  const { waiting = 0, oldest = 0, queued = false } = rows[0] ?? {};
  const failures = queued && waiting > 0 ? await readFailures(pool) : [];
  return {
    waiting, oldestSeconds: Math.max(0, Math.round(oldest)), failed: failures[0]?.failed ?? 0,
    failures: failures.map(({ documentId, fileName, receivedAt, error }) => ({ documentId, fileName, receivedAt: receivedAt.toISOString(), error: error ?? "no reason was noted" })),
  };
}

async function readFailures(pool: Pick<pg.Pool, "query">) {
  const { rows } = await pool.query<{ documentId: string; fileName: string; receivedAt: Date; error: string | null; failed: number }>(
    `SELECT d."id" AS "documentId", d."fileName", d."receivedAt", j.output->>'message' AS "error", (count(*) OVER ())::int AS "failed"
     FROM pgboss.job j JOIN "Document" d ON d."id" = j.id WHERE j.name = $1 AND j.state = 'failed' AND d."foldedAt" IS NULL ORDER BY d."receivedAt" DESC LIMIT ${TOLD}`, [FOLD],
  );
  return rows;
}
