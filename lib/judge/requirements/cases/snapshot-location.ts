import { aDisk, aVolume } from "@/lib/inventory/testing";
import { type Case, EVERY_RELEASE, FROM_2012R2, unread, UP_TO_2012 } from "./case";

const onC: Case["given"] = ({ vm }) => { vm.snapshotFileLocation = "C:\\ProgramData\\Microsoft\\Windows\\Hyper-V"; };
const mounted: Case["given"] = ({ host, vm }) => {
  host.volumes?.push(aVolume({ path: "D:\\Snapshots\\", uniqueId: "\\\\?\\Volume{0d0d0d0d-0000-4000-8000-000000000002}\\" }));
  vm.snapshotFileLocation = "D:\\Snapshots\\VM01";
};

export const cases: Case[] = [
  { name: "same volume", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "same volume on a CSV", on: EVERY_RELEASE, csv: true, given: () => undefined, status: "pass" },
  { name: "checkpoint folder on C:", on: UP_TO_2012, given: onC, status: "fail", effect: "saved-state" },
  { name: "checkpoint folder on C:", on: FROM_2012R2, given: onC, status: "info", effect: "info" },
  { name: "checkpoint folder on a volume mounted below the disks' drive", on: UP_TO_2012, given: mounted, status: "fail", effect: "saved-state" },
  { name: "one of two disks elsewhere, the other not read", on: UP_TO_2012, given: (of) => { onC(of); of.vm.disks?.push(aDisk({ path: null })); }, status: "fail", effect: "saved-state" },
  { name: "disks on a share, checkpoints too", on: ["2012", "2012R2", "2022"], given: ({ vm }) => { vm.disks = [aDisk({ path: "\\\\fs1\\vms\\VM01\\disk0.vhdx", isSmb: true, hostVolumeId: null })]; vm.snapshotFileLocation = "\\\\FS1\\VMs\\VM01"; }, status: "pass" },
  { name: "host volumes not read", on: EVERY_RELEASE, given: ({ host, vm }) => { host.volumes = null; vm.snapshotFileLocation = "D:\\Snapshots"; }, status: "unknown" },
  { name: "checkpoint folder not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.snapshotFileLocation = null; unread(vm, "snapshotFileLocation"); }, status: "unknown" },
  { name: "path of a disk not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks?.push(aDisk({ path: null, hostVolumeId: null, isSmb: null })); }, status: "unknown" },
  { name: "disks not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "no disk at all", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = []; }, status: "not-applicable" },
];
