import type { Disk } from "@/lib/inventory/document";
import { aDisk } from "@/lib/inventory/testing";
import { type Case, FROM_2016, unread, UP_TO_2012R2 } from "./case";

const with1 = (over: Partial<Disk>): Case["given"] => ({ vm }) => { vm.disks?.push(aDisk({ lun: 1, ...over })); };

export const cases: Case[] = [
  { name: "hosts without change tracking", on: UP_TO_2012R2, given: () => undefined, status: "not-applicable" },
  { name: "all VHDX", on: FROM_2016, given: () => undefined, status: "pass" },
  { name: "format not read, the file's name tells it", on: FROM_2016, given: with1({ format: null }), status: "pass" },
  { name: "one VHD", on: FROM_2016, given: with1({ path: "D:\\VMs\\VM01\\old.vhd", format: "VHD" }), status: "warning", effect: "warn" },
  { name: "format of one disk not read", on: FROM_2016, given: with1({ format: null, path: null }), status: "unknown" },
  { name: "disks not read", on: FROM_2016, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "only a physical disk", on: FROM_2016, given: ({ vm }) => { vm.disks = [aDisk({ kind: "passthrough", diskNumber: 2, path: null })]; }, status: "not-applicable" },
];
