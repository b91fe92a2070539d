import { expect, test } from "vitest";
import { db, pool } from "./client";

test("the client and the pool below it reach the worker's own migrated database", async () => {
  const rows = await db().$queryRaw<{ name: string }[]>`SELECT current_database()::text AS name`;
  const direct = await pool().query<{ count: number }>("SELECT count(*)::int AS count FROM _prisma_migrations WHERE finished_at IS NULL");
  expect(rows[0]?.name).toMatch(/^quiesce_worker_\d+$/);
  expect(direct.rows[0]?.count).toBe(0);
});
