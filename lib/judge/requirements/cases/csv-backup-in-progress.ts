import { type Case, EVERY_RELEASE, FROM_2012, type Given } from "./case";

function state({ cluster }: Given, backupState: string | null) {
  for (const entry of cluster?.csvs ?? []) entry.backupState = backupState;
}
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const ALWAYS = { backupWindow: [{ days: EVERY_DAY, from: "00:00", to: "23:59" }, { days: EVERY_DAY, from: "23:00", to: "01:00" }] };
const NEVER = { backupWindow: [{ days: EVERY_DAY, from: "00:00", to: "00:00" }] };

export const cases: Case[] = [
  { name: "no cluster", on: EVERY_RELEASE, given: () => undefined, status: "not-applicable" },
  { name: "no backup", on: EVERY_RELEASE, csv: true, given: () => undefined, status: "pass" },
  { name: "in backup outside the window", on: ["2008R2"], csv: true, settings: NEVER, given: (of) => state(of, "InProgress"), status: "warning", effect: "warn" },
  { name: "in backup outside the window", on: FROM_2012, csv: true, settings: NEVER, given: (of) => state(of, "InProgress"), status: "info", effect: "info" },
  { name: "in backup inside the window", on: EVERY_RELEASE, csv: true, settings: ALWAYS, given: (of) => state(of, "InProgress"), status: "pass" },
  { name: "in backup, no window known", on: EVERY_RELEASE, csv: true, given: (of) => state(of, "InProgress"), status: "info", effect: "info" },
  { name: "not read", on: EVERY_RELEASE, csv: true, given: (of) => state(of, null), status: "unknown" },
  { name: "a word of no list", on: EVERY_RELEASE, csv: true, given: (of) => state(of, "2"), status: "unknown" },
  { name: "disks not read", on: EVERY_RELEASE, csv: true, given: ({ vm }) => { vm.disks = null; }, status: "unknown" },
];
