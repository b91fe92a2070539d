import { z } from "zod";
import { absentSchema, count, fact, flag, guid, instant, LIMITS, name, path, size, text, word } from "./fact";
import { vssProviderSchema, vssWriterSchema } from "./guest";

/** Parts of a host that a sender attempts apart; a document replaces only those it attempted. */
export const SECTIONS = ["host", "volumes", "host-vss", "shares", "cluster", "vms", "disks", "checkpoints", "integration", "files", "guest"] as const;
export type Section = (typeof SECTIONS)[number];

export const attemptSchema = z.object({
  section: z.enum(SECTIONS).meta({ description: "Part of the host that was attempted." }),
  complete: z.boolean().meta({ description: "False when the listing failed or was cut: what is missing is then unknown, not gone." }),
  rows: fact(count, { meaning: "Entries that were read.", source: "sender", unit: "count" }),
  durationMs: z.int().min(0).max(86_400_000).nullable().default(null).meta({ description: "How long it took.", unit: "milliseconds", volatile: true }),
  errors: z.array(z.object({ reason: word.meta({ description: "Reason in one word." }), text: text.meta({ description: "The error as it was told." }), mend: text.optional().meta({ description: "The exact grant, setting or installation that mends it." }) })).max(64).default([]),
});

export const volumeSchema = z.object({
  path: fact(path, { meaning: "Root: drive, mount folder or C:\\ClusterStorage\\...", source: "Get-Volume.Path; Win32_Volume" }),
  uniqueId: fact(path, { meaning: "Volume GUID path.", source: "Get-Volume.UniqueId" }),
  fileSystem: fact(word, { meaning: "File system.", source: "Get-Volume.FileSystem", words: ["NTFS", "ReFS", "CSVFS", "FAT", "FAT32", "exFAT"] }),
  fileSystemDetail: fact(word, { meaning: "File system below CSVFS.", source: "Get-Volume.FileSystemType; SharedVolumeInfo.Partition.FileSystem", words: ["CSVFS_NTFS", "CSVFS_ReFS"] }),
  capacityBytes: fact(size, { meaning: "Size.", source: "Get-Volume.Size", unit: "bytes" }),
  freeBytes: fact(size, { meaning: "Free space.", source: "Get-Volume.SizeRemaining", unit: "bytes", volatile: true }),
  isCsv: fact(flag, { meaning: "A Cluster Shared Volume.", source: "Get-ClusterSharedVolume" }),
  isDedup: fact(flag, { meaning: "Deduplication is on.", source: "Get-DedupVolume; Get-ReFSDedupStatus" }),
  blockSize: fact(z.int().min(0).max(2 ** 31), { meaning: "Cluster size.", source: "Get-Volume.AllocationUnitSize", unit: "bytes" }),
  driveType: fact(word, { meaning: "Drive type.", source: "Get-Volume.DriveType", words: ["Fixed", "Removable", "CD-ROM", "Remote"] }),
  busType: fact(word, { meaning: "Bus of the disk below.", source: "Get-Disk.BusType" }),
  storageReplica: fact(word, { meaning: "Storage Replica role.", source: "Get-SRGroup, Get-SRPartnership", words: ["none", "source", "destination"] }),
});
export const smbShareSchema = z.object({
  share: path.meta({ meaning: "\\\\server\\share", source: "Get-VMHardDiskDrive.Path" }),
  byAddress: fact(flag, { meaning: "Named by IP address.", source: "Get-VMHardDiskDrive.Path" }),
  vssAgent: fact(word, { meaning: "File Server VSS Agent Service.", source: "file server: Get-WindowsFeature FS-VSS-Agent", words: ["installed", "missing"] }),
  hostAccountFullControl: fact(flag, { meaning: "The host's machine account has full control.", source: "file server: Get-SmbShareAccess, Get-Acl" }),
});

/** Keys of a host, strongest first: install id, hardware UUID, FQDN. */
export const hostSchema = z.object({
  installId: fact(z.string().max(128), { meaning: "Id that the collector made at its installation.", source: "collector" }),
  hardwareUuid: fact(z.string().max(64), { meaning: "SMBIOS UUID; empty and vendor fillers identify nothing.", source: "Win32_ComputerSystemProduct.UUID" }),
  fqdn: fact(name, { meaning: "Fully qualified name.", source: "Win32_ComputerSystem.DNSHostName, Domain" }),
  name: name.min(1).meta({ meaning: "Computer name.", source: "Win32_ComputerSystem.Name" }),
  observedAt: fact(instant, { meaning: "When this host was read.", source: "collector", volatile: true }),
  given: z.array(z.enum(["osVersion", "hostId", "collectedAt"])).max(8).default([]).meta({ description: "Facts that a person supplied by hand." }),
  osCaption: fact(name, { meaning: "Windows by name, shown only.", source: "Win32_OperatingSystem.Caption" }),
  osVersion: fact(word, { meaning: "Kernel version, such as 10.0.20348.", source: "Win32_OperatingSystem.Version" }),
  osBuild: fact(z.int().min(0).max(1_000_000), { meaning: "Build number.", source: "Win32_OperatingSystem.BuildNumber" }),
  productType: fact(z.int().min(0).max(3), { meaning: "1 work station, 2 domain controller, 3 server.", source: "Win32_OperatingSystem.ProductType" }),
  edition: fact(word, { meaning: "Edition.", source: "Win32_OperatingSystem.OperatingSystemSKU; EditionID" }),
  icVersion: fact(word, { meaning: "Integration services that the host brings; not applicable on 2016 and later.", source: "HKLM Virtualization GuestInstaller Version" }),
  virtualMachinesServiceLogon: fact(flag, { meaning: "S-1-5-83-0 holds the right Log on as a service.", source: "secedit /export SeServiceLogonRight" }),
  antivirusExclusions: fact(word, { meaning: "Exclusions for Hyper-V files and processes.", source: "Get-MpPreference or the product's registry", words: ["present", "missing"] }),
  supportedVmVersions: fact(z.array(word).max(64), { meaning: "Configuration versions this host runs.", source: "Get-VMHostSupportedVersion" }),
  defaultVmVersion: fact(word, { meaning: "Default configuration version.", source: "Get-VMHostSupportedVersion -Default" }),
  uiCulture: fact(word, { meaning: "Language of the host, shown only.", source: "Get-UICulture" }),
  isClusterNode: fact(flag, { meaning: "The host is a cluster member.", source: "Get-Service ClusSvc; Get-ClusterNode" }),
  clusterName: fact(name, { meaning: "Cluster it belongs to.", source: "Get-Cluster.Name" }),
  clusterId: fact(z.string().max(128), { meaning: "Cluster id.", source: "Get-Cluster.Id" }),
  hyperVVssWriter: fact(z.object({ present: flag.meta({ meaning: "The writer is listed.", source: "vssadmin list writers" }), ...vssWriterSchema.pick({ state: true, lastError: true }).shape }), { meaning: "The Hyper-V VSS writer 66841cd4-....", source: "vssadmin list writers" }),
  vssWriters: fact(z.array(vssWriterSchema).max(256), { meaning: "All VSS writers of the host.", source: "vssadmin list writers" }),
  vssProviders: fact(z.array(vssProviderSchema).max(64), { meaning: "VSS providers.", source: "Win32_ShadowProvider; vssadmin list providers" }),
  volumes: fact(z.array(volumeSchema).max(LIMITS.volumes), { meaning: "Volumes.", source: "Get-Volume; Win32_Volume" }),
  smbShares: fact(z.array(smbShareSchema).max(256), { meaning: "Shares that hold VM files.", source: "Get-VMHardDiskDrive.Path and the file server" }),
  backupProducts: fact(z.array(z.object({ name: name.meta({ meaning: "Product name.", source: "uninstall keys" }), version: fact(word, { meaning: "Version.", source: "uninstall keys" }) })).max(64), { meaning: "Backup products installed.", source: "services, uninstall keys" }),
  attempted: z.array(attemptSchema).max(64).default([]).meta({ description: "What the sender tried to read of this host. A section that is not listed was not attempted." }),
  absent: absentSchema,
});

export const csvSchema = z.object({
  name: fact(name, { meaning: "CSV resource name.", source: "Get-ClusterSharedVolume.Name" }),
  volumePath: fact(path, { meaning: "C:\\ClusterStorage\\...", source: "Get-ClusterSharedVolume.SharedVolumeInfo.FriendlyVolumeName" }),
  volumeId: fact(path, { meaning: "Volume GUID path.", source: "SharedVolumeInfo.Partition.Name" }),
  ownerNode: fact(name, { meaning: "Owner.", source: "Get-ClusterSharedVolume.OwnerNode" }),
  state: fact(word, { meaning: "Resource state.", source: "Get-ClusterSharedVolume.State" }),
  faultState: fact(z.array(word).max(8), { meaning: "Fault flags; empty list = no fault.", source: "SharedVolumeInfo.FaultState; MSCluster_ClusterSharedVolume.FaultState", words: ["NoDirectIO", "NoAccess", "InMaintenance", "Dismounted"] }),
  backupState: fact(word, { meaning: "Backup state.", source: "MSCluster_ClusterSharedVolume.BackupState", words: ["None", "InProgress"] }),
  maintenanceMode: fact(flag, { meaning: "In maintenance.", source: "SharedVolumeInfo.MaintenanceMode" }),
  redirectedAccess: fact(flag, { meaning: "Redirected access is on.", source: "SharedVolumeInfo.RedirectedAccess" }),
  perNode: fact(z.array(z.object({
    node: name.meta({ meaning: "Node that sees it so.", source: "Get-ClusterSharedVolumeState.Node" }),
    stateInfo: fact(word, { meaning: "IO state seen from this node.", source: "Get-ClusterSharedVolumeState.StateInfo", words: ["Direct", "FileSystemRedirected", "BlockRedirected", "Paused", "Unavailable"] }),
    fsRedirectReason: fact(z.array(word).max(16), { meaning: "Why file system redirected; empty = not.", source: "Get-ClusterSharedVolumeState.FileSystemRedirectedIOReason", words: ["UserRequest", "IncompatibleFileSystemFilter", "IncompatibleVolumeFilter", "FileSystemTiering", "BitLockerInitializing", "FileSystemReFs"] }),
    blockRedirectReason: fact(z.array(word).max(16), { meaning: "Why block redirected; empty = not.", source: "Get-ClusterSharedVolumeState.BlockRedirectedIOReason", words: ["NoDiskConnectivity", "StorageSpaceNotAttached", "VolumeReplicationEnabled"] }),
  })).max(128), { meaning: "State per node.", source: "Get-ClusterSharedVolumeState" }),
});

/** A cluster as one node, or a management server, sees it. Its key is its id, else FQDN, else name (weak). */
export const clusterSchema = z.object({
  id: fact(z.string().max(128), { meaning: "Cluster id.", source: "Get-Cluster.Id" }),
  name: name.min(1).meta({ meaning: "Cluster name.", source: "Get-Cluster.Name" }),
  fqdn: fact(name, { meaning: "Fully qualified name.", source: "Get-Cluster.Domain, Name" }),
  observedAt: fact(instant, { meaning: "When it was read.", source: "collector", volatile: true }),
  functionalLevel: fact(z.int().min(0).max(1000), { meaning: "Cluster functional level.", source: "Get-Cluster.ClusterFunctionalLevel" }),
  s2dEnabled: fact(flag, { meaning: "Storage Spaces Direct.", source: "Get-ClusterS2D" }),
  configStoreRootPath: fact(path, { meaning: "ConfigStoreRootPath; empty by default.", source: "Get-ClusterParameter ConfigStoreRootPath" }),
  nodes: fact(z.array(z.object({ name: name.meta({ meaning: "Node name.", source: "Get-ClusterNode.Name" }), state: fact(word, { meaning: "Node state.", source: "Get-ClusterNode.State", words: ["Up", "Down", "Paused", "Joining"] }), osBuild: fact(z.int().min(0).max(1_000_000), { meaning: "Build.", source: "Get-ClusterNode.BuildNumber" }) })).max(128), { meaning: "Nodes.", source: "Get-ClusterNode" }),
  csvs: fact(z.array(csvSchema).max(1024), { meaning: "Cluster Shared Volumes.", source: "Get-ClusterSharedVolume, Get-ClusterSharedVolumeState" }),
  roles: fact(z.array(z.object({ name: name.meta({ meaning: "Role name.", source: "Get-ClusterGroup.Name" }), vmId: fact(guid, { meaning: "VM of the role.", source: "Get-ClusterGroup, Get-ClusterResource parameter VmID" }), state: fact(word, { meaning: "Role state.", source: "Get-ClusterGroup.State", words: ["Online", "Offline", "Failed", "PartialOnline", "Pending"] }), owner: fact(name, { meaning: "Owner node.", source: "Get-ClusterGroup.OwnerNode" }) })).max(8192), { meaning: "Cluster roles of VMs.", source: "Get-ClusterGroup" }),
  absent: absentSchema,
});
