import { aGuestVolume } from "@/lib/inventory/testing";
import type { GuestVolume } from "@/lib/inventory/document";
import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

const also = (over: Partial<GuestVolume>) => inGuest((guest) => { guest.volumes?.push(aGuestVolume({ driveLetter: "D:", ...over })); });

export const cases: Case[] = [
  { name: "NTFS", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "FAT32 data", on: UP_TO_2012, given: also({ fileSystem: "FAT32" }), status: "fail", effect: "saved-state" },
  { name: "exFAT data", on: FROM_2012R2, settings: { requiredConsistency: "app-required" }, given: also({ fileSystem: "exFAT" }), status: "warning", effect: "live-unverified" },
  { name: "ReFS data", on: UP_TO_2012, given: also({ fileSystem: "ReFS" }), status: "warning", effect: "live-unverified" },
  { name: "ReFS data", on: FROM_2012R2, given: also({ fileSystem: "ReFS" }), status: "pass", effect: null },
  { name: "FAT32 EFI system partition", on: EVERY_RELEASE, given: also({ fileSystem: "FAT32", partitionRole: "esp", driveLetter: null }), status: "pass" },
  { name: "MSR without a file system, recovery without one", on: EVERY_RELEASE, given: (of) => { also({ fileSystem: null, partitionRole: "msr", bitlocker: null })(of); also({ fileSystem: null, partitionRole: "recovery", bitlocker: null })(of); }, status: "pass" },
  { name: "System Reserved is not exempt", on: UP_TO_2012, given: also({ fileSystem: "FAT32", partitionRole: "system-reserved" }), status: "fail", effect: "saved-state" },
  { name: "FAT32, role not read", on: EVERY_RELEASE, given: also({ fileSystem: "FAT32", partitionRole: null }), status: "unknown" },
  { name: "NTFS, role not read", on: EVERY_RELEASE, given: also({ partitionRole: null }), status: "pass" },
  { name: "NTFS, lock state not read", on: EVERY_RELEASE, given: also({ bitlocker: null }), status: "pass" },
  { name: "locked", on: EVERY_RELEASE, given: also({ fileSystem: null, bitlocker: "locked" }), status: "unknown" },
  { name: "RAW", on: EVERY_RELEASE, given: also({ fileSystem: "RAW" }), status: "unknown" },
  { name: "file system not read", on: EVERY_RELEASE, given: also({ fileSystem: null }), status: "unknown" },
  { name: "one FAT, another locked", on: UP_TO_2012, given: (of) => { also({ fileSystem: "FAT" })(of); also({ fileSystem: null, bitlocker: "locked" })(of); }, status: "fail", effect: "saved-state" },
  { name: "volumes not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.volumes = null; })(of); unread(of.vm, "guest.volumes"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
