import { aGuestVolume } from "@/lib/inventory/testing";
import type { GuestVolume } from "@/lib/inventory/document";
import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

const also = (over: Partial<GuestVolume>, times = 1) => inGuest((guest) => {
  for (let count = 0; count < times; count += 1) guest.volumes?.push(aGuestVolume({ driveLetter: null, mountPaths: [`C:\\m${count}`], ...over }));
});
const app = { requiredConsistency: "app-required" as const };

export const cases: Case[] = [
  { name: "no shadow copies", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "511 shadow copies", on: EVERY_RELEASE, given: also({ shadowCopies: 511 }), status: "pass" },
  { name: "512 shadow copies", on: UP_TO_2012, given: also({ shadowCopies: 512 }), status: "fail", effect: "saved-state" },
  { name: "512 shadow copies", on: FROM_2012R2, given: also({ shadowCopies: 512 }), status: "fail", effect: "live-crash" },
  { name: "512 shadow copies, application consistency required", on: FROM_2012R2, settings: app, given: also({ shadowCopies: 512 }), status: "fail", effect: "will-fail" },
  { name: "64 data volumes", on: EVERY_RELEASE, given: also({}, 63), status: "pass" },
  { name: "65 data volumes", on: EVERY_RELEASE, given: also({}, 64), status: "fail" },
  { name: "64 data volumes and an EFI system partition", on: EVERY_RELEASE, given: (of) => { also({}, 63)(of); also({ partitionRole: "esp" })(of); }, status: "pass" },
  { name: "64 data volumes and one of unread role", on: EVERY_RELEASE, given: (of) => { also({}, 63)(of); also({ partitionRole: null })(of); }, status: "unknown" },
  { name: "role not read, far from the limit", on: EVERY_RELEASE, given: also({ partitionRole: null }), status: "pass" },
  { name: "shadow copies not read", on: EVERY_RELEASE, given: also({ shadowCopies: null }), status: "unknown" },
  { name: "one full, another not read", on: EVERY_RELEASE, given: (of) => { also({ shadowCopies: 600 })(of); also({ shadowCopies: null })(of); }, status: "fail" },
  { name: "volumes not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.volumes = null; })(of); unread(of.vm, "guest.volumes"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
