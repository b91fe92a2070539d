import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { migrateDatabase } from "../scripts/start/database.mjs";
import { runPostgres } from "../scripts/start/postgres.mjs";

export interface BenchServer {
  /** Makes an empty, migrated database and gives its address. */
  makeDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

/** A PostgreSQL of its own with default settings (every commit is synced), in a folder that goes with it. */
export async function startServer(): Promise<BenchServer> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "quiesce-bench-"));
  const quiet = { say: () => undefined };
  const server = await runPostgres({ dataFolder, ...quiet });
  return {
    async makeDatabase(name) {
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      try {
        await client.query(`CREATE DATABASE "${name}"`);
      } finally {
        await client.end();
      }
      const url = new URL(server.url);
      url.pathname = `/${name}`;
      await migrateDatabase(url.href, quiet);
      return url.href;
    },
    async stop() {
      await server.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
