import type { Raw } from "../raw";

/** Cmdlets and classes whose output is read. */
export const READ_FAMILIES = [
  "Get-VM", "Get-VMIntegrationService", "Get-VHD", "Get-VMHardDiskDrive", "Get-VMSnapshot", "Get-VMHost", "Get-Cluster", "Get-ClusterNode",
  "Get-ClusterSharedVolume", "Get-ClusterSharedVolumeState", "Get-ClusterGroup", "Get-Volume", "Win32_OperatingSystem",
] as const;
/** Recognised, so that a folder of exports is no refusal; no requirement reads what they hold. */
export const KNOWN_FAMILIES = ["Get-VMBios", "Get-VMFirmware", "Get-VMDvdDrive", "Get-VMFloppyDiskDrive", "Get-VMNetworkAdapter", "Get-VMSwitch", "Get-ClusterResource", "Get-ClusterNetwork"] as const;
export type ReadFamily = (typeof READ_FAMILIES)[number];
export type CmdletFamily = ReadFamily | (typeof KNOWN_FAMILIES)[number];

const VM_ONLY_KEYS: readonly string[] = ["Generation", "Heartbeat", "MemoryAssigned", "MemoryStartup", "ProcessorCount", "ReplicationState", "ReplicationMode", "IntegrationServicesVersion", "IntegrationServicesState", "ConfigurationLocation", "CheckpointType", "IsClustered", "AutomaticStartAction", "SnapshotFileLocation", "VMId"];

/** In order: the first test that holds decides, so the more special ones come first. */
const TESTS: readonly (readonly [CmdletFamily, (has: (key: string) => boolean) => boolean])[] = [
  ["Get-VMSnapshot", (has) => has("SnapshotType") || (has("ParentCheckpointId") && has("VMId"))],
  ["Get-VHD", (has) => has("VhdFormat") || has("VhdType")],
  ["Get-VMDvdDrive", (has) => has("DvdMediaType")],
  ["Get-VMHardDiskDrive", (has) => has("ControllerType") && (has("ControllerLocation") || has("ControllerNumber"))],
  ["Get-VMFloppyDiskDrive", (has) => has("PoolName") && has("Disk") && has("VMId")],
  ["Get-VMIntegrationService", (has) => has("Enabled") && (has("PrimaryOperationalStatus") || has("PrimaryStatusDescription")) && !has("State")],
  ["Get-VMHost", (has) => has("VirtualHardDiskPath") || has("VirtualMachinePath") || has("VirtualMachineMigrationEnabled")],
  ["Get-ClusterSharedVolumeState", (has) => has("StateInfo") && (has("VolumeFriendlyName") || has("Node") || has("VolumeName"))],
  ["Get-ClusterSharedVolume", (has) => has("SharedVolumeInfo")],
  ["Get-ClusterNode", (has) => has("NodeName") || has("NodeInstanceID") || has("DrainStatus") || has("NodeWeight")],
  ["Get-ClusterGroup", (has) => has("GroupType") && has("OwnerNode")],
  ["Get-ClusterResource", (has) => has("ResourceType") && (has("OwnerGroup") || has("OwnerNode"))],
  ["Get-ClusterNetwork", (has) => has("Ipv4Addresses") && has("Role") && has("Cluster")],
  ["Get-Cluster", (has) => has("SharedVolumesRoot") || has("ClusterFunctionalLevel") || has("QuorumArbitrationTimeMax")],
  ["Win32_OperatingSystem", (has) => has("BuildNumber") && has("Version") && (has("Caption") || has("CSName") || has("ProductType") || has("OperatingSystemSKU"))],
  ["Get-Volume", (has) => (has("FileSystem") || has("FileSystemType")) && (has("SizeRemaining") || has("UniqueId") || has("DriveLetter"))],
  ["Get-VMFirmware", (has) => has("SecureBoot") && has("BootOrder")],
  ["Get-VMBios", (has) => has("NumLockEnabled") && has("StartupOrder")],
  ["Get-VMNetworkAdapter", (has) => has("SwitchName") && has("MacAddress")],
  ["Get-VMSwitch", (has) => has("SwitchType")],
  ["Get-VM", (has) => has("State") && (has("Name") || has("VMName")) && VM_ONLY_KEYS.some(has)],
];

/** The cmdlet or class that a record comes from, by its keys; null for any other record. */
export function cmdletFamilyOf(record: Raw): CmdletFamily | null {
  const has = (key: string) => Object.hasOwn(record, key);
  return TESTS.find(([, test]) => test(has))?.[0] ?? null;
}

export function isReadFamily(family: CmdletFamily): family is ReadFamily {
  return (READ_FAMILIES as readonly string[]).includes(family);
}
