import { describe, expect, it } from "vitest";
import { aHost, aVm, type HostRelease, NOW } from "@/lib/inventory/testing";
import { judge } from "./judge";
import { DEFAULT_POLICY } from "./policy";
import { settingsFor } from "./settings";

const settings = settingsFor(DEFAULT_POLICY)({ clusterName: null, hostName: "HV01", vmName: "VM01", vmId: null });
const releases: HostRelease[] = ["2008R2", "2012", "2012R2", "2016", "2019", "2022", "2025"];

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
