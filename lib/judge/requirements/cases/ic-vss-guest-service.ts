import { type Case, EVERY_RELEASE, FROM_2012R2, unread, UP_TO_2012 } from "./case";

const service = (over: { state?: string | null; startMode?: string | null }): Case["given"] => ({ vm }) => {
  for (const entry of vm.guest?.services ?? []) if (entry.name === "vmicvss") Object.assign(entry, over);
};

export const cases: Case[] = [
  { name: "running", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "stopped is started again", on: EVERY_RELEASE, given: service({ state: "Stopped" }), status: "pass" },
  { name: "disabled", on: UP_TO_2012, given: service({ state: "Stopped", startMode: "Disabled" }), status: "fail", effect: "saved-state" },
  { name: "disabled", on: FROM_2012R2, given: service({ state: "Stopped", startMode: "Disabled" }), status: "fail", effect: "live-crash" },
  { name: "disabled, application consistency required", on: FROM_2012R2, settings: { requiredConsistency: "app-required" }, given: service({ startMode: "Disabled" }), status: "fail", effect: "will-fail" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "missing from a list that was read", on: EVERY_RELEASE, given: ({ vm }) => { if (vm.guest) vm.guest.services = (vm.guest.services ?? []).filter((entry) => entry.name !== "vmicvss"); }, status: "unknown", effect: null },
  { name: "start mode not read", on: EVERY_RELEASE, given: service({ startMode: null }), status: "unknown", effect: null },
  { name: "a start mode of no list", on: EVERY_RELEASE, given: service({ startMode: "4" }), status: "unknown", effect: null },
  { name: "listed twice, once disabled", on: FROM_2012R2, given: ({ vm }) => { vm.guest?.services?.unshift({ name: "VMICVSS", state: "Stopped", startMode: "Disabled" }); }, status: "fail", effect: "live-crash" },
  { name: "services not read", on: EVERY_RELEASE, given: ({ vm }) => { if (vm.guest) vm.guest.services = null; unread(vm, "guest.services"); }, status: "unknown", effect: null },
  { name: "disabled, family not read", on: EVERY_RELEASE, given: (of) => { service({ startMode: "Disabled" })(of); if (of.vm.guest) of.vm.guest.osFamily = null; }, status: "unknown", effect: null },
];
