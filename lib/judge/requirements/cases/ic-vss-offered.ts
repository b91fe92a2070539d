import { type Case, EVERY_RELEASE, FROM_2012R2, UP_TO_2012, unread } from "./case";

function vssEnabled({ vm }: Parameters<Case["given"]>[0], enabled: boolean | null) {
  for (const entry of vm.integration ?? []) if (entry.role === "vss") entry.enabled = enabled;
}

export const cases: Case[] = [
  { name: "backup component enabled", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "backup component disabled", on: UP_TO_2012, given: (of) => vssEnabled(of, false), status: "fail", effect: "saved-state" },
  { name: "backup component disabled", on: FROM_2012R2, given: (of) => vssEnabled(of, false), status: "fail", effect: "live-crash" },
  { name: "backup component disabled, application consistency required", on: FROM_2012R2, settings: { requiredConsistency: "app-required" }, given: (of) => vssEnabled(of, false), status: "fail", effect: "will-fail" },
  { name: "backup component disabled, Linux, application consistency required", on: FROM_2012R2, family: "linux", settings: { requiredConsistency: "app-required" }, given: (of) => vssEnabled(of, false), status: "fail", effect: "live-crash" },
  { name: "list of components not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.integration = null; unread(vm, "integration"); }, status: "unknown" },
  { name: "backup component missing from a list that was read", on: EVERY_RELEASE, given: ({ vm }) => { vm.integration = (vm.integration ?? []).filter((entry) => entry.role !== "vss"); }, status: "unknown" },
  { name: "enabled or not was not read", on: EVERY_RELEASE, given: (of) => vssEnabled(of, null), status: "unknown" },
];
