import { describe, expect, it } from "vitest";
import { aDisk, aGuest, aGuestVolume, aHost, aVm, type GuestFamily, type HostRelease, NOW } from "@/lib/inventory/testing";
import { fixesOf } from "../fixes/fixes-of";
import { examine, judge, type JudgeSubject } from "../judge";
import { settingsOf } from "./cases/run";

type Bend = (subject: JudgeSubject) => void;
const options = { settings: settingsOf(undefined), now: NOW };

function subjectOf(release: HostRelease, family: GuestFamily, bend: Bend): JudgeSubject {
  const subject: JudgeSubject = { host: aHost(release), cluster: null, vm: aVm(release, family) };
  bend(subject);
  return subject;
}
function fixesFor(id: string, release: HostRelease, family: GuestFamily, bend: Bend) {
  const examined = examine(subjectOf(release, family, bend), options);
  const finding = examined.findings.find((entry) => entry.requirement === id);
  return finding === undefined ? [] : fixesOf(examined, finding);
}

describe("fixes inside and around the guest", () => {
  it("loads hv_utils where that is what is missing, and names the package of the distribution", () => {
    const guest = (osName: string, hvUtilsLoaded: boolean): Bend => ({ vm }) => {
      const linux = aGuest("2022", "linux").linux;
      vm.guest = aGuest("2022", "linux", { osName, linux: linux === null ? null : { ...linux, hvUtilsLoaded, vssDaemon: "missing" } });
    };
    expect(fixesFor("linux-vss-daemon", "2022", "linux", guest("Red Hat Enterprise Linux 9.4", false))[0]?.command).toMatch(/^sudo modprobe hv_utils\nsudo dnf install hyperv-daemons\n/);
    expect(fixesFor("linux-vss-daemon", "2022", "linux", guest("Ubuntu 24.04", true))[0]?.command).toMatch(/^sudo apt-get install linux-cloud-tools-virtual\n/);
    expect(fixesFor("linux-vss-daemon", "2022", "linux", guest("Debian GNU/Linux 12", true))[0]?.command).toMatch(/^sudo apt-get install --reinstall hyperv-daemons\n/);
  });

  it("grows a disk while the VM runs only where that is possible, and never a checkpoint's file", () => {
    const full = (over: Parameters<typeof aDisk>[0]): Bend => ({ vm }) => {
      vm.disks = [aDisk(over)];
      vm.guest?.volumes?.splice(0, 1, aGuestVolume({ freeBytes: 1000 }));
    };
    const command = (over: Parameters<typeof aDisk>[0]) => fixesFor("guest-free-space", "2022", "windows", full(over)).find((fix) => fix.title === "Grow the virtual disk")?.command;
    expect(command({})).toBe("Hyper-V\\Resize-VHD -Path 'D:\\VMs\\VM01\\disk0.vhdx' -SizeBytes 137GB");
    expect(command({ controllerType: "IDE" })?.split("\n").map((line) => line.split("\\").pop())).toEqual(["Stop-VM", "disk0.vhdx' -SizeBytes 137GB", "Start-VM"]);
    expect(command({ path: "D:\\VMs\\VM01\\disk0_1.avhdx" })).toBeNull();
  });

  it("speaks of fewer volumes only where there are too many", () => {
    const titles = (volumes: number, shadowCopies: number) => fixesFor("guest-vss-limits", "2022", "windows", ({ vm }) => {
      if (vm.guest !== null) vm.guest.volumes = Array.from({ length: volumes }, () => aGuestVolume({ shadowCopies }));
    }).map((fix) => fix.title.split(" ")[0]);
    expect(titles(1, 512)).toEqual(["Delete", "Back"]);
    expect(titles(65, 0)).toEqual(["Bring", "Back"]);
  });

  it("moves leftovers beside the VM's folder, where the next inventory does not look", () => {
    const away = (file: string) => fixesFor("orphan-files", "2022", "windows", ({ vm }) => { vm.orphanFiles = [file]; })[0]?.command?.split("\n")[0];
    expect(away("D:\\VMs\\VM01\\disk0.avhdx")).toBe("New-Item -ItemType Directory -Force -Path 'D:\\VMs\\VM01-unreferenced'");
    expect(away("D:\\disk0.avhdx")).toBe("New-Item -ItemType Directory -Force -Path 'D:\\unreferenced'");
  });

  it("speaks of what the host's release has", () => {
    const [copy] = fixesFor("disk-no-passthrough", "2008R2", "windows", ({ vm }) => { vm.disks?.push(aDisk({ lun: 1, kind: "passthrough", diskNumber: 3, path: "Disk 3" })); });
    expect(copy?.title).toBe("Copy the physical disk into a VHD and attach that instead");
    const [merge] = fixesFor("disk-chain", "2008R2", "windows", ({ vm }) => {
      const chain = [...Array.from({ length: 11 }, (_, index) => `D:\\VMs\\VM01\\d${index}.avhd`), "D:\\VMs\\VM01\\d.vhd"];
      vm.disks = [aDisk({ path: chain[0] ?? "", chain })];
      vm.checkpoints = chain.map(() => ({ id: null, name: null, type: "Standard", createdAt: null, isAutomatic: false }));
    });
    expect(merge?.gui[0]?.path).toContain("Delete Snapshot; the files merge once the VM is off");
  });

  it("converts no file of a checkpoint", () => {
    const [fix] = fixesFor("disk-format", "2022", "windows", ({ vm }) => { vm.disks = [aDisk({ path: "D:\\VMs\\VM01\\disk0_1.avhd", format: "VHD" })]; });
    expect(fix?.command).toBeNull();
    expect(fix?.destroysData).toContain("checkpoints");
  });

  it("moves files to a folder of a virtual disk, not to the name of a physical one", () => {
    const fixes = fixesFor("vhds-same-volume", "2022", "windows", ({ vm }) => {
      vm.disks = [aDisk({ kind: "passthrough", diskNumber: 3, path: "Disk 3 931 GB" }), aDisk({ lun: 1, path: "D:\\VMs\\VM01\\a.vhdx" })];
      vm.configLocation = "E:\\VMs\\VM01";
    });
    expect(fixes[0]?.command).toContain("-DestinationStoragePath 'D:\\VMs\\VM01'");
  });
});

describe("unread facts", () => {
  const verdict = (bend: Bend) => judge(subjectOf("2022", "windows", bend), options).verdict;

  it("hold nothing back where no reading of them could lower the result", () => {
    const doubtful: Bend = ({ vm }) => { vm.guest = aGuest("2012", "windows", { productType: null }); };
    expect(verdict(doubtful)).toMatchObject({ verdict: "live-application", class: "ready" });
  });

  it("are named by the word that was sent where it settles nothing", () => {
    const examined = examine(subjectOf("2022", "windows", ({ vm }) => { if (vm.guest?.volumes?.[0]) vm.guest.volumes[0].isDynamic = null; vm.disks?.push(aDisk({ lun: 1, kind: "PassThru" })); }), options);
    const missingOf = (id: string) => examined.findings.find((entry) => entry.requirement === id)?.missing;
    expect(missingOf("disk-no-passthrough")).toEqual([{ fact: "vm.disks[1].kind", reason: "ambiguous", text: "PassThru" }]);
    expect(missingOf("guest-disks-basic")).toEqual([{ fact: "guest.volumes[0].isDynamic", reason: "not-collected" }]);
  });

  it("are none where a known word differs by its capitals", () => {
    expect(verdict(({ vm }) => { if (vm.guest !== null) vm.guest.osFamily = "Windows"; }).verdict).toBe("live-application");
  });

  it("never pass: a kind of disk that is a word of no list leaves open whether the disk is in the backup", () => {
    const odd: Bend = ({ vm }) => { vm.disks?.push(aDisk({ lun: 1, kind: "PassThru" })); };
    expect(verdict(odd)).toMatchObject({ verdict: "unknown", best: "live-application", worst: "will-fail" });
  });
});
