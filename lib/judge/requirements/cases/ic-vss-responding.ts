import { type Case, EVERY_RELEASE, FROM_2012R2, unread, UP_TO_2012 } from "./case";

const status = (primaryStatus: string | null): Case["given"] => ({ vm }) => {
  for (const entry of vm.integration ?? []) if (entry.role === "vss") entry.primaryStatus = primaryStatus;
};
const appRequired = { requiredConsistency: "app-required" } as const;

export const cases: Case[] = [
  { name: "Ok", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "Degraded still works", on: EVERY_RELEASE, given: status("Degraded"), status: "pass" },
  { name: "Degraded, Linux", on: EVERY_RELEASE, family: "linux", given: status("Degraded"), status: "pass" },
  ...["Error", "NonRecoverableError", "NoContact", "LostCommunication", "ProtocolMismatch", "ApplicationCritical", "CommunicationTimedOut", "CommunicationFailed", "Disabled"].flatMap((word): Case[] => [
    { name: word, on: UP_TO_2012, given: status(word), status: "fail", effect: "saved-state" },
    { name: word, on: FROM_2012R2, given: status(word), status: "fail", effect: "live-crash" },
  ]),
  { name: "NoContact, application consistency required", on: FROM_2012R2, settings: appRequired, given: status("NoContact"), status: "fail", effect: "will-fail" },
  { name: "NoContact, Linux, application consistency required", on: FROM_2012R2, family: "linux", settings: appRequired, given: status("NoContact"), status: "fail", effect: "live-crash" },
  { name: "LostCommunication, BSD", on: FROM_2012R2, family: "bsd", given: status("LostCommunication"), status: "fail", effect: "live-crash" },
  { name: "backup service not offered", on: EVERY_RELEASE, given: ({ vm }) => { for (const entry of vm.integration ?? []) if (entry.role === "vss") Object.assign(entry, { enabled: false, primaryStatus: "Disabled" }); }, status: "not-applicable" },
  { name: "status not read", on: EVERY_RELEASE, given: status(null), status: "unknown", effect: null },
  { name: "a word of no list", on: EVERY_RELEASE, given: status("Resting"), status: "unknown", effect: null },
  { name: "list not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.integration = null; unread(vm, "integration"); }, status: "unknown", effect: null },
];
