import { aGuestVolume } from "@/lib/inventory/testing";
import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

const dynamic = (isDynamic: boolean | null) => inGuest((guest) => { guest.volumes?.push(aGuestVolume({ driveLetter: "D:", isDynamic })); });

export const cases: Case[] = [
  { name: "basic disks", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "dynamically expanding VHD is fine", on: EVERY_RELEASE, given: ({ vm }) => { for (const disk of vm.disks ?? []) disk.type = "Dynamic"; }, status: "pass" },
  { name: "one dynamic disk", on: UP_TO_2012, given: dynamic(true), status: "fail", effect: "saved-state" },
  { name: "one dynamic disk", on: FROM_2012R2, settings: { requiredConsistency: "app-required" }, given: dynamic(true), status: "warning", effect: "live-unverified" },
  { name: "one dynamic, another not read", on: UP_TO_2012, given: (of) => { dynamic(true)(of); dynamic(null)(of); }, status: "fail" },
  { name: "one not read", on: EVERY_RELEASE, given: dynamic(null), status: "unknown" },
  { name: "no volumes in the list", on: EVERY_RELEASE, given: inGuest((guest) => { guest.volumes = []; }), status: "unknown" },
  { name: "volumes not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.volumes = null; })(of); unread(of.vm, "guest.volumes"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
