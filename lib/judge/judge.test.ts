import { describe, expect, it } from "vitest";
import { aHost, aVm, type HostRelease, NOW } from "@/lib/inventory/testing";
import { judge } from "./judge";
import { DEFAULT_POLICY } from "./policy";
import { settingsFor } from "./settings";

const settings = settingsFor(DEFAULT_POLICY)({ clusterName: null, hostName: "HV01", vmName: "VM01", vmId: null });
const releases: HostRelease[] = ["2008R2", "2012", "2012R2", "2016", "2019", "2022", "2025"];

function subject(release: HostRelease) {
  return structuredClone({ host: aHost(release), cluster: null, vm: aVm(release) });
}

describe("a healthy VM", () => {
  it.each(releases)("with a Windows guest is ready on %s with 100 points", (release) => {
    const result = judge({ host: aHost(release), cluster: null, vm: aVm(release) }, { settings, now: NOW });
    const trouble = result.findings.filter((finding) => finding.status !== "pass" && finding.status !== "not-applicable" && finding.status !== "info");
    expect(trouble.map((finding) => `${finding.requirement}: ${finding.status} ${finding.because} ${JSON.stringify(finding.missing)}`)).toEqual([]);
    expect(result.verdict.verdict).toBe("live-application");
    expect(result.verdict.class).toBe("ready");
    expect(result.score).toMatchObject({ low: 100, high: 100 });
  });
  it.each(["2012R2", "2022"] as const)("with a Linux guest is live with file systems frozen on %s", (release) => {
    const result = judge({ host: aHost(release), cluster: null, vm: aVm(release, "linux") }, { settings, now: NOW });
    expect(result.verdict).toMatchObject({ verdict: "live-filesystem", class: "ready" });
  });
  it("that is off is offline, with no score", () => {
    const vm = aVm("2019", "windows", { state: "Off", stateRaw: 3 });
    const result = judge({ host: aHost("2019"), cluster: null, vm }, { settings, now: NOW });
    expect(result.verdict).toMatchObject({ verdict: "offline", class: "offline", outage: "already-off", consistency: "at-rest", atBest: false });
    expect(result.score).toBeNull();
  });
  it("without guest facts is unknown, host side ready", () => {
    const vm = aVm("2019", "windows", { guest: null });
    const result = judge({ host: aHost("2019"), cluster: null, vm }, { settings, now: NOW });
    expect(result.verdict).toMatchObject({ verdict: "unknown", best: "live-application", class: "unknown" });
    expect(result.verdict.badges).toContain("guest-not-verified");
  });
  it("read too long ago is unknown, reason stale", () => {
    const result = judge({ host: aHost("2019"), cluster: null, vm: aVm("2019") }, { settings, now: NOW + 49 * 3_600_000 });
    expect(result.verdict).toMatchObject({ verdict: "unknown", best: null });
    expect(result.findings.some((finding) => finding.missing.some((entry) => entry.reason === "stale"))).toBe(true);
  });
});

describe("what is unread but cannot lower the verdict", () => {
  it.each([
    ["the host's VSS writer, which no checkpoint needs", (of: ReturnType<typeof subject>) => { of.host.hyperVVssWriter = null; }],
    ["the edition of a host that is known to be a server", (of: ReturnType<typeof subject>) => { of.host.edition = null; }],
    ["the generation of a VM without SCSI, which only warns since 2016", (of: ReturnType<typeof subject>) => { of.vm.generation = null; Object.assign(of.vm.controllers ?? {}, { scsi: 0 }); }],
  ])("costs one point and makes no range: %s", (_name, bend) => {
    const of = subject("2019");
    bend(of);
    const result = judge(of, { settings, now: NOW });
    expect(result.verdict).toMatchObject({ verdict: "live-application", class: "ready", atBest: false });
    expect(result.findings.filter((finding) => finding.status === "unknown")).toHaveLength(1);
    expect(result.score).toMatchObject({ low: 99, high: 99 });
  });
});

describe("a guest whose system was not read", () => {
  it("shows a failure in its mildest cell, which is all that is certain", () => {
    const of = subject("2019");
    for (const entry of of.vm.integration ?? []) if (entry.role === "vss") entry.enabled = false;
    if (of.vm.guest !== null) of.vm.guest.osFamily = null;
    const result = judge(of, { settings: { ...settings, requiredConsistency: "app-required" }, now: NOW });
    expect(result.verdict).toMatchObject({ verdict: "live-crash", atBest: true, worst: "will-fail" });
    expect(result.findings.find((finding) => finding.requirement === "ic-vss-offered")).toMatchObject({ status: "fail", effect: "live-crash" });
  });
});

it("proves no stop that asks for a running VM while the State is missing", () => {
  const of = subject("2012R2");
  Object.assign(of.vm, { state: null, stateRaw: null, generation: 1, controllers: { ide: 2, scsi: 0, scsiFreeSlots: 0, pmem: 0 } });
  expect(judge(of, { settings, now: NOW }).verdict).toMatchObject({ verdict: "unknown", best: null });
});
