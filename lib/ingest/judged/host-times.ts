import { type Mark, type Marks, timeOf } from "@/lib/inventory/current";
import type { Cluster, Vm } from "@/lib/inventory/document";
import type { Settings } from "@/lib/judge/policy";
import { AHEAD_HOURS } from "@/lib/judge/requirements/last-backup";
import type { HostState, VmRecord, VmState } from "../fold/fold";

const HOUR = 3_600_000;
/** A host is overdue after so many of its intervals. */
export const OVERDUE_INTERVALS = 2;

/** Takes the earliest of the instants that are still to come. */
class Earliest {
  at = Infinity;
  constructor(private readonly now: number) {}
  /** A limit that an age is to exceed: the change comes a millisecond after. */
  add(since: string | null | undefined, hours: number): void {
    this.reach(since, hours, 1);
  }
  /** A limit that an age is to reach. */
  reach(since: string | null | undefined, hours: number, afterMs = 0): void {
    if (since === null || since === undefined) return;
    const at = Date.parse(since) + hours * HOUR + afterMs;
    if (at > this.now && at < this.at) this.at = at;
  }
}

/** Of the sections that are still fresh, the one that was read first. */
function oldestFresh(all: readonly Marks[], since: Mark): Mark | null {
  let oldest: Mark | null = null;
  for (const marks of all) {
    for (const [key, mark] of Object.entries(marks)) {
      if (!key.includes(".") && key !== "guest" && mark > since && (oldest === null || mark < oldest)) oldest = mark;
    }
  }
  return oldest;
}

function addRecord(earliest: Earliest, { facts }: VmRecord, settings: Settings, intervalHours: number): void {
  const { freshness } = settings;
  earliest.add(facts.observedAt, freshness.hostHours);
  const guestHours = facts.guest?.evidence === "file" ? Math.min(freshness.guestHours, freshness.fileIntervalFactor * intervalHours) : freshness.guestHours;
  earliest.add(facts.guest?.collectedAt, guestHours);
  if (settings.lastBackupMaxHours !== null) {
    earliest.reach(facts.lastSuccessfulBackupTime, -AHEAD_HOURS);
    earliest.add(facts.lastSuccessfulBackupTime, settings.lastBackupMaxHours);
  }
  for (const checkpoint of facts.checkpoints ?? []) {
    earliest.reach(checkpoint.createdAt, settings.recoveryCheckpointWarnHours);
    earliest.reach(checkpoint.createdAt, settings.recoveryCheckpointHighHours);
  }
}

function addVm(earliest: Earliest, vm: VmState, settings: Settings, intervalHours: number): void {
  const missing = vm.marks["vms.missing"];
  if (missing !== undefined) earliest.reach(timeOf(missing), settings.goneGraceHours);
  addRecord(earliest, vm, settings, intervalHours);
  for (const claim of vm.claims) {
    earliest.add(timeOf(claim.marks["vms.listed"] ?? ""), settings.freshness.hostHours);
    addRecord(earliest, claim, settings, intervalHours);
  }
}

/**
 * When the judgement of a host changes although no document comes: the first limit that an age crosses, of facts, of
 * the last backup, of checkpoints, of a grace period. An operation is not among them: it lasts from its first to its
 * newest inventory, and only another one tells that it lasts on. ISO; null when nothing is left to change.
 * @param of `settingsOf` gives the settings of a VM, `now` is the time of the judgement
 */
export function nextChangeOf(state: HostState, vms: readonly VmState[], of: { cluster: Cluster | null; settingsOf: (vm: Vm) => Settings; now: number; estate: Settings }): string | null {
  const { hostHours, defaultIntervalHours } = of.estate.freshness;
  const earliest = new Earliest(of.now);
  earliest.add(state.facts.observedAt, hostHours);
  earliest.add(of.cluster?.observedAt, hostHours);
  const oldest = oldestFresh([state.marks, ...vms.map((vm) => vm.marks)], new Date(of.now - hostHours * HOUR).toISOString());
  if (oldest !== null) earliest.add(timeOf(oldest), hostHours);
  const complete = state.marks["vms.complete"];
  if (complete !== undefined) earliest.add(timeOf(complete), hostHours);
  const intervalHours = state.intervalSeconds === null ? defaultIntervalHours : state.intervalSeconds / 3600;
  for (const vm of vms) addVm(earliest, vm, of.settingsOf(vm.facts), intervalHours);
  return earliest.at === Infinity ? null : new Date(earliest.at).toISOString();
}

/** From when on a host is overdue, ISO; null for one that no sender of its own reports on. `defaultHours`: interval of a sender that states none. */
export function dueAtOf(state: HostState, defaultHours: number): string | null {
  const newest = state.marks["key.name"];
  if (state.heardAt === null || newest === undefined) return null;
  const interval = state.intervalSeconds === null ? defaultHours * HOUR : state.intervalSeconds * 1000;
  return new Date(Date.parse(timeOf(newest)) + OVERDUE_INTERVALS * interval).toISOString();
}
