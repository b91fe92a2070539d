import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

interface Mount { source: string | null; target: string | null; fsType: string | null; readOnly: boolean | null; esp: boolean | null }
const mount = (over: Partial<Mount>): Mount => ({ source: "/dev/sdb1", target: "/data", fsType: "ext4", readOnly: false, esp: false, ...over });
const also = (...mounts: Partial<Mount>[]) => inGuest((guest) => { guest.linux?.mounts?.push(...mounts.map(mount)); });

export const cases: Case[] = [
  { name: "ext4 and an EFI system partition", on: FROM_2012R2, family: "linux", given: () => undefined, status: "pass", effect: null },
  { name: "older host", on: UP_TO_2012, family: "linux", given: also({ source: "tank/data", fsType: "zfs" }), status: "not-applicable" },
  { name: "ZFS data", on: FROM_2012R2, family: "linux", given: also({ source: "tank/data", fsType: "zfs" }), status: "fail", effect: "live-unverified" },
  { name: "vfat data is skipped", on: FROM_2012R2, family: "linux", given: also({ fsType: "vfat" }), status: "fail", effect: "live-unverified" },
  { name: "fuseblk aborts the freeze", on: FROM_2012R2, family: "linux", given: also({ fsType: "fuseblk" }), status: "fail", effect: "live-unverified" },
  { name: "a type that no source names", on: FROM_2012R2, family: "linux", given: also({ fsType: "reiserfs" }), status: "warning", effect: "live-unverified" },
  { name: "read-only, loop, pseudo and container mounts are no data", on: FROM_2012R2, family: "linux", given: also({ fsType: "iso9660", readOnly: true }, { source: "/dev/loop3", fsType: "squashfs" }, { source: "/dev/loop4", fsType: "udf" }, { source: "tmpfs", fsType: "tmpfs" }, { source: "overlay", fsType: "overlay" }), status: "pass" },
  { name: "NFS is another machine's data", on: FROM_2012R2, family: "linux", given: also({ source: "nas:/export", fsType: "nfs4" }), status: "info", effect: "info" },
  { name: "daemon absent", on: FROM_2012R2, family: "linux", given: inGuest((guest) => { if (guest.linux !== null) guest.linux.vssDaemon = "missing"; }), status: "not-applicable" },
  { name: "type of one mount not read", on: FROM_2012R2, family: "linux", given: also({ fsType: null }), status: "unknown" },
  { name: "read-only or not was not read, type cannot be frozen", on: FROM_2012R2, family: "linux", given: also({ fsType: "iso9660", readOnly: null }), status: "unknown" },
  { name: "EFI partition or not was not read", on: FROM_2012R2, family: "linux", given: also({ fsType: "vfat", esp: null }), status: "unknown" },
  { name: "one mount fails, another was not read", on: FROM_2012R2, family: "linux", given: also({ source: "tank/data", fsType: "zfs" }, { fsType: null }), status: "fail", effect: "live-unverified" },
  { name: "mounts not read", on: FROM_2012R2, family: "linux", given: (of) => { inGuest((guest) => { if (guest.linux !== null) guest.linux.mounts = null; })(of); unread(of.vm, "guest.linux.mounts"); }, status: "unknown" },
  { name: "Windows", on: EVERY_RELEASE, given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: FROM_2012R2, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
