import type pg from "pg";
import { newestPolicy } from "@/lib/db/policy-row";
import { DEFAULT_POLICY, type Policy, policySchema } from "@/lib/judge/policy";

/** The policy in force with its number; version 0 and no time: the defaults, because none was stored. */
export interface StoredPolicy {
  version: number;
  savedAt: string | null;
  document: Policy;
}

type Queryable = Pick<pg.Pool, "query">;

/** Loads the policy in force. */
export async function loadPolicy(pool: Queryable): Promise<StoredPolicy> {
  const row = await newestPolicy(pool);
  if (row === null) return { version: 0, savedAt: null, document: DEFAULT_POLICY };
  return { version: row.version, savedAt: row.savedAt.toISOString(), document: policySchema.parse(row.document) };
}

/** Stores a policy as the next version; earlier ones are kept. */
export async function savePolicy(pool: Queryable, document: Policy, now: number): Promise<StoredPolicy> {
  const { rows } = await pool.query<{ version: number }>(
    `INSERT INTO "Policy" ("name", "document", "savedAt") VALUES ($1, $2::jsonb, $3) RETURNING "version"`,
    [document.name, JSON.stringify(document), new Date(now).toISOString()],
  );
  return { version: rows[0]?.version ?? 0, savedAt: new Date(now).toISOString(), document };
}
