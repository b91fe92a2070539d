import type pg from "pg";
import { type JudgeContext, judgeAndStore } from "./judge-hosts";
import { loadHosts, loadVmsOf, writing } from "./state";

/** Judges hosts again whose own documents did not change. @returns VMs judged */
export async function judgeAgain(client: pg.PoolClient, hostIds: readonly string[], context: JudgeContext): Promise<number> {
  let judged = 0;
  for (const state of await loadHosts(client, hostIds)) judged += await judgeAndStore(client, state, await loadVmsOf(client, [state.id]), context);
  return judged;
}

/** Hosts a transaction: other writers take their turn in between. */
const HOSTS_AT_ONCE = 8;

/**
 * Judges the hosts whose judgement changes by time alone and whose time has come: facts that got too old, a grace period
 * that ended, an operation that hangs. `now` in milliseconds since 1970, by the server's clock.
 * @returns hosts judged
 */
export async function judgeDue(pool: pg.Pool, now: number, context: JudgeContext): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(`SELECT "id" FROM "Host" WHERE "nextChangeAt" <= $1 ORDER BY "nextChangeAt", "id"`, [new Date(now).toISOString()]);
  for (let from = 0; from < rows.length; from += HOSTS_AT_ONCE) {
    const ids = rows.slice(from, from + HOSTS_AT_ONCE).map((row) => row.id);
    await writing(pool, (client) => judgeAgain(client, ids, { ...context, now }));
  }
  return rows.length;
}
