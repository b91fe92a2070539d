import { afterEach, expect, test, vi } from "vitest";
import { db, disconnect, pool } from "./client";

afterEach(() => { vi.unstubAllEnvs(); });

test("the client and the pool below it reach the worker's own migrated database", async () => {
  const rows = await db().$queryRaw<{ name: string }[]>`SELECT current_database()::text AS name`;
  const direct = await pool().query<{ count: number }>("SELECT count(*)::int AS count FROM _prisma_migrations WHERE finished_at IS NULL");
  expect(rows[0]?.name).toMatch(/^quiesce_worker_\d+$/);
  expect(direct.rows[0]?.count).toBe(0);
});

test("a commit is on disk before it is told, whatever the server and the address say", async () => {
  const asked = async () => (await pool().query<{ synchronous_commit: string }>("SHOW synchronous_commit")).rows[0]?.synchronous_commit;
  expect(await asked()).toBe("on");
  await disconnect();
  const url = new URL(process.env["DATABASE_URL"] ?? "");
  url.searchParams.set("options", "-c synchronous_commit=off -c application_name=other");
  vi.stubEnv("DATABASE_URL", url.href);
  expect(await asked()).toBe("on");
  expect((await pool().query("SHOW application_name")).rows).toEqual([{ application_name: "other" }]);
  await disconnect();
});
