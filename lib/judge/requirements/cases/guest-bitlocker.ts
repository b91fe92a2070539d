import { aGuestVolume } from "@/lib/inventory/testing";
import type { GuestVolume } from "@/lib/inventory/document";
import { type Case, EVERY_RELEASE, inGuest, unread } from "./case";

const also = (over: Partial<GuestVolume>) => inGuest((guest) => { guest.volumes?.push(aGuestVolume({ driveLetter: "D:", ...over })); });

export const cases: Case[] = [
  { name: "off", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "unlocked", on: EVERY_RELEASE, given: also({ bitlocker: "unlocked" }), status: "info", effect: "info" },
  { name: "locked", on: EVERY_RELEASE, given: also({ bitlocker: "locked", fileSystem: null }), status: "unknown", effect: "unknown" },
  { name: "lock state of an EFI system partition", on: EVERY_RELEASE, given: also({ bitlocker: null, partitionRole: "esp" }), status: "pass" },
  { name: "lock state not read beside a file system that was", on: EVERY_RELEASE, given: also({ bitlocker: null }), status: "unknown", effect: null },
  { name: "lock state unknown", on: EVERY_RELEASE, given: also({ bitlocker: "unknown" }), status: "unknown", effect: null },
  { name: "volumes not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.volumes = null; })(of); unread(of.vm, "guest.volumes"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
