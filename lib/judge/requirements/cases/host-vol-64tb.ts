import { type Case, EVERY_RELEASE, FROM_2016, UP_TO_2012R2, unread } from "./case";
import { onShare, volumes } from "./places";

const TB = 1024 ** 4;

export const cases: Case[] = [
  { name: "2 TB", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "64 TB", on: EVERY_RELEASE, given: (of) => volumes(of, { capacityBytes: 64 * TB }), status: "pass" },
  { name: "one byte more", on: UP_TO_2012R2, given: (of) => volumes(of, { capacityBytes: 64 * TB + 1 }), status: "fail", effect: "will-fail" },
  { name: "65 TB, product uses host VSS", on: FROM_2016, settings: { product: { api: "vss" } }, given: (of) => volumes(of, { capacityBytes: 65 * TB }), status: "warning", effect: "warn" },
  { name: "65 TB, product not named", on: FROM_2016, given: (of) => volumes(of, { capacityBytes: 65 * TB }), status: "info", effect: "info" },
  { name: "size not read", on: EVERY_RELEASE, given: (of) => volumes(of, { capacityBytes: null }), status: "unknown" },
  { name: "65 TB beside a volume that was not read", on: UP_TO_2012R2, given: (of) => { volumes(of, { capacityBytes: 65 * TB }); of.vm.configLocation = "E:\\VMs\\VM01"; }, status: "fail", effect: "will-fail" },
  { name: "volumes not read", on: EVERY_RELEASE, given: ({ host }) => { host.volumes = null; }, status: "unknown" },
  { name: "disks not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "all files on a share", on: EVERY_RELEASE, given: onShare, status: "not-applicable" },
];
