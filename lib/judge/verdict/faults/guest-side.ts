import { aVolume } from "@/lib/inventory/testing";
import { type Fault, guestVolume, service, volume, vss, type World } from "./fault";

const SINCE_2012R2 = [2, 3, 4, 5] as const;
const FREEZE = "before 2012 R2 a Linux or BSD guest hits linux-host-version";
const BEYOND_64TB = 70_368_744_177_664 + 1;

function mountLinux(world: World, source: string, fsType: string): void {
  world.guest.linux?.mounts?.push({ source, target: "/data", fsType, readOnly: false, esp: false });
}

/** Part C of the table. */
export const GUEST_SIDE: readonly Fault[] = [
  { row: "`ic-vss-offered`, Windows", requirement: "ic-vss-offered", given: (world) => { vss(world).enabled = false; } },
  { row: "`ic-vss-offered`, Linux", requirement: "ic-vss-offered", family: "linux", given: (world) => { vss(world).enabled = false; } },
  { row: "`ic-vss-offered`, Linux", name: "BSD", requirement: "ic-vss-offered", family: "bsd", given: (world) => { vss(world).enabled = false; } },
  { row: "`ic-vss-responding`, Windows", requirement: "ic-vss-responding", given: (world) => { vss(world).primaryStatus = "NoContact"; } },
  { row: "`ic-vss-responding`, Linux", requirement: "ic-vss-responding", family: "linux", given: (world) => { vss(world).primaryStatus = "NoContact"; } },
  { row: "`ic-vss-guest-service`", requirement: "ic-vss-guest-service", given: (world) => Object.assign(service(world, "vmicvss"), { state: "Stopped", startMode: "Disabled" }) },
  { row: "`ic-current`", requirement: "ic-current", given: (world) => { vss(world).secondaryStatus = "ProtocolMismatch"; } },
  { row: "`guest-os-vss`: Windows", requirement: "guest-os-vss", given: ({ guest }) => Object.assign(guest, { osName: "Windows XP Professional", osVersion: "5.1.2600", productType: 1 }) },
  { row: "`guest-os-vss`: other", requirement: "guest-os-vss", given: ({ guest }) => Object.assign(guest, { osFamily: "other", osName: "Minix 3", osVersion: "3.3", services: null, vssWriters: null, volumes: null }) },
  { row: "`guest-os-supported`", requirement: "guest-os-supported", given: ({ guest }) => Object.assign(guest, { osName: "Windows Server 2025 Standard", osVersion: "10.0.26100" }) },
  { row: "`guest-os-supported`", name: "too old", requirement: "guest-os-supported", columns: [4, 5], why: "2003 is supported up to 2012 R2", given: ({ guest }) => Object.assign(guest, { osName: "Windows Server 2003", osVersion: "5.2.3790" }) },
  { row: "`linux-host-version`", requirement: "linux-host-version", family: "linux", given: () => undefined },
  { row: "`linux-host-version`", name: "BSD", requirement: "linux-host-version", family: "bsd", given: () => undefined },
  { row: "`linux-vss-daemon`", requirement: "linux-vss-daemon", family: "linux", columns: SINCE_2012R2, why: FREEZE, given: ({ guest }) => { if (guest.linux) guest.linux.vssDaemon = "missing"; } },
  { row: "`linux-fs-freezable`", requirement: "linux-fs-freezable", family: "linux", columns: SINCE_2012R2, why: FREEZE, given: (world) => mountLinux(world, "tank/data", "zfs") },
  { row: "`linux-fs-freezable`", name: "fuseblk from /dev", requirement: "linux-fs-freezable", family: "linux", columns: SINCE_2012R2, why: FREEZE, given: (world) => mountLinux(world, "/dev/sdb1", "fuseblk") },
  { row: "`linux-no-remote-disks`", requirement: "linux-no-remote-disks", family: "linux", columns: SINCE_2012R2, why: FREEZE, given: (world) => { volume(world).busType = "iSCSI"; } },
  { row: "`bsd-vss-daemon`: no daemon", requirement: "bsd-vss-daemon", family: "bsd", columns: SINCE_2012R2, why: FREEZE, given: ({ guest }) => { if (guest.bsd) guest.bsd.vssDaemon = "stopped"; } },
  { row: "`bsd-vss-daemon`: daemon", requirement: "bsd-vss-daemon", family: "bsd", columns: SINCE_2012R2, why: FREEZE, given: ({ guest }) => { guest.bsd?.mounts?.push({ source: "tank/data", target: "/data", fsType: "zfs", readOnly: false }); guest.bsd?.zpools?.push("tank"); } },
  { row: "`guest-svc-core`", requirement: "guest-svc-core", given: (world) => { service(world, "SENS").state = "Stopped"; } },
  { row: "`guest-svc-core`", name: "MSDTC Stopped and Auto", requirement: "guest-svc-core", given: (world) => Object.assign(service(world, "MSDTC"), { state: "Stopped", startMode: "Auto" }) },
  { row: "`guest-svc-vss`", requirement: "guest-svc-vss", given: (world) => { service(world, "VSS").startMode = "Disabled"; } },
  { row: "`guest-svc-provider`", requirement: "guest-svc-provider", given: (world) => { service(world, "swprv").startMode = "Disabled"; } },
  { row: "`guest-disks-basic`", requirement: "guest-disks-basic", given: (world) => { guestVolume(world).isDynamic = true; } },
  { row: "`guest-fs`: FAT", requirement: "guest-fs", given: (world) => { guestVolume(world).fileSystem = "exFAT"; } },
  { row: "`guest-fs`: ReFS", requirement: "guest-fs", given: (world) => { guestVolume(world).fileSystem = "ReFS"; } },
  { row: "`guest-shadow-storage`", requirement: "guest-shadow-storage", given: (world) => { guestVolume(world).diffAreaVolume = "other"; } },
  { row: "`guest-shadow-storage`", name: "capped", requirement: "guest-shadow-storage", given: (world) => { guestVolume(world).diffAreaMaxBytes = 1024 * 1024; } },
  { row: "`guest-vol-64tb`", requirement: "guest-vol-64tb", given: (world) => Object.assign(guestVolume(world), { capacityBytes: BEYOND_64TB, freeBytes: BEYOND_64TB / 2, diffAreaMaxBytes: 0 }) },
  { row: "`guest-vss-limits`", requirement: "guest-vss-limits", given: (world) => { guestVolume(world).shadowCopies = 512; } },
  { row: "`snapshot-location`", requirement: "snapshot-location", given: ({ vm, host }) => {
    vm.snapshotFileLocation = "E:\\Snapshots";
    host.volumes?.push(aVolume({ path: "E:\\", uniqueId: "\\\\?\\Volume{0e0e0e0e-0000-4000-8000-000000000001}\\" }));
  } },
  { row: "`guest-writers`", requirement: "guest-writers", given: ({ guest }) => { Object.assign(guest.vssWriters?.[0] ?? {}, { state: 9, lastError: "Timed out" }); } },
  { row: "`guest-free-space`", requirement: "guest-free-space", given: (world) => { guestVolume(world).freeBytes = 100 * 1024 * 1024; } },
];
/** Parts D and E of the table. */
export const OTHERS: readonly Fault[] = [
  { row: "`disk-no-guest-iscsi`", requirement: "disk-no-guest-iscsi", given: ({ guest }) => { guest.iscsiSessions = 2; } },
  { row: "`guest-storage-spaces`", requirement: "guest-storage-spaces", given: ({ guest }) => { guest.storageSpacesOutsideMembers = 1; guest.storagePools = [{ name: "Pool1", members: [{ name: "PhysicalDisk2", busType: "iSCSI" }] }]; } },
  { row: "`disk-no-pmem`: product supports = unknown", requirement: "disk-no-pmem", columns: [4, 5], why: "persistent memory exists since 2019", given: ({ vm }) => { Object.assign(vm.controllers ?? {}, { pmem: 1 }); } },
  { row: "`disk-no-pmem`: product supports = no", requirement: "disk-no-pmem", columns: [4, 5], why: "persistent memory exists since 2019", product: { supportsPmem: "no" }, given: ({ vm }) => { Object.assign(vm.controllers ?? {}, { pmem: 1 }); } },
  { row: "`dda-storage`", requirement: "dda-storage", columns: [4, 5], why: "device assignment exists since 2016", given: ({ vm }) => { vm.assignableDevices = [{ class: "storage", locationPath: "PCIROOT(0)#PCI(0300)" }]; } },
  ...["Off", "Hibernated", "Saved", "FastSaved"].map((state): Fault => ({ row: "`vm-running`: Off", name: state, requirement: "vm-running", given: ({ vm }) => Object.assign(vm, { state, stateRaw: null }) })),
  { row: "`vm-running`: Paused", requirement: "vm-running", given: ({ vm }) => Object.assign(vm, { state: "Paused", stateRaw: 9 }) },
  ...["Starting", "Stopping", "Saving", "FastSaving", "Pausing", "Resuming", "Reset", "ForceShutdown", "ForceReboot", "ComponentServicing", "Other"].map((state): Fault => ({ row: "`vm-running`: transient", name: state, requirement: "vm-running", given: ({ vm }) => Object.assign(vm, { state, stateRaw: null }) })),
  { row: "`vm-version-range`: Running", requirement: "vm-version-range", columns: [4, 5], why: "hosts before 2016 have no list", given: ({ vm }) => { vm.version = "99.0"; } },
  { row: "`vm-version-range`: Off", requirement: "vm-version-range", columns: [4, 5], why: "hosts before 2016 have no list", given: ({ vm }) => Object.assign(vm, { version: "99.0", state: "Off", stateRaw: 3 }) },
  { row: "`guest-bitlocker`", requirement: "guest-bitlocker", given: (world) => Object.assign(guestVolume(world), { bitlocker: "locked", fileSystem: null, freeBytes: null, diffAreaVolume: null }) },
  { row: "`host-storage-replica`", requirement: "host-storage-replica", columns: [4, 5], why: "Storage Replica exists since 2016", given: (world) => { world.vm.state = "Off"; world.vm.stateRaw = 3; volume(world).storageReplica = "destination"; } },
  { row: "`replica-test`", requirement: "replica-test", columns: [1, 2, 3, 4, 5], why: "2008 R2 has no replicas", given: ({ vm }) => { vm.replicationMode = "TestReplica"; } },
  { row: "`collector-rights`", requirement: "collector-rights", given: ({ vm }) => { vm.disks = null; vm.absent.push({ fact: "disks", reason: "permission-denied" }); } },
];
