import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

const vss = (state: string | null, startMode: string | null) => inGuest((guest) => {
  for (const entry of guest.services ?? []) if (entry.name === "VSS") Object.assign(entry, { state, startMode });
});
const app = { requiredConsistency: "app-required" as const };

export const cases: Case[] = [
  { name: "stopped and Manual, as shipped", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "running and Auto", on: EVERY_RELEASE, given: vss("Running", "Auto"), status: "pass" },
  { name: "state not read does not matter", on: EVERY_RELEASE, given: vss(null, "Manual"), status: "pass" },
  { name: "disabled", on: UP_TO_2012, given: vss("Stopped", "Disabled"), status: "fail", effect: "saved-state" },
  { name: "disabled", on: FROM_2012R2, given: vss("Stopped", "Disabled"), status: "fail", effect: "live-crash" },
  { name: "disabled, application consistency required", on: FROM_2012R2, settings: app, given: vss("Stopped", "Disabled"), status: "fail", effect: "will-fail" },
  { name: "start mode not read", on: EVERY_RELEASE, given: vss("Running", null), status: "unknown" },
  { name: "start mode is a foreign word", on: EVERY_RELEASE, given: vss("Stopped", "Deaktiviert"), status: "unknown" },
  { name: "missing from the list", on: EVERY_RELEASE, given: inGuest((guest) => { guest.services = (guest.services ?? []).filter((entry) => entry.name !== "VSS"); }), status: "unknown" },
  { name: "services not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.services = null; })(of); unread(of.vm, "guest.services"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
