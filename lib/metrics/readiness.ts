import fs from "node:fs/promises";
import path from "node:path";
import type pg from "pg";

export interface Readiness {
  ready: boolean;
  /** What was asked, and why it is not ready; null where it is. */
  checks: { database: string | null; schema: string | null };
}

/** Milliseconds after which a database that does not answer counts as away: pages must say so within five seconds. */
const PATIENCE_MS = 3_000;
const NO_TABLE = "42P01";

async function within<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => { reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)); }, PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** The migrations that came with this version. The app runs in its checkout. */
async function listMigrations(): Promise<string[]> {
  const entries = await fs.readdir(path.join(/* turbopackIgnore: true */ process.cwd(), "prisma/migrations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
// Once: files that an update brings while this process runs are another version's.
let known: Promise<string[]> | undefined;

/** Whether a migration of this version is not applied. More than these, by a newer version beside this one, are none of its concern. */
async function lacksMigration(connection: Pick<pg.Pool, "query">, names: readonly string[]): Promise<boolean> {
  try {
    const { rows } = await connection.query(
      `SELECT 1 FROM unnest($1::text[]) n WHERE NOT EXISTS (SELECT 1 FROM "_prisma_migrations" WHERE "migration_name" = n AND "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL) LIMIT 1`, [names],
    );
    return rows.length > 0;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === NO_TABLE) return true;
    throw error;
  }
}

/** Whether the database answers and has the tables of this version. Takes three seconds at most; never throws. */
export async function readReadiness(pool: () => Pick<pg.Pool, "query">): Promise<Readiness> {
  known ??= listMigrations();
  const names = await known.catch(() => null);
  if (names === null) known = undefined;
  if (names === null) return { ready: false, checks: { database: "not asked", schema: "prisma/migrations cannot be read; start Quiesce in its checkout" } };
  try {
    const lacks = await within(Promise.resolve().then(() => lacksMigration(pool(), names)));
    return { ready: !lacks, checks: { database: null, schema: lacks ? "its tables are older than this version; start Quiesce with npm start, or run npx quiesce migrate" : null } };
  } catch {
    // What the driver says may name the address and the user of the database.
    return { ready: false, checks: { database: "the database does not answer", schema: "not asked" } };
  }
}
