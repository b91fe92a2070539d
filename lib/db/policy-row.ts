import type pg from "pg";

export interface PolicyRow {
  version: number;
  savedAt: Date;
  /** As it was stored; the caller checks it against the policy's schema. */
  document: unknown;
}

/** The newest stored policy; null when none was stored yet. */
export async function newestPolicy(connection: Pick<pg.Pool, "query">): Promise<PolicyRow | null> {
  const { rows } = await connection.query<PolicyRow>(`SELECT "version", "savedAt", "document" FROM "Policy" ORDER BY "version" DESC LIMIT 1`);
  return rows[0] ?? null;
}
