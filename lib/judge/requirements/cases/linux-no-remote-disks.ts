import { aDisk } from "@/lib/inventory/testing";
import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

const bus = (busType: string | null): Case["given"] => ({ host }) => { for (const volume of host.volumes ?? []) volume.busType = busType; };
const smb: Case["given"] = ({ vm }) => { vm.disks = [aDisk({ path: "\\\\fs01\\vms\\VM01\\disk0.vhdx", isSmb: true, hostVolumeId: null })]; };

export const cases: Case[] = [
  { name: "Linux on a local volume", on: FROM_2012R2, family: "linux", given: () => undefined, status: "pass", effect: null },
  { name: "FreeBSD on a local volume", on: FROM_2012R2, family: "bsd", given: () => undefined, status: "pass" },
  { name: "older host", on: UP_TO_2012, family: "linux", given: smb, status: "not-applicable" },
  { name: "disk on SMB", on: FROM_2012R2, family: "linux", given: smb, status: "fail", effect: "live-unverified" },
  { name: "host volume on iSCSI", on: FROM_2012R2, family: "bsd", given: bus("iSCSI"), status: "fail", effect: "live-unverified" },
  { name: "pass-through disk", on: FROM_2012R2, family: "linux", given: ({ vm }) => { vm.disks?.push(aDisk({ kind: "passthrough", path: "Disk 3", diskNumber: 3 })); }, status: "fail", effect: "live-unverified" },
  { name: "iSCSI session in the guest", on: FROM_2012R2, family: "linux", given: inGuest((guest) => { guest.iscsiSessions = 2; }), status: "fail", effect: "live-unverified" },
  { name: "one disk fails, the bus of another was not read", on: FROM_2012R2, family: "linux", given: (of) => { bus(null)(of); of.vm.disks?.push(aDisk({ path: "\\\\fs01\\vms\\b.vhdx", isSmb: true, hostVolumeId: null })); }, status: "fail", effect: "live-unverified" },
  { name: "bus not read", on: FROM_2012R2, family: "linux", given: bus(null), status: "unknown" },
  { name: "host volumes not read", on: FROM_2012R2, family: "linux", given: ({ host }) => { host.volumes = null; }, status: "unknown" },
  { name: "sessions not read", on: FROM_2012R2, family: "linux", given: (of) => { inGuest((guest) => { guest.iscsiSessions = null; })(of); unread(of.vm, "guest.iscsiSessions"); }, status: "unknown" },
  { name: "disks not read", on: FROM_2012R2, family: "linux", given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown" },
  { name: "Windows", on: EVERY_RELEASE, given: smb, status: "not-applicable" },
  { name: "nothing read of the guest", on: FROM_2012R2, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
