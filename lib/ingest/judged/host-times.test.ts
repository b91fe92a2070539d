import fc from "fast-check";
import { expect, test } from "vitest";
import { currentHost, currentVm, isGone } from "@/lib/inventory/current";
import type { Vm } from "@/lib/inventory/document";
import { documentOf } from "@/lib/inventory/synthetic/host-document";
import { judgeHost } from "@/lib/judge/judge-host";
import { DEFAULT_POLICY, type Policy } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { foldHost, foldVm, type HostState, newHost, readingsOf, type VmState } from "../fold/fold";
import { nextChangeOf } from "./host-times";
import { findingRows, listingOf, vmRow } from "./judged-rows";
import { newVm } from "../identity/ownership";

const HOUR = 3_600_000;
const READ = Date.parse("2026-05-18T07:40:00Z");
const before = (hours: number) => new Date(READ - hours * HOUR).toISOString();

interface Aged {
  checkpoints: readonly number[];
  backup: number | null;
  guest: number;
  evidence: "kvp-guest" | "file";
  operation: number | null;
  missing: boolean;
}
interface Known {
  state: HostState;
  vms: VmState[];
}

/** A host with one VM whose facts have these ages in hours. */
function knownOf(aged: Aged): Known {
  const inventory = documentOf({ name: "HV1", release: "2022", cluster: "CL1", vms: [{ name: "A", given: (vm: Vm, guest) => {
    vm.checkpoints = aged.checkpoints.map((hours, index) => ({ id: null, name: `synthetic ${index}`, type: "Recovery", createdAt: before(hours), isAutomatic: false }));
    vm.lastSuccessfulBackupTime = aged.backup === null ? null : before(aged.backup);
    Object.assign(guest, { collectedAt: before(aged.guest), evidence: aged.evidence });
    if (aged.operation !== null) Object.assign(vm, { secondaryOperational: "BackingUpVirtualMachine", operationSince: before(aged.operation) });
  } }] }, before(0));
  const at = before(0);
  const [reading] = readingsOf(inventory, { id: "synthetic", collectorId: "sender", sha256: "0".repeat(64), receivedAt: at, collectedAt: at, sequenced: { epoch: 1, sequence: 1, effectiveAt: at } });
  const [vm] = reading?.vms ?? [];
  if (reading === undefined || vm === undefined) throw new Error("A document has a host and a VM.");
  const state = newHost(reading);
  foldHost(state, reading);
  const known = newVm(foldVm(null, vm, reading, state.id), vm.id, state.id);
  if (aged.missing) known.marks["vms.missing"] = reading.mark;
  return { state, vms: [known] };
}

/** All that is stored of a judgement at `now`, but when it was made. */
function storedAt({ state, vms }: Known, policy: Policy, now: number): unknown {
  const { freshness: { hostHours }, goneGraceHours } = settingsFor(policy)({ clusterName: null, hostName: "HV1", vmName: "", vmId: null });
  const host = currentHost(state.facts, state.marks, hostHours, now);
  const facts = vms.map((vm) => currentVm(vm.facts, vm.marks, listingOf(vm, state), hostHours, now));
  return judgeHost({ host, cluster: state.view, vms: facts, intervalSeconds: state.intervalSeconds }, policy, now).map((judgement, index) => {
    const vm = vms[index];
    if (vm === undefined) throw new Error("A judgement is of a VM.");
    const findings = findingRows(vm.id, judgement);
    const fresh = now - Date.parse(vm.facts.observedAt ?? "") <= hostHours * HOUR;
    const { judgedAt, ...row } = vmRow({ state: vm, judgement, fresh, gone: isGone(listingOf(vm, state), goneGraceHours, now), contested: false }, state, "CL1", findings);
    return { ...row, findings, isDated: judgedAt !== null };
  });
}

const hours = fc.constantFrom(-30, -1, 0, 0.5, 5, 23.99, 24, 47, 48, 100, 167, 168, 500);
const agedFacts = fc.record<Aged>({
  checkpoints: fc.array(hours, { maxLength: 3 }), backup: fc.option(hours), guest: fc.constantFrom(0, 1, 20, 100, 167), evidence: fc.constantFrom("kvp-guest", "file"),
  operation: fc.option(fc.constantFrom(0, 3, 23, 24, 30)), missing: fc.boolean(),
});
const policies = fc.constantFrom<Policy>(DEFAULT_POLICY, { ...DEFAULT_POLICY, settings: { lastBackupMaxHours: 36, recoveryCheckpointWarnHours: 6 } }, { ...DEFAULT_POLICY, settings: { lastBackupMaxHours: null } });

test("nothing that is stored of a judgement changes before the instant that is noted for it, not even the words of a finding", () => {
  let changes = 0;
  const held = new Set<string>();
  fc.assert(fc.property(agedFacts, policies, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 12, maxLength: 12 }), (aged, policy, draws) => {
    const known = knownOf(aged);
    const of = settingsFor(policy);
    const estate = of({ clusterName: null, hostName: "HV1", vmName: "", vmId: null });
    let now = READ;
    for (const draw of draws) {
      const next = nextChangeOf(known.state, known.vms, { cluster: known.state.view, settingsOf: () => estate, now, estate });
      const until = next === null ? now + 5000 * HOUR : Date.parse(next);
      const stored = storedAt(known, policy, now);
      for (const status of /"requirement":"vm-not-busy","status":"(\w+)"/.exec(JSON.stringify(stored))?.slice(1) ?? []) held.add(status);
      for (const at of [now + Math.floor((until - now - 1) * draw), until - 1]) expect(storedAt(known, policy, at), `${new Date(now).toISOString()} and ${new Date(at).toISOString()}`).toEqual(stored);
      if (next === null) return;
      if (JSON.stringify(storedAt(known, policy, until)) !== JSON.stringify(stored)) changes += 1;
      now = until;
    }
  }), { numRuns: 150 });
  expect(changes).toBeGreaterThan(100);
  // Operations that hold the VM for less than the limit and for more were among them.
  expect([...held].sort()).toEqual(["fail", "unknown", "warning"]);
}, 60_000);
