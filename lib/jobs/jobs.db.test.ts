import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { readUploads } from "@/lib/importers";
import { packDocument } from "@/lib/ingest/keep/read-ahead";
import { writing } from "@/lib/ingest/fold/state";
import { storeDocument } from "@/lib/ingest/keep/store-document";
import { aDocument, clear, fileOf, vmStates } from "@/lib/ingest/testing";
import { backlog } from "./backlog";
import { openQueue, runningQueue } from "./boss";
import { enqueueDocument, wakeWorkers } from "./enqueue";
import { releaseSilent } from "./fold-jobs";
import { FOLD } from "./queues";
import { type Chore, type Jobs, startJobs } from "./start";

let running: Jobs[] = [];
beforeEach(clear);
afterEach(async () => {
  for (const jobs of running.splice(0)) await jobs.stop();
  await pool().query(`DROP SCHEMA IF EXISTS pgboss CASCADE`);
});

function start(chores: readonly Chore[] = []): Jobs {
  const jobs = startJobs(chores);
  running = [...running, jobs];
  return jobs;
}

async function until(what: () => Promise<boolean>): Promise<void> {
  while (!(await what())) await sleep(50);
}
const isJudged = (id: string) => async () => (await pool().query(`SELECT 1 FROM "Document" WHERE "id" = $1 AND "foldedAt" IS NOT NULL`, [id])).rows.length === 1;
const isOpen = () => Promise.resolve(runningQueue() !== undefined);

/** Keeps a document of one host with one VM, not yet judged. */
async function keep(host: string, receivedAt = new Date().toISOString(), queued = true): Promise<string> {
  const [reading] = await readUploads([fileOf(aDocument({ host, at: receivedAt, vms: [`VM of ${host}`] }))], { now: Date.now() });
  const [document] = reading?.documents ?? [];
  if (document === undefined) throw new Error("The synthetic document is refused.");
  const packed = await packDocument(document);
  const id = randomUUID();
  await writing(pool(), async (client) => {
    await storeDocument(client, packed, { id, importId: null, collectorId: null, fileName: "", fileSha: "", kind: "inventory", collectedAt: receivedAt, receivedAt, effectiveAt: receivedAt });
    if (queued) await enqueueDocument(client, id);
  });
  wakeWorkers();
  return id;
}

test("a document that is kept is judged from the queue, and its job leaves nothing behind", async () => {
  start();
  await until(isOpen);
  const id = await keep("HV1");
  await until(isJudged(id));
  expect((await vmStates()).map((vm) => vm.name)).toEqual(["VM of HV1"]);
  await until(async () => (await pool().query(`SELECT 1 FROM pgboss.job WHERE name = 'fold'`)).rows.length === 0);
  expect(await backlog(pool())).toEqual({ waiting: 0, oldestSeconds: 0, failed: 0, failures: [] });
});

test("a document that was kept while no queue was open is found", async () => {
  const id = await keep("HV1", new Date(Date.now() - 60_000).toISOString());
  expect(await backlog(pool())).toMatchObject({ waiting: 1, failed: 0 });
  start();
  await until(isJudged(id));
});

test("what a worker took that is gone is given back, and what is in hand is not", async () => {
  const boss = await openQueue(pool(), []);
  try {
    const id = randomUUID();
    await boss.send(FOLD, { documentId: id }, { id });
    expect((await boss.fetch(FOLD)).map((job) => job.id)).toEqual([id]);
    expect(await releaseSilent(pool(), 60)).toBe(0);
    await pool().query(`UPDATE pgboss.job SET started_on = now() - interval '61 seconds' WHERE id = $1`, [id]);
    expect(await releaseSilent(pool(), 60)).toBe(1);
    expect((await boss.fetch(FOLD)).map((job) => job.id)).toEqual([id]);
  } finally {
    await boss.stop({ graceful: false });
  }
});

test("one that cannot be judged is told with its error and holds up no other; a new start tries it again", async () => {
  const broken = await keep("HV1", new Date(Date.now() - 60_000).toISOString(), false);
  await pool().query(`UPDATE "Content" SET "body" = '\\x00'`);
  const jobs = start();
  await until(async () => (await isOpen()) && (await pool().query(`SELECT 1 FROM pgboss.job WHERE id = $1 AND state = 'retry'`, [broken])).rows.length === 1);
  const good = await keep("HV2");
  await until(isJudged(good));
  await pool().query(`UPDATE pgboss.job SET state = 'failed' WHERE id = $1`, [broken]);
  const told = await backlog(pool());
  expect(told).toMatchObject({ waiting: 1, failed: 1, failures: [{ documentId: broken }] });
  expect(told.failures[0]?.error).toContain("unexpected end of file");
  await jobs.stop();
  running = [];
  start();
  await until(async () => (await pool().query(`SELECT 1 FROM pgboss.job WHERE id = $1 AND state = 'failed'`, [broken])).rows.length === 0);
});

test("a judgement under new rules that was lost on its way is taken up again without a restart", async () => {
  start();
  await until(isOpen);
  const id = await keep("HV1");
  await until(isJudged(id));
  await until(async () => (await pool().query(`SELECT 1 FROM pgboss.job WHERE name = 'rejudge' AND state < 'completed'`)).rows.length === 0);
  await pool().query(`DELETE FROM pgboss.job WHERE name = 'rejudge'; UPDATE "Host" SET "judgedUnder" = 'before'`);
  wakeWorkers();
  await until(async () => (await pool().query(`SELECT 1 FROM "Host" WHERE "judgedUnder" = 'before'`)).rows.length === 0);
});

test("two processes on one database do a chore once in its time", async () => {
  const done: string[] = [];
  const choreOf = (name: string): Chore => ({ queue: "every-hour", everySeconds: 3600, work: async () => { done.push(name); } });
  start([choreOf("one")]);
  start([choreOf("two")]);
  await until(async () => done.length > 0);
  await sleep(300);
  expect(done).toHaveLength(1);
});

test("connections that the server ends cost a moment, not the workers", async () => {
  start();
  await until(isOpen);
  await pool().query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`);
  const id = await keep("HV1").catch(() => keep("HV1"));
  await until(isJudged(id));
});
