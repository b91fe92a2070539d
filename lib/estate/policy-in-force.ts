import "server-only";
import type pg from "pg";
import { pool } from "@/lib/db/client";
import { newestPolicy } from "@/lib/db/policy-row";
import { DEFAULT_POLICY, type Policy, policySchema } from "@/lib/judge/policy";
import { settingsFor, type SettingsFor } from "@/lib/judge/settings";

export interface PolicyInForce {
  version: number;
  policy: Policy;
  settings: SettingsFor;
}

/** The policy in force with its settings resolved. */
export async function policyInForce(client: Pick<pg.Pool, "query"> = pool()): Promise<PolicyInForce> {
  const row = await newestPolicy(client);
  const policy = row === null ? DEFAULT_POLICY : policySchema.parse(row.document);
  return { version: row?.version ?? 0, policy, settings: settingsFor(policy) };
}

/** Settings of the whole estate, without any assignment. */
export function estateSettings(of: PolicyInForce) {
  return settingsFor({ ...of.policy, assignments: [] })({ clusterName: null, hostName: "", vmName: "", vmId: null });
}

/** The policy's limit for facts of hosts, in hours. */
export async function hostLimitHours(client?: Pick<pg.Pool, "query">): Promise<number> {
  return estateSettings(await policyInForce(client)).freshness.hostHours;
}
