import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "../start/database.mjs";
import { runPostgres } from "../start/postgres.mjs";

export const templateName = "quiesce_template";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the server's `postgres` database, with the right to make others. */
    serverUrl: string;
  }
}

/** Starts a PostgreSQL for the database tests, or takes QUIESCE_TEST_SERVER, and migrates a template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["QUIESCE_TEST_SERVER"];
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), "quiesce-test-"));
  const say = (line: string): void => console.log(line);
  const server =
    given === undefined ? await runPostgres({ dataFolder, say, flags: ["fsync=off", "synchronous_commit=off"] }) : { url: given, stop: async () => undefined };
  const serverUrl = databaseUrl(server.url, "postgres");
  await run(serverUrl, [`DROP DATABASE IF EXISTS ${templateName}`, `CREATE DATABASE ${templateName}`]);
  await migrateDatabase(databaseUrl(serverUrl, templateName), { say: () => undefined });
  project.provide("serverUrl", serverUrl);
  return async () => {
    await server.stop();
    fs.rmSync(dataFolder, { recursive: true, force: true });
  };
}

/** The URL of another database on the same server. */
export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** Runs statements one by one, outside a transaction. */
export async function run(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
