import { describe, expect, it } from "vitest";
import { type HostRelease, NOW } from "@/lib/inventory/testing";
import { judge } from "../judge";
import { DEFAULT_POLICY, type Product } from "../policy";
import { settingsFor } from "../settings";
import { addDisk, type World, worldOf } from "./faults/fault";

const BASE = settingsFor(DEFAULT_POLICY)({ clusterName: null, hostName: "HV01", vmName: "VM01", vmId: null });
function verdict(release: HostRelease, given: (world: World) => void, over: { family?: "linux"; product?: Partial<Product> } = {}) {
  const world = worldOf(over, release);
  given(world);
  return judge({ host: world.host, cluster: world.cluster, vm: world.vm }, { settings: { ...BASE, product: { ...BASE.product, ...over.product } }, now: NOW }).verdict;
}
const state = (word: string | null, raw: number | null) => ({ vm }: World) => { Object.assign(vm, { state: word, stateRaw: raw }); };
const passThrough = (world: World) => addDisk(world, { kind: "passthrough", diskNumber: 3, path: "Disk 3", format: null, type: null, chain: null, chainError: null, hostVolumeId: null });

describe("the sentence of a verdict", () => {
  it.each([
    ["a bare number", null, 32785, "State 32785 is a bare number whose meaning differs between Windows builds."],
    ["a word of no list", "Fubar", 2, "State Fubar is no state that Hyper-V is known to have."],
    ["a transient state", "ForceShutdown", null, "The VM is between two states (ForceShutdown); the next inventory settles it."],
    ["a transient state by number", null, 10, "The VM is between two states (Starting); the next inventory settles it."],
  ])("%s", (_name, word, raw, sentence) => expect(verdict("2019", state(word, raw))).toMatchObject({ verdict: "unknown", best: null, because: sentence }));

  it("names what was not read as people do", () => {
    expect(verdict("2019", ({ vm }) => { vm.fibreChannelHbas = null; }).because).toBe("The Fibre Channel adapters were not read (not collected); the VM could still be ready.");
    expect(verdict("2019", ({ vm }) => { vm.checkpointType = null; }).because).toBe("The checkpoint type was not read (not collected); the VM could still be ready.");
    expect(verdict("2019", ({ vm }) => { vm.disks = null; }).because).toBe("The list of disks was not read (not collected); the VM could still be ready.");
  });

  it("a system that nothing can flush is named", () => {
    const of = verdict("2019", ({ guest }) => Object.assign(guest, { osFamily: "other", osName: "Minix 3", osVersion: "3.3", services: null, vssWriters: null, volumes: null }));
    expect(of).toMatchObject({ verdict: "live-crash", decidedBy: "guest-os-vss" });
    expect(of.because).toContain("Minix 3");
  });

  it("asks for the guest alone when nothing else could change the verdict", () => {
    const of = verdict("2019", ({ vm, host }) => { vm.guest = null; host.hyperVVssWriter = null; });
    expect(of).toMatchObject({ verdict: "unknown", best: "live-application", because: "Host side ready, guest not verified: not collected." });
    expect(of.badges).toContain("guest-not-verified");
  });

  it("an agent inside a guest that is not Windows does not claim that all passes", () => {
    expect(verdict("2019", () => undefined, { family: "linux", product: { api: "guest-agent" } })).toMatchObject({ verdict: "live-unverified", because: "An agent inside the guest; without Windows no VSS flushes, so the quality is not proven." });
  });
});

describe("an unknown verdict with data that is known to lie outside", () => {
  it.each([["a transient state", state("Starting", 10)], ["an unreadable state", state(null, 32785)], ["no state", state(null, null)], ["no id", ({ vm }: World) => { vm.id = null; }]])("shows partial coverage: %s", (_name, given) => {
    expect(verdict("2012R2", (world) => { given(world); passThrough(world); })).toMatchObject({ verdict: "unknown", coverage: "partial" });
    expect(verdict("2012R2", given)).toMatchObject({ verdict: "unknown", coverage: "unknown" });
  });
});
