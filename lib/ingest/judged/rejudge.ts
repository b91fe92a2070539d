import type pg from "pg";
import type { Policy } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { judgeAgain, judgeApart } from "./judge-again";
import { judgedUnder } from "./judged-under";
import { writing } from "../fold/state";

export interface RejudgeProgress {
  hosts: number;
  done: number;
  vms: number;
}

/** Hosts a transaction: other writers take their turn in between. */
const HOSTS_AT_ONCE = 16;

/**
 * Judges every VM again with this policy and the requirements of this version, host by host. Facts stay; what is
 * judged as before is not written. `now` in milliseconds since 1970: freshness is judged at this time.
 */
export async function rejudgeAll(pool: pg.Pool, { policy, now }: { policy: Policy; now: number }, onProgress?: (progress: RejudgeProgress) => void): Promise<RejudgeProgress> {
  const settings = settingsFor(policy);
  const { rows } = await pool.query<{ id: string }>(`SELECT "id" FROM "Host" ORDER BY "nameKey", "id"`);
  const progress: RejudgeProgress = { hosts: rows.length, done: 0, vms: 0 };
  for (let from = 0; from < rows.length; from += HOSTS_AT_ONCE) {
    const ids = rows.slice(from, from + HOSTS_AT_ONCE).map((row) => row.id);
    progress.vms += await writing(pool, (client) => judgeAgain(client, ids, { settings, now }));
    progress.done += ids.length;
    onProgress?.({ ...progress });
  }
  return progress;
}

/**
 * Judges the hosts again that were judged by another policy, by other requirements or by another version, until none is
 * left. It may be ended at any time: what was done stays done. The policy is asked for anew before each step, so that
 * one that is saved meanwhile is not overtaken by the old one; null ends it.
 * @throws Error for a host that cannot be judged, after all others
 */
export async function rejudgeOutdated(pool: pg.Pool, policyNow: () => Promise<Policy | null>, timeNow: () => number = Date.now): Promise<RejudgeProgress> {
  const progress: RejudgeProgress = { hosts: 0, done: 0, vms: 0 };
  const tried = new Map<string, string>();
  let failure: Error | null = null;
  for (;;) {
    const policy = await policyNow();
    if (policy === null) return progress;
    const under = judgedUnder(policy);
    const before = [...tried].flatMap(([id, last]) => (last === under ? [id] : []));
    const { rows } = await pool.query<{ id: string }>(
      `SELECT "id" FROM "Host" WHERE "judgedUnder" IS DISTINCT FROM $1 AND NOT ("id" = ANY($2::uuid[])) ORDER BY "nameKey", "id" LIMIT ${HOSTS_AT_ONCE}`, [under, before],
    );
    if (rows.length === 0) {
      if (failure !== null) throw failure;
      return progress;
    }
    const ids = rows.map((row) => row.id);
    for (const id of ids) tried.set(id, under);
    failure = await judgeApart(pool, ids, async (client, some) => {
      // Another process may have judged them while this one waited for its turn.
      const left = await client.query<{ id: string }>(`SELECT "id" FROM "Host" WHERE "id" = ANY($1::uuid[]) AND "judgedUnder" IS DISTINCT FROM $2`, [some, under]);
      progress.vms += await judgeAgain(client, left.rows.map((row) => row.id), { settings: settingsFor(policy), now: timeNow() });
    }) ?? failure;
    progress.done += ids.length;
    progress.hosts += ids.length;
  }
}

/** How many hosts there are, and how many of them were judged by this policy and version; the others show what held before. */
export async function rejudgeProgress(pool: Pick<pg.Pool, "query">, policy: Policy): Promise<{ hosts: number; done: number }> {
  const { rows } = await pool.query<{ hosts: number; done: number }>(
    `SELECT count(*)::int AS "hosts", (count(*) FILTER (WHERE "judgedUnder" = $1))::int AS "done" FROM "Host"`, [judgedUnder(policy)],
  );
  return rows[0] ?? { hosts: 0, done: 0 };
}
