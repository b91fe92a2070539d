import { z } from "zod";
import { assignableDeviceSchema, checkpointSchema, diskSchema, integrationSchema, MAX_DISKS } from "./disk";
import { absentSchema, count, fact, flag, guid, instant, LIMITS, name, path, size, text, word } from "./fact";
import { guestSchema } from "./guest";

/** Control characters, NUL and lone surrogates fault the VM; any other name is kept as it is. */
const vmName = name.refine((value) => !/[\p{Cc}\p{Cs}]/u.test(value), "has a control character or a lone surrogate; rename the VM, then collect again");

/** One VM in the listing of one host. Null = not read; the reason stands in `absent`. */
export const vmSchema = z.object({
  id: guid.nullable().default(null).meta({ meaning: "VM GUID.", source: "Get-VM.Id; Msvm_ComputerSystem.Name" }),
  name: vmName.meta({ meaning: "VM name; need not be unique.", source: "Get-VM.Name" }),
  observedAt: fact(instant, { meaning: "When this VM was read, if not with its host.", source: "collector", volatile: true }),
  generation: fact(z.int().min(1).max(9), { meaning: "VM generation.", source: "Get-VM.Generation" }),
  version: fact(word, { meaning: "Configuration version.", source: "Get-VM.Version" }),
  isClustered: fact(flag, { meaning: "The VM is a cluster role.", source: "Get-VM.IsClustered" }),
  state: fact(word, { meaning: "State by name.", source: "Get-VM.State", words: ["Running", "Off", "Saved", "Paused", "Hibernated", "FastSaved", "Starting", "Stopping", "Saving", "Pausing", "Resuming", "Reset", "FastSaving", "ForceShutdown", "ForceReboot", "ComponentServicing", "Other"] }),
  stateRaw: fact(z.int().min(0).max(4_294_967_295), { meaning: "State as a number, for forensics.", source: "Get-VM.State" }),
  operational: fact(z.array(word).max(16), { meaning: "Operational status by name.", source: "Get-VM.OperationalStatus" }),
  secondaryOperational: fact(word, { meaning: "Operation under way by name.", source: "Get-VM.SecondaryOperationalStatus" }),
  operationSince: fact(instant, { meaning: "First sight of the operation under way.", source: "kept from inventory to inventory" }),
  healthState: fact(word, { meaning: "Health.", source: "Msvm_ComputerSystem.HealthState 5, 20, 25", words: ["Ok", "MajorFailure", "CriticalFailure"] }),
  uptimeSeconds: fact(size, { meaning: "Time since start.", source: "Get-VM.Uptime", unit: "seconds", volatile: true }),
  heartbeat: fact(word, { meaning: "Heartbeat.", source: "Get-VM.Heartbeat", words: ["Unknown", "Disabled", "NoContact", "Error", "LostCommunication", "OkApplicationsUnknown", "OkApplicationsHealthy", "OkApplicationsCritical", "Paused"] }),
  memoryAssignedBytes: fact(size, { meaning: "Memory assigned now, or at start when off.", source: "Get-VM.MemoryAssigned, MemoryStartup", unit: "bytes" }),
  processorCount: fact(count, { meaning: "Virtual processors.", source: "Get-VM.ProcessorCount", unit: "count" }),
  lastSuccessfulBackupTime: fact(instant, { meaning: "Last successful backup; empty when none is recorded.", source: "Msvm_ComputerSystem.LastSuccessfulBackupTime" }),
  incrementalBackupEnabled: fact(flag, { meaning: "Incremental backup is on.", source: "Msvm_VirtualSystemSettingData.IncrementalBackupEnabled" }),
  vmGroups: fact(z.array(z.object({ id: fact(guid, { meaning: "Group id.", source: "Get-VMGroup" }), name: fact(name, { meaning: "Group name.", source: "Get-VMGroup" }), type: fact(word, { meaning: "Kind of group.", source: "Get-VMGroup.GroupType", words: ["VMCollectionType", "ManagementCollectionType"] }) })).max(64), { meaning: "VM groups it is in.", source: "Get-VMGroup" }),
  product: fact(z.object({ name: name.meta({ meaning: "Product name.", source: "services, uninstall keys" }), api: word.meta({ meaning: "How it asks for the backup.", source: "services, uninstall keys", words: ["vss", "wmi-checkpoint", "guest-agent", "unknown"] }) }), { meaning: "Backup product that the collector saw.", source: "services, uninstall keys" }),
  acl: fact(z.object({ vmAccountFullControl: fact(flag, { meaning: "NT VIRTUAL MACHINE\\<id> has full control.", source: "Get-Acl" }) }), { meaning: "Rights on the VM's files.", source: "Get-Acl" }),
  orphanFiles: fact(z.array(path).max(LIMITS.list), { meaning: "Files in the VM's folders that nothing refers to.", source: "Get-ChildItem minus chains and checkpoints" }),
  checkpointType: fact(word, { meaning: "Checkpoint type.", source: "Get-VM.CheckpointType", words: ["Disabled", "Production", "ProductionOnly", "Standard"] }),
  automaticCheckpoints: fact(flag, { meaning: "Hyper-V takes a checkpoint at start.", source: "Get-VM.AutomaticCheckpointsEnabled" }),
  snapshotFileLocation: fact(path, { meaning: "Folder of checkpoint files.", source: "Get-VM.SnapshotFileLocation" }),
  configLocation: fact(path, { meaning: "Folder of the configuration.", source: "Get-VM.ConfigurationLocation" }),
  replicationMode: fact(word, { meaning: "Replica role.", source: "Get-VM.ReplicationMode", words: ["None", "Primary", "Replica", "TestReplica", "ExtendedReplica"] }),
  replicationState: fact(word, { meaning: "Replication state by name; a bare number is kept as digits and is unknown.", source: "Get-VM.ReplicationState" }),
  replicationHealth: fact(word, { meaning: "Replication health.", source: "Get-VM.ReplicationHealth", words: ["NotApplicable", "Normal", "Warning", "Critical"] }),
  security: fact(z.object({ shielded: fact(flag, { meaning: "Shielded.", source: "Get-VMSecurity.Shielded" }), vtpm: fact(flag, { meaning: "Virtual TPM.", source: "Get-VMSecurity.TpmEnabled" }), keyStorageDrive: fact(flag, { meaning: "Key storage drive.", source: "Get-VMKeyStorageDrive" }) }), { meaning: "Security settings.", source: "Get-VMSecurity; Msvm_SecuritySettingData" }),
  controllers: fact(z.object({ ide: fact(count, { meaning: "IDE controllers.", source: "Get-VMIdeController", unit: "count" }), scsi: fact(count, { meaning: "SCSI controllers.", source: "Get-VMScsiController", unit: "count" }), scsiFreeSlots: fact(count, { meaning: "Free SCSI locations.", source: "64 x controllers minus drives", unit: "count" }), pmem: fact(count, { meaning: "Persistent memory controllers with devices.", source: "VMPmemController", unit: "count" }) }), { meaning: "Controllers.", source: "Get-VMScsiController, Get-VMIdeController" }),
  fibreChannelHbas: fact(count, { meaning: "Virtual Fibre Channel adapters.", source: "Get-VMFibreChannelHba", unit: "count" }),
  assignableDevices: fact(z.array(assignableDeviceSchema).max(64), { meaning: "Devices given by DDA.", source: "Get-VMAssignableDevice" }),
  gpuPartitions: fact(count, { meaning: "GPU partitions.", source: "Get-VMGpuPartitionAdapter", unit: "count" }),
  integration: fact(z.array(integrationSchema).max(64), { meaning: "Integration components.", source: "Get-VMIntegrationService; Msvm_VssComponent" }),
  icVersionHostView: fact(word, { meaning: "Integration services version as the host sees it; empty on 2016 and later.", source: "Get-VM.IntegrationServicesVersion" }),
  disks: fact(z.array(diskSchema).max(MAX_DISKS), { meaning: "Attached disks.", source: "Get-VMHardDiskDrive, Get-VHD" }),
  checkpoints: fact(z.array(checkpointSchema).max(LIMITS.list), { meaning: "Checkpoints.", source: "Get-VMSnapshot" }),
  lastReferencePoint: fact(z.object({ type: word.meta({ meaning: "Kind of reference point.", source: "Msvm_VirtualSystemReferencePoint.ReferencePointType", words: ["RctBased"] }), consistency: word.meta({ meaning: "Consistency that the backup had.", source: "Msvm_VirtualSystemReferencePoint.ConsistencyLevel", words: ["Application", "Crash", "Unknown"] }) }), { meaning: "What the last RCT backup achieved (type RctBased only).", source: "Msvm_VirtualSystemReferencePoint" }),
  vssComponent: fact(z.object({
    raw: text.meta({ meaning: "Caption of the component as the writer gives it.", source: "Hyper-V VSS writer metadata" }),
    method: word.meta({ meaning: "How the writer says the VM is backed up: online through a checkpoint in the guest, or through saved state.", source: "Hyper-V VSS writer metadata", words: ["online", "saved-state", "unknown"] }),
  }), { meaning: "How the host's own Hyper-V VSS writer lists the VM: a witness beside the verdict, never part of it.", source: "diskshadow: list writers, writer 66841cd4-..., component named by the VM GUID" }),
  guest: guestSchema.nullable().default(null),
  absent: absentSchema,
});
