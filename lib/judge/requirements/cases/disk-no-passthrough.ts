import { aDisk } from "@/lib/inventory/testing";
import { type Case, EVERY_RELEASE, FROM_2016, UP_TO_2012R2, unread } from "./case";

const physical: Case["given"] = ({ vm }) => {
  vm.disks?.push(aDisk({ controllerNumber: 0, lun: 1, kind: "passthrough", path: "Disk 3 931.51 GB Bus 0 Lun 3 Target 0", diskNumber: 3, hostVolumeId: null, format: null, type: null, chain: null, chainError: null }));
};

export const cases: Case[] = [
  { name: "files only", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "one physical disk", on: UP_TO_2012R2, given: physical, status: "fail", effect: "partial" },
  { name: "one physical disk", on: FROM_2016, given: physical, status: "fail", effect: "will-fail" },
  { name: "one physical disk, the product refuses such disks", on: FROM_2016, settings: { product: { ignoresNonSnapshottableDisks: "no" } }, given: physical, status: "fail", effect: "will-fail" },
  { name: "one physical disk, the product ignores such disks", on: EVERY_RELEASE, settings: { product: { ignoresNonSnapshottableDisks: "yes" } }, given: physical, status: "fail", effect: "partial" },
  { name: "a physical disk told by its number alone", on: FROM_2016, given: ({ vm }) => { vm.disks?.push(aDisk({ kind: null, diskNumber: 3 })); }, status: "fail", effect: "will-fail" },
  { name: "a physical disk beside one whose kind was not read", on: FROM_2016, given: (of) => { physical(of); of.vm.disks?.push(aDisk({ kind: null })); }, status: "fail", effect: "will-fail" },
  { name: "kind of one disk not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks?.push(aDisk({ kind: null })); }, status: "unknown" },
  { name: "disks not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "no disk at all", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = []; }, status: "not-applicable" },
];
