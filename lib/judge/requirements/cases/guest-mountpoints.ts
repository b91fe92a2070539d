import { aGuestVolume } from "@/lib/inventory/testing";
import { type Case, EVERY_RELEASE, inGuest, unread } from "./case";

const mounted = (mountPaths: string[] | null) => inGuest((guest) => { guest.volumes?.push(aGuestVolume({ driveLetter: null, mountPaths })); });

export const cases: Case[] = [
  { name: "drive letters only", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "a volume in a folder", on: EVERY_RELEASE, given: mounted(["C:\\Data"]), status: "info", effect: "info" },
  { name: "a volume mounted nowhere", on: EVERY_RELEASE, given: mounted([]), status: "pass" },
  { name: "mounts of one volume not read", on: EVERY_RELEASE, given: mounted(null), status: "unknown" },
  { name: "volumes not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.volumes = null; })(of); unread(of.vm, "guest.volumes"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
