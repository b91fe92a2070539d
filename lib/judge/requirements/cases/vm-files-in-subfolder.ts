import { aDisk, aVolume } from "@/lib/inventory/testing";
import { type Case, EVERY_RELEASE, FROM_2012, unread } from "./case";

const diskAt = (path: string, over: Parameters<typeof aDisk>[0] = {}): Case["given"] => ({ vm }) => { vm.disks = [aDisk({ path, ...over })]; };
const onShare = { isSmb: true, hostVolumeId: null };

export const cases: Case[] = [
  { name: "in folders", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "in a folder of a CSV", on: EVERY_RELEASE, csv: true, given: () => undefined, status: "pass" },
  { name: "configuration at D:\\", on: EVERY_RELEASE, given: ({ vm }) => { vm.configLocation = "D:\\"; }, status: "pass" },
  { name: "in a folder of a share", on: FROM_2012, given: diskAt("\\\\fs\\vms\\vm01\\disk0.vhdx", onShare), status: "pass" },
  { name: "root of a drive", on: EVERY_RELEASE, given: diskAt("D:\\disk0.vhdx"), status: "fail", effect: "live-unverified" },
  { name: "root of a share", on: FROM_2012, given: diskAt("\\\\fs\\vms\\disk0.vhdx", onShare), status: "fail", effect: "live-unverified" },
  { name: "root of a volume by its id", on: EVERY_RELEASE, given: diskAt("\\\\?\\Volume{0d0d0d0d-0000-4000-8000-000000000001}\\disk0.vhdx"), status: "fail", effect: "live-unverified" },
  { name: "root of a CSV", on: EVERY_RELEASE, csv: true, given: ({ vm }) => { vm.disks = [aDisk({ path: "C:\\ClusterStorage\\Volume1\\disk0.vhdx", hostVolumeId: null })]; }, status: "fail", effect: "live-unverified" },
  { name: "root of a mount point", on: EVERY_RELEASE, given: ({ host, vm }) => { host.volumes = [aVolume({ path: "C:\\Mounts\\Data\\" })]; vm.disks = [aDisk({ path: "C:\\mounts\\data\\disk0.vhdx" })]; }, status: "fail", effect: "live-unverified" },
  { name: "a root beside a path that was not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = [aDisk({ path: "D:\\disk0.vhdx" }), { ...aDisk(), path: null }]; }, status: "fail", effect: "live-unverified" },
  { name: "a pass-through disk has no folder", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = [aDisk(), aDisk({ kind: "passthrough", path: "PhysicalDrive2", diskNumber: 2 })]; }, status: "pass" },
  { name: "no disk", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = []; }, status: "pass" },
  { name: "disks not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown", effect: null },
  { name: "one path not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = [aDisk(), { ...aDisk(), path: null }]; }, status: "unknown", effect: null },
  { name: "configuration folder not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.configLocation = null; unread(vm, "configLocation"); }, status: "unknown", effect: null },
];
