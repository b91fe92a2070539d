import type pg from "pg";
import type PgBoss from "pg-boss";
import { foldStored } from "@/lib/ingest/fold/accept-document";
import { untilDoorRests } from "@/lib/ingest/door/in-hand";
import type { JudgeContext } from "@/lib/ingest/judged/judge-hosts";
import { FOLD, type FoldJob } from "./queues";

/** Few: of two workers that hold many, one would fold a later document of a host before the other an earlier one. */
const BATCH = 4;
const NOTED = 500;
/**
 * Senders that wait for an answer go first while the door is busy without a break, for so long. A door that keeps up with
 * its senders has a break every second or so, and a verdict is on screen within ten.
 */
const DOOR_FIRST_MS = 20_000;
/** So often a worker says that the documents that it took are still in hand. */
const BEAT_MS = 5000;
/** Documents of which their worker said nothing for so long are another's: it was ended, or lost its database. */
export const SILENT_SECONDS = 20;

/** What became of a job in hand; kept until the queue has been told, even if the database is away meanwhile. */
interface Settled {
  id: string;
  failure: string | null;
}

/**
 * Works through the queue of kept documents. Each is one transaction; one that fails is tried again with backoff and
 * holds up no other.
 */
export class FoldJobs {
  private readonly settled: Settled[] = [];

  constructor(private readonly pool: pg.Pool, private readonly boss: PgBoss, private readonly contextNow: () => Promise<JudgeContext>) {}

  /** Takes a few documents. @returns false when none waits */
  work = async (): Promise<boolean> => {
    await this.tell();
    await untilDoorRests(DOOR_FIRST_MS);
    const jobs = await this.boss.fetch<FoldJob>(FOLD, { batchSize: BATCH });
    if (jobs.length === 0) return false;
    const inHand = () => jobs.map(({ id }) => id).filter((id) => !this.settled.some((each) => each.id === id));
    // A database that is away hears nothing; what it then gives to another is folded once all the same.
    const beat = setInterval(() => { beatFor(this.pool, inHand()).catch(() => undefined); }, BEAT_MS);
    let failure: string | null = null;
    try {
      const context = await this.contextNow();
      for (const job of jobs) {
        await untilDoorRests(DOOR_FIRST_MS);
        this.settled.push({ id: job.id, failure: await this.fold(job.data.documentId, context) });
      }
    } catch (error) {
      failure = textOf(error);
      throw error;
    } finally {
      clearInterval(beat);
      for (const job of jobs) if (!this.settled.some((each) => each.id === job.id)) this.settled.push({ id: job.id, failure: failure ?? "not begun" });
    }
    await this.tell();
    return true;
  };

  private async fold(documentId: string, context: JudgeContext): Promise<string | null> {
    try {
      await foldStored(this.pool, documentId, context);
      return null;
    } catch (error) {
      console.error(`Document ${documentId} cannot be judged just now:`, error);
      return textOf(error);
    } finally {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  private async tell(): Promise<void> {
    const done = this.settled.filter((each) => each.failure === null).map((each) => each.id);
    // Nothing is to be learned from a job that is done; its document says when it was folded.
    if (done.length > 0) await this.boss.deleteJob(FOLD, done);
    for (const { id, failure } of this.settled) if (failure !== null) await this.boss.fail(FOLD, id, { message: failure });
    this.settled.length = 0;
  }
}

function textOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, NOTED);
}

async function beatFor(pool: pg.Pool, ids: readonly string[]): Promise<void> {
  await pool.query(`UPDATE pgboss.job SET started_on = now() WHERE name = $1 AND state = 'active' AND id = ANY($2::uuid[])`, [FOLD, ids]);
}

/**
 * Gives back what a worker took that is gone, so that it need not wait until its job expires. Should it be in hand after
 * all, nothing is done twice: a document that is folded is not folded again.
 * @returns how many
 */
export async function releaseSilent(pool: pg.Pool, silentSeconds: number): Promise<number> {
  const { rowCount } = await pool.query(
    `UPDATE pgboss.job SET state = 'retry', start_after = now() WHERE name = $1 AND state = 'active' AND started_on < now() - $2 * interval '1 second' AND retry_count < retry_limit`, [FOLD, silentSeconds],
  );
  return rowCount ?? 0;
}

const SWEPT = 500;

/**
 * Puts on the queue what waits without a job: documents that were kept while no queue was open. A job that failed for
 * good is left alone.
 * @returns how many
 */
export async function sweepUnfolded(pool: pg.Pool, boss: PgBoss, olderThanSeconds: number): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT d."id" FROM "Document" d WHERE d."foldedAt" IS NULL AND d."receivedAt" < now() - $2 * interval '1 second'
     AND NOT EXISTS (SELECT 1 FROM pgboss.job j WHERE j.name = $1 AND j.id = d."id") ORDER BY d."receivedAt" LIMIT ${SWEPT}`, [FOLD, olderThanSeconds],
  );
  if (rows.length > 0) await boss.insert(rows.map(({ id }) => ({ id, name: FOLD, data: { documentId: id } })));
  return rows.length;
}

/** Gives jobs that failed for good another chance: a new version may be able to judge them. */
export async function retryFailed(pool: pg.Pool, boss: PgBoss): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(`SELECT id FROM pgboss.job WHERE name = $1 AND state = 'failed'`, [FOLD]);
  if (rows.length > 0) await boss.retry(FOLD, rows.map((row) => row.id));
  return rows.length;
}
