import type { Vm } from "@/lib/inventory/document";
import { aDisk } from "@/lib/inventory/testing";
import { type Case, FROM_2016, unread, UP_TO_2012R2 } from "./case";

type Groups = Vm["vmGroups"];
const ONE: Groups = [{ id: "aaaaaaaa-0000-4000-8000-000000000001", name: "SQL", type: "VMCollectionType" }];
const grouped = (groups: Groups): Case["given"] => ({ vm }) => {
  vm.disks?.push(aDisk({ lun: 1, path: "C:\\ClusterStorage\\Volume1\\Shared\\data.vhds", kind: "vhdset", format: "VHDSet", guestCluster: { clustered: true, online: true, ownedOnce: true, activeActive: false } }));
  vm.vmGroups = groups;
};
const noStore = (reason: "empty" | "permission-denied"): Case["given"] => (of) => {
  grouped(ONE)(of);
  if (of.cluster !== null) of.cluster = { ...of.cluster, configStoreRootPath: null, absent: [{ fact: "configStoreRootPath", reason }] };
};

export const cases: Case[] = [
  { name: "hosts without VM groups", on: UP_TO_2012R2, given: () => undefined, status: "not-applicable" },
  { name: "no VHD Set", on: FROM_2016, given: () => undefined, status: "not-applicable" },
  { name: "one group, standalone host", on: FROM_2016, given: grouped(ONE), status: "pass" },
  { name: "one group, store set", on: FROM_2016, csv: true, given: grouped(ONE), status: "pass" },
  { name: "no group", on: FROM_2016, given: grouped([]), status: "fail", effect: "live-unverified" },
  { name: "two groups", on: FROM_2016, given: grouped([...(ONE ?? []), { id: null, name: "Other", type: "VMCollectionType" }]), status: "fail", effect: "live-unverified" },
  { name: "only a management group", on: FROM_2016, given: grouped([{ id: null, name: "M", type: "ManagementCollectionType" }]), status: "fail", effect: "live-unverified" },
  { name: "one group, the cluster's store is empty", on: FROM_2016, csv: true, given: noStore("empty"), status: "fail", effect: "live-unverified" },
  { name: "one group, the cluster's store is an empty word", on: FROM_2016, csv: true, given: (of) => { grouped(ONE)(of); if (of.cluster !== null) of.cluster = { ...of.cluster, configStoreRootPath: "" }; }, status: "fail", effect: "live-unverified" },
  { name: "the cluster's store was not read", on: FROM_2016, csv: true, given: noStore("permission-denied"), status: "unknown" },
  { name: "kind of a group not read", on: FROM_2016, given: grouped([{ id: null, name: "X", type: null }]), status: "unknown" },
  { name: "groups not read", on: FROM_2016, given: (of) => { grouped(null)(of); unread(of.vm, "vmGroups"); }, status: "unknown" },
  { name: "cluster member or not was not read", on: FROM_2016, given: (of) => { grouped(ONE)(of); of.host.isClusterNode = null; }, status: "unknown" },
  { name: "disks not read", on: FROM_2016, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
];
