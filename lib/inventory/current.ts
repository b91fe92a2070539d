import type { Host, Vm } from "./document";
import type { Absent } from "./fact";

/**
 * Current facts are folded from documents section by section: each section remembers the mark of the document that it
 * came from. Client-safe and without a clock.
 */

/** Collection time and content of a document, `2026-05-18T07:00:00.000Z#0a1b2c3d4e5f`: marks sort by time, equal times by content. */
export type Mark = string;
export type Marks = Record<string, Mark>;

/** The mark of a document collected at `at` (ISO) whose body has this SHA-256. */
export function markOf(at: string, sha256: string): Mark {
  return `${new Date(at).toISOString()}#${sha256.slice(0, 12)}`;
}
/** The time in a mark, ISO. */
export function timeOf(mark: Mark): string {
  return mark.slice(0, 24);
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

/** What the newest listing of the host says of a VM that it lacks. */
export interface Listing {
  listed: Mark;
  complete: Mark | null;
  failed: Mark | null;
  failedText: string | null;
}
/** Gone: a complete listing of the host that last had the VM is newer and lacks it. */
export function isGone(listing: Listing): boolean {
  return listing.complete !== null && listing.complete > listing.listed;
}

const HOUR = 3_600_000;
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
    if (hours > limitHours) result = blank(result, facts, { fact: "", reason: "stale", text: `read ${Math.floor(hours)} h ago; the limit is ${limitHours} h` });
  }
  return result;
}

/** The facts of a host as they may be judged: sections that were not renewed within the limit are unknown. */
export function currentHost(host: Host, marks: Marks, limitHours: number, now: number): Host {
  return withoutStale(host, marks, HOST_SECTIONS, limitHours, now);
}

/** The facts of a VM as they may be judged; after a failed listing without it nothing is known of it. */
export function currentVm(vm: Vm, marks: Marks, listing: Listing, limitHours: number, now: number): Vm {
  if (listing.failed !== null && listing.failed > listing.listed) {
    const facts = Object.keys(vm).filter((fact) => !IDENTITY.has(fact));
    const text = `the newest listing of its host failed${listing.failedText === null ? "" : `: ${listing.failedText}`}`;
    return { ...blank(vm, facts, { fact: "", reason: "error", text }), absent: [{ fact: "*", reason: "error", text }] };
  }
  return withoutStale(vm, marks, VM_SECTIONS, limitHours, now);
}
