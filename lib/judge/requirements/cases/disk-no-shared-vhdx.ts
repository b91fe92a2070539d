import type { Disk } from "@/lib/inventory/document";
import { aDisk } from "@/lib/inventory/testing";
import { type Case, FROM_2012R2, FROM_2016, unread, UP_TO_2012 } from "./case";

const with1 = (over: Partial<Disk>): Case["given"] => ({ vm }) => { vm.disks?.push(aDisk({ lun: 1, path: "D:\\Shared\\witness.vhdx", ...over })); };
const shared = with1({ persistentReservations: true });

export const cases: Case[] = [
  { name: "hosts without shared disks", on: UP_TO_2012, given: () => undefined, status: "not-applicable" },
  { name: "no disk is shared", on: FROM_2012R2, given: () => undefined, status: "pass" },
  { name: "a VHD Set is no shared VHDX", on: FROM_2012R2, given: with1({ path: "D:\\Shared\\witness.vhds", kind: "vhdset", format: "VHDSet", persistentReservations: true }), status: "pass" },
  { name: "a VHD cannot be shared", on: FROM_2012R2, given: with1({ path: "D:\\VMs\\old.vhd", format: "VHD", persistentReservations: null }), status: "pass" },
  { name: "one shared VHDX", on: ["2012R2"], given: shared, status: "fail", effect: "live-crash" },
  { name: "one shared VHDX", on: FROM_2016, given: shared, status: "fail", effect: "will-fail" },
  { name: "one shared VHDX beside one not read", on: FROM_2016, given: (of) => { shared(of); with1({ persistentReservations: null })(of); }, status: "fail", effect: "will-fail" },
  { name: "shared or not was not read", on: FROM_2012R2, given: with1({ persistentReservations: null }), status: "unknown" },
  { name: "known to have no such setting", on: FROM_2012R2, given: (of) => { with1({ persistentReservations: null })(of); of.vm.absent.push({ fact: "disks[1].persistentReservations", reason: "not-applicable" }); }, status: "pass" },
  { name: "shared, but what it is was not read", on: FROM_2012R2, given: with1({ persistentReservations: true, kind: null, path: null, format: null }), status: "unknown" },
  { name: "shared, its kind a word of no list", on: FROM_2012R2, given: with1({ persistentReservations: true, kind: "disque", path: null, format: null }), status: "unknown" },
  { name: "disks not read", on: FROM_2012R2, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "no disk at all", on: FROM_2012R2, given: ({ vm }) => { vm.disks = []; }, status: "not-applicable" },
];
