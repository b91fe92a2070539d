import "server-only";
import { pool } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { AbsentReason } from "@/lib/inventory/fact";
import type { Part, Requirement } from "@/lib/judge/requirement";
import { REQUIREMENTS } from "@/lib/judge/requirements";
import { readAsOf } from "./as-of";
import type { RequirementCounts, RequirementDetail, RequirementList, RequirementListItem } from "./contract";
import { filtersOf, type FindingStatus, JUDGED_CLASSES, type NONE, vmListSchema, type VmFilters } from "./filters";
import { sourcesOf } from "./finding-views";
import { readFixes } from "./vm-detail";
import { readVms } from "./vms";

const GROUPS: Readonly<Record<Part, string>> = {
  A: "Stops the backup", B: "Caps what the backup is worth", "C-static": "The guest takes part", "C-run-time": "The guest is able to", D: "All data is inside", E: "Power and role", F: "Good to know",
};
const AFFECTED_LIMIT = 25;

interface TallyRow {
  requirement: string;
  release: string;
  kind: string;
  status: string;
  count: number;
}
const none = (): RequirementCounts => ({ fail: 0, warning: 0, unknown: 0, info: 0, clear: 0 });
const isStatus = (status: string): status is Exclude<FindingStatus, "clear" | "holds-back"> => ["fail", "warning", "unknown", "info"].includes(status);

function countsOf(rows: readonly TallyRow[], judged: number): RequirementCounts {
  const counts = none();
  for (const row of rows) if (row.kind === "finding" && isStatus(row.status)) counts[row.status] += row.count;
  counts.clear = judged - counts.fail - counts.warning - counts.unknown - counts.info;
  return counts;
}

/** VMs judged for live backup, by host version. */
async function readJudged(): Promise<Map<string, number>> {
  const { rows } = await pool().query<{ release: string; count: number }>(
    `SELECT h."release", sum(t."count")::int AS "count" FROM "Tally" t JOIN "Host" h ON h."id" = t."hostId"
     WHERE t."kind" = 'verdict' AND split_part(t."key", '|', 1) = ANY($1::text[]) GROUP BY 1`, [JUDGED_CLASSES],
  );
  return new Map(rows.map((row) => [row.release, row.count]));
}

async function readTallies(requirement: string | null): Promise<TallyRow[]> {
  const { rows } = await pool().query<TallyRow>(
    `SELECT t."key" AS "requirement", h."release", t."kind", t."status", sum(t."count")::int AS "count" FROM "Tally" t JOIN "Host" h ON h."id" = t."hostId"
     WHERE t."kind" IN ('finding', 'fix-alone', 'finding-missing') AND ($1::text IS NULL OR t."key" = $1) GROUP BY 1, 2, 3, 4`, [requirement],
  );
  return rows;
}

function itemOf(requirement: Requirement, rows: readonly TallyRow[], judged: number): RequirementListItem {
  return {
    id: requirement.id, title: requirement.title, why: requirement.why, group: GROUPS[requirement.part], counts: countsOf(rows, judged),
    makesReady: rows.filter((row) => row.kind === "fix-alone").reduce((sum, row) => sum + row.count, 0),
  };
}

/** All requirements: those that hold back most VMs first. */
export async function readRequirements(): Promise<RequirementList> {
  const [asOf, judged, tallies] = await Promise.all([readAsOf(), readJudged(), readTallies(null)]);
  const total = [...judged.values()].reduce((sum, count) => sum + count, 0);
  const byRequirement = new Map<string, TallyRow[]>();
  for (const row of tallies) {
    const known = byRequirement.get(row.requirement);
    if (known === undefined) byRequirement.set(row.requirement, [row]);
    else known.push(row);
  }
  const items = REQUIREMENTS.map((requirement) => itemOf(requirement, byRequirement.get(requirement.id) ?? [], total));
  items.sort((a, b) => b.makesReady - a.makesReady || b.counts.fail - a.counts.fail || b.counts.warning - a.counts.warning || b.counts.unknown - a.counts.unknown);
  return { items, asOf };
}

const linkOf = (requirement: string, status: FindingStatus): VmFilters => ({ class: [...JUDGED_CLASSES], requirement, status: [status] });

async function readAffected(requirement: string, counts: RequirementCounts): Promise<Pick<RequirementDetail, "affected" | "fix">> {
  const status = counts.fail > 0 ? "fail" : counts.warning > 0 ? "warning" : "unknown";
  const filter = linkOf(requirement, status);
  const page = await readVms(vmListSchema.parse({ ...filter, limit: AFFECTED_LIMIT }));
  const [first] = page.items;
  const fix = first === undefined ? null : { vm: { id: first.id, name: first.name }, fixes: await readFixes(first.id, requirement) };
  return { affected: { status, filter: filtersOf(vmListSchema.parse(filter)), page }, fix };
}

/**
 * One requirement: texts, sources, who fails it and who is unknown and why, what happens by host version, the fix.
 * @throws AppError `not-found`
 */
export async function readRequirement(id: string): Promise<RequirementDetail> {
  const requirement = REQUIREMENTS.find((each) => each.id === id);
  if (requirement === undefined) throw new AppError("not-found", `There is no requirement of that id; the list of requirements has all ${REQUIREMENTS.length}.`);
  const [asOf, judged, rows] = await Promise.all([readAsOf(), readJudged(), readTallies(id)]);
  const item = itemOf(requirement, rows, [...judged.values()].reduce((sum, count) => sum + count, 0));
  const reasons = new Map<string, number>();
  for (const row of rows) if (row.kind === "finding-missing") reasons.set(row.status, (reasons.get(row.status) ?? 0) + row.count);
  return {
    ...item, otherwise: requirement.otherwise, expected: requirement.expected, hosts: requirement.hosts, guests: requirement.guests, sources: sourcesOf(requirement),
    facts: Object.entries(requirement.needs).flatMap(([level, facts]) => (facts ?? []).map((fact: unknown) => `${level}.${String(fact)}`)),
    rows: Object.values(requirement.rows).map((row) => ({ when: row.when, cells: row.cells, unconfirmed: row.unconfirmed !== undefined })),
    links: {
      fail: linkOf(id, "fail"), warning: linkOf(id, "warning"), unknown: linkOf(id, "unknown"), info: linkOf(id, "info"), clear: linkOf(id, "clear"),
      makesReady: { fixAlone: id },
    },
    byRelease: [...judged].map(([release, count]) => ({ release, counts: countsOf(rows.filter((row) => row.release === release), count), filter: { class: [...JUDGED_CLASSES], release: [release] } }))
      .sort((a, b) => b.counts.fail - a.counts.fail || a.release.localeCompare(b.release)),
    unknownReasons: [...reasons].map(([reason, vms]) => ({
      reason: reason as AbsentReason | typeof NONE, vms, filter: { ...linkOf(id, "unknown"), missing: [reason as AbsentReason] },
    })).sort((a, b) => b.vms - a.vms),
    ...await readAffected(id, item.counts), asOf,
  };
}
