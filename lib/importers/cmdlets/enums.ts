import { isRaw, numberOf, textOf, unwrap } from "../raw";

type Names = Readonly<Record<number, string>>;

/** Numbers of .NET enums as Windows PowerShell 5.1 writes them (domain.md 3.4, S48, S51, S52, S78). */
export const HEARTBEAT: Names = { 0: "Unknown", 1: "Disabled", 2: "NoContact", 3: "Error", 4: "LostCommunication", 5: "OkApplicationsUnknown", 6: "OkApplicationsHealthy", 7: "OkApplicationsCritical", 8: "Paused" };
/** 32769 is WMI's number and 23769 the module's for one name: both are read. */
export const VM_STATUS: Names = {
  2: "Ok", 3: "Degraded", 5: "PredictiveFailure", 11: "InService", 15: "Dormant", 16: "SupportingEntityInError", 23769: "ApplyingSnapshot",
  32768: "CreatingSnapshot", 32769: "ApplyingSnapshot", 32770: "DeletingSnapshot", 32771: "WaitingToStart", 32772: "MergingDisks", 32773: "ExportingVirtualMachine", 32774: "MigratingVirtualMachine",
  32776: "BackingUpVirtualMachine", 32777: "ModifyingUpVirtualMachine", 32778: "StorageMigrationPhaseOne", 32779: "StorageMigrationPhaseTwo", 32780: "MigratingPlannedVm", 32781: "CheckingCompatibility",
  32782: "ApplicationCriticalState", 32783: "CommunicationTimedOut", 32784: "CommunicationFailed", 32785: "NoIommu", 32786: "NoIovSupportInNic", 32787: "SwitchNotInIovMode", 32788: "IovBlockedByPolicy",
  32789: "IovNoAvailResources", 32790: "IovGuestDriversNeeded", 32795: "CriticalIoError",
};
export const COMPONENT_STATUS: Names = { 2: "Ok", 3: "Degraded", 6: "Error", 7: "NonRecoverableError", 12: "NoContact", 13: "LostCommunication", 32775: "ProtocolMismatch", 32782: "ApplicationCritical", 32783: "CommunicationTimedOut", 32784: "CommunicationFailed", 32896: "Disabled" };
export const CHECKPOINT_TYPE: Names = { 2: "Disabled", 3: "Production", 4: "ProductionOnly", 5: "Standard" };
export const REPLICATION_MODE: Names = { 0: "None", 1: "Primary", 2: "Replica", 3: "TestReplica", 4: "ExtendedReplica" };
export const REPLICATION_HEALTH: Names = { 0: "NotApplicable", 1: "Normal", 2: "Warning", 3: "Critical" };
export const VHD_FORMAT: Names = { 2: "VHD", 3: "VHDX", 4: "VHDSet" };
export const VHD_TYPE: Names = { 2: "Fixed", 3: "Dynamic", 4: "Differencing" };
export const CONTROLLER: Names = { 0: "IDE", 1: "SCSI", 2: "PMEM" };
export const SNAPSHOT_TYPE: Names = { 0: "Standard", 1: "Recovery", 2: "Planned", 5: "Missing", 6: "Replica", 7: "AppConsistentReplica", 8: "SyncedReplica" };
export const NODE_STATE: Names = { 0: "Up", 1: "Down", 2: "Paused", 3: "Joining" };
export const RESOURCE_STATE: Names = { 2: "Online", 3: "Offline", 4: "Failed", 128: "Pending", 129: "OnlinePending", 130: "OfflinePending" };
export const GROUP_STATE: Names = { 0: "Online", 1: "Offline", 2: "Failed", 3: "PartialOnline", 4: "Pending" };
export const CSV_STATE: Names = { 0: "Unavailable", 1: "Paused", 2: "Direct", 3: "FileSystemRedirected", 4: "BlockRedirected" };

export const FS_REDIRECT_FLAGS: Names = { 1: "UserRequest", 2: "IncompatibleFileSystemFilter", 4: "IncompatibleVolumeFilter", 8: "FileSystemTiering", 16: "BitLockerInitializing", 32: "FileSystemReFs" };
export const BLOCK_REDIRECT_FLAGS: Names = { 1: "NoDiskConnectivity", 2: "StorageSpaceNotAttached", 4: "VolumeReplicationEnabled" };
export const CSV_FAULT_FLAGS: Names = { 1: "NoDirectIO", 2: "NoAccess", 4: "InMaintenance", 8: "Dismounted" };

/** A name: from a number of the table, from a name of the table in any case, or any other enum-like word as it is. */
export function wordOf(value: unknown, names: Names): string | null {
  const number = numberOf(value);
  if (number !== null) return names[number] ?? null;
  const text = textOf(value)?.trim();
  if (text === undefined) return null;
  const plain = text.replace(/\s/g, "").toLowerCase();
  return Object.values(names).find((name) => name.toLowerCase() === plain) ?? (/^[A-Za-z][A-Za-z0-9]{0,63}$/.test(text) ? text : null);
}

/** Names of a list of numbers or names, of one of them, or of names in one text; null when one of them cannot be read. */
export function wordsOf(value: unknown, names: Names): string[] | null {
  const plain = unwrap(value);
  if (isRaw(plain) || plain === null || plain === undefined || plain === "") return null;
  const list: readonly unknown[] = Array.isArray(plain) ? plain : typeof plain === "string" && /[\s,]/.test(plain.trim()) ? plain.trim().split(/[\s,]+/) : [plain];
  const words = list.map((entry) => wordOf(entry, names));
  const read = words.filter((word): word is string => word !== null);
  return read.length === words.length ? read : null;
}

/** Flags as a list of names, none set as an empty list; null when a bit has no name or the text is none of them. */
export function flagsOf(value: unknown, names: Names): string[] | null {
  const number = numberOf(value);
  if (number !== null) {
    const bits = Object.keys(names).map(Number).filter((bit) => (number & bit) !== 0);
    const known = bits.reduce((sum, bit) => sum + bit, 0);
    return number < 0 || known !== number ? null : bits.flatMap((bit) => names[bit] ?? []);
  }
  const text = textOf(value)?.trim();
  if (text === undefined) return null;
  if (/^(?:No\w+Faults?|NoFaults?|None|NotFileSystemRedirected|NotBlockRedirected|Not\w*Redirected)$/i.test(text)) return [];
  return wordsOf(text, names);
}

/** Status of an integration component: "OK" and "Ok" alike; numbers by the table. */
export function statusWord(value: unknown): string | null {
  return wordOf(value, COMPONENT_STATUS);
}
