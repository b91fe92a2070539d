import type pg from "pg";

export interface Readiness {
  ready: boolean;
  /** What was asked, and why it is not ready; null where it is. */
  checks: { database: string | null; schema: string | null };
}

/** Milliseconds after which a database that does not answer counts as away: pages must say so within five seconds. */
const PATIENCE_MS = 3_000;

async function within<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => { reject(new Error(`no answer within ${PATIENCE_MS / 1000} s`)); }, PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the database answers and has the tables of this version. Takes three seconds at most; never throws. */
export async function readReadiness(pool: () => Pick<pg.Pool, "query">): Promise<Readiness> {
  try {
    const { rows } = await within(Promise.resolve().then(() => pool().query<{ known: boolean }>(`SELECT to_regclass('"Collector"') IS NOT NULL AS "known"`)));
    const known = rows[0]?.known === true;
    return { ready: known, checks: { database: null, schema: known ? null : "its tables are older than this version; start Quiesce with npm start, or run npx quiesce migrate" } };
  } catch {
    // What the driver says may name the address and the user of the database.
    return { ready: false, checks: { database: "the database does not answer", schema: "not asked" } };
  }
}
