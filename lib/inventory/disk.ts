import { z } from "zod";
import { fact, flag, guid, instant, LIMITS, name, path, size, word } from "./fact";

export const diskSchema = z.object({
  controllerType: fact(word, { meaning: "Controller it hangs on.", source: "Get-VMHardDiskDrive.ControllerType", words: ["IDE", "SCSI", "PMEM"] }),
  controllerNumber: fact(z.int().min(0).max(1024), { meaning: "Controller number.", source: "Get-VMHardDiskDrive.ControllerNumber" }),
  lun: fact(z.int().min(0).max(1024), { meaning: "Location on the controller.", source: "Get-VMHardDiskDrive.ControllerLocation" }),
  kind: fact(word, { meaning: "What is attached.", source: "Get-VMHardDiskDrive.Path, DiskNumber", words: ["vhd", "passthrough", "vhdset", "pmem"] }),
  path: fact(path, { meaning: "File, or name of the physical disk.", source: "Get-VMHardDiskDrive.Path" }),
  diskNumber: fact(z.int().min(0).max(1_000_000), { meaning: "Number of the physical disk; empty for a file.", source: "Get-VMHardDiskDrive.DiskNumber" }),
  persistentReservations: fact(flag, { meaning: "Shared between VMs.", source: "Get-VMHardDiskDrive.SupportPersistentReservations" }),
  hostVolumeId: fact(path, { meaning: "Unique id of the host volume below.", source: "Get-Volume -FilePath" }),
  isSmb: fact(flag, { meaning: "The file lies on an SMB share.", source: "Get-VMHardDiskDrive.Path" }),
  format: fact(word, { meaning: "Format of the file.", source: "Get-VHD.VhdFormat", words: ["VHD", "VHDX", "VHDSet"] }),
  type: fact(word, { meaning: "Kind of the file.", source: "Get-VHD.VhdType", words: ["Fixed", "Dynamic", "Differencing"] }),
  sizeBytes: fact(size, { meaning: "Size that the guest sees.", source: "Get-VHD.Size", unit: "bytes" }),
  fileBytes: fact(size, { meaning: "Size of the file now.", source: "Get-VHD.FileSize", unit: "bytes", volatile: true }),
  logicalSector: fact(z.int().min(0).max(65536), { meaning: "Logical sector.", source: "Get-VHD.LogicalSectorSize", unit: "bytes" }),
  physicalSector: fact(z.int().min(0).max(65536), { meaning: "Physical sector.", source: "Get-VHD.PhysicalSectorSize", unit: "bytes" }),
  alignment: fact(z.int().min(0).max(64), { meaning: "1 aligned, 0 misaligned.", source: "Get-VHD.Alignment" }),
  chain: fact(z.array(path).max(1024), { meaning: "Files of the chain, full paths, the file written now first.", source: "Get-VHD.ParentPath, repeated" }),
  chainError: fact(word, { meaning: "What is wrong with the chain.", source: "Get-VHD", words: ["none", "broken", "base-missing", "not-read"] }),
  guestCluster: fact(z.object({ clustered: fact(flag, { meaning: "Clustered in the guests.", source: "Msvm_VssService.QueryGuestClusterInformation" }), online: fact(flag, { meaning: "Online in the guests.", source: "same" }), ownedOnce: fact(flag, { meaning: "Has exactly one owner.", source: "same" }), activeActive: fact(flag, { meaning: "Used by several guests at once (CSV).", source: "same" }) }), { meaning: "What the guest cluster says of this shared disk; .vhds only.", source: "Msvm_VssService.QueryGuestClusterInformation" }),
});

export const checkpointSchema = z.object({
  id: fact(guid, { meaning: "Checkpoint id.", source: "Get-VMSnapshot.Id" }),
  name: fact(name, { meaning: "Checkpoint name.", source: "Get-VMSnapshot.Name" }),
  type: fact(word, { meaning: "Kind of checkpoint.", source: "Get-VMSnapshot.SnapshotType", words: ["Standard", "Recovery", "Planned", "Missing", "Replica", "AppConsistentReplica", "SyncedReplica"] }),
  createdAt: fact(instant, { meaning: "When it was taken.", source: "Get-VMSnapshot.CreationTime" }),
  isAutomatic: fact(flag, { meaning: "Taken by Hyper-V itself at start.", source: "Get-VMSnapshot.IsAutomaticCheckpoint" }),
});

const statusWords = ["Ok", "Degraded", "Error", "NonRecoverableError", "NoContact", "LostCommunication", "ProtocolMismatch", "ApplicationCritical", "CommunicationTimedOut", "CommunicationFailed", "Disabled"] as const;
export const integrationSchema = z.object({
  componentId: fact(guid, { meaning: "Component GUID (domain.md 3.4).", source: "Get-VMIntegrationService.Id" }),
  role: fact(word, { meaning: "What the component is for, from its GUID.", source: "derived from componentId", words: ["vss", "heartbeat", "kvp", "shutdown", "timesync", "guest-service-interface"] }),
  enabled: fact(flag, { meaning: "Offered to the guest.", source: "Get-VMIntegrationService.Enabled; Msvm_VssComponentSettingData.EnabledState" }),
  primaryStatus: fact(word, { meaning: "First operational status; empty while the VM is off.", source: "Get-VMIntegrationService.PrimaryOperationalStatus", words: statusWords }),
  secondaryStatus: fact(word, { meaning: "Second operational status.", source: "Get-VMIntegrationService.SecondaryOperationalStatus", words: statusWords }),
  statusText: fact(name, { meaning: "Localised text, shown only.", source: "Get-VMIntegrationService.PrimaryStatusDescription" }),
});
export const assignableDeviceSchema = z.object({
  class: fact(word, { meaning: "Class of the device.", source: "Get-VMAssignableDevice, PnP class", words: ["storage", "gpu", "network", "other"] }),
  locationPath: fact(path, { meaning: "Location path.", source: "Get-VMAssignableDevice.LocationPath" }),
});
export const MAX_DISKS = LIMITS.disksOfVm;
