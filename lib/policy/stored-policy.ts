import type pg from "pg";
import { newestPolicy } from "@/lib/db/policy-row";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
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

/** Any number that no other program uses: who stores a policy takes turns by it. */
const POLICY_LOCK = 7_163_302_014;

/**
 * Stores a policy as the next version; earlier ones are kept.
 * @param expected the version that it is meant to follow; null: whatever is in force
 * @throws AppError `conflict` when another version is in force meanwhile
 */
export function savePolicy(pool: pg.Pool, document: Policy, now: number, expected: number | null = null): Promise<StoredPolicy> {
  return inTransaction(pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock($1)", [POLICY_LOCK]);
    const before = (await newestPolicy(client))?.version ?? 0;
    if (expected !== null && expected !== before) {
      throw new AppError("conflict", `Version ${before} of the policy is in force; this one was made from version ${expected}.`, { members: { version: before, mend: "Read the policy (GET /api/v1/policy), make the change in that one, and send it with its ETag as If-Match." } });
    }
    const { rows } = await client.query<{ version: number }>(
      `INSERT INTO "Policy" ("name", "document", "savedAt") VALUES ($1, $2::jsonb, $3) RETURNING "version"`,
      [document.name, JSON.stringify(document), new Date(now).toISOString()],
    );
    return { version: rows[0]?.version ?? 0, savedAt: new Date(now).toISOString(), document };
  });
}
