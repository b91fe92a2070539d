import { aGuestVolume } from "@/lib/inventory/testing";
import type { GuestVolume } from "@/lib/inventory/document";
import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

const MB = 1024 ** 2;
const also = (over: Partial<GuestVolume>) => inGuest((guest) => { guest.volumes?.push(aGuestVolume({ driveLetter: "D:", ...over })); });

export const cases: Case[] = [
  { name: "on itself, 10 percent", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "none, and one without a cap", on: EVERY_RELEASE, given: (of) => { also({ diffAreaVolume: "none", diffAreaMaxBytes: null })(of); also({ diffAreaMaxBytes: 0 })(of); }, status: "pass" },
  { name: "on another volume", on: UP_TO_2012, given: also({ diffAreaVolume: "other" }), status: "fail", effect: "saved-state" },
  { name: "on another volume", on: FROM_2012R2, settings: { requiredConsistency: "app-required" }, given: also({ diffAreaVolume: "other" }), status: "warning", effect: "live-unverified" },
  { name: "System Reserved on another volume", on: UP_TO_2012, given: also({ partitionRole: "system-reserved", diffAreaVolume: "other" }), status: "fail", effect: "saved-state" },
  { name: "capped below 320 MB", on: UP_TO_2012, given: also({ diffAreaMaxBytes: 319 * MB }), status: "fail", effect: "saved-state" },
  { name: "capped below 320 MB", on: FROM_2012R2, given: also({ diffAreaMaxBytes: 319 * MB }), status: "warning", effect: "live-unverified" },
  { name: "capped at 320 MB", on: EVERY_RELEASE, given: also({ diffAreaMaxBytes: 320 * MB }), status: "pass" },
  { name: "cap of System Reserved is not judged here", on: EVERY_RELEASE, given: also({ partitionRole: "system-reserved", capacityBytes: 100 * MB, diffAreaMaxBytes: 10 * MB }), status: "pass" },
  { name: "cap below the registry's minimum", on: UP_TO_2012, given: (of) => { also({ diffAreaMaxBytes: 900 * MB })(of); inGuest((guest) => { guest.minDiffAreaMb = 1000; })(of); }, status: "fail" },
  { name: "registry value not read, caps met", on: EVERY_RELEASE, given: ({ vm }) => unread(vm, "guest.minDiffAreaMb"), status: "unknown" },
  { name: "where it lies was not read", on: EVERY_RELEASE, given: also({ diffAreaVolume: null }), status: "unknown" },
  { name: "cap not read", on: EVERY_RELEASE, given: also({ diffAreaMaxBytes: null }), status: "unknown" },
  { name: "not read on an EFI system partition does not matter", on: EVERY_RELEASE, given: also({ partitionRole: "esp", diffAreaVolume: null, diffAreaMaxBytes: null, fileSystem: "FAT32" }), status: "pass" },
  { name: "locked", on: EVERY_RELEASE, given: also({ bitlocker: "locked", fileSystem: null, diffAreaVolume: null }), status: "unknown" },
  { name: "one on another volume, one locked", on: UP_TO_2012, given: (of) => { also({ diffAreaVolume: "other" })(of); also({ bitlocker: "locked", fileSystem: null })(of); }, status: "fail" },
  { name: "volumes not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.volumes = null; })(of); unread(of.vm, "guest.volumes"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
