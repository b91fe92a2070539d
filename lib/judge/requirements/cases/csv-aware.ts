import { type Case, EVERY_RELEASE, FROM_2012, unread } from "./case";

export const cases: Case[] = [
  { name: "no cluster", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "on a CSV from 2012 on", on: FROM_2012, csv: true, settings: { product: { csvAware: "no" } }, given: () => undefined, status: "pass" },
  { name: "on a CSV, product not known", on: ["2008R2"], csv: true, given: () => undefined, status: "fail", effect: "live-unverified" },
  { name: "on a CSV, product not aware", on: ["2008R2"], csv: true, settings: { product: { csvAware: "no" } }, given: () => undefined, status: "fail", effect: "live-unverified" },
  { name: "on a CSV, product aware", on: ["2008R2"], csv: true, settings: { product: { csvAware: "yes" } }, given: () => undefined, status: "pass" },
  { name: "only the configuration on a CSV", on: ["2008R2"], csv: true, given: ({ vm }) => { vm.disks = []; }, status: "pass" },
  { name: "standalone host, disks not read", on: ["2008R2"], given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "pass" },
  { name: "cluster node, disks not read", on: ["2008R2"], csv: true, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "cluster node, disk on a volume whose kind was not read", on: ["2008R2"], csv: true, given: ({ host, vm }) => { host.volumes = null; for (const disk of vm.disks ?? []) disk.path = "D:\\VMs\\disk0.vhd"; }, status: "unknown" },
];
