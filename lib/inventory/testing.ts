import type { Cluster, Disk, Guest, GuestVolume, Host, Vm, Volume } from "./document";
import { clusterSchema, hostSchema, volumeSchema } from "./host";
import { diskSchema } from "./disk";
import { guestSchema, guestVolumeSchema } from "./guest";
import { vmSchema } from "./vm";

/** Synthetic objects for tests: everything known and healthy unless told otherwise. Imported by tests and the synthetic estate only. */
export type HostRelease = "2008R2" | "2012" | "2012R2" | "2016" | "2019" | "2022" | "2025";
export type GuestFamily = "windows" | "linux" | "bsd";
export const READ_AT = "2026-05-18T07:00:00Z";
export const NOW = Date.parse("2026-05-18T07:40:00Z");

const RELEASES: Record<HostRelease, { osVersion: string; osBuild: number; vm: string; versions: string[] | null; ic: string | null }> = {
  "2008R2": { osVersion: "6.1.7601", osBuild: 7601, vm: "3.0", versions: null, ic: "6.1.7601.17514" },
  "2012": { osVersion: "6.2.9200", osBuild: 9200, vm: "4.0", versions: null, ic: "6.2.9200.16433" },
  "2012R2": { osVersion: "6.3.9600", osBuild: 9600, vm: "5.0", versions: null, ic: "6.3.9600.18692" },
  "2016": { osVersion: "10.0.14393", osBuild: 14393, vm: "8.0", versions: ["5.0", "6.2", "7.0", "7.1", "8.0"], ic: null },
  "2019": { osVersion: "10.0.17763", osBuild: 17763, vm: "9.0", versions: ["5.0", "6.2", "7.0", "7.1", "8.0", "8.1", "8.2", "8.3", "9.0"], ic: null },
  "2022": { osVersion: "10.0.20348", osBuild: 20348, vm: "10.0", versions: ["8.0", "8.1", "8.2", "8.3", "9.0", "9.1", "9.2", "9.3", "10.0"], ic: null },
  "2025": { osVersion: "10.0.26100", osBuild: 26100, vm: "12.0", versions: ["8.0", "9.0", "10.0", "11.0", "12.0"], ic: null },
};
const is16 = (release: HostRelease) => RELEASES[release].versions !== null;
const NOT_APPLICABLE = (...facts: string[]) => facts.map((fact) => ({ fact, reason: "not-applicable" as const }));

/** A host volume that is known and healthy; override what the test is about. */
export function aVolume(over: Partial<Volume> = {}): Volume {
  return { ...volumeSchema.parse({ path: "D:\\", uniqueId: "\\\\?\\Volume{0d0d0d0d-0000-4000-8000-000000000001}\\", fileSystem: "NTFS", fileSystemDetail: "NTFS", capacityBytes: 2e12, freeBytes: 1e12, isCsv: false, isDedup: false, blockSize: 4096, driveType: "Fixed", busType: "SAS", storageReplica: "none" }), ...over };
}

/** A standalone server host of the release, everything known and healthy. */
export function aHost(release: HostRelease, over: Partial<Host> = {}): Host {
  const of = RELEASES[release];
  const base = hostSchema.parse({
    installId: "11111111-1111-4111-8111-111111111111", hardwareUuid: "22222222-2222-4222-8222-222222222222", fqdn: "hv01.example.test", name: "HV01",
    observedAt: READ_AT, osCaption: `Microsoft Windows Server ${release}`, osVersion: of.osVersion, osBuild: of.osBuild, productType: 3, edition: "ServerDatacenter",
    icVersion: of.ic, virtualMachinesServiceLogon: true, antivirusExclusions: "present", supportedVmVersions: of.versions, defaultVmVersion: of.vm, uiCulture: "en-US",
    isClusterNode: false, hyperVVssWriter: { present: true, state: 1, lastError: "none" },
    vssWriters: [{ id: "66841cd4-6ded-4f4b-8f17-fd23f8ddc3de", name: "Microsoft Hyper-V VSS Writer", state: 1, lastError: "none" }],
    vssProviders: [{ name: "Microsoft Software Shadow Copy provider 1.0", id: "b5946137-7b9f-4925-af80-51abd60b20d5", type: "system" }],
    volumes: [aVolume()], smbShares: [], backupProducts: [],
    absent: [...NOT_APPLICABLE("clusterName", "clusterId"), ...(is16(release) ? NOT_APPLICABLE("icVersion") : NOT_APPLICABLE("supportedVmVersions"))],
  });
  return { ...base, ...over };
}

/** A disk on D:\VMs\VM01, known and healthy. */
export function aDisk(over: Partial<Disk> = {}): Disk {
  const path = over.path ?? "D:\\VMs\\VM01\\disk0.vhdx";
  return { ...diskSchema.parse({ controllerType: "SCSI", controllerNumber: 0, lun: 0, kind: "vhd", path, persistentReservations: false, hostVolumeId: "\\\\?\\Volume{0d0d0d0d-0000-4000-8000-000000000001}\\", isSmb: false, format: "VHDX", type: "Dynamic", sizeBytes: 136365211648, fileBytes: 4e10, logicalSector: 512, physicalSector: 4096, alignment: 1, chain: [path], chainError: "none" }), ...over };
}

/** A guest data volume, NTFS with room. */
export function aGuestVolume(over: Partial<GuestVolume> = {}): GuestVolume {
  return { ...guestVolumeSchema.parse({ deviceId: "\\\\?\\Volume{c0000000-0000-4000-8000-000000000001}\\", driveLetter: "C:", mountPaths: ["C:\\"], fileSystem: "NTFS", capacityBytes: 136365211648, freeBytes: 8e10, partitionRole: "data", isDynamic: false, busType: "SAS", bitlocker: "off", diffAreaVolume: "same", diffAreaMaxBytes: 13636521164, shadowCopies: 0 }), ...over };
}

const SERVICES: readonly [string, string, string][] = [
  ["EventSystem", "Running", "Auto"], ["MSDTC", "Running", "Auto"], ["RpcSs", "Running", "Auto"], ["SENS", "Running", "Auto"],
  ["VSS", "Stopped", "Manual"], ["COMSysApp", "Stopped", "Manual"], ["swprv", "Stopped", "Manual"], ["vmicvss", "Running", "Manual"],
];
const WRITERS: readonly [string, string][] = [
  ["e8132975-6f93-4464-a53e-1050253ae220", "System Writer"], ["542da469-d3e1-473c-9f4f-7847f01fc64f", "COM+ REGDB Writer"],
  ["afbab4a2-367d-4d15-a586-71dbb18f8485", "Registry Writer"], ["a6ad56c2-b509-4e6c-bb19-49d8f43532f0", "WMI Writer"],
];
const GUEST_OS: Record<HostRelease, [string, string]> = {
  "2008R2": ["Windows Server 2008 R2 Standard", "6.1.7601"], "2012": ["Windows Server 2012 Standard", "6.2.9200"], "2012R2": ["Windows Server 2012 R2 Standard", "6.3.9600"],
  "2016": ["Windows Server 2016 Standard", "10.0.14393"], "2019": ["Windows Server 2019 Standard", "10.0.17763"], "2022": ["Windows Server 2022 Standard", "10.0.20348"], "2025": ["Windows Server 2025 Standard", "10.0.26100"],
};

/** A guest of the family with every fact known and healthy. */
export function aGuest(release: HostRelease, family: GuestFamily = "windows", over: Partial<Guest> = {}): Guest {
  const shared = { evidence: "psdirect", collectedAt: READ_AT, osFamily: family, iscsiSessions: 0, smbDataMounts: 0, minDiffAreaMb: null };
  const [osName, osVersion] = GUEST_OS[release];
  const mounts = [{ source: "/dev/sda2", target: "/", fsType: "ext4", readOnly: false, esp: false }, { source: "/dev/sda1", target: "/boot/efi", fsType: "vfat", readOnly: false, esp: true }];
  const base = family === "windows" ? guestSchema.parse({
    ...shared, osName, osVersion, productType: 3, integrationServicesVersion: RELEASES[release].ic,
    services: SERVICES.map(([name, state, startMode]) => ({ name, state, startMode })),
    vssWriters: WRITERS.map(([id, name]) => ({ id, name, state: 1, lastError: "none" })),
    volumes: [aGuestVolume()], storageSpacesOutsideMembers: 0, storagePools: [],
  }) : family === "linux" ? guestSchema.parse({
    ...shared, osName: "Red Hat Enterprise Linux 9.4", osVersion: "5.14.0", linux: { hvUtilsLoaded: true, vssDaemon: "running", kvpDaemon: "running", rootFs: "ext4", remoteMounts: 0, mounts },
  }) : guestSchema.parse({
    ...shared, osName: "FreeBSD 14.1", osVersion: "14.1", bsd: { vssDaemon: "running", mounts: [{ source: "/dev/da0p2", target: "/", fsType: "ufs", readOnly: false }], zpools: [] },
  });
  return { ...base, ...over };
}

const COMPONENTS: readonly [string, string][] = [
  ["5ced1297-4598-4915-a5fc-ad21bb4d02a4", "vss"], ["84eaae65-2f2e-45f5-9bb5-0e857dc8eb47", "heartbeat"], ["2a34b1c2-fd73-4043-8a5b-dd2159bc743f", "kvp"],
  ["9f8233ac-be49-4c79-8ee3-e7e1985b2077", "shutdown"], ["2497f4de-e9fa-4204-80e4-4b75c46419c0", "timesync"],
];

/** A running VM on that release, standalone, two SCSI or IDE disks fewer than none wrong: every fact known and healthy. */
export function aVm(release: HostRelease, family: GuestFamily = "windows", over: Partial<Vm> = {}): Vm {
  const old = !is16(release);
  const generation = release === "2008R2" || release === "2012" ? 1 : 2;
  const ic = RELEASES[release].ic;
  const disk = generation === 1 ? aDisk({ controllerType: "IDE", path: release === "2008R2" ? "D:\\VMs\\VM01\\disk0.vhd" : "D:\\VMs\\VM01\\disk0.vhdx", chain: [release === "2008R2" ? "D:\\VMs\\VM01\\disk0.vhd" : "D:\\VMs\\VM01\\disk0.vhdx"], format: release === "2008R2" ? "VHD" : "VHDX" }) : aDisk();
  const base = vmSchema.parse({
    id: "7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4", name: "VM01", generation, version: RELEASES[release].vm, isClustered: false,
    state: "Running", stateRaw: 2, operational: ["Ok"], secondaryOperational: null, healthState: "Ok", uptimeSeconds: 86_400, heartbeat: "OkApplicationsHealthy",
    memoryAssignedBytes: 8 * 1024 ** 3, processorCount: 4, lastSuccessfulBackupTime: "2026-05-17T22:00:00Z", incrementalBackupEnabled: false, vmGroups: [],
    acl: { vmAccountFullControl: true }, orphanFiles: [], checkpointType: old ? null : "Production", automaticCheckpoints: old ? null : false,
    snapshotFileLocation: "D:\\VMs\\VM01", configLocation: "D:\\VMs\\VM01",
    replicationMode: release === "2008R2" ? null : "None", replicationState: release === "2008R2" ? null : "Disabled", replicationHealth: release === "2008R2" ? null : "NotApplicable",
    security: old ? null : { shielded: false, vtpm: false, keyStorageDrive: false },
    controllers: { ide: generation === 1 ? 2 : 0, scsi: 1, scsiFreeSlots: 63, pmem: 0 }, fibreChannelHbas: 0, assignableDevices: [], gpuPartitions: 0,
    integration: COMPONENTS.map(([componentId, role]) => ({ componentId, role, enabled: true, primaryStatus: "Ok", secondaryStatus: null, statusText: "OK" })),
    icVersionHostView: ic, disks: [disk], checkpoints: [], guest: null,
    absent: [
      { fact: "secondaryOperational", reason: "empty" }, { fact: "lastReferencePoint", reason: "empty" }, { fact: "operationSince", reason: "not-applicable" },
      { fact: "guest.minDiffAreaMb", reason: "empty" }, ...(old ? NOT_APPLICABLE("checkpointType", "automaticCheckpoints", "security") : NOT_APPLICABLE("icVersionHostView")),
      ...(release === "2008R2" ? NOT_APPLICABLE("replicationMode", "replicationState", "replicationHealth") : []),
    ],
  });
  return { ...base, guest: aGuest(release, family), ...over };
}

/** A two-node cluster with one healthy CSV at C:\ClusterStorage\Volume1. */
export function aCluster(release: HostRelease, over: Partial<Cluster> = {}): Cluster {
  const of = RELEASES[release];
  const old = release === "2008R2" || release === "2012";
  return { ...clusterSchema.parse({
    id: "33333333-3333-4333-8333-333333333333", name: "CL1", fqdn: "cl1.example.test", observedAt: READ_AT, functionalLevel: old ? null : release === "2012R2" ? 8 : release === "2016" ? 9 : release === "2019" ? 10 : release === "2022" ? 11 : 12,
    s2dEnabled: false, configStoreRootPath: "C:\\ClusterStorage\\Volume1\\Hyper-V", nodes: [{ name: "HV01", state: "Up", osBuild: of.osBuild }, { name: "HV02", state: "Up", osBuild: of.osBuild }],
    csvs: [{ name: "Cluster Disk 1", volumePath: "C:\\ClusterStorage\\Volume1", volumeId: "\\\\?\\Volume{c5c5c5c5-0000-4000-8000-000000000001}\\", ownerNode: "HV01", state: "Online", faultState: [], backupState: "None", maintenanceMode: false, redirectedAccess: false,
      perNode: old ? null : [{ node: "HV01", stateInfo: "Direct", fsRedirectReason: [], blockRedirectReason: [] }, { node: "HV02", stateInfo: "Direct", fsRedirectReason: [], blockRedirectReason: [] }] }],
    roles: [{ name: "VM01", vmId: "7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4", state: "Online", owner: "HV01" }], absent: [],
  }), ...over };
}

/** Puts host and VM into the cluster: host a node, files on its CSV. */
export function onCsv(release: HostRelease): { host: Host; cluster: Cluster; vm: Vm } {
  const csv = "C:\\ClusterStorage\\Volume1";
  const volumeId = "\\\\?\\Volume{c5c5c5c5-0000-4000-8000-000000000001}\\";
  const ntfs = release === "2008R2" ? { fileSystem: "NTFS", fileSystemDetail: "NTFS" } : { fileSystem: "CSVFS", fileSystemDetail: "CSVFS_NTFS" };
  const host = aHost(release, { isClusterNode: true, clusterName: "CL1", clusterId: "33333333-3333-4333-8333-333333333333", volumes: [aVolume({ path: csv, uniqueId: volumeId, isCsv: true, ...ntfs })] });
  const vm = aVm(release);
  const disks = (vm.disks ?? []).map((disk) => ({ ...disk, hostVolumeId: volumeId, path: (disk.path ?? "").replace("D:\\VMs", `${csv}\\VMs`), chain: [(disk.path ?? "").replace("D:\\VMs", `${csv}\\VMs`)] }));
  return { host, cluster: aCluster(release), vm: { ...vm, isClustered: true, disks, configLocation: `${csv}\\VMs\\VM01`, snapshotFileLocation: `${csv}\\VMs\\VM01` } };
}
