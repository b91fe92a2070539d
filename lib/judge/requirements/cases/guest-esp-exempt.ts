import { aGuestVolume } from "@/lib/inventory/testing";
import { type Case, EVERY_RELEASE, inGuest, unread } from "./case";

const role = (partitionRole: string | null) => inGuest((guest) => { guest.volumes?.push(aGuestVolume({ driveLetter: null, mountPaths: [], fileSystem: "FAT32", partitionRole })); });

export const cases: Case[] = [
  { name: "an EFI system partition", on: EVERY_RELEASE, given: role("esp"), status: "pass", effect: null },
  { name: "a recovery partition", on: EVERY_RELEASE, given: role("recovery"), status: "pass", effect: null },
  { name: "data volumes only", on: EVERY_RELEASE, given: () => undefined, status: "not-applicable" },
  { name: "role not read", on: EVERY_RELEASE, given: role(null), status: "unknown" },
  { name: "role of no list", on: EVERY_RELEASE, given: role("oem"), status: "unknown" },
  { name: "volumes not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.volumes = null; })(of); unread(of.vm, "guest.volumes"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
