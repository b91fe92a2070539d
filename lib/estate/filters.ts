import { z } from "zod";
import { ABSENT_REASONS } from "@/lib/inventory/fact";
import { CLASSES, VERDICTS, type ClassId } from "@/lib/judge/judgement";

/** Classes of the VMs that are judged for live backup: neither offline nor excluded. */
export const JUDGED_CLASSES = ["ready", "weaker", "not-live", "unknown"] as const satisfies readonly ClassId[];
/** Stands for a fact that was not read, and for "in no cluster". */
export const NONE = "none";
/**
 * `holds-back`: the finding's effect lowers verdict or coverage, whether it fails or only warns. `clear`: judged for live
 * backup and without a finding of that requirement: it passes or does not apply.
 */
export const FINDING_STATUSES = ["fail", "warning", "unknown", "info", "holds-back", "clear"] as const;
/** Effects of a finding that lower verdict or coverage. */
export const HOLDING_EFFECTS = ["live-filesystem", "live-unverified", "live-crash", "saved-state", "will-fail", "partial"] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];
export const POWERS = ["running", "paused", "off", "saved", "transient", "critical", "unreadable", NONE] as const;
export const FAMILIES = ["windows", "linux", "bsd", "other", NONE] as const;

export const SORTS = ["score", "verdict", "name", "because", "guest", "host", "cluster", "release", "coverage", "generation", "version", "power", "read"] as const;
export type SortKey = (typeof SORTS)[number];
export const COLUMNS = ["verdict", "name", "because", "score", "guest", "host", "read", "release", "cluster", "coverage", "generation", "version", "power"] as const;
export type ColumnId = (typeof COLUMNS)[number];
export const DEFAULT_COLUMNS: readonly ColumnId[] = ["verdict", "name", "because", "score", "guest", "host", "read"];
/** Sort and filters of each column: every column that is shown can be sorted and filtered. */
export const COLUMN_FILTERS: Readonly<Record<ColumnId, { label: string; sort: SortKey; filters: readonly FilterKey[] }>> = {
  verdict: { label: "Verdict", sort: "verdict", filters: ["class", "verdict", "atBest"] },
  name: { label: "VM", sort: "name", filters: ["q"] },
  because: { label: "Because", sort: "because", filters: ["decidedBy", "requirement", "status", "missing"] },
  score: { label: "Score", sort: "score", filters: ["scoreFrom", "scoreTo"] },
  guest: { label: "Guest", sort: "guest", filters: ["guest", "family"] },
  host: { label: "Host", sort: "host", filters: ["host"] },
  read: { label: "Read", sort: "read", filters: ["fresh"] },
  release: { label: "Host version", sort: "release", filters: ["release"] },
  cluster: { label: "Cluster", sort: "cluster", filters: ["cluster"] },
  coverage: { label: "Coverage", sort: "coverage", filters: ["coverage"] },
  generation: { label: "Generation", sort: "generation", filters: ["generation"] },
  version: { label: "Configuration version", sort: "version", filters: ["version"] },
  power: { label: "Power", sort: "power", filters: ["power"] },
};

/**
 * What may be said of a host now, worst first. `never`: no inventory read it. `silent`: its newest facts are older than
 * the policy's limit, so its VMs are unknown. `failed`: its newest listing of VMs failed. `overdue`: two intervals passed
 * without an inventory; verdicts stand and are marked. `fresh`: none of these.
 */
export const HOST_STATES = ["never", "silent", "failed", "overdue", "fresh"] as const;
export type HostStateId = (typeof HOST_STATES)[number];

/** NUL cannot be stored in Postgres, so it can match nothing. */
const text = z.string().min(1).max(512).refine((value) => !value.includes("\0"), "has a NUL character");
const many = <T extends z.ZodType>(of: T) => z.array(of).max(64).optional();
const one = z.union([z.uuid(), z.literal(NONE)]);
const points = z.coerce.number().int().min(0).max(100).optional();

/**
 * Filters of the VM list, the same for page, API, count and CSV. Values of one field are alternatives, fields add up.
 * `cluster` and `host` are our ids; `none` = in no cluster, or not read. `requirement` without `status` means that it
 * fails; `missing` = a finding is unknown for that reason. `fixAlone` = mending that requirement makes the VM ready.
 */
export const vmFilterSchema = z.object({
  q: text.optional(),
  class: many(z.enum(CLASSES)),
  verdict: many(z.enum(VERDICTS)),
  coverage: many(z.enum(["full", "partial", "none", "unknown"])),
  atBest: z.enum(["true", "false"]).optional(),
  requirement: text.max(64).optional(),
  status: many(z.enum(FINDING_STATUSES)),
  decidedBy: many(z.union([z.literal(NONE), text.max(64)])),
  fixAlone: text.max(64).optional(),
  missing: many(z.enum([...ABSENT_REASONS, NONE])),
  badge: many(text.max(64)),
  cluster: many(one),
  host: many(z.uuid()),
  release: many(text),
  guest: many(text),
  family: many(z.enum(FAMILIES)),
  generation: many(z.union([z.literal(NONE), z.string().regex(/^[1-9]$/, "is a generation such as 1 or 2")])),
  version: many(text.max(64)),
  power: many(z.enum(POWERS)),
  fresh: z.enum(["true", "false"]).optional(),
  scoreFrom: points,
  scoreTo: points,
});
export type VmFilters = z.infer<typeof vmFilterSchema>;
export type FilterKey = keyof VmFilters;

export const MAX_LIMIT = 500;
/** What a list request says besides its filters. `direction` is that of the first column; score ascending is worst first. */
export const vmListSchema = vmFilterSchema.extend({
  sort: z.enum(SORTS).default("score"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  limit: z.coerce.number().int().min(1).max(MAX_LIMIT).default(50),
  cursor: z.string().max(4096).optional(),
  columns: many(z.enum(COLUMNS)),
});
export type VmListRequest = z.infer<typeof vmListSchema>;

export const FILTER_KEYS = Object.keys(vmFilterSchema.shape) as FilterKey[];
const LIST_KEYS = ["sort", "direction", "limit", "cursor", "columns"] as const;
const MANY: ReadonlySet<string> = new Set(["class", "verdict", "coverage", "status", "decidedBy", "missing", "badge", "cluster", "host", "release", "guest", "family", "generation", "version", "power", "columns"]);

export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;
/** A value in the address that is not understood: which field, what is wrong, what it takes. */
export interface FieldProblem {
  field: string;
  problem: string;
}

function collect(source: URLSearchParams | SearchParams): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (key: string, value: string) => {
    if (value !== "") found.set(key, [...(found.get(key) ?? []), value]);
  };
  if (source instanceof URLSearchParams) source.forEach((value, key) => { add(key, value); });
  else for (const [key, value] of Object.entries(source)) for (const each of [value ?? []].flat()) add(key, each);
  return found;
}

/**
 * Reads a list request from an address. Fields that are not understood are left out and named in `problems`: the API
 * refuses then, a page shows the rest. Unknown fields are problems too, so a misspelt filter never shows everything.
 */
export function parseVmList(source: URLSearchParams | SearchParams): { request: VmListRequest; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const raw: Record<string, string | string[]> = {};
  for (const [key, values] of collect(source)) {
    const field = Object.hasOwn(vmListSchema.shape, key) ? vmListSchema.shape[key as keyof typeof vmListSchema.shape] : undefined;
    if (field === undefined) {
      problems.push({ field: key, problem: `is not a filter; filters are ${FILTER_KEYS.join(", ")}` });
      continue;
    }
    if (!MANY.has(key) && values.length > 1) problems.push({ field: key, problem: "is given more than once; the last one counts" });
    const value = MANY.has(key) ? [...new Set(values)].sort() : values.at(-1) ?? "";
    const parsed = field.safeParse(value);
    if (parsed.success) raw[key] = value;
    else problems.push({ field: key, problem: parsed.error.issues[0]?.message ?? "is not understood" });
  }
  return { request: vmListSchema.parse(raw), problems };
}

/** Writes filters and list settings as a query string without "?": fixed order of fields, sorted values, no defaults. */
export function formatVmList(request: Partial<VmListRequest>): string {
  const defaults: Partial<Record<string, unknown>> = { sort: "score", direction: "asc", limit: 50 };
  const params = new URLSearchParams();
  for (const key of [...FILTER_KEYS, ...LIST_KEYS]) {
    const value = request[key];
    if (value === undefined || value === defaults[key]) continue;
    // The order of columns is the order on screen; the values of a filter have none.
    const values = Array.isArray(value) ? (key === "columns" ? value : [...value].sort()) : [value];
    for (const each of values) params.append(key, String(each));
  }
  return params.toString();
}

/** Address of the list page of exactly these VMs. */
export function vmsHref(request: Partial<VmListRequest>): string {
  const query = formatVmList(request);
  return query === "" ? "/vms" : `/vms?${query}`;
}

/** The filters of a request without sort, page and columns. */
export function filtersOf(request: VmListRequest): VmFilters {
  const { sort: _sort, direction: _direction, limit: _limit, cursor: _cursor, columns: _columns, ...filters } = request;
  return filters;
}

/** The views above the list, in order. `not-ready` = judged for live backup and not ready. */
export const VIEWS: readonly { id: string; label: string; classes: readonly ClassId[] }[] = [
  { id: "all", label: "All", classes: [] },
  { id: "not-ready", label: "Not ready", classes: ["weaker", "not-live", "unknown"] },
  { id: "ready", label: "Ready", classes: ["ready"] },
  { id: "weaker", label: "Weaker data", classes: ["weaker"] },
  { id: "not-live", label: "Not live", classes: ["not-live"] },
  { id: "unknown", label: "Unknown", classes: ["unknown"] },
  { id: "offline", label: "Off", classes: ["offline"] },
  { id: "excluded", label: "Excluded", classes: ["excluded"] },
];
