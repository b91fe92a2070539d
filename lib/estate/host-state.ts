import "server-only";
import type pg from "pg";
import type { HostStateId } from "./host-contract";

/** When the newest facts of `"Host" h` were read: unchanged inventories confirm them without writing them again. */
export const HOST_READ_AT = `GREATEST(h."readAt", left(h."confirmedMark", 24)::timestamptz)`;

/** Whether the facts of `"Host" h` are within the limit, asked of the clock and not of the job that notices. */
export const hostFresh = (limitHours: string) => `(h."fresh" AND ${HOST_READ_AT} >= now() - ${limitHours}::float8 * interval '1 hour')`;

/** The state of `"Host" h`, one of HOST_STATES. @param limitHours the parameter with the policy's limit, such as `$1` */
export const hostState = (limitHours: string) => `CASE
  WHEN h."readAt" IS NULL THEN 'never'
  WHEN NOT ${hostFresh(limitHours)} THEN 'silent'
  WHEN h."failedAt" > coalesce(h."completeAt", '-infinity') THEN 'failed'
  WHEN h."dueAt" < now() THEN 'overdue'
  ELSE 'fresh' END`;

/** Since when `"Host" h` waits to be judged again because time alone changed its judgement; null when it does not. */
export const HOST_LATE_SINCE = `CASE WHEN h."nextChangeAt" < now() THEN h."nextChangeAt" END`;

/** Order of HOST_STATES as a number, for sorting in SQL. */
export const stateRank = (column: string) => `array_position(ARRAY['never','silent','failed','overdue','fresh'], ${column})`;

const NO_HOSTS: Readonly<Record<HostStateId, number>> = { never: 0, silent: 0, failed: 0, overdue: 0, fresh: 0 };

/** How many hosts are in each state: the one count for every page and the metrics. @param names pattern of LIKE, in lower case */
export async function countHostStates(client: Pick<pg.Pool, "query">, limitHours: number, names = "%"): Promise<Record<HostStateId, number>> {
  const { rows } = await client.query<{ state: HostStateId; count: number }>(
    `SELECT ${hostState("$1")} AS "state", count(*)::int AS "count" FROM "Host" h WHERE lower(h."name") LIKE $2 GROUP BY 1`, [limitHours, names],
  );
  return { ...NO_HOSTS, ...Object.fromEntries(rows.map((row) => [row.state, row.count])) };
}

export const sumOf = (states: Readonly<Record<HostStateId, number>>) => Object.values(states).reduce((sum, count) => sum + count, 0);
