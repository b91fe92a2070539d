import pg from "pg";
import { beforeEach, describe, expect, test } from "vitest";
import { syntheticEstate } from "@/lib/inventory/synthetic/estate";
import { disconnect, pool } from "@/lib/db/client";
import { acceptFiles } from "@/lib/ingest/accept-files";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { metricsText } from "@/lib/metrics/estate-gauges";
import { readReadiness } from "@/lib/metrics/readiness";

const NOW = Date.parse("2026-05-18T07:40:00Z");

beforeEach(async () => {
  await pool().query(`TRUNCATE "Import", "Document", "Host", "Cluster", "Vm", "Tally", "Collector" CASCADE`);
});

const valuesOf = (text: string, name: string) => text.split("\n").filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`)).map((line) => Number(line.split(" ").at(-1)));

describe("metrics", () => {
  test("VMs by class and verdict add up to the VMs that the estate counts", async () => {
    const files = syntheticEstate("2026-05-18T07:00:00Z").map((document) => ({ name: `${document.origin.name}.json`, bytes: Buffer.from(JSON.stringify(document)) }));
    const account = await acceptFiles(pool(), files, { via: "cli", policy: DEFAULT_POLICY, now: NOW });
    const { text, type } = await metricsText(pool, NOW);
    expect(type).toContain("text/plain");
    expect(valuesOf(text, "quiesce_vms").reduce((sum, value) => sum + value, 0)).toBe(account.estate.vms);
    expect(valuesOf(text, "quiesce_hosts")).toEqual([account.estate.hosts]);
    expect(valuesOf(text, "quiesce_inventories_waiting")).toEqual([0]);
    expect(valuesOf(text, "quiesce_hosts_stale")[0]).toBeGreaterThan(0);
    expect(valuesOf(text, "quiesce_database_up")).toEqual([1]);
  });
  test("what is gone from the estate is gone from the metrics", async () => {
    const { text } = await metricsText(pool, NOW);
    expect(valuesOf(text, "quiesce_vms").reduce((sum, value) => sum + value, 0)).toBe(0);
  });
  test("without a database the scrape still answers and says so", async () => {
    const away = new pg.Pool({ connectionString: "postgresql://nobody@127.0.0.1:9/none", connectionTimeoutMillis: 500 });
    const { text } = await metricsText(() => away, NOW);
    expect(valuesOf(text, "quiesce_database_up")).toEqual([0]);
    expect(valuesOf(text, "quiesce_hosts")).toEqual([]);
    expect(valuesOf(text, "quiesce_vms")).toEqual([]);
    await away.end();
  });
});

describe("readiness", () => {
  test.each([
    ["the newest migration is missing", `DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations)`],
    ["a migration failed half-way", `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = (SELECT min(migration_name) FROM _prisma_migrations)`],
    ["it was never migrated", `ALTER TABLE _prisma_migrations RENAME TO gone`],
  ])("a database of which %s is not ready", async (_name, sql) => {
    const client = await pool().connect();
    await client.query("BEGIN");
    try {
      await client.query(sql);
      expect(await readReadiness(() => client)).toEqual({ ready: false, checks: { database: null, schema: expect.stringContaining("npx quiesce migrate") } });
    } finally {
      await client.query("ROLLBACK");
      client.release();
    }
  });
  test("a migrated database is ready, an unreachable one is not, and neither its name nor its user is told", async () => {
    expect(await readReadiness(pool)).toEqual({ ready: true, checks: { database: null, schema: null } });
    const away = new pg.Pool({ connectionString: "postgresql://nobody@127.0.0.1:9/none", connectionTimeoutMillis: 500 });
    const readiness = await readReadiness(() => away);
    expect(readiness.ready).toBe(false);
    expect(JSON.stringify(readiness)).not.toMatch(/nobody|127\.0\.0\.1/);
    await away.end();
    await disconnect();
  });
});
