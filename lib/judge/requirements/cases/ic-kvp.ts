import { type Case, EVERY_RELEASE, FROM_2016, unread, UP_TO_2012R2 } from "./case";

const kvp = (over: { enabled?: boolean | null; primaryStatus?: string | null }): Case["given"] => ({ vm }) => {
  for (const entry of vm.integration ?? []) if (entry.role === "kvp") Object.assign(entry, over);
};
const disabled = kvp({ enabled: false, primaryStatus: "Disabled" });

export const cases: Case[] = [
  { name: "enabled and Ok", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "Degraded, Linux", on: EVERY_RELEASE, family: "linux", given: kvp({ primaryStatus: "Degraded" }), status: "pass" },
  { name: "disabled", on: EVERY_RELEASE, given: disabled, status: "warning", effect: "warn" },
  { name: "NoContact", on: EVERY_RELEASE, given: kvp({ primaryStatus: "NoContact" }), status: "warning", effect: "warn" },
  { name: "NoContact, BSD", on: EVERY_RELEASE, family: "bsd", given: kvp({ primaryStatus: "NoContact" }), status: "warning", effect: "warn" },
  { name: "disabled in a shielded VM", on: FROM_2016, given: (of) => { disabled(of); of.vm.security = { shielded: true, vtpm: true, keyStorageDrive: false }; }, status: "not-applicable" },
  { name: "disabled, shielded or not was not read", on: FROM_2016, given: (of) => { disabled(of); of.vm.security = null; }, status: "unknown", effect: null },
  { name: "disabled on a host without shielded VMs", on: UP_TO_2012R2, given: disabled, status: "warning", effect: "warn" },
  { name: "status not read", on: EVERY_RELEASE, given: kvp({ primaryStatus: null }), status: "unknown", effect: null },
  { name: "a word of no list", on: EVERY_RELEASE, given: kvp({ primaryStatus: "Resting" }), status: "unknown", effect: null },
  { name: "enabled or not was not read", on: EVERY_RELEASE, given: kvp({ enabled: null }), status: "unknown", effect: null },
  { name: "list not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.integration = null; unread(vm, "integration"); }, status: "unknown", effect: null },
];
