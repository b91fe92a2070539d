import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type HostRelease, NOW } from "@/lib/inventory/testing";
import type { Judgement } from "./judgement";
import { judge } from "./judge";
import { NON_BLOCKING, NON_BLOCKING_IF } from "./non-blocking";
import { DEFAULT_POLICY } from "./policy";
import { settingsFor } from "./settings";
import { type Fault, type World, worldOf } from "./verdict/faults/fault";
import { GUEST_SIDE, OTHERS } from "./verdict/faults/guest-side";
import { HOST_SIDE } from "./verdict/faults/host-side";

const BASE = settingsFor(DEFAULT_POLICY)({ clusterName: null, hostName: "HV01", vmName: "VM01", vmId: null });
const RELEASES: readonly HostRelease[] = ["2008R2", "2012", "2012R2", "2016", "2019", "2022", "2025"];
const COLUMN: Record<HostRelease, number> = { "2008R2": 0, "2012": 1, "2012R2": 2, "2016": 4, "2019": 4, "2022": 4, "2025": 4 };
/** A checkpoint file without a checkpoint: adding a checkpoint explains the file, so the two are no sum of faults. */
const EXPLAINED: ReadonlySet<string> = new Set(["`disk-chain`: orphan"]);
/** Faults that lower something on their own and leave the VM running; several may stand together. */
const FAULTS: readonly Fault[] = [...HOST_SIDE, ...GUEST_SIDE, ...OTHERS].filter((fault) => fault.product === undefined && !["vm-running", "replica-vm", "replica-test", "vm-version-range", "host-storage-replica", "guest-bitlocker", "collector-rights", "csv-aware"].includes(fault.requirement) && !fault.row.includes("other") && !EXPLAINED.has(fault.row) && fault.name !== "too old");

const scenario = fc.record({
  release: fc.constantFrom(...RELEASES), family: fc.constantFrom("windows" as const, "linux" as const, "bsd" as const), csv: fc.boolean(),
  required: fc.constantFrom("fallback" as const, "app-required" as const), picks: fc.uniqueArray(fc.nat(FAULTS.length - 1), { maxLength: 3 }),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

function fits(fault: Fault, of: Scenario): boolean {
  if (fault.csv === true && !of.csv) return false;
  if ((fault.family ?? "windows") !== of.family && GUEST_SIDE.includes(fault)) return false;
  return fault.columns === undefined || fault.columns.includes(COLUMN[of.release]);
}
function build(of: Scenario, picks: readonly number[]): World {
  const world = worldOf({ csv: of.csv, family: of.family }, of.release);
  if (of.csv && of.family !== "windows") {
    const guest = worldOf({ family: of.family }, of.release).guest;
    world.vm.guest = guest;
    world.guest = guest;
  }
  for (const pick of picks) {
    const fault = FAULTS[pick];
    if (fault !== undefined && fits(fault, of)) fault.given(world);
  }
  return world;
}
function judged(world: World, of: Scenario): Judgement {
  return judge({ host: world.host, cluster: world.cluster, vm: world.vm }, { settings: { ...BASE, requiredConsistency: of.required }, now: NOW });
}
const RANK: Readonly<Record<string, number>> = { "live-application": 0, "live-filesystem": 1, "live-unverified": 2, "live-crash": 3, "saved-state": 4, "will-fail": 5, unknown: 6 };
const lowOf = (of: Judgement) => of.score?.low ?? 0;
const isOld = (of: Scenario) => of.release === "2008R2" || of.release === "2012";
/** The exception that domain.md 4.2 names: a static failure beside a run-time one on W08R2 and W12. */
const excepted = (of: Scenario, picks: readonly number[]) => isOld(of) && picks.some((pick) => FAULTS[pick]?.requirement === "guest-writers" || FAULTS[pick]?.requirement === "guest-free-space");
const runs = { numRuns: 400 };
const PATIENCE = 60_000;

/** The facts of a world by their path. */
function leavesOf({ host, cluster, vm }: World): Map<string, unknown> {
  const into = new Map<string, unknown>();
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== "object" || value === null) into.set(at, value);
    else for (const [key, inner] of Object.entries(value)) walk(inner, `${at}.${key}`);
  };
  walk({ host, cluster, vm }, "");
  return into;
}
/** Leaves that these faults change; two faults that write the same leaf would mend each other. */
function touched(of: Scenario, picks: readonly number[]): Map<string, unknown> {
  const healthy = leavesOf(build(of, []));
  return new Map([...leavesOf(build(of, picks))].filter(([key, value]) => healthy.get(key) !== value));
}
/** The extra fault changes something, nothing that the others changed, and leaves all that they changed: one that writes a list anew drops what they added to it. */
function independent(of: Scenario, extra: number): boolean {
  const before = touched(of, of.picks);
  const changed = touched(of, [extra]);
  const both = leavesOf(build(of, [...of.picks, extra]));
  return changed.size > 0 && [...changed.keys()].every((key) => !before.has(key)) && [...before].every(([key, value]) => both.get(key) === value);
}

describe("over generated facts", () => {
  it("adding a fault never betters verdict or score, mending never lowers them", () => {
    fc.assert(fc.property(scenario, fc.nat(FAULTS.length - 1), (of, extra) => {
      fc.pre(!of.picks.includes(extra) && !excepted(of, [...of.picks, extra]) && independent(of, extra));
      const before = judged(build(of, of.picks), of);
      const after = judged(build(of, [...of.picks, extra]), of);
      const note = `${FAULTS[extra]?.requirement ?? ""}: ${before.verdict.verdict} ${before.verdict.coverage} ${lowOf(before)} -> ${after.verdict.verdict} ${after.verdict.coverage} ${lowOf(after)}`;
      expect(RANK[after.verdict.verdict], note).toBeGreaterThanOrEqual(RANK[before.verdict.verdict] ?? 9);
      expect(lowOf(after), note).toBeLessThanOrEqual(lowOf(before));
      expect(after.score?.high ?? 0, note).toBeLessThanOrEqual(before.score?.high ?? 0);
    }), runs);
  }, PATIENCE);

  it("taking a fact away never raises low, never makes ready, never gives a better known headline", () => {
    const level = fc.constantFrom("vm", "guest", "host", "cluster", "disk", "volume", "guestVolume", "integration", "service");
    fc.assert(fc.property(scenario, level, fc.nat(100), (of, where, which) => {
      const full = build(of, of.picks);
      const less = structuredClone({ host: full.host, cluster: full.cluster, vm: full.vm });
      const lists: Record<string, object | null | undefined> = {
        vm: less.vm, guest: less.vm.guest, host: less.host, cluster: less.cluster?.csvs?.[0], disk: less.vm.disks?.[0], volume: less.host.volumes?.[0],
        guestVolume: less.vm.guest?.volumes?.[0], integration: less.vm.integration?.[0], service: less.vm.guest?.services?.[0],
      };
      const record = lists[where];
      fc.pre(record !== null && record !== undefined);
      const prefix: Record<string, string> = { vm: "vm.", guest: "guest.", host: "host.", cluster: "cluster.csvs[].", disk: "vm.disks[].", volume: "host.volumes[].", guestVolume: "guest.volumes[].", integration: "vm.integration[].", service: "guest.services[]." };
      const keys = Object.keys(record ?? {}).filter((key) => !["absent", "attempted", "given", "name", "guest", "role", "observedAt", "collectedAt"].includes(key) && !NON_BLOCKING.has(`${prefix[where] ?? ""}${key}`) && !NON_BLOCKING_IF.has(`${prefix[where] ?? ""}${key}`));
      const key = keys[which % keys.length] ?? "";
      fc.pre((record as Record<string, unknown>)[key] !== null);
      Object.assign(record ?? {}, { [key]: null });
      const before = judged(full, of);
      const after = judge({ host: less.host, cluster: less.cluster, vm: less.vm }, { settings: { ...BASE, requiredConsistency: of.required }, now: NOW });
      const note = `${where}.${key}: ${before.verdict.verdict} ${before.verdict.coverage} ${lowOf(before)} (${before.verdict.because}) -> ${after.verdict.verdict} ${after.verdict.coverage} ${lowOf(after)} (${after.verdict.because})`;
      expect(lowOf(after), note).toBeLessThanOrEqual(lowOf(before));
      if (before.verdict.class !== "ready") expect(after.verdict.class, note).not.toBe("ready");
      if (after.verdict.verdict !== "unknown" && !after.verdict.atBest) expect(RANK[after.verdict.verdict], note).toBeGreaterThanOrEqual(RANK[before.verdict.verdict] ?? 9);
    }), { numRuns: 1500 });
  }, PATIENCE);

  it("order of disks, volumes, services, writers and components does not matter", () => {
    fc.assert(fc.property(scenario, (of) => {
      const world = build(of, of.picks);
      const other = structuredClone({ host: world.host, cluster: world.cluster, vm: world.vm });
      for (const list of [other.vm.disks, other.vm.integration, other.vm.guest?.services, other.vm.guest?.volumes, other.vm.guest?.vssWriters, other.host.volumes]) list?.reverse();
      const before = judged(world, of);
      const after = judge(other, { settings: { ...BASE, requiredConsistency: of.required }, now: NOW });
      expect({ verdict: after.verdict.verdict, coverage: after.verdict.coverage, atBest: after.verdict.atBest, score: [after.score?.low, after.score?.high], statuses: after.findings.map((finding) => `${finding.requirement} ${finding.status}`) }, of.picks.map((pick) => FAULTS[pick]?.row).join())
        .toEqual({ verdict: before.verdict.verdict, coverage: before.verdict.coverage, atBest: before.verdict.atBest, score: [before.score?.low, before.score?.high], statuses: before.findings.map((finding) => `${finding.requirement} ${finding.status}`) });
    }), runs);
  }, PATIENCE);

  it("a non-blocking fact that is unread shows as unknown on a VM that stays ready", () => {
    const shown = (change: (world: World) => void) => {
      const world = worldOf({}, "2019");
      change(world);
      const result = judge({ host: world.host, cluster: null, vm: world.vm }, { settings: BASE, now: NOW });
      return { class: result.verdict.class, unknown: result.findings.some((finding) => finding.status === "unknown") };
    };
    expect(shown(({ vm }) => { vm.acl = null; })).toEqual({ class: "ready", unknown: true });
    expect(shown(({ host }) => { host.virtualMachinesServiceLogon = null; })).toEqual({ class: "ready", unknown: true });
  });
});
