import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import type PgBoss from "pg-boss";
import { pool as openPool } from "@/lib/db/client";
import type { JudgeContext } from "@/lib/ingest/judged/judge-hosts";
import { rejudgeOutdated } from "@/lib/ingest/judged/rejudge";
import { settingsFor } from "@/lib/judge/settings";
import { loadPolicy } from "@/lib/policy/stored-policy";
import { dropBoss, keepBoss, openQueue } from "./boss";
import { FoldJobs, releaseSilent, retryFailed, SILENT_SECONDS, sweepUnfolded } from "./fold-jobs";
import { type Loop, startLoop } from "./loop";
import { REJUDGE } from "./queues";

const LOOK_MS = 500;
const CHORES_MS = 5000;
const OPEN_MS = 250;
/** A fault that lasted longer than all retries of a document, such as a full disk, must not need a restart. */
const FAILED_MS = 900_000;
/** So often it is looked whether hosts are left that were judged by other rules. */
const REJUDGE_SECONDS = 60;
/** A document whose sender is still being answered is not swept. */
const SWEEP_AFTER_SECONDS = 10;

/** What the app does by itself every so many seconds, once on one database however many processes there are. */
export interface Chore {
  /** Name of its queue. */
  queue: string;
  everySeconds: number;
  /** @param isStopping the process ends: after the piece in hand, so does the work */
  work(pool: pg.Pool, context: JudgeContext, isStopping: () => boolean): Promise<unknown>;
}

export interface Jobs {
  stop(): Promise<void>;
}

async function contextOf(pool: pg.Pool): Promise<JudgeContext> {
  const { document } = await loadPolicy(pool);
  return { settings: settingsFor(document), now: Date.now() };
}

/** Runs the next job of a queue. @returns false when none waits */
async function runNext(boss: PgBoss, queue: string, work: () => Promise<unknown>): Promise<boolean> {
  const [job] = await boss.fetch(queue);
  if (job === undefined) return false;
  try {
    await work();
  } catch (error) {
    await boss.fail(queue, job.id, { message: error instanceof Error ? error.message : String(error) });
    throw error;
  }
  await boss.complete(queue, job.id);
  return true;
}

function startWorkers(pool: pg.Pool, boss: PgBoss, chores: readonly Chore[], isStopping: () => boolean): Loop[] {
  const folding = () => new FoldJobs(pool, boss, () => contextOf(pool)).work;
  const offer = async () => {
    for (const { queue, everySeconds } of chores) await boss.send(queue, {}, { singletonSeconds: everySeconds });
    // One that was lost together with the database or a process would stay in hand for hours.
    await boss.send(REJUDGE, {}, { singletonSeconds: REJUDGE_SECONDS });
    await releaseSilent(pool, SILENT_SECONDS);
    await sweepUnfolded(pool, boss, SWEEP_AFTER_SECONDS);
    return false;
  };
  return [
    // Two, so that one reads a document while the other's is being written.
    startLoop("fold", LOOK_MS, folding()), startLoop("fold beside", LOOK_MS, folding()),
    startLoop("schedule", CHORES_MS, offer),
    startLoop("failed", FAILED_MS, async () => {
      await retryFailed(pool, boss);
      return false;
    }),
    ...chores.map(({ queue, work }) => startLoop(queue, CHORES_MS, () => runNext(boss, queue, async () => work(pool, await contextOf(pool), isStopping)))),
    startLoop(REJUDGE, LOOK_MS, () => runNext(boss, REJUDGE, () => rejudgeOutdated(pool, async () => (isStopping() ? null : (await loadPolicy(pool)).document)))),
  ];
}

/**
 * Starts the queue and its workers in this process and returns at once: while there is no database, it waits for one.
 * Several processes on one database share the work.
 */
export function startJobs(chores: readonly Chore[]): Jobs {
  let stopping = false;
  let loops: Loop[] = [];
  let boss: PgBoss | null = null;
  const open = async () => {
    for (let told = ""; !stopping; await sleep(OPEN_MS)) {
      // The start script sets it once its own database runs; empty means the same as not set.
      if ((process.env["DATABASE_URL"] ?? "").trim() === "") continue;
      try {
        const pool = openPool();
        boss = await openQueue(pool, chores.map((chore) => chore.queue));
        await boss.send(REJUDGE, {});
        loops = startWorkers(pool, boss, chores, () => stopping);
        const { wake } = keepBoss(boss);
        for (const loop of loops) wake.add(loop.wake);
        return;
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        if (text !== told) console.warn(`The queue waits for the database: ${text}`);
        told = text;
      }
    }
  };
  const opened = open();
  return {
    async stop() {
      stopping = true;
      await opened;
      dropBoss();
      await Promise.all(loops.map((loop) => loop.stop()));
      await boss?.stop({ graceful: false });
    },
  };
}
