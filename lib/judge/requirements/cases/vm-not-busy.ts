import { type Case, EVERY_RELEASE, unread } from "./case";

const OPERATIONS = ["CreatingSnapshot", "ApplyingSnapshot", "DeletingSnapshot", "MergingDisks", "ExportingVirtualMachine", "MigratingVirtualMachine", "MigratingPlannedVm", "StorageMigrationPhaseOne", "StorageMigrationPhaseTwo", "ModifyingUpVirtualMachine", "CheckingCompatibility", "BackingUpVirtualMachine"];
// The fixture is read at 07:00 on 18 May.
const since = (operationSince: string | null): Case["given"] => ({ vm }) => { vm.secondaryOperational = "BackingUpVirtualMachine"; vm.operationSince = operationSince; };

export const cases: Case[] = [
  { name: "nothing under way", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "a status that is no operation", on: EVERY_RELEASE, given: ({ vm }) => { vm.secondaryOperational = "NoIommu"; }, status: "pass" },
  ...OPERATIONS.map((operation): Case => ({ name: operation, on: EVERY_RELEASE, given: ({ vm }) => { vm.secondaryOperational = operation; }, status: "warning", effect: "warn" })),
  { name: "an operation in the list of statuses only", on: EVERY_RELEASE, given: ({ vm }) => { vm.operational = ["Ok", "MergingDisks"]; }, status: "warning", effect: "warn" },
  { name: "backing up for 23 hours", on: EVERY_RELEASE, given: since("2026-05-17T08:00:00Z"), status: "warning", effect: "warn" },
  { name: "backing up for exactly 24 hours", on: EVERY_RELEASE, given: since("2026-05-17T07:00:00Z"), status: "fail", effect: "will-fail" },
  { name: "backing up for 13 hours, limit 12", on: EVERY_RELEASE, settings: { stuckOperationHours: 12 }, given: since("2026-05-17T18:00:00Z"), status: "fail", effect: "will-fail" },
  { name: "stuck while the VM is off", on: EVERY_RELEASE, given: (of) => { of.vm.state = "Off"; since("2026-05-15T07:00:00Z")(of); }, status: "fail", effect: "will-fail" },
  { name: "a number of no list", on: EVERY_RELEASE, given: ({ vm }) => { vm.secondaryOperational = "40000"; }, status: "unknown", effect: null },
  { name: "not read", on: EVERY_RELEASE, given: ({ vm }) => unread(vm, "secondaryOperational"), status: "unknown", effect: null },
];
