import fs from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { databaseUrl, run } from "@/scripts/vitest/database";
import { compareSchemas } from "./draft-migration";
import { migrate } from "./migrate";

const serverUrl = inject("serverUrl");
const names = ["migrate_a", "migrate_b"].map((name) => `${name}_${process.env["VITEST_POOL_ID"] ?? "0"}`);
const [first = "", second = ""] = names.map((name) => databaseUrl(serverUrl, name));
const prismaFolder = path.resolve(import.meta.dirname, "../../prisma");

async function drop(): Promise<void> {
  await run(serverUrl, names.map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

beforeEach(async () => {
  await drop();
  await run(serverUrl, names.map((name) => `CREATE DATABASE ${name}`));
});
afterEach(drop);

async function rowsOf(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: "array" })).rows;
  } finally {
    await client.end();
  }
}

async function migrationFolders(): Promise<string[]> {
  const entries = await fs.readdir(path.join(prismaFolder, "migrations"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();
}

test("two starters at once apply every migration once, and a third time nothing", async () => {
  const folders = await migrationFolders();
  const applied = await Promise.all([migrate(first), migrate(first)]);
  expect(applied.flat().sort()).toEqual(folders);
  expect(await migrate(first)).toEqual([]);
  const recorded = await rowsOf(first, "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1");
  expect(recorded.flat()).toEqual(folders);
});

test("the migrations make every table and column of schema.prisma", async () => {
  const schema = await fs.readFile(path.join(prismaFolder, "schema.prisma"), "utf8");
  await migrate(first);
  const sql = await compareSchemas(second, undefined, schema);
  await run(second, [sql]);
  const columns = `SELECT table_name, column_name, udt_name, is_nullable, column_default FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' AND is_generated = 'NEVER' ORDER BY 1, 2`;
  const constraints = `SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE contype IN ('p', 'u', 'f') AND connamespace = 'public'::regnamespace AND conrelid <> '_prisma_migrations'::regclass ORDER BY 1, 2`;
  const wanted = await rowsOf(second, columns);
  expect(wanted.length).toBeGreaterThan(0);
  expect(await rowsOf(first, columns)).toEqual(wanted);
  expect(await rowsOf(first, constraints)).toEqual(await rowsOf(second, constraints.replace(" AND conrelid <> '_prisma_migrations'::regclass", "")));
});

test("equal bodies in quarantine of a former version become one, with what their sender was told last", async () => {
  await migrate(first);
  const body = (id: string, minute: string, sha: string) => `INSERT INTO "Quarantine" ("id", "collectorId", "receivedAt", "problem", "body", "bodyBytes", "cut", "sha256") SELECT '00000000-0000-4000-8000-00000000000${id}', "id", '2026-05-18T07:${minute}:00Z', '{}', '', 0, false, '${sha}' FROM "Collector"`;
  await run(first, [
    `DROP INDEX "Quarantine_collectorId_sha256_key"`, `DELETE FROM _prisma_migrations WHERE migration_name = '20261130150500_quarantine_once'`,
    `INSERT INTO "Collector" ("id", "publicId", "kind", "name", "state", "epoch", "createdAt") VALUES ('00000000-0000-4000-8000-0000000000ff', 'abcdefghijkl', 'host', 'HV1', 'active', 1, now())`,
    body("1", "40", "a"), body("2", "41", "a"), body("3", "41", "a"), body("4", "40", "b"),
  ]);
  expect(await migrate(first)).toEqual(["20261130150500_quarantine_once"]);
  expect(await rowsOf(first, `SELECT right("id"::text, 1), "sha256" FROM "Quarantine" ORDER BY "sha256"`)).toEqual([["3", "a"], ["4", "b"]]);
});

test("a database of a newer version is refused and left as it is", async () => {
  await migrate(first);
  await run(first, [
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
     VALUES ('x', 'y', now(), '29990101000000_from_the_future', now(), 1)`,
  ]);
  await expect(migrate(first)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("29990101000000_from_the_future") });
});
