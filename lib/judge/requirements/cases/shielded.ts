import { type Case, FROM_2016, unread, UP_TO_2012R2 } from "./case";

const security = (shielded: boolean | null, keyStorageDrive: boolean | null): Case["given"] => ({ vm }) => { vm.security = { shielded, vtpm: false, keyStorageDrive }; };

export const cases: Case[] = [
  { name: "neither", on: FROM_2016, given: () => undefined, status: "pass" },
  { name: "an old host", on: UP_TO_2012R2, given: () => undefined, status: "not-applicable" },
  { name: "shielded", on: FROM_2016, given: security(true, false), status: "info", effect: "info" },
  { name: "key storage drive", on: FROM_2016, given: security(false, true), status: "info", effect: "info" },
  { name: "shielded not read", on: FROM_2016, given: security(null, false), status: "unknown", effect: null },
  { name: "key storage drive does not apply", on: FROM_2016, given: (of) => { security(false, null)(of); of.vm.absent.push({ fact: "security.keyStorageDrive", reason: "not-applicable" }); }, status: "pass" },
  { name: "security does not apply", on: FROM_2016, given: ({ vm }) => { vm.security = null; vm.absent.push({ fact: "security", reason: "not-applicable" }); }, status: "pass" },
  { name: "security not read", on: FROM_2016, given: ({ vm }) => { vm.security = null; unread(vm, "security"); }, status: "unknown", effect: null },
];
