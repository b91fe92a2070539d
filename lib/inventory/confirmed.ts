import type { Vm } from "./document";
import { type Mark, type Marks, timeOf, VM_MAP } from "./current";
import { eachVolatile, volatileOf } from "./volatile";

/**
 * A VM of which a newer inventory says the same is not written again: its host notes from and to which mark that was
 * so, and whoever reads the VM moves its times on. Client-safe and without a clock.
 */
export interface Confirmation {
  /** Mark of the oldest listing that was confirmed. */
  from: Mark;
  /** Mark of the newest one. */
  until: Mark;
}

const RENEWED: ReadonlySet<string> = new Set(["vms.listed", ...VM_MAP.all, ...VM_MAP.all.map((section) => `never.${section}`)]);
/** A time this near to the mark of its document was read for it; any other was carried along. */
const NEAR_MS = 600_000;

/** The confirmation that a host carries, or null. */
export function confirmationOf(host: { confirmedFrom: Mark | null; confirmedMark: Mark | null }): Confirmation | null {
  return host.confirmedFrom === null || host.confirmedMark === null ? null : { from: host.confirmedFrom, until: host.confirmedMark };
}

/** The listing of these marks was confirmed by a newer one. */
export function isConfirmed(marks: Marks, by: Confirmation | null): by is Confirmation {
  const listed = marks["vms.listed"] ?? "";
  return by !== null && listed >= by.from && listed < by.until;
}

function movedTime(at: string | null, from: Mark, until: Mark): string | null {
  if (at === null) return null;
  const ahead = Date.parse(at) - Date.parse(timeOf(from));
  return Math.abs(ahead) > NEAR_MS ? at : new Date(Date.parse(timeOf(until)) + ahead).toISOString();
}

/** Facts and marks of a VM as its newest inventory has them: sections that were read for the stored listing are as new as the confirming one. */
export function confirmedVm(vm: { facts: Vm; marks: Marks }, by: Confirmation | null): { facts: Vm; marks: Marks } {
  if (!isConfirmed(vm.marks, by)) return vm;
  const listed = vm.marks["vms.listed"] ?? "";
  const marks = Object.fromEntries(Object.entries(vm.marks).map(([key, mark]) => [key, mark === listed && RENEWED.has(key) ? by.until : mark]));
  const { guest } = vm.facts;
  const time = (at: string | null) => movedTime(at, listed, by.until);
  return { marks, facts: {
    ...vm.facts, observedAt: vm.marks["vms"] === listed ? time(vm.facts.observedAt) : vm.facts.observedAt,
    guest: guest === null || vm.marks["guest"] !== listed ? guest : { ...guest, collectedAt: time(guest.collectedAt) },
  } };
}

const numbersOf = (vm: Vm) => Object.entries(volatileOf({ hosts: [{ vms: [vm] }] })).filter(([, values]) => values.every((value) => value === null || typeof value === "number"));

/** A VM with the uptime and the sizes that a newer inventory says of it, which says the same but for what changes by itself. */
export function withChanging(vm: Vm, newer: Vm): Vm {
  const changed = structuredClone(vm);
  const places = new Map(numbersOf(newer));
  const mine = new Map(numbersOf(vm));
  const next = new Map<string, number>();
  eachVolatile({ hosts: [{ vms: [changed] }] }, (record, fact, path) => {
    const place = next.get(path) ?? 0;
    next.set(path, place + 1);
    const [values, own] = [places.get(path), mine.get(path)];
    if (values !== undefined && values.length === own?.length) record[fact] = values[place] ?? null;
  });
  return changed;
}

/**
 * Of sizes that grow and shrink by themselves, a hundredth says nothing new: the row keeps the older ones. The judge reads
 * the new ones where they may lead to another judgement (lib/ingest/newest-sizes.ts), the page of a VM always.
 */
const SLACK = 0.01;
const IGNORED: ReadonlySet<string> = new Set(["uptimeSeconds"]);
const SIZES: ReadonlySet<string> = new Set(["freeBytes", "fileBytes"]);
const TIMES: ReadonlySet<string> = new Set(["observedAt", "collectedAt"]);

function isNear(key: string, one: unknown, other: unknown): boolean {
  if (IGNORED.has(key)) return (one === null) === (other === null);
  if (SIZES.has(key) && typeof one === "number" && typeof other === "number") return Math.abs(one - other) <= SLACK * Math.max(one, other);
  return TIMES.has(key) && typeof one === "string" && typeof other === "string" && Math.abs(Date.parse(one) - Date.parse(other)) <= NEAR_MS;
}

function isSame(one: unknown, other: unknown, key: string): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return isNear(key, one, other);
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((entry, index) => isSame(entry, other[index], ""));
  const left = one as Record<string, unknown>;
  const right = other as Record<string, unknown>;
  for (const name in left) if (!isSame(left[name] ?? null, right[name] ?? null, name)) return false;
  for (const name in right) if (!(name in left) && (right[name] ?? null) !== null) return false;
  return true;
}

/** Both say the same of a VM, but for what changes by itself. */
export function saysTheSame(one: { facts: Vm; marks: Marks }, other: { facts: Vm; marks: Marks }): boolean {
  return isSame(one.marks, other.marks, "") && isSame(one.facts, other.facts, "");
}
