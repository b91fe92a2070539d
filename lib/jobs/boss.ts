import type pg from "pg";
import PgBoss from "pg-boss";
import { QUEUES } from "./queues";

interface Kept {
  boss: PgBoss;
  /** Worker loops are told that there is something to do. */
  wake: Set<() => void>;
}
// On globalThis, because the server's start and its routes are bundled apart.
const kept = globalThis as typeof globalThis & { quiesceJobs?: Kept };

type Client = Pick<pg.PoolClient, "query">;
interface Rows {
  rows: unknown[];
}

/** Statements of pg-boss on a connection of ours. */
export function runsOn(client: Client): PgBoss.Db {
  return { executeSql: async (text: string, values?: unknown[]): Promise<Rows> => client.query(text, values) };
}

/**
 * Opens the queue of this database, making its tables at the first start. The pool stays the caller's.
 * @param more names of queues of single jobs that are not tried again
 * @throws whatever the database throws
 */
export async function openQueue(pool: pg.Pool, more: readonly string[]): Promise<PgBoss> {
  const boss = new PgBoss({
    db: runsOn(pool), schedule: false, supervise: true, maintenanceIntervalSeconds: 30,
    archiveCompletedAfterSeconds: 3600, archiveFailedAfterSeconds: 30 * 86_400, deleteAfterDays: 1,
  });
  boss.on("error", (error) => { console.warn(`The queue cannot be tended just now: ${error.message}`); });
  try {
    await boss.start();
    for (const queue of [...QUEUES, ...more.map((name) => ({ name, retryLimit: 0, expireInSeconds: 3600 }))]) await boss.createQueue(queue.name, { ...queue });
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}

export function keepBoss(boss: PgBoss): Kept {
  kept.quiesceJobs = { boss, wake: new Set() };
  return kept.quiesceJobs;
}
export function dropBoss(): void {
  delete kept.quiesceJobs;
}
/** The queue of this process; undefined before it is open, and in commands. */
export function runningQueue(): Kept | undefined {
  return kept.quiesceJobs;
}
