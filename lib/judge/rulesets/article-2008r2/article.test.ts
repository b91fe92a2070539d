import { describe, expect, it } from "vitest";
import type { Cluster, Host, Vm } from "@/lib/inventory/document";
import { aGuest, aGuestVolume, aHost, aVm, type GuestFamily, type HostRelease, NOW, onCsv } from "@/lib/inventory/testing";
import type { Judgement } from "../../judgement";
import { DEFAULT_POLICY, type Product } from "../../policy";
import { settingsFor } from "../../settings";
import { judgeArticle } from ".";
import { ARTICLE_CONDITIONS } from "./conditions";

const EVERY: readonly HostRelease[] = ["2008R2", "2012", "2012R2", "2016", "2019", "2022", "2025"];
const UP_TO_2012R2 = EVERY.slice(0, 3);
const FROM_2016 = EVERY.slice(3);
const SETTINGS = settingsFor(DEFAULT_POLICY)({ clusterName: null, hostName: "HV01", vmName: "VM01", vmId: null });

interface World { host: Host; cluster: Cluster | null; vm: Vm }
type Bend = (world: World, guest: NonNullable<Vm["guest"]>) => void;

/** Healthy as the article means it: VSS and MSDTC running and automatic, which no newer Windows does by itself. */
function world(release: HostRelease, csv: boolean, family: GuestFamily): World {
  const of: World = csv ? onCsv(release) : { host: aHost(release), cluster: null, vm: aVm(release) };
  const guest = aGuest(release, family);
  const services = guest.services?.map((service) => (service.name === "VSS" || service.name === "MSDTC" ? { ...service, state: "Running", startMode: "Auto" } : service)) ?? null;
  return { ...of, vm: { ...of.vm, guest: { ...guest, services } } };
}
function judged(release: HostRelease, bend: Bend = () => undefined, over: { csv?: boolean; product?: Partial<Product>; family?: GuestFamily; now?: number } = {}): Judgement {
  const of = world(release, over.csv ?? false, over.family ?? "windows");
  if (of.vm.guest !== null) bend(of, of.vm.guest);
  return judgeArticle(of, { ...SETTINGS, product: { ...SETTINGS.product, ...over.product } }, over.now ?? NOW);
}
const verdict = (of: Judgement) => of.verdict.verdict;
const status = (of: Judgement, id: string) => of.findings.find((finding) => finding.requirement === id)?.status;
function service(name: string, state: string | null, startMode: string | null): Bend {
  return (_world, guest) => { for (const entry of guest.services ?? []) if (entry.name === name) Object.assign(entry, { state, startMode }); };
}
function volume(over: Parameters<typeof aGuestVolume>[0]): Bend {
  return (_world, guest) => { guest.volumes = [aGuestVolume(), aGuestVolume(over)]; };
}

describe("the whole list holds", () => {
  it.each(UP_TO_2012R2)("live with flushed applications on %s", (release) => {
    expect(judged(release).verdict).toMatchObject({ verdict: "live-application", class: "ready", outage: "none", consistency: "application", coverage: "full" });
  });
  it.each(FROM_2016)("unknown on %s, where the version of the integration services cannot be read", (release) => {
    const of = judged(release);
    expect(of.verdict).toMatchObject({ verdict: "unknown", class: "unknown", best: "live-application", worst: "saved-state", decidedBy: "ic-current" });
    expect(of.findings.filter((finding) => finding.status === "unknown").map((finding) => finding.requirement)).toEqual(["ic-current"]);
  });
  it("has no score, on any VM", () => expect(judged("2008R2").score).toBeNull());
});

const FAULTS: [string, string, Bend][] = [
  ["backup not offered", "ic-vss-offered", ({ vm }) => { for (const entry of vm.integration ?? []) if (entry.role === "vss") entry.enabled = false; }],
  ["Windows 2000", "guest-os-vss", (_world, guest) => { guest.osVersion = "5.0.2195"; }],
  ["Windows XP", "guest-os-vss", (_world, guest) => { guest.osVersion = "5.1.2600"; }],
  ["an EFI system partition with FAT32", "guest-fs", volume({ fileSystem: "FAT32", partitionRole: "esp", driveLetter: null })],
  ["a ReFS data volume", "guest-fs", volume({ fileSystem: "ReFS", driveLetter: "D:" })],
  ["a dynamic disk", "guest-disks-basic", volume({ isDynamic: true, driveLetter: "D:" })],
  ["one byte below 2 GB free", "guest-free-space", volume({ freeBytes: 2 ** 31 - 1, driveLetter: "D:" })],
  ["a host volume on ReFS", "host-vol-fs", ({ host }) => { for (const entry of host.volumes ?? []) Object.assign(entry, { fileSystem: "ReFS", fileSystemDetail: "ReFS" }); }],
  ...["EventSystem", "MSDTC", "RpcSs", "SENS"].map((name): [string, string, Bend] => [`${name} stopped`, "guest-svc-core", service(name, "Stopped", "Auto")]),
  ["MSDTC running but manual", "guest-svc-core", service("MSDTC", "Running", "Manual")],
  ["VSS stopped and manual, as it ships", "guest-svc-vss", service("VSS", "Stopped", "Manual")],
  ["VSS running but manual", "guest-svc-vss", service("VSS", "Running", "Manual")],
  ["COMSysApp disabled", "guest-svc-provider", service("COMSysApp", "Stopped", "Disabled")],
  ["swprv disabled", "guest-svc-provider", service("swprv", "Stopped", "Disabled")],
];

describe.each(FAULTS)("%s", (_name, id, bend) => {
  it.each(EVERY)("saves the VM on %s", (release) => {
    const of = judged(release, bend);
    expect(of.verdict).toMatchObject({ verdict: "saved-state", class: "not-live", outage: "brief", consistency: "crash", decidedBy: id });
    expect(of.findings.find((finding) => finding.requirement === id)).toMatchObject({ status: "fail", effect: "saved-state", latent: false });
    expect(of.estimatedPauseSeconds).toBe(11);
  });
  it("is the only thing to mend on 2008 R2", () => expect(judged("2008R2", bend).verdict.fixAlone).toEqual([id]));
});

describe("integration services", () => {
  it.each(UP_TO_2012R2)("older than the host's save the VM on %s", (release) => expect(judged(release, ({ vm }) => { vm.icVersionHostView = "6.0.1.1"; }).verdict).toMatchObject({ verdict: "saved-state", decidedBy: "ic-current" }));
  it.each(UP_TO_2012R2)("newer than the host's are current on %s", (release) => expect(verdict(judged(release, ({ vm }) => { vm.icVersionHostView = "9.0.0.0"; }))).toBe("live-application"));
  it.each(UP_TO_2012R2)("with a protocol mismatch save the VM on %s", (release) => expect(verdict(judged(release, ({ vm }) => { for (const entry of vm.integration ?? []) if (entry.role === "kvp") entry.secondaryStatus = "ProtocolMismatch"; }))).toBe("saved-state"));
  it.each(FROM_2016)("are unread on %s even with a protocol mismatch", (release) => expect(status(judged(release, ({ vm }) => { for (const entry of vm.integration ?? []) entry.primaryStatus = "ProtocolMismatch"; }), "ic-current")).toBe("unknown"));
  it("not read leave the VM unknown", () => expect(verdict(judged("2012R2", ({ host }) => { host.icVersion = null; }))).toBe("unknown"));
});

describe("limits of the list", () => {
  it("2 GB are 2^31 bytes", () => expect(verdict(judged("2008R2", volume({ freeBytes: 2 ** 31, driveLetter: "D:" })))).toBe("live-application"));
  it.each(["5.2.3790", "6.0.6002"])("a guest of version %s has VSS", (osVersion) => expect(verdict(judged("2008R2", (_world, guest) => { guest.osVersion = osVersion; }))).toBe("live-application"));
  it.each(EVERY)("Linux and BSD fail on %s", (release) => {
    for (const family of ["linux", "bsd"] as const) expect(judged(release, undefined, { family }).verdict).toMatchObject({ verdict: "saved-state", decidedBy: "guest-os-vss" });
  });
  it("another system fails too", () => expect(verdict(judged("2008R2", (_world, guest) => { guest.osFamily = "other"; }))).toBe("saved-state"));
  it("CSVFS over NTFS is NTFS", () => expect(status(judged("2012", undefined, { csv: true }), "host-vol-fs")).toBe("pass"));
  it("CSVFS over ReFS is not", () => expect(verdict(judged("2012R2", ({ host }) => { for (const entry of host.volumes ?? []) entry.fileSystemDetail = "CSVFS_ReFS"; }, { csv: true }))).toBe("saved-state"));
  it("a path on SMB has no host volume to test", () => {
    const of = judged("2012R2", ({ host, vm }) => { host.volumes = []; vm.configLocation = "\\\\fs\\vms"; vm.disks = (vm.disks ?? []).map((disk) => ({ ...disk, path: "\\\\fs\\vms\\a.vhdx", isSmb: true, hostVolumeId: null })); });
    expect(status(of, "host-vol-fs")).toBe("not-applicable");
    expect(verdict(of)).toBe("live-application");
  });
});

const UNREAD: [string, string, Bend][] = [
  ["the backup component", "ic-vss-offered", ({ vm }) => { vm.integration = null; }],
  ["the system in the guest", "guest-os-vss", (_world, guest) => { guest.osFamily = null; }],
  ["the version of the guest", "guest-os-vss", (_world, guest) => { guest.osVersion = null; }],
  ["the guest's volumes", "guest-fs", (_world, guest) => { guest.volumes = null; }],
  ["a file system", "guest-fs", volume({ fileSystem: null, driveLetter: "D:" })],
  ["a locked volume", "guest-fs", volume({ bitlocker: "locked", driveLetter: "D:" })],
  ["whether a disk is dynamic", "guest-disks-basic", volume({ isDynamic: null, driveLetter: "D:" })],
  ["free space", "guest-free-space", volume({ freeBytes: null, driveLetter: "D:" })],
  ["the services", "guest-svc-core", (_world, guest) => { guest.services = null; }],
  ["a service missing from the list", "guest-svc-vss", (_world, guest) => { guest.services = (guest.services ?? []).filter((entry) => entry.name !== "VSS"); }],
  ["a start mode", "guest-svc-provider", service("swprv", "Stopped", null)],
  ["the host's volumes", "host-vol-fs", ({ host }) => { host.volumes = null; }],
  ["the disks", "host-vol-fs", ({ vm }) => { vm.disks = null; }],
];

describe.each(UNREAD)("%s unread", (_name, id, bend) => {
  it.each(UP_TO_2012R2)("leaves the VM unknown on %s", (release) => {
    const of = judged(release, bend);
    expect(of.verdict).toMatchObject({ verdict: "unknown", class: "unknown", outage: "unknown" });
    expect(status(of, id)).toBe("unknown");
  });
  it("does not undo a known failure", () => expect(verdict(judged("2008R2", (of, guest) => { bend(of, guest); for (const entry of of.vm.integration ?? []) entry.enabled = false; if (of.vm.integration === null) guest.osVersion = "5.0.2195"; }))).toBe("saved-state"));
});

describe("a known bad half of a service", () => {
  it("fails though the other half was not read", () => expect(verdict(judged("2008R2", service("SENS", "Stopped", null)))).toBe("saved-state"));
});

describe("Cluster Shared Volumes", () => {
  it.each(UP_TO_2012R2)("leave the quality unproven without a CSV-aware product on %s", (release) => {
    for (const csvAware of ["no", "unknown"] as const) expect(judged(release, undefined, { csv: true, product: { csvAware } }).verdict).toMatchObject({ verdict: "live-unverified", class: "weaker", consistency: "unverified", fixAlone: ["csv-aware"] });
  });
  it("do nothing to a CSV-aware product", () => expect(verdict(judged("2008R2", undefined, { csv: true, product: { csvAware: "yes" } }))).toBe("live-application"));
  it("do nothing to software inside the guest", () => expect(verdict(judged("2008R2", undefined, { csv: true, product: { api: "guest-agent" } }))).toBe("live-application"));
  it("do not soften a failure", () => expect(verdict(judged("2008R2", service("VSS", "Stopped", "Manual"), { csv: true }))).toBe("saved-state"));
  it("count disks, not the configuration", () => expect(status(judged("2008R2", ({ vm }) => { vm.disks = []; }, { csv: true }), "csv-aware")).toBe("pass"));
  it("unread leave the VM unknown, unless the product is aware or in the guest", () => {
    const unread: Bend = ({ host, vm }) => { host.isClusterNode = null; vm.disks = (vm.disks ?? []).map((disk) => ({ ...disk, hostVolumeId: null })); for (const entry of host.volumes ?? []) entry.isCsv = null; };
    expect(judged("2008R2", unread).verdict).toMatchObject({ verdict: "unknown", decidedBy: "csv-aware" });
    expect(verdict(judged("2008R2", unread, { product: { csvAware: "yes" } }))).toBe("live-application");
    expect(verdict(judged("2008R2", unread, { product: { api: "guest-agent" } }))).toBe("live-application");
  });
});

describe("the state", () => {
  const state = (word: string | null, raw: number | null = null): Bend => ({ vm }) => { vm.state = word; vm.stateRaw = raw; };
  it("not read is unknown, whatever fails", () => expect(judged("2008R2", (of, guest) => { state(null)(of, guest); guest.osVersion = "5.0.2195"; }).verdict).toMatchObject({ verdict: "unknown", best: null, decidedBy: "vm-running" }));
  it("that no list settles is unknown", () => expect(verdict(judged("2019", state("32785", 32785)))).toBe("unknown"));
  it.each([["Off", "at-rest"], ["Saved", "saved-memory"], ["Paused", "crash"], ["Starting", "crash"]])("%s is offline, %s", (word, consistency) => {
    const of = judged("2008R2", (given, guest) => { state(word)(given, guest); guest.osVersion = "5.0.2195"; });
    expect(of.verdict).toMatchObject({ verdict: "offline", class: "offline", outage: "already-off", consistency });
    expect(of.findings.find((finding) => finding.requirement === "guest-os-vss")).toMatchObject({ status: "fail", latent: true });
    expect(of.estimatedPauseSeconds).toBeNull();
  });
  it("is not read when the inventory is older than the policy allows", () => expect(verdict(judged("2008R2", undefined, { now: NOW + 49 * 3_600_000 }))).toBe("unknown"));
});

describe("the list itself", () => {
  it("has eleven conditions with ids of their own", () => expect(new Set(ARTICLE_CONDITIONS.map((condition) => condition.id)).size).toBe(11));
  it("marks exactly one of its questions as the one that decided", () => {
    for (const release of EVERY) for (const csv of [false, true]) expect(judged(release, undefined, { csv }).verdict.steps.filter((step) => step.decided)).toHaveLength(1);
  });
});
