import type { Host } from "@/lib/inventory/document";
import { realUuid } from "@/lib/inventory/hardware-uuid";

/** Keys of a host, strongest first (issue 3, section 5). `name` counts only where one side has nothing else. */
export const HOST_KEYS = ["installId", "hardwareUuid", "fqdn", "name"] as const;
export type HostKey = (typeof HOST_KEYS)[number];
export type HostKeys = Record<"installId" | "hardwareUuid" | "fqdn", string | null> & { name: string };

const lower = (value: string | null): string | null => {
  const plain = value?.trim().toLowerCase() ?? "";
  return plain === "" ? null : plain;
};

/** The keys that a document's host carries, in the form in which they are compared. */
export function keysOf(host: Pick<Host, "installId" | "hardwareUuid" | "fqdn" | "name">): HostKeys {
  return { installId: lower(host.installId), hardwareUuid: realUuid(host.hardwareUuid), fqdn: lower(host.fqdn), name: host.name.trim().toLowerCase() };
}

/** The strongest key that identifies; a host known by less than its hardware is shown as weak. */
export function strongestKey(keys: HostKeys): HostKey {
  return HOST_KEYS.find((key) => keys[key] !== null) ?? "name";
}

const hasOnlyName = (keys: HostKeys) => strongestKey(keys) === "name";

/** `same` by the strongest key that both sides have; `conflict`: that one differs although a weaker one is equal. */
export function compareKeys(one: HostKeys, other: HostKeys): { relation: "same" | "other" | "conflict"; by: HostKey | null } {
  let differs: HostKey | null = null;
  for (const key of HOST_KEYS) {
    if (key === "name" && differs === null && !hasOnlyName(one) && !hasOnlyName(other)) break;
    const left = one[key];
    const right = other[key];
    if (left === null || right === null) continue;
    if (left === right && key !== "name") return differs === null ? { relation: "same", by: key } : { relation: "conflict", by: key };
    if (left === right) return differs === null ? { relation: "same", by: key } : { relation: "other", by: null };
    differs ??= key;
  }
  return { relation: "other", by: null };
}

export interface Candidate {
  id: string;
  keys: HostKeys;
  createdAt: Date;
}
export interface Match {
  /** The host that it is; null for a new one. */
  id: string | null;
  /** Further rows of the same machine, known until now by different keys. */
  merge: string[];
  /** Rows that share a weaker key but contradict on a stronger one; never merged. */
  conflicts: { id: string; by: HostKey }[];
}

/** Finds the host with these keys. Strongest match first, then the older row. */
export function matchHost(keys: HostKeys, candidates: readonly Candidate[]): Match {
  const same: { candidate: Candidate; by: HostKey }[] = [];
  const conflicts: Match["conflicts"] = [];
  for (const candidate of candidates) {
    const { relation, by } = compareKeys(keys, candidate.keys);
    if (by === null) continue;
    if (relation === "same") same.push({ candidate, by });
    else if (relation === "conflict") conflicts.push({ id: candidate.id, by });
  }
  same.sort((a, b) => HOST_KEYS.indexOf(a.by) - HOST_KEYS.indexOf(b.by) || a.candidate.createdAt.getTime() - b.candidate.createdAt.getTime());
  const [first, ...rest] = same;
  if (first === undefined) return { id: null, merge: [], conflicts };
  // One short name, several hosts: nobody can tell which it is. Those of whom only the name is known share one row.
  if (first.by === "name" && rest.length > 0) {
    const [own, ...more] = hasOnlyName(keys) ? same.filter(({ candidate }) => hasOnlyName(candidate.keys)) : [];
    const others = same.filter((of) => of !== own && !more.includes(of));
    return { id: own?.candidate.id ?? null, merge: more.map(({ candidate }) => candidate.id), conflicts: [...conflicts, ...others.map((of) => ({ id: of.candidate.id, by: of.by }))] };
  }
  const merge: string[] = [];
  for (const { candidate, by } of rest) {
    const between = compareKeys(first.candidate.keys, candidate.keys).relation;
    const contradicts = between !== "same" && HOST_KEYS.some((key) => key !== "name" && first.candidate.keys[key] !== null && candidate.keys[key] !== null && first.candidate.keys[key] !== candidate.keys[key]);
    if (contradicts || by === "name") conflicts.push({ id: candidate.id, by });
    else merge.push(candidate.id);
  }
  return { id: first.candidate.id, merge, conflicts };
}
