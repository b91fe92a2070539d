import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { runPostgres } from "./start/postgres.mjs";
import { Refusal, printFailure } from "./start/refusal.mjs";
import { importTypeScript } from "./start/typescript.mjs";

const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);

/** Writes the migration between prisma/migrations and schema.prisma: `node scripts/migration.mjs NAME`. */
async function main() {
  const name = process.argv[2];
  if (name === undefined || !/^[a-z][a-z0-9_-]*$/.test(name)) {
    throw new Refusal("Usage: node scripts/migration.mjs NAME, with a name such as add-host-edition.");
  }
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), "quiesce-migration-"));
  const postgres = await runPostgres({ dataFolder, say, flags: ["fsync=off"] });
  try {
    /** @type {typeof import("../lib/db/draft-migration")} */
    const { draftMigration } = await importTypeScript("lib/db/draft-migration.ts");
    const folder = await draftMigration(postgres.url, name, new Date());
    say(folder === undefined ? "The migrations already make this schema." : `Wrote prisma/migrations/${folder}/migration.sql; read it, then commit it.`);
  } finally {
    await postgres.stop();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  }
}

main().catch((error) => {
  printFailure(error);
  process.exitCode = 1;
});
