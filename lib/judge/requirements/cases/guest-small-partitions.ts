import { aGuestVolume } from "@/lib/inventory/testing";
import { type Case, EVERY_RELEASE, inGuest, unread } from "./case";

const MB = 1024 ** 2;
const partition = (partitionRole: string | null, capacityMb: number | null, freeMb: number | null) => inGuest((guest) => {
  guest.volumes?.push(aGuestVolume({ driveLetter: null, mountPaths: [], partitionRole, capacityBytes: capacityMb === null ? null : capacityMb * MB, freeBytes: freeMb === null ? null : freeMb * MB }));
});

export const cases: Case[] = [
  { name: "499 MB recovery with 50 MB free", on: EVERY_RELEASE, given: partition("recovery", 499, 50), status: "pass", effect: null },
  { name: "499 MB recovery with 26 MB free", on: EVERY_RELEASE, given: partition("recovery", 499, 26), status: "warning", effect: "warn" },
  { name: "500 MB recovery needs 320 MB", on: EVERY_RELEASE, given: partition("recovery", 500, 319), status: "warning", effect: "warn" },
  { name: "1 GB recovery needs 320 MB", on: EVERY_RELEASE, given: partition("recovery", 1024, 320), status: "pass" },
  { name: "recovery above 1 GB needs 1 GB", on: EVERY_RELEASE, given: partition("recovery", 1100, 1023), status: "warning", effect: "warn" },
  { name: "a 100 MB System Reserved needs 32 MB", on: EVERY_RELEASE, given: partition("system-reserved", 100, 32), status: "pass" },
  { name: "a 100 MB System Reserved with 20 MB free", on: EVERY_RELEASE, given: partition("system-reserved", 100, 20), status: "warning", effect: "warn" },
  { name: "a 600 MB System Reserved needs the floor", on: EVERY_RELEASE, given: partition("system-reserved", 600, 299), status: "warning", effect: "warn" },
  { name: "no such partition", on: EVERY_RELEASE, given: () => undefined, status: "not-applicable" },
  { name: "free space not read", on: EVERY_RELEASE, given: partition("recovery", 499, null), status: "unknown" },
  { name: "role not read", on: EVERY_RELEASE, given: partition(null, 499, 26), status: "unknown" },
  { name: "volumes not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.volumes = null; })(of); unread(of.vm, "guest.volumes"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
