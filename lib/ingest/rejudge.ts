import type pg from "pg";
import { settingsFor } from "@/lib/judge/settings";
import type { Policy } from "@/lib/judge/policy";
import { judgeAgain } from "./fold-document";
import { writing } from "./state";

export interface RejudgeProgress {
  hosts: number;
  done: number;
  vms: number;
}

/**
 * Judges every VM again with this policy and the requirements of this version, host by host. Facts stay.
 * `now` in milliseconds since 1970: freshness is judged at this time.
 */
export async function rejudgeAll(pool: pg.Pool, { policy, now }: { policy: Policy; now: number }, onProgress?: (progress: RejudgeProgress) => void): Promise<RejudgeProgress> {
  const settings = settingsFor(policy);
  const { rows } = await pool.query<{ id: string }>(`SELECT "id" FROM "Host" ORDER BY "nameKey", "id"`);
  const progress: RejudgeProgress = { hosts: rows.length, done: 0, vms: 0 };
  for (const row of rows) {
    progress.vms += await writing(pool, (client) => judgeAgain(client, [row.id], { settings, now }));
    progress.done += 1;
    onProgress?.({ ...progress });
  }
  return progress;
}
