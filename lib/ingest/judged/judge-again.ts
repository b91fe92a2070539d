import type pg from "pg";
import { judgeByNewest } from "../fold/newest-sizes";
import type { JudgeContext } from "./judge-hosts";
import { eachHostsVms, loadHosts, writing } from "../fold/state";
import { Judgements } from "./write-judgements";

/**
 * Judges hosts again whose own documents did not change, by the facts of the newest of these.
 * @returns VMs judged
 */
export async function judgeAgain(client: pg.PoolClient, hostIds: readonly string[], context: JudgeContext): Promise<number> {
  const judgements = new Judgements();
  for await (const { host, vms } of eachHostsVms(client, await loadHosts(client, hostIds))) judgements.add(host, await judgeByNewest(client, host, vms, context));
  await judgements.write(client);
  return judgements.judged;
}

/** Hosts a transaction: other writers take their turn in between. */
const HOSTS_AT_ONCE = 16;

/**
 * Runs `judge` on a few hosts in one transaction; if that fails, on each by itself, so that one that cannot be judged
 * holds up no other.
 * @returns the failure of those that cannot be judged, or null
 * @throws the failure when none of several can be: then it is not theirs
 */
export async function judgeApart(pool: pg.Pool, ids: readonly string[], judge: (client: pg.PoolClient, ids: readonly string[]) => Promise<unknown>): Promise<Error | null> {
  try {
    await writing(pool, (client) => judge(client, ids));
    return null;
  } catch (error) {
    if (ids.length < 2) return failureOf(error, ids);
  }
  let failure: Error | null = null;
  let failed = 0;
  for (const id of ids) {
    try {
      await writing(pool, (client) => judge(client, [id]));
    } catch (error) {
      failure = failureOf(error, [id]);
      failed += 1;
    }
  }
  if (failure !== null && failed === ids.length) throw failure;
  return failure;
}

function failureOf(error: unknown, ids: readonly string[]): Error {
  return new Error(`The host ${ids.join(", ")} cannot be judged: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
}

/**
 * Judges the hosts whose judgement changes by time alone and whose time has come: facts, a backup or a checkpoint that got
 * too old, a grace period that ended. `now` in milliseconds since 1970, by the server's clock; it ends after the hosts in
 * hand when `isStopping`, and what is left is due the next time.
 * @returns hosts judged
 * @throws Error for a host that cannot be judged, after all others
 */
export async function judgeDue(pool: pg.Pool, now: number, context: JudgeContext, isStopping: () => boolean = () => false): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(`SELECT "id" FROM "Host" WHERE "nextChangeAt" <= $1 ORDER BY "nextChangeAt", "id"`, [new Date(now).toISOString()]);
  let failure: Error | null = null;
  for (let from = 0; from < rows.length; from += HOSTS_AT_ONCE) {
    if (isStopping()) return from;
    const ids = rows.slice(from, from + HOSTS_AT_ONCE).map((row) => row.id);
    failure = await judgeApart(pool, ids, (client, some) => judgeAgain(client, some, { ...context, now })) ?? failure;
  }
  if (failure !== null) throw failure;
  return rows.length;
}
