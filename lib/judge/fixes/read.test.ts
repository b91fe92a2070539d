import { describe, expect, it } from "vitest";
import { clusterSchema } from "@/lib/inventory/host";
import { aDisk, aHost, aVm, type GuestFamily, type HostRelease, NOW } from "@/lib/inventory/testing";
import { BUCKETS, type Bucket } from "../facts/host-release";
import { freshRecords } from "../freshness";
import { DEFAULT_POLICY } from "../policy";
import { REQUIREMENTS } from "../requirements";
import { settingsFor } from "../settings";
import { NO_NEIGHBOURS, type Situation, situationOf } from "../situation";
import { readCommandFor, readCommandsFor, readerOf } from "./read";

const RELEASE: Record<Bucket, HostRelease> = { W08R2: "2008R2", W12: "2012", W12R2: "2012R2", "W16+": "2022" };
/** Facts that Windows came to know after 2008 R2; an inventory says "not applicable" of them there. */
const NOT_ON_2008R2 = ["cluster.configStoreRootPath", "host.supportedVmVersions", "vm.checkpointType", "vm.replicationMode", "vm.security", "vm.vmGroups"];
const CHANGES = /\b(?:Set|New|Remove|Add|Start|Stop|Restart|Enable|Disable|Move|Convert|Merge|Update|Rename|Clear|Mount|Dismount|Install|Uninstall|Resume|Suspend)-[A-Z]|\brm\b|\bdel\b|>\s/;

function situation(release: HostRelease, family: GuestFamily = "windows", bend: (vm: ReturnType<typeof aVm>) => void = () => undefined): Situation {
  const vm = aVm(release, family);
  bend(vm);
  const settings = settingsFor(DEFAULT_POLICY)({ clusterName: null, hostName: "HV01", vmName: vm.name, vmId: vm.id });
  return situationOf(freshRecords({ host: aHost(release), cluster: clusterSchema.parse({ name: "CL1" }), vm }, settings, NOW), settings, NOW, NO_NEIGHBOURS);
}

const needed = REQUIREMENTS.flatMap((requirement) => (["host", "cluster", "vm", "guest"] as const).flatMap((level) =>
  (requirement.needs[level] ?? []).map((fact) => ({ requirement, path: `${level}.${String(fact)}` }))));

describe("read-only commands", () => {
  it("knows a reader for every fact that a requirement needs", () => {
    expect(needed.length).toBeGreaterThan(100);
    expect([...new Set(needed.filter(({ path }) => readerOf(path) === null).map(({ path }) => path))]).toEqual([]);
  });

  it.each(BUCKETS)("changes nothing and has a form on %s for every fact whose requirement speaks there", (bucket) => {
    const absent = new Set<string>();
    for (const family of ["windows", "linux", "bsd"] as const) {
      const at = situation(RELEASE[bucket], family);
      for (const { requirement, path } of needed) {
        const fix = readCommandFor(path, at);
        expect(fix.readOnly, path).toBe(true);
        expect(fix.command ?? "", path).not.toMatch(CHANGES);
        if (fix.command === null && requirement.hosts.includes(bucket)) absent.add(path);
        if (bucket === "W08R2" && fix.runsOn !== "guest") expect(fix.command ?? "", path).not.toMatch(/Hyper-V\\|Get-Cim/);
      }
    }
    expect([...absent].sort()).toEqual(bucket === "W08R2" ? NOT_ON_2008R2 : []);
  });

  it("chooses the VM by its id alone and lets no name into the command", () => {
    const at = situation("2022", "windows", (vm) => { vm.name = "'; Remove-VM *; '"; });
    const fix = readCommandFor("vm.disks[3].chain", at);
    expect(fix.command).toContain("Get-VM -Id '7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4'");
    expect(fix.command).toContain("Get-VHD");
    for (const { path } of needed) expect(readCommandFor(path, at).command ?? "").not.toContain("Remove-VM");
  });

  it("quotes the paths it has to name", () => {
    const at = situation("2008R2", "windows", (vm) => { vm.disks = [aDisk({ path: "D:\\it's\\disk.vhd" })]; });
    expect(readCommandFor("vm.disks[0].chain", at).command).toContain("GetVirtualHardDiskInfo('D:\\it''s\\disk.vhd')");
    expect(readCommandFor("vm.acl", at).command).toBe("icacls.exe 'D:\\it''s\\disk.vhd'");
  });

  it("never puts an id that is no GUID into a query", () => {
    const at = { ...situation("2008R2"), vmId: "' OR '1'='1" };
    expect(readCommandFor("vm.state", at).command).toContain("Name='VM id was not read'");
  });

  it("asks inside the guest in the guest's own words", () => {
    expect(readCommandFor("guest.iscsiSessions", situation("2022", "linux"))).toMatchObject({ runsOn: "guest", target: "VM01", shell: "sh", command: "sudo iscsiadm -m session" });
    expect(readCommandFor("guest.iscsiSessions", situation("2022", "bsd")).shell).toBe("sh");
    expect(readCommandFor("guest.services.VSS.startMode", situation("2008R2"))).toMatchObject({ runsOn: "guest", shell: "powershell" });
    expect(readCommandFor("guest.osFamily", situation("2022"))).toMatchObject({ runsOn: "host", target: "HV01" });
  });

  it("names the file server of a share", () => {
    const at = situation("2022", "windows", (vm) => { vm.disks = [aDisk({ path: "\\\\fs1\\vms\\a.vhdx", isSmb: true, hostVolumeId: null })]; });
    expect(readCommandFor("host.smbShares[0].vssAgent", at)).toMatchObject({ runsOn: "file-server", target: "fs1" });
    expect(readCommandFor("host.smbShares[0].vssAgent", at).command).toContain("Get-SmbShareAccess -Name 'vms'");
  });

  it("gives each command once for several facts", () => {
    const at = situation("2022");
    const missing = ["vm.disks[0].chain", "vm.disks[1].chainError", "vm.checkpoints"].map((fact) => ({ fact, reason: "not-collected" as const }));
    expect(readCommandsFor(missing, at).map((fix) => fix.title)).toEqual(["Read every file in the chains of the disks", "Read the checkpoints of the VM"]);
  });

  it("has no command for a check that failed", () => {
    expect(readCommandFor("judge.disk-chain", situation("2022"))).toMatchObject({ command: null, readOnly: true });
  });
});
