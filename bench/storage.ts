import { disconnect, pool as openPool } from "@/lib/db/client";
import { settingsFor } from "@/lib/judge/settings";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { readEnv } from "@/lib/env";
import { foldStored } from "@/lib/ingest/fold/accept-document";
import { receiveInventory } from "@/lib/ingest/door/door";
import { documentsOf, sendersOf } from "./senders";

export interface StorageSize {
  vms: number;
  documents: number;
  /** Of all tables with their indexes, after VACUUM, that came with the second day. */
  bytes: number;
}

const HOURS = 24;

async function sizeNow(): Promise<number> {
  const pool = openPool();
  await pool.query("VACUUM");
  const { rows } = await pool.query<{ bytes: string }>(`SELECT sum(pg_total_relation_size(c.oid)) AS "bytes" FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'pgboss') AND c.relkind = 'r'`);
  return Number(rows[0]?.bytes ?? 0);
}

/** Two days of hourly inventories that say the same but for header and volatile facts; what the second of them takes. */
export async function measureStorage({ hosts, vmsPerHost }: { hosts: number; vmsPerHost: number }): Promise<StorageSize> {
  const pool = openPool();
  try {
    const senders = await sendersOf(pool, documentsOf({ hosts, vmsPerHost, documents: 2 * HOURS, change: "nothing", end: Date.now() - 60_000 }));
    let before = 0;
    for (let hour = 0; hour < 2 * HOURS; hour += 1) {
      if (hour === HOURS) before = await sizeNow();
      for (const { token, bodies } of senders) {
        const body = bodies[hour];
        if (body === undefined) continue;
        const request = new Request("http://127.0.0.1/api/v1/inventories", { method: "POST", body: new Uint8Array(body), headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "content-encoding": "gzip" } });
        await receiveInventory(request, { pool, env: readEnv(), enqueue: () => Promise.resolve() });
      }
      const { rows } = await pool.query<{ id: string }>(`SELECT "id" FROM "Document" WHERE "foldedAt" IS NULL`);
      for (const { id } of rows) await foldStored(pool, id, { settings: settingsFor(DEFAULT_POLICY), now: Date.now() });
      // Autovacuum goes by the clock, of which these hours have none.
      await pool.query("VACUUM");
    }
    return { vms: hosts * vmsPerHost, documents: hosts * HOURS, bytes: await sizeNow() - before };
  } finally {
    await disconnect();
  }
}
