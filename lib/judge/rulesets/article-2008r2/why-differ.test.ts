import { describe, expect, it } from "vitest";
import { aDisk, aGuest, aGuestVolume, aHost, aVm, type GuestFamily, type HostRelease, NOW, onCsv } from "@/lib/inventory/testing";
import type { Cluster, Host, Vm } from "@/lib/inventory/document";
import { bucketOf } from "../../facts/host-release";
import { judge } from "../../judge";
import { DEFAULT_POLICY } from "../../policy";
import { settingsFor } from "../../settings";
import { judgeArticle } from ".";
import { whyRulesetsDiffer } from "./why-differ";

const SETTINGS = settingsFor(DEFAULT_POLICY)({ clusterName: null, hostName: "HV01", vmName: "VM01", vmId: null });
interface World { host: Host; cluster: Cluster | null; vm: Vm }

/** Both verdicts of one synthetic VM and the sentence between them; VSS and MSDTC as the article wants them unless bent. */
function both(release: HostRelease, bend: (of: World, guest: NonNullable<Vm["guest"]>) => void = () => undefined, over: { csv?: boolean; family?: GuestFamily } = {}) {
  const of: World = over.csv === true ? onCsv(release) : { host: aHost(release), cluster: null, vm: aVm(release) };
  const guest = aGuest(release, over.family ?? "windows");
  for (const entry of guest.services ?? []) if (entry.name === "VSS" || entry.name === "MSDTC") Object.assign(entry, { state: "Running", startMode: "Auto" });
  of.vm = { ...of.vm, guest };
  bend(of, guest);
  const ours = judge(of, { settings: SETTINGS, now: NOW });
  const theirs = judgeArticle(of, SETTINGS, NOW);
  const stored = { ...ours, findings: ours.findings.filter((finding) => finding.status !== "pass" && finding.status !== "not-applicable") };
  const sentence = whyRulesetsDiffer(ours, theirs, bucketOf(of.host));
  expect(whyRulesetsDiffer(stored, theirs, bucketOf(of.host))).toBe(sentence);
  return { ours: ours.verdict.verdict, theirs: theirs.verdict.verdict, sentence };
}
const noBackup = ({ vm }: World) => { for (const entry of vm.integration ?? []) if (entry.role === "vss") entry.enabled = false; };

describe("why the rulesets differ", () => {
  it("nothing to say where they agree", () => expect(both("2008R2")).toEqual({ ours: "live-application", theirs: "live-application", sentence: "Both say live with flushed applications." }));

  it("both save the VM on 2008 R2, and version-aware adds what lies outside", () => {
    expect(both("2008R2", noBackup).sentence).toBe("Both say a saved state with an outage.");
    expect(both("2008R2", (of) => { noBackup(of); of.vm.disks = [...(of.vm.disks ?? []), aDisk({ kind: "passthrough", path: "Disk 4", diskNumber: 4, hostVolumeId: null })]; }).sentence)
      .toBe("Both say a saved state with an outage; version-aware adds that some data lies outside the backup, which the article does not ask.");
  });

  it.each(["2012R2", "2019"] as const)("a guest that cannot take part is saved only by the article on %s", (release) => {
    expect(both(release, noBackup)).toEqual({ ours: "live-crash", theirs: "saved-state", sentence: "They differ because the article describes Server 2008 R2, where a guest that cannot take part is saved (here about 11 s); since 2012 R2 the VM keeps running." });
  });
  it("no pause is named when the memory was not read", () => {
    expect(both("2019", (of) => { noBackup(of); of.vm.memoryAssignedBytes = null; }).sentence).not.toContain("here about");
  });

  it("the EFI system partition fails the article alone", () => {
    const of = both("2019", (_world, guest) => { guest.volumes = [aGuestVolume(), aGuestVolume({ fileSystem: "FAT32", partitionRole: "esp", driveLetter: null, capacityBytes: 100 * 1024 ** 2, freeBytes: 60 * 1024 ** 2 })]; });
    expect(of).toMatchObject({ ours: "live-application", theirs: "saved-state" });
    expect(of.sentence).toContain("even the EFI system partition");
  });
  it("a VSS service that rests fails the article alone", () => {
    const of = both("2016", (_world, guest) => { for (const entry of guest.services ?? []) if (entry.name === "VSS") Object.assign(entry, { state: "Stopped", startMode: "Manual" }); });
    expect(of).toMatchObject({ ours: "live-application", theirs: "saved-state" });
    expect(of.sentence).toContain("wants the VSS service running");
  });
  it("ReFS on the host fails the article alone", () => {
    const of = both("2012R2", ({ host }) => { for (const entry of host.volumes ?? []) Object.assign(entry, { fileSystem: "ReFS", fileSystemDetail: "ReFS" }); });
    expect(of).toMatchObject({ ours: "live-application", theirs: "saved-state" });
    expect(of.sentence).toContain("since 2012 R2 ReFS is as good");
  });
  it("Linux fails the article alone", () => {
    const of = both("2019", undefined, { family: "linux" });
    expect(of).toMatchObject({ ours: "live-filesystem", theirs: "saved-state" });
    expect(of.sentence).toContain("freezes Linux and BSD guests too");
  });

  it("the version of the integration services is unread on 2016 and later", () => {
    expect(both("2022")).toEqual({ ours: "live-application", theirs: "unknown", sentence: "They differ because the article wants the newest integration services; since 2016 Windows Update brings them and the host cannot read their version." });
  });
  it("more than that is unread", () => {
    const of = both("2022", ({ vm }) => { for (const entry of vm.integration ?? []) if (entry.role === "vss") entry.enabled = null; vm.disks = [...(vm.disks ?? []), aDisk({ kind: "passthrough", path: "Disk 4", diskNumber: 4, hostVolumeId: null })]; });
    expect(of).toMatchObject({ ours: "will-fail", theirs: "unknown" });
    expect(of.sentence).toContain("needs 2 conditions that were not read, while version-aware finds: ");
  });

  it("a CSV is doubted by the article alone from 2012 on", () => {
    const of = both("2012", undefined, { csv: true });
    expect(of).toMatchObject({ ours: "live-application", theirs: "live-unverified" });
    expect(of.sentence).toContain("since 2012 the backup of a CSV needs no such call");
  });

  it("a hard stop is not on the article's list", () => {
    const of = both("2012R2", ({ host }) => { host.hyperVVssWriter = { present: false, state: null, lastError: null }; });
    expect(of).toMatchObject({ ours: "will-fail", theirs: "live-application" });
    expect(of.sentence).toBe("They differ because what decides here is not on the article's list: HV01 lists no Hyper-V VSS writer; a backup through host VSS fails.");
  });
  it("a hard stop beside a failure of the article", () => {
    const of = both("2012R2", (given) => { noBackup(given); given.host.hyperVVssWriter = { present: false, state: null, lastError: null }; });
    expect(of).toMatchObject({ ours: "will-fail", theirs: "saved-state" });
    expect(of.sentence).toContain("the article knows no worse than a saved state");
  });
  it("what version-aware needs besides was not read", () => {
    const of = both("2012R2", ({ host }) => { host.hyperVVssWriter = null; });
    expect(of).toMatchObject({ ours: "unknown", theirs: "live-application" });
    expect(of.sentence).toContain("version-aware asks for more than the article's list");
  });
  it("one failure settles the article while version-aware still asks", () => {
    const of = both("2019", (given, guest) => { given.vm.integration = null; for (const entry of guest.services ?? []) if (entry.name === "VSS") entry.startMode = "Manual"; });
    expect(of).toMatchObject({ ours: "unknown", theirs: "saved-state" });
    expect(of.sentence).toContain("version-aware first needs what was not read");
  });

  it("a VM that does not run", () => {
    expect(both("2012R2", ({ vm }) => { vm.state = "Off"; }).sentence).toBe("Both say nothing to interrupt.");
    const paused = both("2012R2", ({ vm }) => { vm.state = "Paused"; });
    expect(paused.theirs).toBe("offline");
    expect(paused.sentence).toContain("asks nothing of a VM that does not run");
  });

  it("is one sentence, whatever the release and the fault", () => {
    for (const release of ["2008R2", "2012", "2012R2", "2016", "2019", "2022", "2025"] as const) {
      for (const bend of [undefined, noBackup]) {
        for (const csv of [false, true]) expect(both(release, bend, { csv }).sentence).toMatch(/^[A-Z][^]*[^.]\.$/);
      }
    }
  });
});
