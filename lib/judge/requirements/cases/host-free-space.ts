import { type Case, EVERY_RELEASE, unread } from "./case";
import { onlyPassThrough, onShare, volumes } from "./places";

const GB = 1024 ** 3;

export const cases: Case[] = [
  { name: "half of 2 TB free", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "19 GB of 100 GB free, below the floor in bytes", on: EVERY_RELEASE, given: (of) => volumes(of, { capacityBytes: 100 * GB, freeBytes: 19 * GB }), status: "warning", effect: "warn" },
  { name: "9 % of 2 TB free, below the floor in percent", on: EVERY_RELEASE, given: (of) => volumes(of, { capacityBytes: 2000 * GB, freeBytes: 180 * GB }), status: "warning" },
  { name: "below the sum of what the disks may write", on: EVERY_RELEASE, given: (of) => { volumes(of, { capacityBytes: 200 * GB, freeBytes: 30 * GB }); for (const disk of of.vm.disks ?? []) disk.sizeBytes = 1000 * GB; }, status: "warning" },
  { name: "the same disks under a lower churn", on: EVERY_RELEASE, settings: { headroom: { churnPercentPerHour: 0.1 } }, given: (of) => { volumes(of, { capacityBytes: 200 * GB, freeBytes: 30 * GB }); for (const disk of of.vm.disks ?? []) disk.sizeBytes = 1000 * GB; }, status: "pass" },
  { name: "half a gigabyte free", on: EVERY_RELEASE, given: (of) => volumes(of, { freeBytes: GB / 2 }), status: "warning" },
  { name: "low room known though the capacity is not", on: EVERY_RELEASE, given: (of) => volumes(of, { capacityBytes: null, freeBytes: 5 * GB }), status: "warning" },
  { name: "capacity not read", on: EVERY_RELEASE, given: (of) => volumes(of, { capacityBytes: null }), status: "unknown" },
  { name: "free bytes not read", on: EVERY_RELEASE, given: (of) => volumes(of, { freeBytes: null }), status: "unknown" },
  { name: "size of the disk not read", on: EVERY_RELEASE, given: ({ vm }) => { for (const disk of vm.disks ?? []) disk.sizeBytes = null; }, status: "unknown" },
  { name: "volumes not read", on: EVERY_RELEASE, given: ({ host }) => { host.volumes = null; }, status: "unknown" },
  { name: "disks not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "all files on a share", on: EVERY_RELEASE, given: onShare, status: "not-applicable" },
  { name: "a pass-through disk only", on: EVERY_RELEASE, given: onlyPassThrough, status: "not-applicable" },
];
