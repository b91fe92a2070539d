import type { Requirement } from "../requirement";
import { backupOverlap } from "./backup-overlap";
import { bsdVssDaemon } from "./bsd-vss-daemon";
import { checkpointCount } from "./checkpoint-count";
import { checkpointType } from "./checkpoint-type";
import { clusterRoleOnline } from "./cluster-role-online";
import { clusterUniform } from "./cluster-uniform";
import { collectorRights } from "./collector-rights";
import { csvAware } from "./csv-aware";
import { csvBackupInProgress } from "./csv-backup-in-progress";
import { csvHealthy } from "./csv-healthy";
import { csvRedirectedForBackup } from "./csv-redirected-for-backup";
import { ddaStorage } from "./dda-storage";
import { devicesAssigned } from "./devices-assigned";
import { diskChain } from "./disk-chain";
import { diskFormat } from "./disk-format";
import { diskNoGuestIscsi } from "./disk-no-guest-iscsi";
import { diskNoPassthrough } from "./disk-no-passthrough";
import { diskNoPmem } from "./disk-no-pmem";
import { diskNoSharedVhdx } from "./disk-no-shared-vhdx";
import { diskNoVirtualFc } from "./disk-no-virtual-fc";
import { diskParentTemplate } from "./disk-parent-template";
import { diskSector } from "./disk-sector";
import { diskVhdsetReady } from "./disk-vhdset-ready";
import { guestBasedUnaffected } from "./guest-based-unaffected";
import { guestBitlocker } from "./guest-bitlocker";
import { guestClusterGroup } from "./guest-cluster-group";
import { guestDc } from "./guest-dc";
import { guestDisksBasic } from "./guest-disks-basic";
import { guestEspExempt } from "./guest-esp-exempt";
import { guestFreeSpace } from "./guest-free-space";
import { guestFs } from "./guest-fs";
import { guestMountpoints } from "./guest-mountpoints";
import { guestOsSupported } from "./guest-os-supported";
import { guestOsVss } from "./guest-os-vss";
import { guestShadowStorage } from "./guest-shadow-storage";
import { guestSmallPartitions } from "./guest-small-partitions";
import { guestStorageSpaces } from "./guest-storage-spaces";
import { guestSvcCore } from "./guest-svc-core";
import { guestSvcProvider } from "./guest-svc-provider";
import { guestSvcVss } from "./guest-svc-vss";
import { guestVol64tb } from "./guest-vol-64tb";
import { guestVssLimits } from "./guest-vss-limits";
import { guestWriters } from "./guest-writers";
import { hostAntivirus } from "./host-antivirus";
import { hostDedup } from "./host-dedup";
import { hostFreeSpace } from "./host-free-space";
import { hostOsKind } from "./host-os-kind";
import { hostSmb } from "./host-smb";
import { hostStorageReplica } from "./host-storage-replica";
import { hostVol64tb } from "./host-vol-64tb";
import { hostVolFs } from "./host-vol-fs";
import { hostVssProvider } from "./host-vss-provider";
import { hostVssWriter } from "./host-vss-writer";
import { hostWsbCsv } from "./host-wsb-csv";
import { icCurrent } from "./ic-current";
import { icHeartbeat } from "./ic-heartbeat";
import { icKvp } from "./ic-kvp";
import { icVssGuestService } from "./ic-vss-guest-service";
import { icVssOffered } from "./ic-vss-offered";
import { icVssResponding } from "./ic-vss-responding";
import { lastBackup } from "./last-backup";
import { linuxFsFreezable } from "./linux-fs-freezable";
import { linuxHostVersion } from "./linux-host-version";
import { linuxNoRemoteDisks } from "./linux-no-remote-disks";
import { linuxVssDaemon } from "./linux-vss-daemon";
import { liveMigration } from "./live-migration";
import { noStaleRecovery } from "./no-stale-recovery";
import { orphanFiles } from "./orphan-files";
import { replicaTest } from "./replica-test";
import { replicaVm } from "./replica-vm";
import { shielded } from "./shielded";
import { snapshotLocation } from "./snapshot-location";
import { toolPolicy } from "./tool-policy";
import { userCheckpoints } from "./user-checkpoints";
import { vhdsSameVolume } from "./vhds-same-volume";
import { vmAcl } from "./vm-acl";
import { vmConfigVersion } from "./vm-config-version";
import { vmFilesInSubfolder } from "./vm-files-in-subfolder";
import { vmNotBusy } from "./vm-not-busy";
import { vmNotCritical } from "./vm-not-critical";
import { vmRunning } from "./vm-running";
import { vmScsiController } from "./vm-scsi-controller";
import { vmUniqueId } from "./vm-unique-id";
import { vmVersionRange } from "./vm-version-range";

/** Every requirement, in the order of domain.md section 1. */
export const REQUIREMENTS: readonly Requirement[] = [
  vmRunning, vmNotCritical, vmNotBusy, vmUniqueId, vmConfigVersion, vmVersionRange, vmScsiController, vmFilesInSubfolder, vmAcl,
  icVssOffered, icVssResponding, icVssGuestService, icCurrent, icHeartbeat, icKvp,
  guestOsVss, guestOsSupported, linuxHostVersion, linuxVssDaemon, linuxFsFreezable, linuxNoRemoteDisks, bsdVssDaemon, guestSvcCore, guestSvcVss, guestSvcProvider, guestWriters, guestDc,
  guestDisksBasic, guestFs, guestEspExempt, guestFreeSpace, guestSmallPartitions, guestShadowStorage, guestVol64tb, guestVssLimits, guestBitlocker, guestStorageSpaces, guestMountpoints,
  diskNoPassthrough, diskNoVirtualFc, diskNoGuestIscsi, diskNoSharedVhdx, diskVhdsetReady, guestClusterGroup, diskNoPmem, ddaStorage, diskFormat, diskChain, diskParentTemplate, orphanFiles, noStaleRecovery, userCheckpoints, checkpointCount, checkpointType, snapshotLocation, vhdsSameVolume, diskSector, devicesAssigned,
  hostOsKind, hostVolFs, hostFreeSpace, hostVol64tb, hostVssWriter, hostVssProvider, hostDedup, hostSmb, hostAntivirus, hostWsbCsv, hostStorageReplica, backupOverlap,
  csvAware, csvRedirectedForBackup, csvHealthy, csvBackupInProgress, clusterRoleOnline, liveMigration, clusterUniform, guestBasedUnaffected,
  shielded, replicaVm, replicaTest, collectorRights, toolPolicy, lastBackup,
];
