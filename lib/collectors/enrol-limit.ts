import type pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/lib/errors";

const SCHEMA = "quiesce_limits";
const TABLE = "enrolments";
const ALREADY_THERE = ["23505", "42P06", "42P07"];

interface Limiters {
  pool: pg.Pool;
  perMinute: number;
  each: RateLimiterPostgres;
  all: RateLimiterPostgres;
}
const kept = globalThis as typeof globalThis & { quiesceEnrolLimiters?: Limiters };

async function open(pool: pg.Pool, perMinute: number): Promise<Limiters> {
  const known = kept.quiesceEnrolLimiters;
  if (known?.pool === pool && known.perMinute === perMinute) return known;
  try {
    await pool.query(`CREATE SCHEMA IF NOT EXISTS "${SCHEMA}"; CREATE TABLE IF NOT EXISTS "${SCHEMA}"."${TABLE}" (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)`);
  } catch (error) {
    // Two processes make it at once, and Postgres lets one of them win.
    if (!(error instanceof Error && "code" in error && ALREADY_THERE.includes(String(error.code)))) throw error;
  }
  const shared = { storeClient: pool, storeType: "pool", schemaName: SCHEMA, tableName: TABLE, tableCreated: true, duration: 60, points: perMinute };
  const made = { pool, perMinute, each: new RateLimiterPostgres({ ...shared, keyPrefix: "address" }), all: new RateLimiterPostgres({ ...shared, keyPrefix: "all" }) };
  kept.quiesceEnrolLimiters = made;
  return made;
}

async function take(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key.slice(0, 200));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw new AppError("too-many", `${limiter.points} attempts to enrol failed or are under way within a minute; come back in ${seconds} s. QUIESCE_ENROL_PER_MINUTE raises the limit.`, { headers: { "retry-after": String(seconds) } });
  }
}

/**
 * Counts one attempt to enrol, for its address and for all, and takes it back when it succeeds: a roll-out of a
 * thousand hosts behind one address is no attack, its codes count their own uses. The counts are in the database, so
 * that several app instances share them.
 * @returns what `attempt` returns
 * @throws AppError `too-many` with the seconds to wait
 */
export async function countFailures<Value>(pool: pg.Pool, address: string, perMinute: number, attempt: () => Promise<Value>): Promise<Value> {
  const { each, all } = await open(pool, perMinute);
  await take(each, address);
  await take(all, "all");
  const value = await attempt();
  // The credential is given: a count that stays a minute longer is no reason not to tell it.
  await Promise.allSettled([each.reward(address.slice(0, 200)), all.reward("all")]);
  return value;
}
