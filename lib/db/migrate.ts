import fs from "node:fs/promises";
import path from "node:path";
import type { HistoryDiagnostic, MigrationList, SchemaFilter } from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { AppError } from "../errors";
import { withSchemaEngine } from "./schema-engine";

const migrationsFolder = path.resolve(import.meta.dirname, "../../prisma/migrations");
/** Any number that no other program uses: two starters of Quiesce take turns by it. */
const advisoryLockKey = 7_163_302_011;

export const noFilter: SchemaFilter = { externalTables: [], externalEnums: [] };

/**
 * Applies the migrations of prisma/migrations that the database lacks and records them in
 * `_prisma_migrations`, as `prisma migrate deploy` does. Safe when two processes start at once.
 * @param databaseUrl postgresql://…
 * @returns the names of the migrations applied now, oldest first
 * @throws AppError `conflict` when the database has a history that is not ours
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLockKey]);
    return await applyPending(databaseUrl);
  } finally {
    await client.end();
  }
}

async function applyPending(databaseUrl: string): Promise<string[]> {
  const migrationsList = await readMigrations();
  return withSchemaEngine(databaseUrl, async (engine) => {
    const found = await engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters: noFilter });
    refuseForeignHistory(found.history);
    refuseDamage("failed half-way", found.failedMigrationNames);
    refuseDamage("were changed after they had been applied", found.editedMigrationNames);
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter });
    return appliedMigrationNames;
  });
}

/** The migrations of this version, oldest first, as the schema engine wants them. */
async function readMigrations(): Promise<MigrationList> {
  const entries = await fs.readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
  return {
    baseDir: migrationsFolder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(names.map(readMigration)),
  };
}

async function readMigration(name: string): Promise<MigrationList["migrationDirectories"][number]> {
  const value = await fs.readFile(path.join(migrationsFolder, name, "migration.sql"), "utf8");
  return { path: name, migrationFile: { path: "migration.sql", content: { tag: "ok", value } } };
}

function refuseForeignHistory(history: HistoryDiagnostic | null): void {
  if (history === null || history.diagnostic === "databaseIsBehind") return;
  throw new AppError(
    "conflict",
    `The database was changed by another version of Quiesce (${history.unpersistedMigrationNames.join(", ")}); start that version or a newer one.`,
  );
}

function refuseDamage(what: string, names: readonly string[]): void {
  if (names.length > 0) throw new AppError("conflict", `Migrations of this database ${what}: ${names.join(", ")}. Restore it from a backup.`);
}
