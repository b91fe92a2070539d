import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

const service = (name: string, state: string | null, startMode: string | null) => inGuest((guest) => {
  for (const entry of guest.services ?? []) if (entry.name === name) Object.assign(entry, { state, startMode });
});
const app = { requiredConsistency: "app-required" as const };

export const cases: Case[] = [
  { name: "all run", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "SENS stopped", on: UP_TO_2012, given: service("SENS", "Stopped", "Auto"), status: "fail", effect: "saved-state" },
  { name: "EventSystem paused", on: FROM_2012R2, given: service("EventSystem", "Paused", "Auto"), status: "fail", effect: "live-crash" },
  { name: "RpcSs stopped, application consistency required", on: FROM_2012R2, settings: app, given: service("RpcSs", "Stopped", "Auto"), status: "fail", effect: "will-fail" },
  { name: "EventSystem runs, start mode does not matter", on: EVERY_RELEASE, given: service("EventSystem", "Running", null), status: "pass" },
  { name: "MSDTC stopped and Manual", on: EVERY_RELEASE, given: service("MSDTC", "Stopped", "Manual"), status: "pass" },
  { name: "MSDTC stopped and Auto", on: EVERY_RELEASE, given: service("MSDTC", "Stopped", "Auto"), status: "fail" },
  { name: "MSDTC disabled though it runs", on: EVERY_RELEASE, given: service("MSDTC", "Running", "Disabled"), status: "fail" },
  { name: "MSDTC runs, start mode not read", on: EVERY_RELEASE, given: service("MSDTC", "Running", null), status: "unknown" },
  { name: "MSDTC stopped, start mode not read", on: EVERY_RELEASE, given: service("MSDTC", "Stopped", null), status: "unknown" },
  { name: "state is a foreign word", on: EVERY_RELEASE, given: service("SENS", "Beendet", "Auto"), status: "unknown" },
  { name: "one stopped, another not read", on: EVERY_RELEASE, given: (of) => { service("SENS", "Stopped", "Auto")(of); service("RpcSs", null, "Auto")(of); }, status: "fail" },
  { name: "SENS missing from the list", on: EVERY_RELEASE, given: inGuest((guest) => { guest.services = (guest.services ?? []).filter((entry) => entry.name !== "SENS"); }), status: "unknown" },
  { name: "services not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.services = null; })(of); unread(of.vm, "guest.services"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
