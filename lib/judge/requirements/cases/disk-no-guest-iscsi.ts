import type { Guest } from "@/lib/inventory/document";
import { aGuestVolume } from "@/lib/inventory/testing";
import { type Case, EVERY_RELEASE, unread } from "./case";

const guest = (over: Partial<Guest>): Case["given"] => ({ vm }) => { if (vm.guest !== null) vm.guest = { ...vm.guest, ...over }; };

export const cases: Case[] = [
  { name: "no session, no share", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "no session, no share", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "pass" },
  { name: "two iSCSI sessions", on: EVERY_RELEASE, given: guest({ iscsiSessions: 2 }), status: "fail", effect: "partial" },
  { name: "an SMB data mount in a Linux guest", on: EVERY_RELEASE, family: "linux", given: guest({ smbDataMounts: 1 }), status: "fail", effect: "partial" },
  { name: "a session, SMB not read", on: EVERY_RELEASE, given: guest({ iscsiSessions: 1, smbDataMounts: null }), status: "fail", effect: "partial" },
  { name: "a volume on iSCSI, sessions not read", on: EVERY_RELEASE, given: guest({ iscsiSessions: null, volumes: [aGuestVolume(), aGuestVolume({ driveLetter: "E:", busType: "iSCSI" })] }), status: "fail", effect: "partial" },
  { name: "sessions not read", on: EVERY_RELEASE, given: guest({ iscsiSessions: null }), status: "unknown" },
  { name: "no iSCSI initiator in the guest", on: EVERY_RELEASE, given: (of) => { guest({ iscsiSessions: null })(of); of.vm.absent.push({ fact: "guest.iscsiSessions", reason: "not-applicable" }); }, status: "pass" },
  { name: "shares refused to be read", on: EVERY_RELEASE, given: (of) => { guest({ smbDataMounts: null })(of); unread(of.vm, "guest.smbDataMounts"); }, status: "unknown" },
  { name: "volumes came back empty", on: EVERY_RELEASE, given: guest({ volumes: [] }), status: "unknown" },
  { name: "bus of one volume not read", on: EVERY_RELEASE, given: guest({ volumes: [aGuestVolume(), aGuestVolume({ busType: null })] }), status: "unknown" },
  { name: "nothing of the guest read", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; unread(vm, "guest"); }, status: "unknown" },
];
