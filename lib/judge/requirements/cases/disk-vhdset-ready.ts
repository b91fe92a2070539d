import type { Disk } from "@/lib/inventory/document";
import { aDisk } from "@/lib/inventory/testing";
import { type Case, FROM_2012R2, FROM_2016, unread, UP_TO_2012 } from "./case";

type GuestCluster = NonNullable<Disk["guestCluster"]>;
const READY: GuestCluster = { clustered: true, online: true, ownedOnce: true, activeActive: false };
const vhds = (over: Partial<GuestCluster> | null): Case["given"] => ({ vm }) => {
  vm.disks?.push(aDisk({ lun: 1, path: "D:\\Shared\\data.vhds", kind: "vhdset", format: "VHDSet", persistentReservations: true, guestCluster: over === null ? null : { ...READY, ...over } }));
};

export const cases: Case[] = [
  { name: "hosts without VHD Sets", on: UP_TO_2012, given: () => undefined, status: "not-applicable" },
  { name: "no VHD Set", on: FROM_2012R2, given: () => undefined, status: "not-applicable" },
  { name: "a VHD Set that is ready", on: FROM_2016, given: vhds({}), status: "pass", effect: null },
  { name: "any VHD Set on 2012 R2", on: ["2012R2"], given: vhds({}), status: "fail", effect: "will-fail" },
  { name: "the disk is a CSV in the guests", on: FROM_2016, given: vhds({ activeActive: true }), status: "fail", effect: "will-fail" },
  { name: "the cluster service does not answer", on: FROM_2016, given: vhds({ clustered: false }), status: "fail", effect: "will-fail" },
  { name: "the disk is offline, its owner not read", on: FROM_2016, given: vhds({ online: false, ownedOnce: null }), status: "fail", effect: "will-fail" },
  { name: "the disk has two owners", on: FROM_2016, given: vhds({ ownedOnce: false }), status: "fail", effect: "will-fail" },
  { name: "the guest cluster was not read", on: FROM_2016, given: vhds(null), status: "unknown" },
  { name: "one answer of the guest cluster was not read", on: FROM_2016, given: vhds({ online: null }), status: "unknown" },
  { name: "what a disk is was not read", on: FROM_2012R2, given: ({ vm }) => { vm.disks?.push(aDisk({ kind: null, format: null, path: null })); }, status: "unknown" },
  { name: "disks not read", on: FROM_2012R2, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
];
