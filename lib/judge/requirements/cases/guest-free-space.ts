import { aGuestVolume } from "@/lib/inventory/testing";
import type { GuestVolume } from "@/lib/inventory/document";
import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

const MB = 1024 ** 2;
const also = (over: Partial<GuestVolume>) => inGuest((guest) => { guest.volumes?.push(aGuestVolume({ driveLetter: "D:", capacityBytes: 10_000 * MB, ...over })); });
const on = (osVersion: string | null, over: Partial<GuestVolume>): Case["given"] => (of) => {
  also(over)(of);
  inGuest((guest) => { guest.osVersion = osVersion; })(of);
};
const app = { requiredConsistency: "app-required" as const };

export const cases: Case[] = [
  { name: "room enough", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "one byte below 320 MB", on: UP_TO_2012, given: also({ freeBytes: 320 * MB - 1 }), status: "fail", effect: "will-fail" },
  { name: "one byte below 320 MB", on: FROM_2012R2, given: also({ freeBytes: 320 * MB - 1 }), status: "fail", effect: "live-crash" },
  { name: "below the floor, application consistency required", on: FROM_2012R2, settings: app, given: also({ freeBytes: 0 }), status: "fail", effect: "will-fail" },
  { name: "320 MB free is above the floor, below 2 GB", on: EVERY_RELEASE, given: also({ freeBytes: 320 * MB }), status: "warning", effect: "warn" },
  { name: "below 10 percent", on: EVERY_RELEASE, given: also({ capacityBytes: 1e12, freeBytes: 5e10 }), status: "warning", effect: "warn" },
  { name: "a small volume needs 32 MB", on: EVERY_RELEASE, given: also({ capacityBytes: 400 * MB, freeBytes: 40 * MB }), status: "warning", effect: "warn" },
  { name: "a small volume below 32 MB", on: UP_TO_2012, given: also({ capacityBytes: 400 * MB, freeBytes: 30 * MB }), status: "fail", effect: "will-fail" },
  { name: "Server 2008 needs 300 MB", on: EVERY_RELEASE, given: on("6.0.6002", { freeBytes: 310 * MB }), status: "warning", effect: "warn" },
  { name: "Server 2003 below 300 MB", on: UP_TO_2012, given: on("5.2.3790", { freeBytes: 290 * MB }), status: "fail", effect: "will-fail" },
  { name: "version not read, between 300 and 320 MB", on: EVERY_RELEASE, given: on(null, { freeBytes: 310 * MB }), status: "unknown" },
  { name: "version not read, below 300 MB", on: UP_TO_2012, given: on(null, { freeBytes: 290 * MB }), status: "fail" },
  { name: "the registry asks for more", on: UP_TO_2012, given: (of) => { also({ freeBytes: 900 * MB })(of); inGuest((guest) => { guest.minDiffAreaMb = 1000; })(of); }, status: "fail", effect: "will-fail" },
  { name: "the setting asks for more", on: UP_TO_2012, settings: { guestFloorMb: 1000 }, given: also({ freeBytes: 900 * MB }), status: "fail", effect: "will-fail" },
  { name: "the setting cannot lower the floor", on: UP_TO_2012, settings: { guestFloorMb: 10 }, given: also({ freeBytes: 100 * MB }), status: "fail", effect: "will-fail" },
  { name: "registry value not read, table met", on: EVERY_RELEASE, given: ({ vm }) => unread(vm, "guest.minDiffAreaMb"), status: "unknown" },
  { name: "EFI, recovery and System Reserved are not judged here", on: EVERY_RELEASE, given: (of) => { for (const partitionRole of ["esp", "msr", "recovery", "system-reserved"]) also({ partitionRole, capacityBytes: 100 * MB, freeBytes: 1 * MB })(of); }, status: "pass" },
  { name: "role not read, little space", on: EVERY_RELEASE, given: also({ partitionRole: null, freeBytes: 10 * MB }), status: "unknown" },
  { name: "size not read, 100 MB free", on: EVERY_RELEASE, given: also({ capacityBytes: null, freeBytes: 100 * MB }), status: "unknown" },
  { name: "size not read, room enough", on: EVERY_RELEASE, given: also({ capacityBytes: null }), status: "unknown" },
  { name: "free space not read", on: EVERY_RELEASE, given: also({ freeBytes: null }), status: "unknown" },
  { name: "locked", on: EVERY_RELEASE, given: also({ bitlocker: "locked", fileSystem: null, freeBytes: null }), status: "unknown" },
  { name: "one below, another not read", on: UP_TO_2012, given: (of) => { also({ freeBytes: 10 * MB })(of); also({ freeBytes: null })(of); }, status: "fail", effect: "will-fail" },
  { name: "volumes not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.volumes = null; })(of); unread(of.vm, "guest.volumes"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
