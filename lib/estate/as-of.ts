import "server-only";
import { pool } from "@/lib/db/client";
import { REQUIREMENTS } from "@/lib/judge/requirements";
import type { AsOf } from "./contract";
import { estateSettings, policyInForce } from "./policy-in-force";

const STALE_SHOWN = 10;

interface Row {
  newest: Date | null;
  fresh: number;
  total: number;
  synthetic: boolean;
  judgedAt: Date | null;
}

/** From when the shown facts are, how many hosts are fresh, and by what they were judged. */
export async function readAsOf(): Promise<AsOf> {
  const [inForce, { rows }, { rows: stale }] = await Promise.all([
    policyInForce(),
    pool().query<Row>(
      `SELECT max("readAt") AS "newest", count(*) FILTER (WHERE "fresh")::int AS "fresh", count(*)::int AS "total", coalesce(bool_or("synthetic"), false) AS "synthetic",
        (SELECT max("judgedAt") FROM "Host") AS "judgedAt" FROM "Host"`,
    ),
    pool().query<{ id: string; name: string; readAt: Date | null; vms: number }>(
      `SELECT h."id", h."name", h."readAt", coalesce((SELECT sum(t."count") FROM "Tally" t WHERE t."hostId" = h."id" AND t."kind" = 'verdict'), 0)::int AS "vms"
       FROM "Host" h WHERE NOT h."fresh" ORDER BY h."readAt" NULLS FIRST, h."nameKey", h."id" LIMIT $1`, [STALE_SHOWN],
    ),
  ]);
  const [row] = rows;
  return {
    newest: row?.newest?.toISOString() ?? null, judgedAt: row?.judgedAt?.toISOString() ?? null,
    hosts: { fresh: row?.fresh ?? 0, total: row?.total ?? 0 },
    staleHosts: stale.map((host) => ({ id: host.id, name: host.name, readAt: host.readAt?.toISOString() ?? null, vms: host.vms, filter: { host: [host.id] } })),
    ruleset: estateSettings(inForce).ruleset, policy: { name: inForce.policy.name, version: inForce.version }, synthetic: row?.synthetic ?? false,
  };
}

/** Numbers beside the navigation. */
export async function readTotals(): Promise<{ vms: number; requirements: number }> {
  const { rows } = await pool().query<{ vms: number }>(`SELECT coalesce(sum("count"), 0)::int AS "vms" FROM "Tally" WHERE "kind" = 'verdict'`);
  return { vms: rows[0]?.vms ?? 0, requirements: REQUIREMENTS.length };
}
