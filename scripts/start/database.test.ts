import fs from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeFolder, until } from "./app-process";
import { openDatabase } from "./database.mjs";
import { runPostgres } from "./postgres.mjs";

const folder = makeFolder();
let server: Awaited<ReturnType<typeof runPostgres>> | undefined;
const say = () => undefined;

beforeAll(async () => {
  // The server runs as a user of its own when this process is root's.
  fs.chmodSync(folder, 0o755);
  server = await runPostgres({ dataFolder: folder, say });
});
afterAll(async () => {
  await server?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

test.each(["fsync", "full_page_writes"])("a server of one's own with %s off, which may lose what was acknowledged, is refused with what mends it", async (name) => {
  const databaseUrl = server?.url ?? "";
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const set = async (value: string) => {
    await client.query(`ALTER SYSTEM SET ${name} = ${value}`);
    await client.query("SELECT pg_reload_conf()");
    await until(async () => ((await client.query<Record<string, string>>(`SHOW ${name}`)).rows[0]?.[name] === value ? true : undefined));
  };
  try {
    await set("off");
    await expect(openDatabase({ dataFolder: folder, databaseUrl, say })).rejects.toMatchObject({ name: "Refusal", message: expect.stringMatching(new RegExp(`^The database at 127\\.0\\.0\\.1:\\d+/\\w+ runs with ${name} off, .* set ${name} = on .*\\.$`)) });
    await set("on");
    await expect(openDatabase({ dataFolder: folder, databaseUrl, say })).resolves.toMatchObject({ url: databaseUrl });
  } finally {
    await client.end();
  }
});
