import type { Situation } from "../situation";
import { type Reader, wmi1, wmi2 } from "./reader";

const kvp = (at: Situation) => `(${wmi2(at, "Msvm_KvpExchangeComponent", "SystemName")}).GuestIntrinsicExchangeItems`;
const kvp1 = (at: Situation) => `(${wmi1(at, "Msvm_KvpExchangeComponent", "SystemName")}).GuestIntrinsicExchangeItems`;
const named = (fact: string, title: string): Reader => ({ fact: `guest.${fact}`, title, where: "host", command: kvp, old: kvp1, note: "The guest must run with data exchange (KVP) on." });

const SERVICES = "Get-WmiObject -Class Win32_Service |\n  Where-Object { 'EventSystem','MSDTC','RpcSs','SENS','VSS','COMSysApp','swprv','vmicvss' -contains $_.Name } |\n  Format-Table Name, State, StartMode";
const VOLUMES = "Get-WmiObject -Class Win32_Volume | Format-List DeviceID, DriveLetter, FileSystem, Capacity, FreeSpace, SystemVolume";
const PARTITIONS = "Get-WmiObject -Class Win32_DiskPartition | Format-Table DiskIndex, Index, Type, Size";
const inside = (fact: string, title: string, command: string, more: Partial<Reader> = {}): Reader => ({ fact: `guest.${fact}`, title, where: "guest", command: () => command, old: () => command, ...more });
const REMOTE_MOUNTS = "findmnt -t nfs,nfs4,cifs,smb3 -o SOURCE,TARGET,FSTYPE";
const LINUX_MOUNTS = "findmnt -J -o SOURCE,TARGET,FSTYPE,OPTIONS";
const linux = (fact: string, title: string, command: string): Reader => inside(`linux${fact}`, title, command, { linux: command, bsd: command });
const bsd = (fact: string, title: string, command: string): Reader => inside(`bsd${fact}`, title, command, { linux: command, bsd: command });

/** Readers of facts of the guest: inside it, but for what it tells its host by itself. */
export const GUEST_READERS: readonly Reader[] = [
  named("osFamily", "Read which system runs in the guest"),
  named("osName", "Read the name of the guest's system"),
  named("osVersion", "Read the version of the guest's system"),
  named("productType", "Read whether the guest is a domain controller"),
  named("integrationServicesVersion", "Read the integration services inside the guest"),
  inside("services", "Read the guest's services that VSS needs", SERVICES),
  inside("vssWriters", "Read the VSS writers of the guest", "vssadmin list writers", { shell: "cmd" }),
  inside("volumes", "Read the volumes of the guest", VOLUMES),
  inside("volumes.isDynamic", "Read which disks of the guest are dynamic", PARTITIONS, { note: "Type Logical Disk Manager is a dynamic disk." }),
  inside("volumes.partitionRole", "Read the partitions of the guest", PARTITIONS),
  inside("volumes.busType", "Read the bus of the guest's disks", "Get-WmiObject -Class Win32_DiskDrive | Format-Table Index, Model, InterfaceType, PNPDeviceID"),
  inside("volumes.bitlocker", "Read the BitLocker state of the guest's volumes", "manage-bde -status", { shell: "cmd" }),
  inside("volumes.diffAreaVolume", "Read the shadow storage of the guest", "vssadmin list shadowstorage", { shell: "cmd" }),
  inside("volumes.diffAreaMaxBytes", "Read the shadow storage of the guest", "vssadmin list shadowstorage", { shell: "cmd" }),
  inside("volumes.shadowCopies", "Read the shadow copies of the guest", "vssadmin list shadows", { shell: "cmd" }),
  inside("minDiffAreaMb", "Read the smallest shadow storage that the guest allows", "Get-ItemProperty -Path 'HKLM:\\SYSTEM\\CurrentControlSet\\Services\\VolSnap' -Name MinDiffAreaFileSize -ErrorAction SilentlyContinue"),
  inside("iscsiSessions", "Read the iSCSI sessions of the guest", "iscsicli SessionList", { shell: "cmd", linux: "sudo iscsiadm -m session", bsd: "iscsictl -L" }),
  inside("smbDataMounts", "Read the shares that the guest uses", "net use\nGet-SmbConnection | Format-Table ServerName, ShareName", { linux: REMOTE_MOUNTS, bsd: "mount -t smbfs,nfs" }),
  inside("storageSpacesOutsideMembers", "Read the members of the guest's storage pools", "Get-StoragePool -IsPrimordial $false | ForEach-Object { $_.FriendlyName; $_ | Get-PhysicalDisk | Format-Table FriendlyName, BusType, Size }"),
  inside("storagePools", "Read the members of the guest's storage pools", "Get-StoragePool -IsPrimordial $false | ForEach-Object { $_.FriendlyName; $_ | Get-PhysicalDisk | Format-Table FriendlyName, BusType, Size }"),
  linux("", "Read the backup daemon and the mounts of the guest", `pgrep -a hv_vss_daemon\n${LINUX_MOUNTS}`),
  linux(".hvUtilsLoaded", "Read whether hv_utils is loaded", "lsmod | grep hv_utils; ls /sys/bus/vmbus/drivers"),
  linux(".vssDaemon", "Read the backup daemon of the guest", "pgrep -a hv_vss_daemon; systemctl list-unit-files --no-pager | grep -i -e hypervvssd -e hv-vss"),
  linux(".kvpDaemon", "Read the data exchange daemon of the guest", "pgrep -a hv_kvp_daemon; systemctl list-unit-files --no-pager | grep -i -e hypervkvpd -e hv-kvp"),
  linux(".rootFs", "Read the root file system of the guest", "findmnt -n -o FSTYPE /"),
  linux(".remoteMounts", "Read the remote mounts of the guest", REMOTE_MOUNTS),
  linux(".mounts", "Read the mounts of the guest", `${LINUX_MOUNTS}\nlsblk -o NAME,PARTTYPE,MOUNTPOINT`),
  bsd("", "Read the backup daemon and the mounts of the guest", "service hv_vss_daemon status\nmount -p"),
  bsd(".vssDaemon", "Read the backup daemon of the guest", "service hv_vss_daemon status"),
  bsd(".mounts", "Read the mounts of the guest", "mount -p"),
  bsd(".zpools", "Read the ZFS pools of the guest", "zpool list"),
];
