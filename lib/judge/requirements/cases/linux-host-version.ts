import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, UP_TO_2012 } from "./case";

export const cases: Case[] = [
  { name: "Linux with its daemon", on: UP_TO_2012, family: "linux", given: () => undefined, status: "fail", effect: "saved-state" },
  { name: "FreeBSD with its daemon", on: UP_TO_2012, family: "bsd", given: () => undefined, status: "fail", effect: "saved-state" },
  { name: "Linux", on: FROM_2012R2, family: "linux", given: () => undefined, status: "pass", effect: null },
  { name: "FreeBSD", on: FROM_2012R2, family: "bsd", given: () => undefined, status: "pass", effect: null },
  { name: "Windows", on: EVERY_RELEASE, given: () => undefined, status: "not-applicable" },
  { name: "system not read", on: EVERY_RELEASE, given: inGuest((guest) => { guest.osFamily = null; }), status: "unknown" },
];
