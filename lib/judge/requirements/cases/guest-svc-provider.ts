import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

const service = (name: string, startMode: string | null) => inGuest((guest) => {
  for (const entry of guest.services ?? []) if (entry.name === name) entry.startMode = startMode;
});
const app = { requiredConsistency: "app-required" as const };

export const cases: Case[] = [
  { name: "both Manual, as shipped", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "swprv disabled", on: UP_TO_2012, given: service("swprv", "Disabled"), status: "fail", effect: "saved-state" },
  { name: "COMSysApp disabled", on: FROM_2012R2, given: service("COMSysApp", "Disabled"), status: "fail", effect: "live-crash" },
  { name: "swprv disabled, application consistency required", on: FROM_2012R2, settings: app, given: service("swprv", "Disabled"), status: "fail", effect: "will-fail" },
  { name: "one disabled, the other not read", on: EVERY_RELEASE, given: (of) => { service("swprv", "Disabled")(of); service("COMSysApp", null)(of); }, status: "fail" },
  { name: "start mode of swprv not read", on: EVERY_RELEASE, given: service("swprv", null), status: "unknown" },
  { name: "COMSysApp missing from the list", on: EVERY_RELEASE, given: inGuest((guest) => { guest.services = (guest.services ?? []).filter((entry) => entry.name !== "COMSysApp"); }), status: "unknown" },
  { name: "services not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.services = null; })(of); unread(of.vm, "guest.services"); }, status: "unknown" },
  { name: "FreeBSD", on: EVERY_RELEASE, family: "bsd", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
