import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

type Bsd = NonNullable<NonNullable<Parameters<Case["given"]>[0]["vm"]["guest"]>["bsd"]>;
const bsd = (change: (of: Bsd) => void) => inGuest((guest) => { if (guest.bsd !== null) change(guest.bsd); });
const zfs = { source: "zroot/data", target: "/data", fsType: "zfs", readOnly: false };

export const cases: Case[] = [
  { name: "daemon runs, UFS", on: FROM_2012R2, family: "bsd", given: () => undefined, status: "pass", effect: null },
  { name: "older host", on: UP_TO_2012, family: "bsd", given: bsd((of) => { of.vssDaemon = "missing"; }), status: "not-applicable" },
  { name: "daemon missing", on: FROM_2012R2, family: "bsd", settings: { requiredConsistency: "app-required" }, given: bsd((of) => { of.vssDaemon = "missing"; }), status: "fail", effect: "live-crash" },
  { name: "daemon stopped and data on ZFS", on: FROM_2012R2, family: "bsd", given: bsd((of) => { of.vssDaemon = "stopped"; of.mounts?.push(zfs); }), status: "fail", effect: "live-crash" },
  { name: "component without contact", on: FROM_2012R2, family: "bsd", given: (of) => { bsd((facts) => { facts.vssDaemon = null; })(of); for (const entry of of.vm.integration ?? []) if (entry.role === "vss") entry.primaryStatus = "LostCommunication"; }, status: "fail", effect: "live-crash" },
  { name: "data on ZFS", on: FROM_2012R2, family: "bsd", given: bsd((of) => { of.mounts?.push(zfs); }), status: "warning", effect: "live-unverified" },
  { name: "a ZFS pool without a mount", on: FROM_2012R2, family: "bsd", given: bsd((of) => { of.zpools = ["tank"]; }), status: "warning", effect: "live-unverified" },
  { name: "EFI partition, pseudo and read-only mounts are no data", on: FROM_2012R2, family: "bsd", given: bsd((of) => { of.mounts?.push({ source: "/dev/da0p1", target: "/boot/efi", fsType: "msdosfs", readOnly: false }, { source: "devfs", target: "/dev", fsType: "devfs", readOnly: false }, { ...zfs, readOnly: true }); }), status: "pass" },
  { name: "daemon not read", on: FROM_2012R2, family: "bsd", given: (of) => { bsd((facts) => { facts.vssDaemon = null; })(of); unread(of.vm, "guest.bsd.vssDaemon"); }, status: "unknown" },
  { name: "mounts not read", on: FROM_2012R2, family: "bsd", given: bsd((of) => { of.mounts = null; }), status: "unknown" },
  { name: "type of one mount not read", on: FROM_2012R2, family: "bsd", given: bsd((of) => { of.mounts?.push({ ...zfs, fsType: null }); }), status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: FROM_2012R2, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
