import { aGuestVolume } from "@/lib/inventory/testing";
import type { GuestVolume } from "@/lib/inventory/document";
import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

const LIMIT = 64 * 1024 ** 4;
const also = (over: Partial<GuestVolume>) => inGuest((guest) => { guest.volumes?.push(aGuestVolume({ driveLetter: "D:", ...over })); });
const app = { requiredConsistency: "app-required" as const };

export const cases: Case[] = [
  { name: "ordinary volumes", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "exactly 64 TB", on: EVERY_RELEASE, given: also({ capacityBytes: LIMIT }), status: "pass" },
  { name: "one byte above", on: UP_TO_2012, given: also({ capacityBytes: LIMIT + 1 }), status: "fail", effect: "saved-state" },
  { name: "65 TB", on: FROM_2012R2, given: also({ capacityBytes: 65 * 1024 ** 4 }), status: "fail", effect: "live-crash" },
  { name: "65 TB, application consistency required", on: FROM_2012R2, settings: app, given: also({ capacityBytes: 65 * 1024 ** 4 }), status: "fail", effect: "will-fail" },
  { name: "one too large, another not read", on: EVERY_RELEASE, given: (of) => { also({ capacityBytes: LIMIT + 1 })(of); also({ capacityBytes: null })(of); }, status: "fail" },
  { name: "size not read", on: EVERY_RELEASE, given: also({ capacityBytes: null }), status: "unknown" },
  { name: "size of an MSR partition not read", on: EVERY_RELEASE, given: also({ capacityBytes: null, partitionRole: "msr" }), status: "pass" },
  { name: "volumes not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.volumes = null; })(of); unread(of.vm, "guest.volumes"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
