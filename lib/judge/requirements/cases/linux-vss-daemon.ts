import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

const daemon = (vssDaemon: string | null, hvUtilsLoaded: boolean | null, contact: string | null = "Ok") => inGuest((guest, vm) => {
  if (guest.linux !== null) Object.assign(guest.linux, { vssDaemon, hvUtilsLoaded });
  for (const entry of vm.integration ?? []) if (entry.role === "vss") entry.primaryStatus = contact;
});

export const cases: Case[] = [
  { name: "daemon runs", on: FROM_2012R2, family: "linux", given: () => undefined, status: "pass", effect: null },
  { name: "daemon runs", on: UP_TO_2012, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "daemon stopped", on: FROM_2012R2, family: "linux", given: daemon("stopped", true), status: "fail", effect: "live-crash" },
  { name: "daemon missing, application consistency required", on: FROM_2012R2, family: "linux", settings: { requiredConsistency: "app-required" }, given: daemon("missing", true), status: "fail", effect: "live-crash" },
  { name: "module not loaded", on: FROM_2012R2, family: "linux", given: daemon("running", false), status: "fail", effect: "live-crash" },
  { name: "daemon not read, component without contact proves it absent", on: FROM_2012R2, family: "linux", given: daemon(null, null, "NoContact"), status: "fail", effect: "live-crash" },
  { name: "daemon not read, component OK is a sign only", on: FROM_2012R2, family: "linux", given: (of) => { daemon(null, null)(of); unread(of.vm, "guest.linux"); }, status: "unknown" },
  { name: "daemon runs, component degraded is no fault", on: FROM_2012R2, family: "linux", given: daemon("running", true, "Degraded"), status: "pass" },
  { name: "module not read", on: FROM_2012R2, family: "linux", given: daemon("running", null), status: "unknown" },
  { name: "nothing read of the guest but its system", on: FROM_2012R2, family: "linux", given: inGuest((guest) => { guest.linux = null; }), status: "unknown" },
  { name: "Windows", on: EVERY_RELEASE, given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: FROM_2012R2, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
