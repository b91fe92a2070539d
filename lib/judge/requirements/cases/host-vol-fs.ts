import { type Case, EVERY_RELEASE, FROM_2012, FROM_2012R2, FROM_2016, type Given, UP_TO_2012R2, unread } from "./case";
import { onShare, volumes } from "./places";

function fileSystem(of: Given, name: string | null, detail: string | null = name) {
  volumes(of, { fileSystem: name, fileSystemDetail: detail });
}
export const cases: Case[] = [
  { name: "NTFS", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "Cluster Shared Volume over NTFS", on: EVERY_RELEASE, csv: true, given: () => undefined, status: "pass" },
  ...["FAT", "FAT32", "exFAT"].map((name): Case => ({ name, on: UP_TO_2012R2, given: (of) => fileSystem(of, name), status: "fail", effect: "will-fail" })),
  ...["FAT", "FAT32", "exFAT"].map((name): Case => ({ name, on: FROM_2016, given: (of) => fileSystem(of, name), status: "warning", effect: "live-unverified" })),
  { name: "ReFS", on: ["2012"], given: (of) => fileSystem(of, "ReFS"), status: "fail", effect: "live-unverified" },
  { name: "ReFS", on: FROM_2012R2, given: (of) => fileSystem(of, "ReFS"), status: "pass" },
  { name: "ReFS, which 2008 R2 cannot have", on: ["2008R2"], given: (of) => fileSystem(of, "ReFS"), status: "unknown" },
  { name: "Cluster Shared Volume over ReFS", on: FROM_2012R2, csv: true, given: (of) => fileSystem(of, "CSVFS", "CSVFS_ReFS"), status: "pass" },
  { name: "CSVFS without its detail", on: FROM_2012, csv: true, given: (of) => fileSystem(of, "CSVFS", null), status: "unknown" },
  { name: "RAW", on: EVERY_RELEASE, given: (of) => fileSystem(of, "RAW"), status: "unknown" },
  { name: "empty name", on: EVERY_RELEASE, given: (of) => fileSystem(of, ""), status: "unknown" },
  { name: "file system not read", on: EVERY_RELEASE, given: (of) => fileSystem(of, null), status: "unknown" },
  { name: "volumes not read", on: EVERY_RELEASE, given: ({ host }) => { host.volumes = null; }, status: "unknown" },
  { name: "disks not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "one volume FAT32, the other unread", on: UP_TO_2012R2, given: (of) => { fileSystem(of, "FAT32"); of.vm.configLocation = "E:\\VMs\\VM01"; }, status: "fail", effect: "will-fail" },
  { name: "one volume NTFS, the other unread", on: EVERY_RELEASE, given: ({ vm }) => { vm.configLocation = "E:\\VMs\\VM01"; }, status: "unknown" },
  { name: "all files on a share", on: EVERY_RELEASE, given: onShare, status: "not-applicable" },
];
