import type { Host, Vm } from "./document";
import type { Absent } from "./fact";

/**
 * Current facts are folded from documents section by section: each section remembers the mark of the document that it
 * came from. Client-safe and without a clock.
 */

/**
 * Time, place in the sender's order, and content of a document, `2026-05-18T07:00:00.000Z#1126y.0a1b2c3d4e5f`: marks
 * sort by time, equal times by epoch and sequence, then by content. A document without sequence has no middle part.
 */
export type Mark = string;
export type Marks = Record<string, Mark>;

/** Base 36 behind its own length: texts sort as the numbers do. */
const sortable = (value: number) => {
  const digits = value.toString(36);
  return `${digits.length.toString(36)}${digits}`;
};
/** So many digits of a document's SHA-256 its marks have, and are kept of it. */
export const SHA_LENGTH = 12;

/** The mark of a document with the effective time `at` (ISO) whose body has this SHA-256. */
export function markOf(at: string, sha256: string, order: { epoch: number; sequence: number } | null = null): Mark {
  const place = order === null ? "" : `${sortable(order.epoch)}${sortable(order.sequence)}.`;
  return `${new Date(at).toISOString()}#${place}${sha256.slice(0, SHA_LENGTH)}`;
}
/** The time in a mark, ISO. */
export function timeOf(mark: Mark): string {
  return mark.slice(0, 24);
}
const minuteOf = (mark: Mark) => `${timeOf(mark).slice(0, 16).replace("T", " ")} UTC`;
/** The first 12 digits of the SHA-256 of the document of a mark. */
export function shaOf(mark: Mark): string {
  return mark.slice(-SHA_LENGTH);
}

interface WithAbsent {
  absent: Absent[];
}
type Facts<T> = Readonly<Record<string, readonly (keyof T & string)[]>>;

/** Facts of a host by the section that reads them; all others belong to `host`. */
export const HOST_SECTIONS: Facts<Host> = {
  volumes: ["volumes"],
  "host-vss": ["hyperVVssWriter", "vssWriters", "vssProviders"],
  shares: ["smbShares"],
  cluster: ["isClusterNode", "clusterName", "clusterId"],
};
/** Facts of a VM by the section that reads them; all others belong to `vms`. */
export const VM_SECTIONS: Facts<Vm> = {
  disks: ["disks"],
  checkpoints: ["checkpoints"],
  integration: ["integration"],
  files: ["orphanFiles", "acl"],
  guest: ["guest"],
};
const IDENTITY: ReadonlySet<string> = new Set(["id", "name", "absent", "attempted", "given", "observedAt", "installId", "hardwareUuid", "fqdn", "vms"]);

const owners = (sections: Facts<never>, base: string) => {
  const owner = new Map<string, string>();
  for (const [section, facts] of Object.entries(sections)) for (const fact of facts) owner.set(fact, section);
  return (fact: string) => owner.get(fact) ?? base;
};
/** Which section a fact belongs to, and all sections there are. */
export interface SectionMap {
  of(fact: string): string;
  all: readonly string[];
}
export const HOST_MAP: SectionMap = { of: owners(HOST_SECTIONS, "host"), all: ["host", ...Object.keys(HOST_SECTIONS)] };
export const VM_MAP: SectionMap = { of: owners(VM_SECTIONS, "vms"), all: ["vms", ...Object.keys(VM_SECTIONS)] };

/** Sections of a record that hold at least one value: what a sender read although it did not say that it tried. */
export function sectionsWithValues(record: object, map: SectionMap): Set<string> {
  const found = new Set<string>();
  for (const [fact, value] of Object.entries(record)) {
    if (value !== null && !IDENTITY.has(fact)) found.add(map.of(fact));
  }
  return found;
}

const rootOf = (path: string) => /^[^.[]*/.exec(path)?.[0] ?? path;

function reasonsOf(record: WithAbsent & object, section: string, map: SectionMap): Absent[] {
  const own: Absent[] = [];
  for (const entry of record.absent) {
    if (entry.fact !== "*") {
      if (map.of(rootOf(entry.fact)) === section) own.push(entry);
      continue;
    }
    for (const [fact, value] of Object.entries(record)) if (value === null && map.of(fact) === section) own.push({ ...entry, fact });
  }
  return own;
}

/** Sections of a document that are newer than what is known; reasons for what nobody ever attempted come last. */
function newerSections(sections: ReadonlySet<string>, mark: Mark, marks: Marks, map: SectionMap): string[] {
  const newer: string[] = [];
  for (const section of map.all) {
    const key = sections.has(section) ? section : marks[section] === undefined ? `never.${section}` : null;
    if (key === null || (marks[key] ?? "") >= mark) continue;
    marks[key] = mark;
    if (key === section) Reflect.deleteProperty(marks, `never.${section}`);
    newer.push(section);
  }
  return newer;
}

/**
 * Puts the sections of `from` that are newer into `into` and leaves the others. Returns a new record; `marks` is
 * changed. The order in which documents come does not matter.
 */
export function foldRecord<T extends WithAbsent & object>(into: T | null, from: T, sections: ReadonlySet<string>, mark: Mark, marks: Marks, map: SectionMap): T {
  const newer = new Set(newerSections(sections, mark, marks, map));
  if (into === null || newer.size === map.all.length) return from;
  if (newer.size === 0) return into;
  const merged: Record<string, unknown> = {};
  for (const fact of Object.keys(from)) if (fact !== "absent" && newer.has(map.of(fact))) merged[fact] = Reflect.get(from, fact);
  const kept = map.all.filter((section) => !newer.has(section)).flatMap((section) => reasonsOf(into, section, map));
  const taken = [...newer].flatMap((section) => reasonsOf(from, section, map));
  return { ...into, ...merged, absent: [...kept, ...taken] };
}

/** What the listings of its host say of a VM. */
export interface Listing {
  listed: Mark;
  /** The first complete listing since then that lacks it. */
  missing: Mark | null;
  failed: Mark | null;
  failedText: string | null;
  hostName: string;
}
/** Reads what the marks of a VM and its host say of its listing. */
export function listingOf(vm: Marks, host: { marks: Marks; failedText: string | null; name: string }): Listing {
  const listed = vm["vms.listed"] ?? "";
  const complete = host.marks["vms.complete"];
  const missing = vm["vms.missing"] ?? (complete !== undefined && complete > listed ? complete : null);
  return { listed, missing, failed: host.marks["vms.failed"] ?? null, failedText: host.failedText, hostName: host.name };
}

const HOUR = 3_600_000;
/** Gone: complete listings of the host that last had the VM lack it for the grace period. Out of all counts, kept for the history. */
export function isGone({ missing }: Pick<Listing, "missing">, graceHours: number, now: number): boolean {
  return missing !== null && now - Date.parse(timeOf(missing)) >= graceHours * HOUR;
}

function blank<T extends WithAbsent & object>(record: T, facts: readonly string[], reason: Absent): T {
  const emptied: Record<string, unknown> = {};
  for (const fact of facts) emptied[fact] = null;
  const gone = new Set(facts);
  return { ...record, ...emptied, absent: [...record.absent.filter((entry) => !gone.has(rootOf(entry.fact))), ...facts.map((fact) => ({ ...reason, fact }))] };
}

function withoutStale<T extends WithAbsent & object>(record: T, marks: Marks, sections: Facts<never>, limitHours: number, now: number): T {
  let result = record;
  for (const [section, facts] of Object.entries(sections)) {
    const mark = marks[section];
    // Guest facts have an age and a limit of their own, which the judge applies.
    if (mark === undefined || section === "guest") continue;
    const hours = (now - Date.parse(timeOf(mark))) / HOUR;
    if (hours > limitHours) result = blank(result, facts, { fact: "", reason: "stale", text: `not heard since ${minuteOf(mark)}; the limit is ${limitHours} h` });
  }
  return result;
}

/** The facts of a host as they may be judged: sections that were not renewed within the limit are unknown. */
export function currentHost(host: Host, marks: Marks, limitHours: number, now: number): Host {
  return withoutStale(host, marks, HOST_SECTIONS, limitHours, now);
}

const OPERATION_SEEN = "vms.operation";

/** The facts of a VM with the first sight of the operation that holds it, where its host does not say since when. */
function withOperation(vm: Vm, marks: Marks): Vm {
  const seen = marks[OPERATION_SEEN];
  return seen === undefined || vm.operationSince !== null ? vm : { ...vm, operationSince: timeOf(seen) };
}

function unknownVm(vm: Vm, reason: "stale" | "error", text: string): Vm {
  const facts = Object.keys(vm).filter((fact) => !IDENTITY.has(fact));
  return { ...blank(vm, facts, { fact: "", reason, text }), absent: [{ fact: "*", reason, text }] };
}

/**
 * The facts of a VM as they may be judged: nothing is known of one that a complete listing lacks, or that the newest
 * listing, which failed, does not have.
 */
export function currentVm(vm: Vm, marks: Marks, listing: Listing, limitHours: number, now: number): Vm {
  const { listed, missing, failed, failedText, hostName } = listing;
  if (missing !== null) return unknownVm(vm, "stale", `${hostName} does not list it since ${minuteOf(missing)}`);
  if (failed !== null && failed > listed) return unknownVm(vm, "error", `the newest listing of its host failed${failedText === null ? "" : `: ${failedText}`}`);
  return withoutStale(withOperation(vm, marks), marks, VM_SECTIONS, limitHours, now);
}
