import "server-only";
import { CLASSES } from "@/lib/judge/judgement";
import { HOLDING_EFFECTS, JUDGED_CLASSES, NONE, type VmFilters } from "./filters";
import { hostFresh } from "./host-state";

/** A condition on `"Vm" v` with its parameters; the same for list, count and CSV. */
export interface Where {
  text: string;
  values: unknown[];
}

class Conditions {
  readonly parts: string[] = [`NOT v."gone"`];
  readonly values: unknown[] = [];

  param(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
  add(text: string): void {
    this.parts.push(text);
  }
  anyOf(column: string, values: readonly unknown[] | undefined, type = "text"): void {
    if (values === undefined || values.length === 0) return;
    this.add(values.length === 1 ? `v."${column}" = ${this.param(values[0])}::${type}` : `v."${column}" = ANY(${this.param(values)}::${type}[])`);
  }
}

const likePattern = (text: string) => `%${text.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
const emptyForNone = (values: readonly string[] | undefined) => values?.map((value) => (value === NONE ? "" : value));

function findingCondition(conditions: Conditions, filters: VmFilters): void {
  const { requirement, status } = filters;
  if (requirement === undefined && status === undefined) return;
  const statuses = status ?? ["fail"];
  const stored = statuses.filter((each) => each !== "clear" && each !== "holds-back");
  const ofRequirement = requirement === undefined ? "" : ` AND f."requirement" = ${conditions.param(requirement)}`;
  const either: string[] = [];
  if (stored.length > 0) either.push(`v."id" IN (SELECT f."vmId" FROM "Finding" f WHERE f."status" = ANY(${conditions.param(stored)}::text[]) AND NOT f."latent"${ofRequirement})`);
  if (statuses.includes("holds-back")) {
    either.push(`(v."class" = ANY(${conditions.param(JUDGED_CLASSES)}::text[]) AND v."id" IN (SELECT f."vmId" FROM "Finding" f WHERE f."effect" = ANY(${conditions.param(HOLDING_EFFECTS)}::text[]) AND NOT f."latent"${ofRequirement}))`);
  }
  if (statuses.includes("clear")) {
    either.push(`(v."class" = ANY(${conditions.param(JUDGED_CLASSES)}::text[]) AND NOT EXISTS (SELECT 1 FROM "Finding" f WHERE f."vmId" = v."id" AND NOT f."latent"${ofRequirement}))`);
  }
  conditions.add(`(${either.join(" OR ")})`);
}

function missingCondition(conditions: Conditions, missing: VmFilters["missing"], requirement: string | undefined): void {
  if (missing === undefined || missing.length === 0) return;
  const reasons = missing.filter((reason) => reason !== NONE);
  const either: string[] = [];
  if (reasons.length > 0 && requirement !== undefined) {
    either.push(`EXISTS (SELECT 1 FROM "Finding" f WHERE f."vmId" = v."id" AND NOT f."latent" AND f."status" = 'unknown' AND f."requirement" = ${conditions.param(requirement)} AND f."missing" && ${conditions.param(reasons)}::text[])`);
  } else if (reasons.length > 0) either.push(`v."missing" && ${conditions.param(reasons)}::text[]`);
  if (missing.includes(NONE)) either.push(`v."missing" = '{}'`);
  conditions.add(`(${either.join(" OR ")})`);
}

function clusterCondition(conditions: Conditions, cluster: VmFilters["cluster"]): void {
  if (cluster === undefined || cluster.length === 0) return;
  const ids = cluster.filter((id) => id !== NONE);
  const either = ids.length === 0 ? [] : [`v."clusterId" = ANY(${conditions.param(ids)}::uuid[])`];
  if (cluster.includes(NONE)) either.push(`v."clusterId" IS NULL`);
  conditions.add(`(${either.join(" OR ")})`);
}

/** The condition that filters mean; gone VMs are in no view. @param hostHours the policy's limit for facts of hosts */
export function whereOf(filters: VmFilters, hostHours: number): Where {
  const conditions = new Conditions();
  if (filters.q !== undefined) conditions.add(`v."searchName" LIKE ${conditions.param(likePattern(filters.q))}`);
  // All classes is no filter: without it the planner may take the index of the sort.
  if (filters.class !== undefined && filters.class.length < CLASSES.length) conditions.anyOf("class", filters.class);
  conditions.anyOf("verdict", filters.verdict);
  conditions.anyOf("coverage", filters.coverage);
  if (filters.atBest !== undefined) conditions.add(`v."atBest" = ${conditions.param(filters.atBest === "true")}`);
  findingCondition(conditions, filters);
  conditions.anyOf("decidedBy", emptyForNone(filters.decidedBy));
  if (filters.fixAlone !== undefined) conditions.add(`v."fixAlone" @> ${conditions.param([filters.fixAlone])}::text[]`);
  missingCondition(conditions, filters.missing, filters.status?.includes("unknown") === true ? filters.requirement : undefined);
  if (filters.badge !== undefined && filters.badge.length > 0) conditions.add(`v."badges" && ${conditions.param(filters.badge)}::text[]`);
  clusterCondition(conditions, filters.cluster);
  conditions.anyOf("hostId", filters.host, "uuid");
  conditions.anyOf("release", filters.release);
  conditions.anyOf("osName", filters.guest);
  conditions.anyOf("family", filters.family);
  conditions.anyOf("generation", filters.generation?.map((value) => (value === NONE ? 0 : Number(value))), "int2");
  conditions.anyOf("version", emptyForNone(filters.version));
  conditions.anyOf("power", filters.power);
  if (filters.fresh !== undefined) {
    // The hosts that are fresh by the clock are found once, not for each VM.
    conditions.add(`${filters.fresh === "true" ? "" : "NOT "}(v."fresh" AND v."hostId" IN (SELECT h."id" FROM "Host" h WHERE ${hostFresh(conditions.param(hostHours))}))`);
  }
  if (filters.scoreFrom !== undefined || filters.scoreTo !== undefined) {
    // By the rank, which the index of "worst first" begins with; VMs without a score rank behind 100.
    conditions.add(`v."scoreRank" BETWEEN ${conditions.param(filters.scoreFrom ?? 0)} AND ${conditions.param(filters.scoreTo ?? 100)}`);
  }
  return { text: conditions.parts.join(" AND "), values: conditions.values };
}

/** Columns of each sort, all in one direction; the last two make the order total. */
const NAME = ["nameKey", "id"] as const;
export const SORT_COLUMNS = {
  score: ["scoreRank", "verdictRank", ...NAME],
  verdict: ["verdictRank", "scoreRank", ...NAME],
  name: NAME,
  because: ["decidedBy", ...NAME],
  guest: ["guestKey", ...NAME],
  host: ["hostKey", ...NAME],
  cluster: ["clusterKey", ...NAME],
  release: ["releaseRank", ...NAME],
  coverage: ["coverageRank", ...NAME],
  generation: ["generation", ...NAME],
  version: ["versionRank", ...NAME],
  power: ["power", ...NAME],
  read: ["readAt", ...NAME],
} as const;
const CASTS: Readonly<Record<string, string>> = {
  scoreRank: "int2", verdictRank: "int2", coverageRank: "int2", generation: "int2", releaseRank: "int4", versionRank: "int4", readAt: "timestamptz", id: "uuid",
};
/** The type that a cursor's value of this column is compared as. */
export function castOf(column: string): string {
  return CASTS[column] ?? `text COLLATE "C"`;
}
