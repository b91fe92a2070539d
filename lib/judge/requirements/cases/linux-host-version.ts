import { type Case, EVERY_RELEASE, FROM_2012R2, UP_TO_2012 } from "./case";

export const cases: Case[] = [
  { name: "Linux with its daemon", on: UP_TO_2012, family: "linux", given: () => undefined, status: "fail", effect: "saved-state" },
  { name: "FreeBSD with its daemon", on: UP_TO_2012, family: "bsd", given: () => undefined, status: "fail", effect: "saved-state" },
  { name: "Linux", on: FROM_2012R2, family: "linux", given: () => undefined, status: "pass", effect: null },
  { name: "FreeBSD", on: FROM_2012R2, family: "bsd", given: () => undefined, status: "pass", effect: null },
  { name: "Windows", on: EVERY_RELEASE, given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: UP_TO_2012, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
  { name: "nothing read of the guest, whatever it is may be frozen", on: FROM_2012R2, given: ({ vm }) => { vm.guest = null; }, status: "pass", effect: null },
];
