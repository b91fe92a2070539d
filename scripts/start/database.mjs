import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { runPostgres } from "./postgres.mjs";
import { Refusal, codeOf, messageOf } from "./refusal.mjs";
import { root } from "./settings.mjs";
import { importTypeScript } from "./typescript.mjs";

const oldestVersion = 15;
const newestVersion = 18;
/** Without them a crash of the machine may take what was acknowledged. The app's own sessions set synchronous_commit. */
const durableSettings = ["fsync", "full_page_writes"];

/**
 * @typedef {object} Database
 * @property {string} url
 * @property {() => Promise<void>} stop
 */

/**
 * Brings up the database, the user's own or the embedded one, with all migrations applied.
 * @param {{ dataFolder: string, databaseUrl: string | undefined, say: (line: string) => void }} options
 * @returns {Promise<Database>}
 * @throws {Refusal} when it cannot be reached, is too old, may lose what it committed or cannot be migrated
 */
export async function openDatabase({ dataFolder, databaseUrl, say }) {
  if (databaseUrl !== undefined) {
    await checkServer(databaseUrl);
    await migrateDatabase(databaseUrl, { say });
    return { url: databaseUrl, stop: async () => undefined };
  }
  const postgres = await runPostgres({ dataFolder, say });
  try {
    await migrateDatabase(postgres.url, { say });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return postgres;
}

/**
 * Applies the migrations that are missing. The schema engine is loaded only when one is.
 * @param {string} url
 * @param {{ say: (line: string) => void }} options
 * @throws {Refusal}
 */
export async function migrateDatabase(url, { say }) {
  if (await isMigrated(url)) return;
  say("Preparing the database …");
  /** @type {typeof import("../../lib/db/migrate")} */
  const { migrate } = await importTypeScript("lib/db/migrate.ts");
  try {
    await migrate(url);
  } catch (error) {
    // The engine adds a trace of its own calls, one numbered line each.
    throw new Refusal(`The database cannot be brought to this version: ${messageOf(error).split(/; \s*0: /)[0]}`);
  }
}

/**
 * @param {string} url
 * @throws {Refusal}
 */
async function checkServer(url) {
  const shown = withoutPassword(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("SHOW server_version_num");
    const version = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
    if (version < oldestVersion || version > newestVersion) {
      throw new Refusal(`The database at ${shown} is PostgreSQL ${version}; Quiesce works with ${oldestVersion} to ${newestVersion}.`);
    }
    const settings = await client.query("SELECT name FROM pg_settings WHERE name = ANY($1) AND setting = 'off' ORDER BY name", [durableSettings]);
    const off = settings.rows.map(({ name }) => String(name));
    if (off.length > 0) {
      const mend = off.map((name) => `${name} = on`).join(" and ");
      throw new Refusal(`The database at ${shown} runs with ${off.join(" and ")} off, so that a crash of its machine may take what Quiesce acknowledged; set ${mend} in postgresql.conf and reload it.`);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`The database of DATABASE_URL (${shown}) cannot be reached: ${messageOf(error) || codeOf(error)}.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * @param {string} url
 * @returns {Promise<boolean>} whether exactly the migrations of this version are applied
 */
async function isMigrated(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(
      "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1",
    );
    const wanted = listMigrations();
    return rows.length === wanted.length && wanted.every(({ name, checksum }, index) => rows[index]?.name === name && rows[index]?.checksum === checksum);
  } catch (error) {
    // 42P01: a new database, without the table.
    if (codeOf(error) === "42P01") return false;
    throw error;
  } finally {
    await client.end();
  }
}

/** @returns {{ name: string, checksum: string }[]} */
function listMigrations() {
  const folder = path.join(root, "prisma/migrations");
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      checksum: crypto.createHash("sha256").update(fs.readFileSync(path.join(folder, name, "migration.sql"))).digest("hex"),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {string} url */
function withoutPassword(url) {
  try {
    const parsed = new URL(url);
    return `${parsed.hostname || "localhost"}${parsed.port ? `:${parsed.port}` : ""}${parsed.pathname}`;
  } catch {
    return "not a URL";
  }
}
