import { quote } from "../fix";
import { shareOf } from "../facts/storage";
import type { Situation } from "../situation";
import type { Reader } from "./reader";

const OS = "Get-CimInstance -ClassName Win32_OperatingSystem | Format-List Caption, Version, BuildNumber, ProductType, OperatingSystemSKU";
const OS_OLD = "Get-WmiObject -Class Win32_OperatingSystem | Format-List Caption, Version, BuildNumber, ProductType, OperatingSystemSKU";
const VOLUMES = "Get-Volume | Format-List DriveLetter, Path, UniqueId, FileSystem, FileSystemType, Size, SizeRemaining, AllocationUnitSize, DriveType";
const VOLUMES_OLD = "Get-WmiObject -Class Win32_Volume | Format-List DeviceID, Name, FileSystem, Capacity, FreeSpace, BlockSize, DriveType";
const CSV = "Get-ClusterSharedVolume | Select-Object -ExpandProperty SharedVolumeInfo | ForEach-Object { $_; $_.Partition } | Format-List *";
const CSV_STATE = "Get-WmiObject -Namespace root\\MSCluster -Class MSCluster_ClusterSharedVolume | Format-List Name, VolumeName, FaultState, BackupState";
const NODES = "Get-ClusterNode | Format-List Name, State, BuildNumber, MajorVersion, MinorVersion";
const ROLES = "Get-ClusterGroup | Where-Object { \"$($_.GroupType)\" -eq 'VirtualMachine' } | Format-Table Name, State, OwnerNode";
const CLUSTER_MODULE = "Import-Module FailoverClusters\n";
const same = (command: string) => () => command;

const osReader = (fact: string, title: string): Reader => ({ fact, title, where: "host", command: same(OS), old: same(OS_OLD) });

function shares(at: Situation): string {
  const names = new Set<string>();
  for (const file of at.files ?? []) {
    const share = file.path === null ? null : shareOf(file.path);
    if (share !== null) names.add(share.split("\\")[3] ?? "");
  }
  const access = [...names].filter((name) => name !== "").map((name) => `Get-SmbShareAccess -Name ${quote(name)}`);
  return ["Get-WindowsFeature -Name FS-VSS-Agent | Format-List Name, InstallState", ...access].join("\n");
}

/** Readers of facts of the host and of its cluster. */
export const HOST_READERS: readonly Reader[] = [
  osReader("host.osVersion", "Read the host's Windows version"),
  osReader("host.osBuild", "Read the host's Windows build"),
  osReader("host.osCaption", "Read the host's Windows by name"),
  osReader("host.productType", "Read whether the host is a server"),
  osReader("host.edition", "Read the host's Windows edition"),
  {
    fact: "host.icVersion", title: "Read the integration services that the host brings", where: "host",
    command: same("Get-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Virtualization\\GuestInstaller\\Version'"),
    old: same("Get-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Virtualization\\GuestInstaller\\Version'"),
  },
  {
    fact: "host.virtualMachinesServiceLogon", title: "Read who may log on as a service", where: "host", note: "Writes one text file into the folder for temporary files.",
    command: same("secedit.exe /export /areas USER_RIGHTS /cfg \"$env:TEMP\\quiesce-rights.inf\"\nSelect-String -Path \"$env:TEMP\\quiesce-rights.inf\" -Pattern 'SeServiceLogonRight'"),
    old: same("secedit.exe /export /areas USER_RIGHTS /cfg \"$env:TEMP\\quiesce-rights.inf\"\nSelect-String -Path \"$env:TEMP\\quiesce-rights.inf\" -Pattern 'SeServiceLogonRight'"),
  },
  {
    fact: "host.antivirusExclusions", title: "Read the antivirus exclusions of the host", where: "host", note: "Reads Microsoft Defender; another product shows its exclusions in its own console.",
    command: (at) => at.bucket === "W12" || at.bucket === "W12R2" ? "Get-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\Microsoft Antimalware\\Exclusions\\*'" : "Get-MpPreference | Format-List ExclusionPath, ExclusionProcess, ExclusionExtension",
    old: same("Get-ItemProperty -Path 'HKLM:\\SOFTWARE\\Microsoft\\Microsoft Antimalware\\Exclusions\\*'"),
  },
  { fact: "host.supportedVmVersions", title: "Read the VM versions that the host runs", where: "host", command: same("Hyper-V\\Get-VMHostSupportedVersion | Format-Table Name, Version, IsDefault"), old: null },
  { fact: "host.attempted", title: "Read the rights of the account that collects", where: "host", shell: "cmd", note: "Run it as that account: it needs Hyper-V Administrators or Administrators.", command: same("whoami /groups"), old: same("whoami /groups") },
  { fact: "host.isClusterNode", title: "Read whether the host is a cluster member", where: "host", command: same("Get-Service -Name ClusSvc -ErrorAction SilentlyContinue | Format-List Name, Status"), old: same("Get-Service -Name ClusSvc -ErrorAction SilentlyContinue | Format-List Name, Status") },
  { fact: "host.hyperVVssWriter", title: "Read the Hyper-V VSS writer of the host", where: "host", shell: "cmd", command: same("vssadmin list writers"), old: same("vssadmin list writers") },
  { fact: "host.vssWriters", title: "Read the VSS writers of the host", where: "host", shell: "cmd", command: same("vssadmin list writers"), old: same("vssadmin list writers") },
  { fact: "host.vssProviders", title: "Read the VSS providers of the host", where: "host", shell: "cmd", command: same("vssadmin list providers"), old: same("vssadmin list providers") },
  { fact: "host.volumes", title: "Read the volumes of the host", where: "host", command: same(VOLUMES), old: same(VOLUMES_OLD) },
  { fact: "host.volumes.isCsv", title: "Read which volumes are Cluster Shared Volumes", where: "host", command: same(CSV), old: same(CLUSTER_MODULE + CSV) },
  { fact: "host.volumes.fileSystemDetail", title: "Read the file system below the Cluster Shared Volumes", where: "host", command: same(CSV), old: same(CLUSTER_MODULE + CSV) },
  { fact: "host.volumes.isDedup", title: "Read which volumes are deduplicated", where: "host", command: same("Get-DedupVolume | Format-Table Volume, Enabled"), old: null },
  { fact: "host.volumes.storageReplica", title: "Read the Storage Replica role of the volumes", where: "host", command: same("Get-SRGroup | Format-List Name, IsPrimary, Replicas\nGet-SRPartnership | Format-List SourceComputerName, SourceRGName, DestinationComputerName, DestinationRGName"), old: null },
  { fact: "host.volumes.busType", title: "Read the bus of the disks below the volumes", where: "host", command: same("Get-Disk | Format-Table Number, FriendlyName, BusType\nGet-Partition | Format-Table DiskNumber, DriveLetter, AccessPaths"), old: same("Get-WmiObject -Class Win32_DiskDrive | Format-Table Index, Model, InterfaceType") },
  { fact: "host.smbShares", title: "Read agent and rights of the shares that hold the VM", where: "file-server", command: shares, old: null },
  { fact: "cluster.functionalLevel", title: "Read the cluster functional level", where: "cluster", command: same("Get-Cluster | Format-List Name, ClusterFunctionalLevel"), old: same(`${CLUSTER_MODULE}Get-Cluster | Format-List *`) },
  { fact: "cluster.nodes", title: "Read nodes and builds of the cluster", where: "cluster", command: same(NODES), old: same(CLUSTER_MODULE + NODES) },
  { fact: "cluster.roles", title: "Read the cluster roles of VMs", where: "cluster", command: same(ROLES), old: same(CLUSTER_MODULE + ROLES) },
  { fact: "cluster.configStoreRootPath", title: "Read the cluster's store for VM groups", where: "cluster", command: same("Get-ClusterResource -Name 'Virtual Machine Cluster WMI' | Get-ClusterParameter -Name ConfigStoreRootPath"), old: null },
  {
    fact: "cluster.csvs", title: "Read the state of the Cluster Shared Volumes", where: "cluster",
    command: (at) => at.bucket === "W12" ? `${CSV}\n${CSV_STATE}` : `Get-ClusterSharedVolumeState | Format-List Name, VolumeName, Node, StateInfo, FileSystemRedirectedIOReason, BlockRedirectedIOReason\n${CSV}`,
    old: same(`${CLUSTER_MODULE}${CSV}\n${CSV_STATE}`),
  },
  { fact: "cluster.csvs.backupState", title: "Read whether a backup of the Cluster Shared Volumes is under way", where: "cluster", command: same(CSV_STATE), old: same(CSV_STATE) },
  { fact: "cluster.csvs.faultState", title: "Read the faults of the Cluster Shared Volumes", where: "cluster", command: same(CSV_STATE), old: same(CSV_STATE) },
];
