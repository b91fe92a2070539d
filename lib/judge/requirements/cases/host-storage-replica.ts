import { type Case, FROM_2016, type Given, UP_TO_2012R2, unread } from "./case";
import { onShare, volumes } from "./places";

function off({ vm }: Given) {
  vm.state = "Off";
  vm.stateRaw = 3;
}
function role(of: Given, storageReplica: string | null) {
  volumes(of, { storageReplica });
}

export const cases: Case[] = [
  { name: "before 2016 there is none", on: UP_TO_2012R2, given: (of) => role(of, "destination"), status: "not-applicable" },
  { name: "off, none", on: FROM_2016, given: off, status: "pass" },
  { name: "off, destination", on: FROM_2016, given: (of) => { off(of); role(of, "destination"); }, status: "unknown", effect: "unknown" },
  { name: "paused, destination", on: FROM_2016, given: (of) => { of.vm.state = "Paused"; role(of, "destination"); }, status: "unknown", effect: "unknown" },
  { name: "running, destination cannot be", on: FROM_2016, given: (of) => role(of, "destination"), status: "unknown", effect: null },
  { name: "running, role not read and not needed", on: FROM_2016, given: (of) => role(of, null), status: "pass" },
  { name: "running, disks not read", on: FROM_2016, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "pass" },
  { name: "source", on: FROM_2016, given: (of) => role(of, "source"), status: "info", effect: "info" },
  { name: "off, role not read", on: FROM_2016, given: (of) => { off(of); role(of, null); }, status: "unknown", effect: null },
  { name: "off, feature not there", on: FROM_2016, given: (of) => { off(of); role(of, null); of.host.absent = [...of.host.absent, { fact: "volumes[0].storageReplica", reason: "not-applicable" }]; }, status: "pass" },
  { name: "off, volumes not read", on: FROM_2016, given: (of) => { off(of); of.host.volumes = null; }, status: "unknown", effect: null },
  { name: "off, disks not read", on: FROM_2016, given: (of) => { off(of); of.vm.disks = null; unread(of.vm, "disks"); }, status: "unknown" },
  { name: "off, all files on a share", on: FROM_2016, given: (of) => { off(of); onShare(of); }, status: "not-applicable" },
];
