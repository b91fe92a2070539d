import { type Case, FROM_2012, unread } from "./case";
import { onShare, volumes } from "./places";

export const cases: Case[] = [
  { name: "2008 R2 has none", on: ["2008R2"], given: () => undefined, status: "not-applicable" },
  { name: "off", on: FROM_2012, given: () => undefined, status: "pass" },
  { name: "on", on: FROM_2012, given: (of) => volumes(of, { isDedup: true }), status: "info", effect: "info" },
  { name: "on, Cluster Shared Volume", on: FROM_2012, csv: true, given: (of) => volumes(of, { isDedup: true }), status: "info", effect: "info" },
  { name: "on beside a volume that was not read", on: FROM_2012, given: (of) => { volumes(of, { isDedup: true }); of.vm.configLocation = "E:\\VMs\\VM01"; }, status: "info" },
  { name: "not read", on: FROM_2012, given: (of) => volumes(of, { isDedup: null }), status: "unknown" },
  { name: "feature not there", on: FROM_2012, given: (of) => { volumes(of, { isDedup: null }); of.host.absent = [...of.host.absent, { fact: "volumes[0].isDedup", reason: "not-applicable" }]; }, status: "pass" },
  { name: "volumes not read", on: FROM_2012, given: ({ host }) => { host.volumes = null; }, status: "unknown" },
  { name: "disks not read", on: FROM_2012, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "all files on a share", on: FROM_2012, given: onShare, status: "not-applicable" },
];
