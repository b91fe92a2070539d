import { quote, vmById } from "../fix";
import type { Situation } from "../situation";
import { type Reader, wmi1, wmi2 } from "./reader";

const vm = (rest: string) => (at: Situation) => `${vmById(at.vmId)} | ${rest}`;
const system1 = (at: Situation) => `${wmi1(at, "Msvm_ComputerSystem", "Name")} | Format-List ElementName, Name, EnabledState, HealthState, OperationalStatus`;
const system2 = (at: Situation) => `${wmi2(at, "Msvm_ComputerSystem", "Name")} | Format-List ElementName, EnabledState, HealthState, OperationalStatus, LastSuccessfulBackupTime`;
const settings1 = (at: Situation) => `${wmi1(at, "Msvm_VirtualSystemSettingData", "SystemName")} | Format-List ElementName, SettingType, CreationTime, Parent`;
const folders1 = (at: Situation) => `${wmi1(at, "Msvm_VirtualSystemGlobalSettingData", "SystemName")} | Format-List SnapshotDataRoot, ExternalDataRoot`;
const resources1 = (at: Situation) => `${wmi1(at, "Msvm_ResourceAllocationSettingData", "InstanceID", true)} | Format-List ResourceSubType, Connection, HostResource, Address`;

const DRIVES = "Hyper-V\\Get-VMHardDiskDrive";
const drives = vm(`${DRIVES} | Format-List ControllerType, ControllerNumber, ControllerLocation, Path, DiskNumber, SupportPersistentReservations`);
const chains = vm(`${DRIVES} | Where-Object Path -match '\\.a?vhd' | ForEach-Object {\n  $path = $_.Path\n  while ($path) { $disk = Hyper-V\\Get-VHD -Path $path; $disk; $path = $disk.ParentPath }\n} | Format-List Path, VhdFormat, VhdType, Size, FileSize, LogicalSectorSize, PhysicalSectorSize, Alignment, ParentPath`);

/** Paths of the VM's disk files as they were read; for hosts whose own list has to be asked file by file. */
function diskPaths(at: Situation): string[] {
  return (at.files ?? []).flatMap((file) => (file.what === "disk" && file.path !== null ? [file.path] : []));
}
function chains1(at: Situation): string {
  const paths = diskPaths(at);
  if (paths.length === 0) return resources1(at);
  return `$images = Get-WmiObject -Namespace root\\virtualization -Class Msvm_ImageManagementService\n${paths.map((path) => `$images.GetVirtualHardDiskInfo(${quote(path)}).Info`).join("\n")}`;
}
function rights1(at: Situation): string {
  const paths = diskPaths(at);
  return paths.length === 0 ? folders1(at) : paths.map((path) => `icacls.exe ${quote(path)}`).join("\n");
}
function leftovers1(at: Situation): string {
  const folders = [...new Set(diskPaths(at).map((path) => path.slice(0, path.lastIndexOf("\\"))))];
  return folders.length === 0 ? folders1(at) : folders.map((folder) => `Get-ChildItem -LiteralPath ${quote(folder)} | Format-Table Name, Length, LastWriteTime`).join("\n");
}

const listing: Pick<Reader, "command" | "old"> = { command: () => "Hyper-V\\Get-VM | Format-Table Name, Id, State", old: () => "Get-WmiObject -Namespace root\\virtualization -Class Msvm_ComputerSystem | Format-Table ElementName, Name, EnabledState" };
const of = (fact: string, title: string, command: Reader["command"], old: Reader["old"]): Reader => ({ fact: `vm.${fact}`, title, where: "host", command, ...(old === undefined ? {} : { old }) });
const property = (names: string, old: Reader["old"] = system1) => ({ command: vm(`Format-List Name, ${names}`), old });
const state = property("State, Status, OperationalStatus, PrimaryOperationalStatus, SecondaryOperationalStatus");
const replication = property("ReplicationMode, ReplicationState, ReplicationHealth", null);

/** Readers of facts of the VM, all run on its host. */
export const VM_READERS: readonly Reader[] = [
  { fact: "vm.id", title: "Read the ids of the VMs", where: "host", ...listing },
  { fact: "vm.name", title: "Read the names of the VMs", where: "host", ...listing },
  of("state", "Read the state of the VM", state.command, state.old),
  of("stateRaw", "Read the state of the VM", state.command, state.old),
  of("operational", "Read the operational status of the VM", state.command, state.old),
  of("secondaryOperational", "Read the operation that is under way", state.command, state.old),
  of("operationSince", "Read the operation that is under way", state.command, state.old),
  of("healthState", "Read the health of the VM", system2, system1),
  of("lastSuccessfulBackupTime", "Read when the last backup ended", system2, null),
  of("heartbeat", "Read the heartbeat of the VM", vm("Format-List Name, Heartbeat"), (at) => `${wmi1(at, "Msvm_HeartbeatComponent", "SystemName")} | Format-List EnabledState, OperationalStatus, StatusDescriptions`),
  of("generation", "Read the generation of the VM", vm("Format-List Name, Generation"), settings1),
  of("version", "Read the configuration version of the VM", vm("Format-List Name, Version"), settings1),
  of("isClustered", "Read whether the VM is a cluster role", vm("Format-List Name, IsClustered"), () => "Import-Module FailoverClusters\nGet-ClusterResource | Where-Object { \"$($_.ResourceType)\" -eq 'Virtual Machine' } | Get-ClusterParameter -Name VmID"),
  of("memoryAssignedBytes", "Read the memory of the VM", vm("Format-List Name, MemoryAssigned, MemoryStartup"), (at) => `${wmi1(at, "Msvm_MemorySettingData", "InstanceID", true)} | Format-List VirtualQuantity, AllocationUnits`),
  of("incrementalBackupEnabled", "Read whether incremental backup is on", (at) => `${wmi2(at, "Msvm_VirtualSystemSettingData", "VirtualSystemIdentifier")} | Format-List ElementName, IncrementalBackupEnabled`, null),
  of("vmGroups", "Read the groups of the VM", () => "Hyper-V\\Get-VMGroup | Format-List Name, InstanceId, GroupType, VMMembers", null),
  of("acl", "Read the rights on the VM's disks", vm(`${DRIVES} | Where-Object Path -like '?:\\*' | ForEach-Object { Get-Acl -LiteralPath $_.Path } | Format-List Path, AccessToString`), rights1),
  of("orphanFiles", "List checkpoint and tracking files in the VM's folders", vm("ForEach-Object {\n  $folders = @($_.ConfigurationLocation, $_.SnapshotFileLocation) + @($_.HardDrives | Where-Object Path -match '\\.a?vhd' | ForEach-Object { Split-Path -Path $_.Path })\n  Get-ChildItem -LiteralPath ($folders | Select-Object -Unique) -Recurse -Include *.avhd, *.avhdx, *.mrt, *.rct\n} | Format-Table FullName, Length, LastWriteTime"), leftovers1),
  of("checkpointType", "Read the checkpoint type of the VM", vm("Format-List Name, CheckpointType"), null),
  of("automaticCheckpoints", "Read whether checkpoints are automatic", vm("Format-List Name, AutomaticCheckpointsEnabled"), null),
  of("snapshotFileLocation", "Read the folder of the checkpoint files", vm("Format-List Name, SnapshotFileLocation"), folders1),
  of("configLocation", "Read the folder of the configuration", vm("Format-List Name, ConfigurationLocation, Path"), folders1),
  of("replicationMode", "Read the replica role of the VM", replication.command, replication.old),
  of("replicationState", "Read the replication state of the VM", replication.command, replication.old),
  of("replicationHealth", "Read the replication health of the VM", replication.command, replication.old),
  of("security", "Read the security settings of the VM", (at) => `${vmById(at.vmId)} | Hyper-V\\Get-VMSecurity | Format-List *\n${vmById(at.vmId)} | Hyper-V\\Get-VMKeyStorageDrive`, null),
  of("controllers", "Read the controllers of the VM", (at) => `${vmById(at.vmId)} | Hyper-V\\Get-VMScsiController\n${vmById(at.vmId)} | Hyper-V\\Get-VMIdeController\n${vmById(at.vmId)} | ${DRIVES} | Group-Object ControllerType`, resources1),
  of("fibreChannelHbas", "Read the virtual Fibre Channel adapters", vm("Hyper-V\\Get-VMFibreChannelHba | Format-List *"), null),
  of("assignableDevices", "Read the devices handed to the VM", vm("Hyper-V\\Get-VMAssignableDevice | Format-List *"), null),
  of("gpuPartitions", "Read the GPU partitions of the VM", vm("Hyper-V\\Get-VMGpuPartitionAdapter | Format-List *"), null),
  of("integration", "Read the integration components of the VM", vm("Hyper-V\\Get-VMIntegrationService | Format-List Id, Name, Enabled, PrimaryOperationalStatus, SecondaryOperationalStatus"), (at) => `${wmi1(at, "Msvm_VssComponentSettingData", "InstanceID", true)} | Format-List ElementName, EnabledState\n${wmi1(at, "Msvm_VssComponent", "SystemName")} | Format-List EnabledState, OperationalStatus\n${wmi1(at, "Msvm_KvpExchangeComponent", "SystemName")} | Format-List EnabledState, OperationalStatus`),
  of("icVersionHostView", "Read the version of the integration services", vm("Format-List Name, IntegrationServicesVersion, IntegrationServicesState"), (at) => `(${wmi1(at, "Msvm_KvpExchangeComponent", "SystemName")}).GuestIntrinsicExchangeItems`),
  of("disks", "Read the disks of the VM", drives, resources1),
  of("disks.path", "Read the disks of the VM", drives, resources1),
  of("disks.hostVolumeId", "Read the host volumes below the disks", vm(`${DRIVES} | Where-Object Path -like '?:\\*' | ForEach-Object { Get-Volume -FilePath $_.Path } | Format-List Path, UniqueId, FileSystem`), () => "Get-WmiObject -Class Win32_Volume | Format-List DeviceID, Name"),
  ...["chain", "chainError", "format", "type", "sizeBytes", "fileBytes", "logicalSector", "physicalSector", "alignment"].map((fact) => of(`disks.${fact}`, "Read every file in the chains of the disks", chains, chains1)),
  of("disks.guestCluster", "Ask the guest cluster about the shared disks", (at) => `(${wmi2(at, "Msvm_VssService", "SystemName")} |\n  Invoke-CimMethod -MethodName QueryGuestClusterInformation).GuestClusterInformation`, null),
  of("checkpoints", "Read the checkpoints of the VM", vm("Hyper-V\\Get-VMSnapshot | Format-Table Name, SnapshotType, CreationTime, IsAutomaticCheckpoint"), settings1),
];
