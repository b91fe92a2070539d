import { type Case, EVERY_RELEASE, type Given, unread } from "./case";

function migrates({ vm }: Given) {
  vm.secondaryOperational = "MigratingVirtualMachine";
}
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const ALWAYS = { backupWindow: [{ days: EVERY_DAY, from: "00:00", to: "23:59" }, { days: EVERY_DAY, from: "23:00", to: "01:00" }] };
const NEVER = { backupWindow: [{ days: EVERY_DAY, from: "00:00", to: "00:00" }] };

export const cases: Case[] = [
  { name: "no cluster", on: EVERY_RELEASE, given: migrates, status: "not-applicable" },
  { name: "does not migrate", on: EVERY_RELEASE, csv: true, given: () => undefined, status: "pass" },
  { name: "another operation", on: EVERY_RELEASE, csv: true, given: ({ vm }) => { vm.secondaryOperational = "MergingDisks"; }, status: "pass" },
  { name: "migrates inside the window", on: EVERY_RELEASE, csv: true, settings: ALWAYS, given: migrates, status: "warning", effect: "warn" },
  { name: "a planned VM migrates inside the window", on: EVERY_RELEASE, csv: true, settings: ALWAYS, given: ({ vm }) => { vm.secondaryOperational = "MigratingPlannedVm"; }, status: "warning" },
  { name: "migrates outside the window", on: EVERY_RELEASE, csv: true, settings: NEVER, given: migrates, status: "pass" },
  { name: "migrates, no window known", on: EVERY_RELEASE, csv: true, given: migrates, status: "info", effect: "info" },
  { name: "operation as a bare number", on: EVERY_RELEASE, csv: true, given: ({ vm }) => { vm.secondaryOperational = "32774"; }, status: "unknown" },
  { name: "operation not read", on: EVERY_RELEASE, csv: true, given: ({ vm }) => { unread(vm, "secondaryOperational"); }, status: "unknown" },
];
