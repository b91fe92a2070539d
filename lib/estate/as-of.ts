import "server-only";
import { pool } from "@/lib/db/client";
import { REQUIREMENTS } from "@/lib/judge/requirements";
import type { AsOf, Written } from "./contract";
import { countHostStates, HOST_LATE_SINCE, HOST_READ_AT, hostFresh, sumOf } from "./host-state";
import { estateSettings, policyInForce } from "./policy-in-force";

const STALE_SHOWN = 10;
const LATE_SHOWN = 3;

interface Row {
  newest: Date | null;
  synthetic: boolean;
  judgedAt: Date | null;
  lateHosts: number;
  lateVms: number;
  lateSince: Date | null;
}

/**
 * The instant of an index's end is found without a scan; counts of hosts need one, over as many rows as there are hosts.
 * Of the times at which hosts were judged the sum, for all that new rules judge have one and the same.
 */
const WRITTEN = `SELECT
  concat_ws('/', h."hosts", h."judged", (SELECT max("version") FROM "Policy"), (SELECT max("receivedAt") FROM "Import"), (SELECT count(*) FROM "Import"),
    (SELECT count(*) FROM "Quarantine")) AS "revision",
  concat_ws('/', h."confirmedMark", h."heardAt", (SELECT count(*) FROM "Collector"),
    (SELECT max(greatest("lastSeenAt", "lastRefusedAt", "approvedAt", "revokedAt", "createdAt")) FROM "Collector")) AS "contact"
  FROM (SELECT count(*) AS "hosts", sum(extract(epoch FROM "judgedAt")) AS "judged", max("confirmedMark") AS "confirmedMark", max("heardAt") AS "heardAt" FROM "Host") h`;

/** What an open page asks again and again: whether anything was written since it was made. */
export async function readWritten(): Promise<Written> {
  const { rows } = await pool().query<{ revision: string; contact: string }>(WRITTEN);
  const [row] = rows;
  return { revision: row?.revision ?? "", contact: row?.contact ?? "", asked: new Date().toISOString() };
}

/** From when the shown facts are, how many hosts are fresh, by what they were judged, and what is still to be judged. */
export async function readAsOf(): Promise<AsOf> {
  const inForce = await policyInForce();
  const settings = estateSettings(inForce);
  const limit = settings.freshness.hostHours;
  // What changed is read first: a change during the other reads then shows as one, and is never missed.
  const written = await readWritten();
  const [states, { rows }, { rows: stale }, { rows: late }] = await Promise.all([
    countHostStates(pool(), limit),
    pool().query<Row>(
      `SELECT max(${HOST_READ_AT}) AS "newest", coalesce(bool_or("synthetic"), false) AS "synthetic", max("judgedAt") AS "judgedAt",
        count(*) FILTER (WHERE ${HOST_LATE_SINCE} IS NOT NULL)::int AS "lateHosts", coalesce(sum(CASE WHEN ${HOST_LATE_SINCE} IS NOT NULL THEN h."vmCount" END), 0)::int AS "lateVms",
        min(${HOST_LATE_SINCE}) AS "lateSince" FROM "Host" h`,
    ),
    pool().query<{ id: string; name: string; readAt: Date | null; vms: number }>(
      `SELECT h."id", h."name", ${HOST_READ_AT} AS "readAt", h."vmCount" AS "vms" FROM "Host" h WHERE NOT ${hostFresh("$1")} OR h."readAt" IS NULL
       ORDER BY h."readAt" NULLS FIRST, h."nameKey", h."id" LIMIT $2`, [limit, STALE_SHOWN],
    ),
    pool().query<{ id: string; name: string }>(`SELECT h."id", h."name" FROM "Host" h WHERE ${HOST_LATE_SINCE} IS NOT NULL ORDER BY h."nextChangeAt", h."nameKey", h."id" LIMIT $1`, [LATE_SHOWN]),
  ]);
  const [row] = rows;
  return {
    newest: row?.newest?.toISOString() ?? null, judgedAt: row?.judgedAt?.toISOString() ?? null,
    hosts: { ...states, total: sumOf(states) },
    staleHosts: stale.map((host) => ({ id: host.id, name: host.name, readAt: host.readAt?.toISOString() ?? null, vms: host.vms, filter: { host: [host.id] } })),
    late: { hosts: row?.lateHosts ?? 0, vms: row?.lateVms ?? 0, since: row?.lateSince?.toISOString() ?? null, first: late.map((host) => ({ ...host, filter: { host: [host.id] } })) }, asked: written.asked, revision: written.revision, contact: written.contact,
    ruleset: settings.ruleset, policy: { name: inForce.policy.name, version: inForce.version }, synthetic: row?.synthetic ?? false,
  };
}

/** Numbers beside the navigation. */
export async function readTotals(): Promise<{ vms: number; requirements: number; hosts: number; collectors: number }> {
  const { rows } = await pool().query<{ vms: number; hosts: number; collectors: number }>(
    `SELECT (SELECT coalesce(sum("vmCount"), 0)::int FROM "Host") AS "vms", (SELECT count(*)::int FROM "Host") AS "hosts",
      (SELECT count(*)::int FROM "Collector" WHERE "state" <> 'revoked') AS "collectors"`,
  );
  const [row] = rows;
  return { vms: row?.vms ?? 0, requirements: REQUIREMENTS.length, hosts: row?.hosts ?? 0, collectors: row?.collectors ?? 0 };
}
