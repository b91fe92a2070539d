import type { Command } from "commander";
import { withDatabase } from "./database";

/** `quiesce migrate`: brings the database to this version. */
export function addMigrateCommand(program: Command): void {
  program
    .command("migrate")
    .description("bring the database to this version; npm start does the same")
    .addHelpText("after", "\nExit codes: 0 the database is of this version; 1 it could not be reached or migrated; 2 the command is not understood.")
    .action(migrateCommand);
}

async function migrateCommand(): Promise<void> {
  const applied = await withDatabase(async () => {
    const { pool } = await import("@/lib/db/client");
    const { rows } = await pool().query<{ name: string }>("SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1");
    return rows.map(({ name }) => name);
  });
  const last = applied.at(-1);
  console.log(last === undefined ? "The database has no migrations." : `The database is of this version: ${applied.length} migrations, the last ${last}.`);
}
