import type { Cluster, Host, Vm } from "@/lib/inventory/document";
import { freshRecords } from "@/lib/judge/freshness";
import { neighboursOf } from "@/lib/judge/judge-host";
import type { Judgement } from "@/lib/judge/judgement";
import type { Outcome } from "@/lib/judge/outcome";
import { PLAN } from "@/lib/judge/plan";
import type { Settings } from "@/lib/judge/policy";
import { type Neighbours, NO_NEIGHBOURS, situationOf } from "@/lib/judge/situation";
import type { HostState, VmState } from "../fold/fold";
import type { JudgedVm } from "../judged/judged-rows";

/** The requirements that read sizes of the guest which change by themselves; a VM that fails one is judged each time. */
export const READ_GUEST_SIZES: readonly string[] = ["guest-free-space", "guest-small-partitions"];
/** The requirement that reads the room of the host; what it says of it is compared word by word. */
export const READS_ROOM = "host-free-space";
/** All that read a size which changes by itself. */
export const READ_SIZES: readonly string[] = [READS_ROOM, ...READ_GUEST_SIZES];
/** The requirements that can read when a VM was read: whether that was in the backup window, how long an operation lasted then. */
export const READ_TIMES: readonly string[] = ["live-migration", "csv-redirected-for-backup", "csv-backup-in-progress", "vm-not-busy"];

const named = (ids: readonly string[]) => PLAN.flatMap(({ requirement }) => (ids.includes(requirement.id) ? [requirement] : []));
const OF_SIZES = named(READ_SIZES);
const OF_GUEST_SIZES = named(READ_GUEST_SIZES);
const OF_TIMES = named(READ_TIMES);
const FAMILIES = ["windows", "linux", "bsd", "other"] as const;

/** Within this part more or less the outcome must be the same; what is taken without a judgement stays far inside. */
const BAND = 0.02;

export interface SteadySubject {
  host: Host;
  cluster: Cluster | null;
  judged: readonly JudgedVm[];
  gone: readonly VmState[];
  settingsOf(vm: Vm): Settings;
  now: number;
}

const grown = (bytes: number | null, by: number) => (bytes === null ? null : Math.round(bytes * by));

function withSizes(host: Host, vm: Vm, by: number): { host: Host; vm: Vm } {
  const free = <T extends { freeBytes: number | null }>(volumes: T[] | null) => volumes?.map((volume) => ({ ...volume, freeBytes: grown(volume.freeBytes, by) })) ?? null;
  const guest = vm.guest === null ? null : { ...vm.guest, volumes: free(vm.guest.volumes) };
  return { host: { ...host, volumes: free(host.volumes) }, vm: { ...vm, guest } };
}

/** What is kept of an outcome: of one that passes, nothing but that. */
function kept({ status, hits, open, because, expected, high, missing }: Outcome, id: string): string {
  return status === "pass" ? status : JSON.stringify([status, hits, open, id === READS_ROOM ? "" : because, expected, high, missing]);
}

const PASSES = /^pass(?:\npass)*$/;

const isSilent = ({ status }: { status: string }) => status === "pass" || status === "not-applicable" || status === "unknown";

/** The requirements whose outcome for a VM must not hang on a size; the guest's of a VM that fails one are judged each time. */
function keptBySizes({ findings }: Judgement): typeof OF_SIZES {
  const found = findings.filter(({ requirement }) => READ_SIZES.includes(requirement));
  const fails = found.some((finding) => READ_GUEST_SIZES.includes(finding.requirement) && !isSilent(finding));
  const asked = new Set(found.flatMap(({ requirement, status }) => (status === "not-applicable" ? [] : [requirement])));
  return OF_SIZES.filter(({ id }) => asked.has(id) && !(fails && READ_GUEST_SIZES.includes(id)));
}

/** Neither a little more or less room nor another time of reading changes a finding of this VM, not even its words. */
export function isKeptBy(subject: Pick<SteadySubject, "host" | "cluster" | "settingsOf" | "now">, { state, judgement }: Pick<JudgedVm, "state" | "judgement">, intervalSeconds: number | null, neighbours: Neighbours): boolean {
  const settings = subject.settingsOf(state.facts);
  const asked = keptBySizes(judgement);
  const outcomesAt = (by: number, times: boolean): string | null => {
    const records = freshRecords({ ...withSizes(subject.host, state.facts, by), cluster: subject.cluster, intervalSeconds }, settings, subject.now);
    const situation = situationOf(records, settings, subject.now, neighbours);
    let readsTime = false;
    const at = { ...situation, get readAt() { readsTime = true; return situation.readAt; } };
    const all = (situation.family === null ? FAMILIES : [situation.family]).flatMap((family) => asked.map((requirement) => kept(requirement.check(records, { ...situation, family }), requirement.id)));
    if (times) for (const requirement of OF_TIMES) requirement.check(records, at);
    return readsTime ? null : all.join("\n");
  };
  const low = outcomesAt(1 - BAND, true);
  // What passes with less room passes with more.
  return low !== null && (asked.length === 0 || PASSES.test(low) || low === outcomesAt(1 + BAND, false));
}

/**
 * Whether a little more or less room in the guest may change what is said of this VM, or a finding words it. Sizes of the
 * host do not count: they are always the newest.
 */
export function hangsOnGuestSizes(subject: Pick<SteadySubject, "host" | "cluster" | "settingsOf" | "now">, { state, judgement, contested }: Pick<JudgedVm, "state" | "judgement" | "contested">, intervalSeconds: number | null): boolean {
  if (state.facts.guest?.volumes?.some((volume) => volume.freeBytes !== null) !== true) return false;
  if (contested || judgement.ruleset !== "version-aware") return true;
  const findings = judgement.findings.filter(({ requirement, status }) => READ_GUEST_SIZES.includes(requirement) && status !== "not-applicable");
  if (findings.some((finding) => !isSilent(finding))) return true;
  const asked = OF_GUEST_SIZES.filter(({ id }) => findings.some((finding) => finding.requirement === id));
  if (asked.length === 0) return false;
  const settings = subject.settingsOf(state.facts);
  const outcomesAt = (by: number): string => {
    const records = freshRecords({ ...withSizes(subject.host, state.facts, by), cluster: subject.cluster, intervalSeconds }, settings, subject.now);
    const situation = situationOf(records, settings, subject.now, NO_NEIGHBOURS);
    return (situation.family === null ? FAMILIES : [situation.family]).flatMap((family) => asked.map((requirement) => kept(requirement.check(records, { ...situation, family }), requirement.id))).join("\n");
  };
  try {
    const low = outcomesAt(1 - BAND);
    return !PASSES.test(low) && low !== outcomesAt(1 + BAND);
  } catch {
    return true;
  }
}

/**
 * Whether a newer document that says the same of this host changes nothing but times, and sizes of the guests that are
 * judged by themselves: all of its VMs were listed by its newest complete listing, nobody else speaks of them, no limit
 * of free space is near.
 */
export function isSteady(state: HostState, subject: SteadySubject): boolean {
  const { host, cluster, judged } = subject;
  const until = state.marks["vms.complete"];
  const listedOf = (vm: VmState) => vm.marks["vms.listed"] ?? "";
  if (until === undefined || state.heardAt === null || state.conflict !== null || until !== state.marks["key.name"]) return false;
  const isAlone = ({ state: vm, contested, fresh }: JudgedVm) => fresh && !contested && vm.claims.length === 0 && !vm.claimsAnew && vm.synthetic === state.synthetic
    && listedOf(vm) === until && vm.marks["vms.missing"] === undefined && !Object.keys(vm.marks).some((key) => key.startsWith("named."));
  if (!judged.every(isAlone)) return false;
  // What is gone must not be confirmed with those that are there.
  if (judged.some(({ state: { kept } }) => kept !== undefined && subject.gone.some((vm) => listedOf(vm) >= (kept.marks["vms.listed"] ?? "")))) return false;
  // The rules of 2008 read free space by limits of their own.
  if (judged.some(({ judgement }) => judgement.ruleset !== "version-aware")) return false;
  try {
    const of = neighboursOf({ host, cluster, vms: judged.map((vm) => vm.state.facts) });
    return judged.every((vm) => isKeptBy(subject, vm, state.intervalSeconds, of(vm.state.facts)));
  } catch {
    // A check that throws is told of where the VM is judged.
    return false;
  }
}
