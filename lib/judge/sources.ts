/** Where a rule comes from. */
export interface Source {
  /** Key such as "S2", or the address itself for a source that has none. */
  key: string;
  title: string;
  address: string;
  /** False when only the site, product or repository is known, not the page. */
  exact: boolean;
}

const LEARN = "https://learn.microsoft.com";
const DOCS = "https://github.com/MicrosoftDocs";
const WIN32 = `${DOCS}/win32/blob/HEAD/desktop-src`;
const SERVER = `${DOCS}/windowsserverdocs/blob/HEAD/WindowsServerDocs`;
const SUPPORT = `${DOCS}/SupportArticles-docs/blob/HEAD/support/windows-server`;
const VIRTUALIZATION = `${DOCS}/Virtualization-Documentation/blob/HEAD`;
const CMDLETS = `${DOCS}/windows-powershell-docs/tree/HEAD/docset`;

const site = (title: string, address: string) => ({ title, address, exact: false });
const page = (title: string, address: string) => ({ title, address, exact: true });

const TABLE: Readonly<Record<string, Omit<Source, "key">>> = {
  S1: page("Altaro: Live Backup of a Hyper-V Guest VM with Hyper-V VSS Writer", "https://www.altaro.com/hyper-v/requirements-for-live-backup-of-a-hyper-v-guest-vm-hyper-v-vss-writer/"),
  S2: page("Microsoft: Backing Up and Restoring Virtual Machines", `${WIN32}/HyperV_v2/backing-up-and-restoring-virtual-machines.md`),
  S3: page("Microsoft DPM: Back up Hyper-V virtual machines", `${LEARN}/system-center/dpm/back-up-hyper-v-virtual-machines`),
  S4: page("Microsoft Azure Backup Server: Back up Hyper-V virtual machines", `${DOCS}/azure-docs/blob/HEAD/articles/backup/back-up-hyper-v-virtual-machines-mabs.md`),
  S5: page("Microsoft: The history of Hyper-V Backup", `${VIRTUALIZATION}/prospective-docs/Hyper-V-Backup-2016.md`),
  S6: site("Ben Armstrong: How Hyper-V Backup Got Better in 2012 R2 (but now requires a SCSI controller)", "https://blogs.msdn.microsoft.com/virtual_pc_guy/2015/03/09/"),
  S7: page("D. Van Hoof: Some insights into how Windows 2012 R2 Hyper-V backups work", "https://blog.workinghardinit.work/2014/03/06/some-insights-into-how-windows-2012-r2-hyper-v-backups-work/"),
  S8: page("Microsoft: Hyper-V backup approaches", `${SERVER}/virtualization/hyper-v/backup-approaches.md`),
  S9: page("Microsoft: What's new in Hyper-V on Windows Server", `${SERVER}/virtualization/hyper-v/What-s-new-in-Hyper-V-on-Windows.md`),
  S10: page("Microsoft: Choose between standard or production checkpoints", `${SERVER}/virtualization/hyper-v/manage/Choose-between-standard-or-production-checkpoints-in-Hyper-V.md`),
  S11: page("Microsoft: Upgrade virtual machine version", `${SERVER}/virtualization/hyper-v/deploy/Upgrade-virtual-machine-version-in-Hyper-V-on-Windows-or-Windows-Server.md`),
  S12: page("Microsoft: Manage Hyper-V integration services", `${SERVER}/virtualization/hyper-v/manage/Manage-Hyper-V-integration-services.md`),
  S13: page("Microsoft: Supported Windows guest operating systems", `${SERVER}/virtualization/hyper-v/Supported-Windows-guest-operating-systems-for-Hyper-V-on-Windows.md`),
  S14: page("Microsoft: Feature descriptions for Linux and FreeBSD virtual machines", `${SERVER}/virtualization/hyper-v/Feature-Descriptions-for-Linux-and-FreeBSD-virtual-machines-on-Hyper-V.md`),
  S15: page("Microsoft: Supported CentOS and Red Hat Enterprise Linux virtual machines", `${SERVER}/virtualization/hyper-v/Supported-CentOS-and-Red-Hat-Enterprise-Linux-virtual-machines-on-Hyper-V.md`),
  S16: page("Microsoft: Use Cluster Shared Volumes in a failover cluster", `${SERVER}/failover-clustering/failover-cluster-csvs.md`),
  S17: page("Microsoft: ClusterPrepareSharedVolumeForBackup", `${LEARN}/windows/win32/api/resapi/nf-resapi-clusterpreparesharedvolumeforbackup`),
  S18: site("Microsoft: clusapi.h, states of Cluster Shared Volumes", `${LEARN}/windows/win32/api/clusapi/`),
  S19: page("A. Finn: Cluster Shared Volumes Reborn in WS2012", "https://aidanfinn.com/?p=12844"),
  S20: page("Microsoft: Resilient File System overview", `${SERVER}/storage/refs/refs-overview.md`),
  S21: page("Microsoft: VSS providers", `${WIN32}/VSS/providers.md`),
  S22: page("Microsoft: Using VSS Automated System Recovery (EFI system partition)", `${WIN32}/VSS/using-vss-automated-system-recovery-for-disaster-recovery.md`),
  S23: page("Microsoft KB 958662: Back up Hyper-V VMs from the parent partition", `${SUPPORT}/virtualization/back-up-hyper-v-vm-from-parent-partition.md`),
  S24: page("Microsoft KB 4230569: Errors when you back up VMs of a guest cluster", `${SUPPORT}/virtualization/error-back-up-vms-in-guest-cluster.md`),
  S25: page("Microsoft: Hyper-V virtual machine backup, checkpoint and storage", `${SUPPORT}/virtualization/hyper-v-virtual-machine-backup-checkpoint-storage.md`),
  S26: page("Microsoft: Hyper-V snapshots, checkpoints and differencing disks", `${SUPPORT}/virtualization/hyper-v-snapshots-checkpoints-differencing-disks.md`),
  S27: page("Microsoft KB 3059372: Cannot delete a recovery checkpoint", `${SUPPORT}/virtualization/cannot-delete-recovery-checkpoint-vm.md`),
  S28: page("Microsoft: Merge checkpoints with many differencing disks", `${SUPPORT}/virtualization/merge-checkpoints-with-many-differencing-disks.md`),
  S29: page("Microsoft KB 2928127: Supported file locations of Hyper-V VMs", `${SUPPORT}/virtualization/hyper-v-vm-supported-file-locations.md`),
  S30: page("Microsoft KB 2956569: Degraded integration services message", `${SUPPORT}/virtualization/degraded-integration-services-message.md`),
  S31: page("Microsoft KB 2967756: Usability limit for Volume Shadow Copy Service", `${SUPPORT}/backup-and-storage/usability-limit-volume-shadow-copy-service.md`),
  S32: page("Microsoft: Create a VHD Set file", `${SERVER}/virtualization/hyper-v/manage/Create-VHDSet-file.md`),
  S33: page("Microsoft: Change a dynamic disk back to a basic disk", `${SERVER}/storage/disk-management/change-a-dynamic-disk-back-to-a-basic-disk.md`),
  S34: page("Microsoft: Guidance on disabling system services on Windows Server 2016", `${SERVER}/security/windows-services/security-guidelines-for-disabling-system-services-in-windows-server.md`),
  S35: page("Veeam 13: Supported Platforms", "https://helpcenter.veeam.com/docs/vbr/userguide/platform_support.html"),
  S36: page("Veeam: Offline Backup", "https://helpcenter.veeam.com/docs/backup/hyperv/offline_backup.html"),
  S37: page("Comet-based vendor documentation: Microsoft Hyper-V", "https://myanti.cloud/resources/backup/microsoft-hyper-v/"),
  S38: page("DPM 2007 SP1 online-backup exclusions (copy)", "https://blog.51cto.com/jiangjianguo/1270669"),
  S39: page("BackupChain: Understanding Saved State Hyper-V Backup", "https://backupchain.com/Understanding-Saved-State-Hyper-V-Backup.html"),
  S40: site("Commvault 11.20: Application consistent or crash consistent backups for Microsoft Hyper-V", "https://documentation.commvault.com/11.20/"),
  S41: page("AnyBackup: limits", "https://docs.aishutech.com/help/document-anybackup-78/3028_342"),
  S42: page("Veritas 100031826: Backup Exec recovery checkpoints", "https://www.veritas.com/support/en_US/article.100031826"),
  S43: page("backupzit: discussion 10", "https://github.com/Max-Zit/backupzit/discussions/10"),
  S44: page("Working Hard In IT: VHD Set", "https://blog.workinghardinit.work/tag/vhd-set/"),
  S45: page("Actiphy: 0x8004231f", "https://actiphyhelp.zendesk.com/hc/en-us/articles/13451318254873"),
  S46: site("Techotopia: Configuring Volume Shadow Copy on Windows Server 2008 R2", "https://www.techotopia.com/"),
  S47: site("Microsoft: Hyper-V WMI classes (Msvm_*)", `${DOCS}/win32/tree/HEAD/desktop-src/HyperV_v2`),
  S48: site("neonSDK: values of the Hyper-V PowerShell module", "https://github.com/nforgeio/neonSDK/tree/HEAD/Lib/Neon.HyperV/HyperVWmiDriver/Microsoft/HyperV/PowerShell"),
  S49: site("eryph: numbers of VirtualMachineState", "https://github.com/eryph-org/eryph"),
  S50: site("Packer: GUIDs of the integration components in its Hyper-V driver", "https://github.com/hashicorp/packer"),
  S51: site("Microsoft: cmdlets of Hyper-V, FailoverClusters and Storage", CMDLETS),
  S52: site("FailoverClusterDsc: enums of the FailoverClusters module", "https://github.com/dsccommunity/FailoverClusterDsc"),
  S53: page("Linux: tools/hv/hv_vss_daemon.c", "https://github.com/torvalds/linux/blob/HEAD/tools/hv/hv_vss_daemon.c"),
  S54: page("FreeBSD: hv_vss(4)", "https://man.freebsd.org/cgi/man.cgi?query=hv_vss&sektion=4"),
  S55: page("Microsoft: PowerShell Direct", `${VIRTUALIZATION}/virtualization/hyper-v-on-windows/user-guide/powershell-direct.md`),
  S56: page("Microsoft: Win32_Service", `${WIN32}/CIMWin32Prov/win32-service.md`),
  S57: page("Microsoft sample: xHyper-VBackup", `${VIRTUALIZATION}/hyperv-samples/taylorb-wmi/xhypervbackup/xHyper-VBackup.cmdlets.psm1`),
  S58: site("NetBackup: online and offline backups for VSS (21357025)", "https://docs.cohesity.com/"),
  S59: page("Vagrant issue 9977: Checkpoints have been disabled", "https://github.com/hashicorp/vagrant/issues/9977"),
  S60: page("Microsoft: VSS_WRITER_STATE", `${LEARN}/windows/win32/api/vswriter/ne-vswriter-vss_writer_state`),
  S61: site("IBM Storage Protect: option vmskipphysdisks", "https://www.ibm.com/docs/en/storage-protect"),
  S62: site("Microsoft: Resilient File System on Cluster Shared Volumes (redirected by design)", `${SERVER}/storage/refs/refs-overview.md`),
  S63: site("Microsoft: Get-VM", `${LEARN}/powershell/module/hyper-v/get-vm`),
  S64: page("Microsoft: event 10103 on Server 2008", `${LEARN}/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/dd582376(v=ws.10)`),
  S65: site("Microsoft: cmdlets of Storage", `${LEARN}/powershell/module/storage/`),
  S66: page("Microsoft: Registry keys and values for backup and restore", `${WIN32}/Backup/registry-keys-for-backup-and-restore.md`),
  S67: page("Microsoft KB 3135522: free space on Windows RE partitions", "https://support.microsoft.com/help/3135522"),
  S68: page("Microsoft: Guarded fabric and shielded VMs", `${SERVER}/security/guarded-fabric-shielded-vm/guarded-fabric-and-shielded-vms.md`),
  S69: page("Microsoft: Cmdlets for persistent memory", `${SERVER}/virtualization/hyper-v/manage/persistent-memory-cmdlets.md`),
  S70: page("Microsoft: Plan for deploying devices by Discrete Device Assignment", `${SERVER}/virtualization/hyper-v/plan/Plan-for-Deploying-Devices-using-Discrete-Device-Assignment.md`),
  S71: page("Microsoft: Msvm_ComputerSystem", `${WIN32}/HyperV_v2/msvm-computersystem.md`),
  S72: page("Microsoft: MSDTC start type", `${LEARN}/previous-versions/windows/it-pro/windows-server-2008-R2-and-2008/dd337629(v=ws.10)`),
  S73: page("Microsoft: Shadow copy creation for providers (64 volumes in a set)", `${WIN32}/VSS/shadow-copy-creation-for-providers.md`),
  S74: page("Veeam: Backup job limitations for Hyper-V", "https://helpcenter.veeam.com/docs/vbr/userguide/backup_job_limitations_hv.html"),
  S75: page("Microsoft KB 4488568: ConfigStoreRootPath cannot be changed", `${SUPPORT}/virtualization/cannot-change-configstorerootpath-value-hyperv-cluster.md`),
  S76: page("Microsoft: Supported guests of Windows Server 2012 R2", `${LEARN}/previous-versions/windows/it-pro/windows-server-2012-R2-and-2012/dn792027(v=ws.11)`),
  S77: page("Microsoft: Win32_OperatingSystem", `${WIN32}/CIMWin32Prov/win32-operatingsystem.md`),
  S78: site("Microsoft: the Hyper-V module 2.0.0.0, whose enums were read off a real Windows", `${LEARN}/powershell/module/hyper-v/`),
  S79: page("Microsoft: vssadmin resize shadowstorage", `${LEARN}/windows-server/administration/windows-commands/vssadmin-resize-shadowstorage`),
  S80: site("Microsoft: cmdlets of Windows Server 2025", `${CMDLETS}/winserver2025-ps`),
  S81: page("Microsoft: Plan for Hyper-V scalability", `${SERVER}/virtualization/hyper-v/plan/plan-hyper-v-scalability-in-windows-server.md`),
};

/** Keys of all sources, S1 first. */
export const SOURCE_KEYS: readonly string[] = Object.keys(TABLE);

/** Resolves a source of a requirement: a key, or an https address that stands for itself. Null for an unknown key. */
export function sourceOf(source: string): Source | null {
  const found = Object.hasOwn(TABLE, source) ? TABLE[source] : undefined;
  if (found !== undefined) return { key: source, ...found };
  if (!source.startsWith("https://")) return null;
  return { key: source, title: source.slice("https://".length), address: source, exact: true };
}
