import "server-only";
import { pool } from "@/lib/db/client";
import type { AbsentReason } from "@/lib/inventory/fact";
import type { Downtime } from "@/lib/judge/fix";
import { REQUIREMENTS } from "@/lib/judge/requirements";
import { readAsOf } from "./as-of";
import type { EstateOverview, FixNext, GroupCounts, Pause, UnknownReason } from "./contract";
import { countsOf, type VerdictTally } from "./counts";
import { JUDGED_CLASSES, NONE, type VmFilters } from "./filters";
import { firstDowntime } from "./vm-detail";

const FIXES_SHOWN = 5;
const PAUSES_SHOWN = 3;
const BEFORE_FIXES = 10;

interface GroupRow extends VerdictTally {
  clusterId: string | null;
  release: string;
}

async function readGroups(): Promise<{ tallies: GroupRow[]; hosts: { clusterId: string | null; clusterName: string | null; release: string; hosts: number }[] }> {
  const [tallies, hosts] = await Promise.all([
    pool().query<GroupRow>(
      `SELECT h."clusterId", h."release", t."key", sum(t."count")::int AS "count" FROM "Tally" t JOIN "Host" h ON h."id" = t."hostId" WHERE t."kind" = 'verdict' GROUP BY 1, 2, 3`,
    ),
    pool().query<{ clusterId: string | null; clusterName: string | null; release: string; hosts: number }>(
      `SELECT h."clusterId", c."name" AS "clusterName", h."release", count(*)::int AS "hosts" FROM "Host" h LEFT JOIN "Cluster" c ON c."id" = h."clusterId" GROUP BY 1, 2, 3`,
    ),
  ]);
  return { tallies: tallies.rows, hosts: hosts.rows };
}

type Groups = Awaited<ReturnType<typeof readGroups>>;

/** Releases from new to old; what is no such name comes last. */
const YEAR = /(\d{4})( R2)?/;
function releaseOrder(one: string, other: string): number {
  const rank = (name: string) => {
    const match = YEAR.exec(name);
    return match === null ? 0 : Number(match[1]) + (match[2] === undefined ? 0 : 0.5);
  };
  return rank(other) - rank(one) || one.localeCompare(other);
}

type Grouped = Pick<GroupRow, "clusterId" | "release">;

function byId<Row extends Grouped>(rows: readonly Row[], idOf: (row: Grouped) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const known = groups.get(idOf(row));
    if (known === undefined) groups.set(idOf(row), [row]);
    else known.push(row);
  }
  return groups;
}

function groupBy(groups: Groups, idOf: (row: Grouped) => string, nameOf: (row: Groups["hosts"][number], hosts: number) => string, filterOf: (id: string) => VmFilters): GroupCounts[] {
  const tallies = byId(groups.tallies, idOf);
  return [...byId(groups.hosts, idOf)].map(([id, hosts]) => {
    const count = hosts.reduce((sum, row) => sum + row.hosts, 0);
    const [first] = hosts;
    return {
      id, name: first === undefined ? id : nameOf(first, count), hosts: count, releases: [...new Set(hosts.map((row) => row.release))].sort(releaseOrder),
      counts: countsOf(tallies.get(id) ?? []), filter: filterOf(id),
    };
  });
}

async function readFixNext(): Promise<{ fixNext: FixNext[]; failing: number }> {
  const { rows } = await pool().query<{ requirement: string; failing: number; makesReady: number }>(
    `SELECT "key" AS "requirement", coalesce(sum("count") FILTER (WHERE "kind" = 'holds-back'), 0)::int AS "failing", coalesce(sum("count") FILTER (WHERE "kind" = 'fix-alone'), 0)::int AS "makesReady"
     FROM "Tally" WHERE "kind" IN ('holds-back', 'fix-alone') GROUP BY "key" ORDER BY 3 DESC, 2 DESC, 1`,
  );
  const titles = new Map(REQUIREMENTS.map((requirement) => [requirement.id, requirement.title]));
  const fixNext = await Promise.all(rows.slice(0, FIXES_SHOWN).map(async (row): Promise<FixNext> => ({
    requirement: row.requirement, title: titles.get(row.requirement) ?? row.requirement, failing: row.failing, makesReady: row.makesReady,
    failingFilter: { class: [...JUDGED_CLASSES], requirement: row.requirement, status: ["holds-back"] }, makesReadyFilter: { fixAlone: row.requirement },
    downtime: await downtimeOf(row.requirement),
  })));
  return { fixNext, failing: rows.filter((row) => row.failing > 0).length };
}

async function downtimeOf(requirement: string): Promise<Downtime | null> {
  const { rows } = await pool().query<{ vmId: string }>(
    `(SELECT f."vmId" FROM "Finding" f WHERE f."requirement" = $1 AND f."status" IN ('fail', 'warning') AND NOT f."latent" AND f."fixAlone" LIMIT 1)
     UNION ALL (SELECT f."vmId" FROM "Finding" f WHERE f."requirement" = $1 AND f."status" IN ('fail', 'warning') AND NOT f."latent" LIMIT 1) LIMIT 1`, [requirement],
  );
  return rows[0] === undefined ? null : firstDowntime(rows[0].vmId, requirement);
}

async function readUnknownReasons(): Promise<UnknownReason[]> {
  const { rows } = await pool().query<{ reason: AbsentReason | typeof NONE; vms: number }>(
    `SELECT "key" AS "reason", sum("count")::int AS "vms" FROM "Tally" WHERE "kind" = 'missing' GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  return Promise.all(rows.slice(0, BEFORE_FIXES).map(async ({ reason, vms }) => {
    const example = await pool().query<{ because: string }>(
      reason === NONE
        ? `SELECT v."because" FROM "Vm" v WHERE v."class" = 'unknown' AND v."missing" = '{}' AND NOT v."gone" LIMIT 1`
        : `SELECT v."because" FROM "Vm" v WHERE v."class" = 'unknown' AND v."missing" @> ARRAY[$1]::text[] AND NOT v."gone" LIMIT 1`,
      reason === NONE ? [] : [reason],
    );
    return { reason, vms, filter: { class: ["unknown"], missing: [reason] } satisfies VmFilters, example: example.rows[0]?.because ?? null };
  }));
}

/** Few VMs pause: an index holds only these. */
async function readPauses(): Promise<EstateOverview["pauses"]> {
  const { rows } = await pool().query<{ id: string; name: string; release: string; memoryBytes: string | null; pauseSeconds: number | null; count: number; seconds: number | null }>(
    `SELECT "id", "name", "release", "memoryBytes", "pauseSeconds", (count(*) OVER ())::int AS "count", (sum("pauseSeconds") OVER ())::float8 AS "seconds"
     FROM "Vm" WHERE NOT "gone" AND "class" = 'not-live' AND "verdict" = 'saved-state' ORDER BY "pauseSeconds" DESC NULLS LAST, "nameKey", "id" LIMIT $1`, [PAUSES_SHOWN],
  );
  const longest = rows.flatMap(({ id, name, release, memoryBytes, pauseSeconds }): Pause[] =>
    (pauseSeconds === null ? [] : [{ id, name, hostRelease: release, memoryBytes: memoryBytes === null ? null : Number(memoryBytes), seconds: pauseSeconds }]));
  return { longest, count: rows[0]?.count ?? 0, totalSeconds: rows[0]?.seconds ?? 0, filter: { verdict: ["saved-state"] } };
}

/** The estate page: every number is a sum of the counts written when the VMs were judged. */
export async function readEstate(): Promise<EstateOverview> {
  const [asOf, groups, { fixNext, failing }, unknownReasons, pauses] = await Promise.all([readAsOf(), readGroups(), readFixNext(), readUnknownReasons(), readPauses()]);
  const byCluster = groupBy(groups, (row) => row.clusterId ?? NONE, (row, hosts) => row.clusterName ?? `${hosts} standalone ${hosts === 1 ? "host" : "hosts"}`, (id) => ({ cluster: [id] }))
    .sort((a, b) => Number(a.id === NONE) - Number(b.id === NONE) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
  const byRelease = groupBy(groups, (row) => row.release, (row) => row.release, (id) => ({ release: [id] })).sort((a, b) => releaseOrder(a.id, b.id));
  return { asOf, counts: countsOf(groups.tallies), fixNext, failingRequirements: failing, unknownReasons, byCluster, byRelease, pauses };
}
