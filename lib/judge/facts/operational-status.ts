/**
 * What an OperationalStatus of the VM says of backup (domain.md 1.1, 3.4): `critical` stops it, `predictive` and
 * `strained` warn, `operation` is work under way, `silent` says nothing.
 */
export type OperationalMeaning = "critical" | "predictive" | "strained" | "operation" | "silent";

const OPERATIONS = [
  "CreatingSnapshot", "ApplyingSnapshot", "DeletingSnapshot", "MergingDisks", "ExportingVirtualMachine", "MigratingVirtualMachine", "MigratingPlannedVm",
  "StorageMigrationPhaseOne", "StorageMigrationPhaseTwo", "ModifyingUpVirtualMachine", "CheckingCompatibility", "BackingUpVirtualMachine",
];
/** The operations of `OPERATIONS`, in their order, for people. */
const OPERATION_NAMES = [
  "Taking a checkpoint", "Applying a checkpoint", "Deleting a checkpoint", "Merging disks", "Exporting the VM", "Migrating the VM", "Migrating the VM",
  "Migrating storage", "Migrating storage", "Modifying the VM", "Checking compatibility", "Backing up the VM",
];
const SILENT = [
  "Ok", "InService", "Dormant", "WaitingToStart", "CommunicationTimedOut", "CommunicationFailed",
  "NoIommu", "NoIovSupportInNic", "SwitchNotInIovMode", "IovBlockedByPolicy", "IovNoAvailResources", "IovGuestDriversNeeded",
];
const MEANINGS: ReadonlyMap<string, OperationalMeaning> = new Map<string, OperationalMeaning>([
  ["degraded", "critical"], ["criticalioerror", "critical"], ["predictivefailure", "predictive"],
  ["supportingentityinerror", "strained"], ["applicationcriticalstate", "strained"],
  ...OPERATIONS.map((word) => [word.toLowerCase(), "operation"] as const),
  ...SILENT.map((word) => [word.toLowerCase(), "silent"] as const),
]);

/** Null for a word or number of no list: it settles nothing. */
export function meaningOf(status: string): OperationalMeaning | null {
  return MEANINGS.get(status.toLowerCase()) ?? null;
}

/** An operation in words: "Merging disks" for MergingDisks; the word itself where it is none. */
export function operationName(status: string): string {
  const plain = status.toLowerCase();
  return OPERATION_NAMES[OPERATIONS.findIndex((word) => word.toLowerCase() === plain)] ?? status;
}
