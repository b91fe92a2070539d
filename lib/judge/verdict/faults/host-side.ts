import { aVolume, NOW } from "@/lib/inventory/testing";
import { addDisk, disk, type Fault, moveToShare, shareVhdSet, volume } from "./fault";

const hoursAgo = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();
const RECOVERY = { id: "55555555-5555-4555-8555-555555555555", name: "Backup", type: "Recovery", createdAt: hoursAgo(72), isAutomatic: false };
const BEYOND_64TB = 70_368_744_177_664 + 1;
const AWARE = { csvAware: "yes" } as const;

/** Parts A and B of the table. */
export const HOST_SIDE: readonly Fault[] = [
  { row: "`vm-not-critical`", requirement: "vm-not-critical", given: ({ vm }) => Object.assign(vm, { state: "RunningCritical", stateRaw: 32785 }) },
  { row: "`vm-not-critical`", name: "status Degraded", requirement: "vm-not-critical", given: ({ vm }) => { vm.operational = ["Degraded"]; } },
  { row: "`vm-not-busy`: less", requirement: "vm-not-busy", given: ({ vm }) => { vm.operational?.push("MergingDisks"); Object.assign(vm, { secondaryOperational: "MergingDisks", operationSince: hoursAgo(2) }); } },
  { row: "`vm-not-busy`: stuck", requirement: "vm-not-busy", given: ({ vm }) => { vm.operational?.push("MergingDisks"); Object.assign(vm, { secondaryOperational: "MergingDisks", operationSince: hoursAgo(25) }); } },
  { row: "`vm-scsi-controller`", requirement: "vm-scsi-controller", given: (world) => {
    world.vm.generation = 1;
    Object.assign(world.vm.controllers ?? {}, { ide: 2, scsi: 0, scsiFreeSlots: 0 });
    disk(world).controllerType = "IDE";
  } },
  { row: "`vm-acl`", requirement: "vm-acl", given: ({ vm }) => { vm.acl = { vmAccountFullControl: false }; } },
  { row: "`disk-no-passthrough`: product ignores = no", requirement: "disk-no-passthrough", given: (world) => addDisk(world, { kind: "passthrough", diskNumber: 3, path: "Disk 3", format: null, type: null, chain: null, chainError: null, hostVolumeId: null }) },
  { row: "`disk-no-passthrough`: product ignores = yes", requirement: "disk-no-passthrough", product: { ignoresNonSnapshottableDisks: "yes" }, given: (world) => addDisk(world, { kind: "passthrough", diskNumber: 3, path: "Disk 3", format: null, type: null, chain: null, chainError: null, hostVolumeId: null }) },
  { row: "`disk-no-virtual-fc`: product ignores = no", requirement: "disk-no-virtual-fc", given: ({ vm }) => { vm.fibreChannelHbas = 1; } },
  { row: "`disk-no-virtual-fc`: product ignores = yes", requirement: "disk-no-virtual-fc", product: { ignoresNonSnapshottableDisks: "yes" }, given: ({ vm }) => { vm.fibreChannelHbas = 1; } },
  { row: "`disk-no-shared-vhdx`", requirement: "disk-no-shared-vhdx", given: (world) => addDisk(world, { persistentReservations: true }) },
  { row: "`disk-vhdset-ready`", requirement: "disk-vhdset-ready", given: (world) => shareVhdSet(world, { activeActive: true, ownedOnce: false }) },
  { row: "`disk-chain`: broken", requirement: "disk-chain", given: (world) => { disk(world).chainError = "broken"; } },
  { row: "`disk-chain`: orphan", requirement: "disk-chain", given: (world) => {
    const base = disk(world).path ?? "";
    const active = base.replace(/\.(vhdx?)$/, "_1A.a$1");
    Object.assign(disk(world), { path: active, chain: [active, base], type: "Differencing" });
  } },
  { row: "`disk-parent-template`: base missing", requirement: "disk-parent-template", given: (world) => Object.assign(disk(world), { type: "Differencing", chainError: "base-missing" }) },
  { row: "`disk-parent-template`: base outside", requirement: "disk-parent-template", given: (world) => {
    const own = disk(world).path ?? "";
    Object.assign(disk(world), { type: "Differencing", chain: [own, own.replace("D:\\VMs\\VM01\\disk0", "E:\\Templates\\base")] });
    world.host.volumes?.push(aVolume({ path: "E:\\", uniqueId: "\\\\?\\Volume{0e0e0e0e-0000-4000-8000-000000000001}\\" }));
  } },
  { row: "`no-stale-recovery`: product refuses", requirement: "no-stale-recovery", product: { refusesStaleRecovery: "yes" }, given: ({ vm }) => { vm.checkpoints = [RECOVERY]; } },
  { row: "`no-stale-recovery`: no/unknown", requirement: "no-stale-recovery", given: ({ vm }) => { vm.checkpoints = [RECOVERY]; } },
  { row: "`vhds-same-volume`: local + SMB, product allows = no", requirement: "vhds-same-volume", product: { mixedLocalAndSmbAllowed: "no" }, columns: [1, 2, 3, 4, 5], why: "on 2008 R2 the second place hits snapshot-location too", given: (world) => {
    addDisk(world, { path: "\\\\fs01\\vms\\VM01\\disk1.vhdx", chain: ["\\\\fs01\\vms\\VM01\\disk1.vhdx"], isSmb: true, hostVolumeId: null });
    world.host.smbShares = [{ share: "\\\\fs01\\vms", byAddress: false, vssAgent: "installed", hostAccountFullControl: true }];
  } },
  { row: "`vhds-same-volume`: local + SMB, unknown", requirement: "vhds-same-volume", columns: [2, 3, 4, 5], why: "up to 2012 the second volume hits snapshot-location too", given: (world) => {
    addDisk(world, { path: "E:\\VMs\\VM01\\disk1.vhdx", chain: ["E:\\VMs\\VM01\\disk1.vhdx"], hostVolumeId: "\\\\?\\Volume{0e0e0e0e-0000-4000-8000-000000000001}\\" });
    world.host.volumes?.push(aVolume({ path: "E:\\", uniqueId: "\\\\?\\Volume{0e0e0e0e-0000-4000-8000-000000000001}\\" }));
  } },
  { row: "`disk-sector`: 4Kn, product", requirement: "disk-sector", product: { supports4kn: "no" }, given: (world) => { disk(world).logicalSector = 4096; } },
  { row: "`disk-sector`: 4Kn, unknown", requirement: "disk-sector", given: (world) => { disk(world).logicalSector = 4096; } },
  { row: "`host-vol-fs`: FAT32", requirement: "host-vol-fs", given: (world) => Object.assign(volume(world), { fileSystem: "FAT32", fileSystemDetail: "FAT32" }) },
  { row: "`host-vol-fs`: ReFS", requirement: "host-vol-fs", columns: [1, 2, 3, 4, 5], why: "2008 R2 knows no ReFS: the cell is n-a", given: (world) => Object.assign(volume(world), { fileSystem: "ReFS", fileSystemDetail: "ReFS" }) },
  { row: "`host-vol-64tb`: api = vss", requirement: "host-vol-64tb", product: { api: "vss" }, given: (world) => Object.assign(volume(world), { capacityBytes: BEYOND_64TB, freeBytes: BEYOND_64TB / 2 }) },
  { row: "`host-vol-64tb`: api = wmi", requirement: "host-vol-64tb", product: { api: "wmi-checkpoint" }, columns: [4, 5], why: "older hosts always use vss", given: (world) => Object.assign(volume(world), { capacityBytes: BEYOND_64TB, freeBytes: BEYOND_64TB / 2 }) },
  { row: "`host-vss-writer`: api = vss", requirement: "host-vss-writer", product: { api: "vss" }, given: ({ host }) => { host.hyperVVssWriter = { present: true, state: 9, lastError: "Timed out" }; } },
  { row: "`host-vss-writer`: api = wmi", requirement: "host-vss-writer", product: { api: "wmi-checkpoint" }, columns: [4, 5], why: "older hosts always use vss", given: ({ host }) => { host.hyperVVssWriter = { present: false, state: null, lastError: null }; } },
  { row: "`host-smb`: api = vss", requirement: "host-smb", product: { api: "vss" }, given: (world) => {
    moveToShare(world);
    const share = world.host.smbShares?.[0];
    if (share !== undefined) share.vssAgent = "missing";
  } },
  { row: "`host-smb`: api = wmi", requirement: "host-smb", product: { api: "wmi-checkpoint" }, columns: [4, 5], why: "older hosts always use vss", given: (world) => {
    moveToShare(world);
    const share = world.host.smbShares?.[0];
    if (share !== undefined) share.vssAgent = "missing";
  } },
  { row: "`host-wsb-csv`", requirement: "host-wsb-csv", csv: true, product: { isWsb: true, ...AWARE }, given: () => undefined },
  { row: "`csv-healthy`: no IO", requirement: "csv-healthy", csv: true, product: AWARE, given: ({ cluster }) => {
    const csv = cluster?.csvs?.[0];
    if (csv === undefined) return;
    csv.faultState = ["NoAccess"];
    const node = csv.perNode?.[0];
    if (node !== undefined) node.stateInfo = "Unavailable";
  } },
  { row: "`csv-healthy`: bad filter", requirement: "csv-healthy", csv: true, columns: [2, 3, 4, 5], why: "the reasons exist only per node, from 2012 R2 on", given: ({ cluster }) => {
    const node = cluster?.csvs?.[0]?.perNode?.[0];
    if (node !== undefined) Object.assign(node, { stateInfo: "FileSystemRedirected", fsRedirectReason: ["IncompatibleFileSystemFilter"] });
  } },
  { row: "`csv-healthy`: by configuration", requirement: "csv-healthy", csv: true, columns: [2, 3, 4, 5], why: "the reasons exist only per node, from 2012 R2 on", given: ({ cluster }) => {
    const node = cluster?.csvs?.[0]?.perNode?.[0];
    if (node !== undefined) Object.assign(node, { stateInfo: "FileSystemRedirected", fsRedirectReason: ["FileSystemTiering"] });
  } },
  { row: "`replica-vm`", requirement: "replica-vm", columns: [1, 2, 3, 4, 5], why: "2008 R2 has no replicas: the cell is n-a", given: ({ vm }) => Object.assign(vm, { state: "Off", stateRaw: 3, replicationMode: "Replica", replicationState: "Resynchronizing", replicationHealth: "Warning" }) },
  { row: "`vm-files-in-subfolder`", requirement: "vm-files-in-subfolder", given: (world) => Object.assign(disk(world), { path: "D:\\disk0.vhdx", chain: ["D:\\disk0.vhdx"] }) },
  { row: "`checkpoint-type`: Disabled", requirement: "checkpoint-type", columns: [4, 5], why: "the setting exists since 2016", given: ({ vm }) => { vm.checkpointType = "Disabled"; } },
  { row: "`checkpoint-type`: Standard", requirement: "checkpoint-type", columns: [4, 5], why: "the setting exists since 2016", given: ({ vm }) => { vm.checkpointType = "Standard"; } },
  { row: "`checkpoint-type`: Standard, guest", requirement: "checkpoint-type", columns: [4, 5], why: "the setting exists since 2016", given: ({ vm, guest }) => { vm.checkpointType = "Standard"; guest.productType = 2; } },
  { row: "`guest-cluster-group`", requirement: "guest-cluster-group", columns: [4, 5], why: "a .vhds before 2016 hits disk-vhdset-ready", given: (world) => { shareVhdSet(world, {}); world.vm.vmGroups = []; } },
  { row: "`host-os-kind`: client, product supports = unknown", requirement: "host-os-kind", given: ({ host }) => { host.productType = 1; } },
  { row: "`host-os-kind`: client, product supports = no", requirement: "host-os-kind", product: { supportsClientHosts: "no" }, given: ({ host }) => { host.productType = 1; } },
  { row: "`host-os-kind`: Azure", requirement: "host-os-kind", columns: [4, 5], why: "Azure Local is a 10.0 system", given: ({ host }) => { host.edition = "Azure Stack HCI"; } },
  { row: "`csv-aware`", requirement: "csv-aware", csv: true, given: () => undefined },
];
