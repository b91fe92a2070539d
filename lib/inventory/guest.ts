import { z } from "zod";
import { count, fact, flag, guid, instant, LIMITS, name, path, size, text, word } from "./fact";

export const guestServiceSchema = z.object({
  name: name.meta({ meaning: "Service name, not its display text.", source: "guest Win32_Service.Name" }),
  state: fact(word, { meaning: "What the service does now.", source: "guest Win32_Service.State", words: ["Running", "Stopped", "Paused", "Start Pending", "Stop Pending"] }),
  startMode: fact(word, { meaning: "How the service starts.", source: "guest Win32_Service.StartMode", words: ["Auto", "Manual", "Disabled", "Boot", "System"] }),
});

export const vssWriterSchema = z.object({
  id: fact(guid, { meaning: "Writer class id.", source: "vssadmin list writers" }),
  name: fact(name, { meaning: "Writer name as printed.", source: "vssadmin list writers" }),
  state: fact(z.int().min(0).max(255), { meaning: "Number in brackets: 1 stable, 2 to 5 waiting, 6 to 15 failed, 0 unknown.", source: "vssadmin list writers" }),
  lastError: fact(text, { meaning: "`none` when there was no error, else the raw text; null when it was not understood.", source: "vssadmin list writers" }),
});

export const vssProviderSchema = z.object({
  name: fact(name, { meaning: "Provider name.", source: "Win32_ShadowProvider" }),
  id: fact(guid, { meaning: "Provider id.", source: "Win32_ShadowProvider" }),
  type: fact(word, { meaning: "Provider type.", source: "Win32_ShadowProvider.Type", words: ["system", "software", "hardware", "fileshare"] }),
});

export const guestVolumeSchema = z.object({
  deviceId: fact(path, { meaning: "Volume GUID path.", source: "guest Win32_Volume.DeviceID" }),
  driveLetter: fact(word, { meaning: "Drive letter with colon; empty when it has none.", source: "guest Win32_Volume.DriveLetter" }),
  mountPaths: fact(z.array(path).max(64), { meaning: "Folders where it is mounted.", source: "guest Win32_MountPoint" }),
  fileSystem: fact(word, { meaning: "File system.", source: "guest Win32_Volume.FileSystem", words: ["NTFS", "ReFS", "FAT", "FAT32", "exFAT", "UDF"] }),
  capacityBytes: fact(size, { meaning: "Size of the volume.", source: "guest Win32_Volume.Capacity", unit: "bytes" }),
  freeBytes: fact(size, { meaning: "Free space.", source: "guest Win32_Volume.FreeSpace", unit: "bytes", volatile: true }),
  partitionRole: fact(word, { meaning: "Role of its partition.", source: "guest MSFT_Partition.GptType, Win32_Volume.SystemVolume", words: ["data", "esp", "msr", "recovery", "system-reserved"] }),
  isDynamic: fact(flag, { meaning: "The volume lies on an LDM dynamic disk.", source: "guest Win32_DiskPartition.Type, GPT or MBR partition type" }),
  busType: fact(word, { meaning: "Bus of the disk below.", source: "guest MSFT_Disk.BusType", words: ["SAS", "SCSI", "ATA", "iSCSI", "NVMe", "Spaces", "Fibre Channel", "File Backed Virtual"] }),
  bitlocker: fact(word, { meaning: "BitLocker lock state.", source: "guest Win32_EncryptableVolume.GetLockStatus", words: ["off", "unlocked", "locked", "unknown"] }),
  diffAreaVolume: fact(word, { meaning: "Where its shadow storage lies.", source: "guest Win32_ShadowStorage", words: ["same", "other", "none"] }),
  diffAreaMaxBytes: fact(size, { meaning: "Cap of its shadow storage; 0 = no cap.", source: "guest Win32_ShadowStorage.MaxSpace", unit: "bytes" }),
  shadowCopies: fact(count, { meaning: "Shadow copies that exist.", source: "guest Win32_ShadowCopy", unit: "count" }),
});

const mount = {
  source: fact(path, { meaning: "What is mounted.", source: "guest findmnt SOURCE" }),
  target: fact(path, { meaning: "Where it is mounted.", source: "guest findmnt TARGET" }),
  fsType: fact(word, { meaning: "File system type.", source: "guest findmnt FSTYPE" }),
  readOnly: fact(flag, { meaning: "Mounted read-only.", source: "guest findmnt OPTIONS" }),
};
const daemonWords = ["running", "stopped", "missing"] as const;

export const linuxSchema = z.object({
  hvUtilsLoaded: fact(flag, { meaning: "Kernel module hv_utils is loaded or built in.", source: "guest lsmod, /sys/bus/vmbus/drivers/hv_utils" }),
  vssDaemon: fact(word, { meaning: "State of hv_vss_daemon.", source: "guest pgrep hv_vss_daemon, systemctl", words: daemonWords }),
  kvpDaemon: fact(word, { meaning: "State of hv_kvp_daemon.", source: "guest pgrep hv_kvp_daemon, systemctl", words: daemonWords }),
  rootFs: fact(word, { meaning: "File system of /.", source: "guest findmnt /" }),
  remoteMounts: fact(count, { meaning: "Mounts from other machines.", source: "guest findmnt -t nfs,nfs4,cifs,smb3", unit: "count" }),
  mounts: fact(z.array(z.object({ ...mount, esp: fact(flag, { meaning: "The EFI system partition.", source: "guest lsblk PARTTYPE" }) })).max(LIMITS.list), { meaning: "All mounts.", source: "guest findmnt -J" }),
});

export const bsdSchema = z.object({
  vssDaemon: fact(word, { meaning: "State of hv_vss_daemon(8).", source: "guest service hv_vss_daemon status", words: daemonWords }),
  mounts: fact(z.array(z.object(mount)).max(LIMITS.list), { meaning: "All mounts.", source: "guest mount -p" }),
  zpools: fact(z.array(name).max(LIMITS.list), { meaning: "ZFS pools.", source: "guest zpool list" }),
});

/** What the guest, or the host on its behalf (KVP), says of itself; each way optional. */
export const guestSchema = z.object({
  evidence: fact(word, { meaning: "The way these facts came.", source: "collector", words: ["kvp", "kvp-guest", "psdirect", "winrm", "script", "file", "management-server", "none"] }),
  collectedAt: fact(instant, { meaning: "When the guest was read.", source: "collector", volatile: true }),
  osFamily: fact(word, { meaning: "Kind of system.", source: "KVP OSName, OSPlatformId", words: ["windows", "linux", "bsd", "other"] }),
  osName: fact(name, { meaning: "Name of the system.", source: "KVP OSName; guest Win32_OperatingSystem.Caption" }),
  osVersion: fact(word, { meaning: "Kernel version, such as 10.0.20348.", source: "KVP OSVersion; guest Win32_OperatingSystem.Version" }),
  productType: fact(z.int().min(0).max(3), { meaning: "1 work station, 2 domain controller, 3 server.", source: "KVP ProductType; guest Win32_OperatingSystem.ProductType" }),
  integrationServicesVersion: fact(word, { meaning: "Version of the integration services inside.", source: "KVP IntegrationServicesVersion" }),
  services: fact(z.array(guestServiceSchema).max(LIMITS.list), { meaning: "Windows services that matter to VSS.", source: "guest Win32_Service" }),
  vssWriters: fact(z.array(vssWriterSchema).max(LIMITS.list), { meaning: "VSS writers in the guest.", source: "guest vssadmin list writers" }),
  vssProviders: fact(z.array(vssProviderSchema).max(64), { meaning: "VSS providers in the guest, shown only.", source: "guest Win32_ShadowProvider" }),
  volumes: fact(z.array(guestVolumeSchema).max(LIMITS.list), { meaning: "Volumes in the guest.", source: "guest Win32_Volume" }),
  minDiffAreaMb: fact(z.int().min(0).max(1_000_000), { meaning: "Registry minimum of a diff area.", source: "guest HKLM VolSnap MinDiffAreaFileSize", unit: "MB" }),
  iscsiSessions: fact(count, { meaning: "iSCSI sessions opened inside the guest.", source: "guest Get-IscsiSession; iscsiadm -m session", unit: "count" }),
  smbDataMounts: fact(count, { meaning: "SMB shares that hold data of the guest.", source: "guest Get-SmbMapping, Get-SmbConnection", unit: "count" }),
  storageSpacesOutsideMembers: fact(count, { meaning: "Members of storage pools that are no virtual disk of this VM.", source: "guest Get-StoragePool, Get-PhysicalDisk", unit: "count" }),
  storagePools: fact(z.array(z.object({
    name: fact(name, { meaning: "Pool name.", source: "guest Get-StoragePool" }),
    members: fact(z.array(z.object({ name: fact(name, { meaning: "Disk name.", source: "guest Get-PhysicalDisk" }), busType: fact(word, { meaning: "Bus of the member.", source: "guest MSFT_PhysicalDisk.BusType" }) })).max(LIMITS.list), { meaning: "Members of the pool.", source: "guest Get-PhysicalDisk" }),
  })).max(64), { meaning: "Storage pools inside the guest.", source: "guest Get-StoragePool" }),
  linux: linuxSchema.nullable().default(null),
  bsd: bsdSchema.nullable().default(null),
  guestCluster: fact(z.object({ member: flag.meta({ meaning: "The guest is a cluster node.", source: "guest Get-Cluster" }), csv: flag.meta({ meaning: "A CSV is used inside.", source: "guest Get-ClusterSharedVolume" }) }), { meaning: "The guest is a cluster node; uses a CSV inside. Shown only.", source: "guest Get-Cluster" }),
});
