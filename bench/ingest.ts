import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { disconnect, pool as openPool } from "@/lib/db/client";
import { readEnv } from "@/lib/env";
import { receiveInventory } from "@/lib/ingest/door/door";
import { VM_ROW, type VmRow } from "@/lib/ingest/judged/judged-rows";
import { writeRows } from "@/lib/ingest/judged/rows";
import { inventorySchema } from "@/lib/inventory/document";
import { enqueueDocument, wakeWorkers } from "@/lib/jobs/enqueue";
import { runningQueue } from "@/lib/jobs/boss";
import { startJobs } from "@/lib/jobs/start";
import { type BenchSender, type Change, documentsOf, sendersOf } from "./senders";
import { median, timed, timedAsync } from "./measure";

export interface IngestOptions {
  hosts: number;
  vmsPerHost: number;
  /** Documents of each host that are timed; `WARM_UP` come before them. */
  documents: number;
  change: Change;
}
export interface IngestTimes {
  vms: number;
  documentBytes: number;
  /** Milliseconds from the first request to the last acknowledgement, and until all is judged. */
  acknowledged: number;
  judged: number;
  /** Milliseconds: upsert of the rows alone (changed), or parse and schema of the texts alone (unchanged). */
  floor: number;
}

/** Documents of each host before the clock starts: the floor is the middle of three runs, so it is warm too. */
const WARM_UP = 6;

async function send({ token, bodies }: BenchSender, from: number, to: number): Promise<void> {
  for (const body of bodies.slice(from, to)) {
    const request = new Request("http://127.0.0.1/api/v1/inventories", {
      method: "POST", body: new Uint8Array(body),
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "content-encoding": "gzip", "x-quiesce-sent-at": new Date().toISOString() },
    });
    await receiveInventory(request, { pool: openPool(), env: readEnv(), enqueue: enqueueDocument });
    wakeWorkers();
  }
}

async function untilJudged(pool: pg.Pool): Promise<void> {
  while ((await pool.query(`SELECT 1 FROM "Document" WHERE "foldedAt" IS NULL LIMIT 1`)).rows.length > 0) await sleep(10);
}

/** Upserts the stored rows as often as they were sent, into a table of the same columns with a primary key and nothing else. */
async function upsertFloor(pool: pg.Pool, documents: number, vmsPerHost: number): Promise<number> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<VmRow>(`SELECT * FROM "Vm"`);
    const floors: number[] = [];
    for (const batch of [vmsPerHost, vmsPerHost * 10]) {
      await client.query(`DROP TABLE IF EXISTS "Floor"; CREATE TABLE "Floor" (LIKE "Vm" INCLUDING DEFAULTS); ALTER TABLE "Floor" ADD PRIMARY KEY ("id")`);
      await writeRows(client, "Floor", VM_ROW, rows, ["id"], batch);
      await client.query("CHECKPOINT");
      floors.push(await timedAsync(async () => {
        for (let place = 0; place < documents; place += 1) await writeRows(client, "Floor", VM_ROW, rows, ["id"], batch);
      }));
    }
    return Math.min(...floors);
  } finally {
    client.release();
  }
}

function parseFloor(texts: readonly string[]): number {
  const times = Array.from({ length: 3 }, () => timed(() => { for (const text of texts) inventorySchema.parse(JSON.parse(text)); }));
  return median(times);
}

/** Sends through the door and judges from the queue, all hosts at once, in this process on the database of DATABASE_URL. */
export async function timeIngest(options: IngestOptions): Promise<IngestTimes> {
  const { hosts, vmsPerHost, documents, change } = options;
  const texts = documentsOf({ hosts, vmsPerHost, documents: WARM_UP + documents, change, end: Date.now() - 60_000 });
  const pool = openPool();
  const senders = await sendersOf(pool, texts);
  const jobs = startJobs([]);
  try {
    while (runningQueue() === undefined) await sleep(20);
    await Promise.all(senders.map((sender) => send(sender, 0, WARM_UP)));
    await untilJudged(pool);
    await pool.query("CHECKPOINT");
    const started = performance.now();
    await Promise.all(senders.map((sender) => send(sender, WARM_UP, WARM_UP + documents)));
    const acknowledged = performance.now() - started;
    await untilJudged(pool);
    const judged = performance.now() - started;
    const vms = hosts * vmsPerHost * documents;
    const { rows } = await pool.query<{ documents: number; vms: number }>(`SELECT (SELECT count(*)::int FROM "Document") AS "documents", (SELECT count(*)::int FROM "Vm" WHERE NOT "gone") AS "vms"`);
    if (rows[0]?.documents !== hosts * (WARM_UP + documents) || rows[0].vms !== hosts * vmsPerHost) throw new Error(`Not all is stored and judged: ${JSON.stringify(rows[0])}.`);
    const timedTexts = texts.flatMap((all) => all.slice(WARM_UP));
    const floor = change === "nothing" ? parseFloor(timedTexts) : await upsertFloor(pool, documents, vmsPerHost);
    return { vms, documentBytes: Math.round(timedTexts.reduce((sum, text) => sum + text.length, 0) / timedTexts.length), acknowledged, judged, floor };
  } finally {
    await jobs.stop();
    await disconnect();
  }
}
