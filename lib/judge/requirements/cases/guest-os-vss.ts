import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

const version = (osVersion: string) => inGuest((guest) => { guest.osVersion = osVersion; });
const otherSystem = inGuest((guest) => { guest.osFamily = "other"; guest.osName = "OpenVMS"; guest.osVersion = null; });
const app = { requiredConsistency: "app-required" as const };

export const cases: Case[] = [
  { name: "supported Windows", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "Server 2003", on: EVERY_RELEASE, given: version("5.2.3790"), status: "pass" },
  { name: "Windows XP", on: UP_TO_2012, given: version("5.1.2600"), status: "fail", effect: "saved-state" },
  { name: "Windows XP", on: FROM_2012R2, given: version("5.1.2600"), status: "fail", effect: "live-crash" },
  { name: "Windows 2000, application consistency required", on: FROM_2012R2, settings: app, given: version("5.0.2195"), status: "fail", effect: "will-fail" },
  { name: "another system", on: UP_TO_2012, given: otherSystem, status: "warning", effect: "saved-state" },
  { name: "another system, application consistency required", on: FROM_2012R2, settings: app, given: otherSystem, status: "warning", effect: "live-crash" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "version not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.osVersion = null; })(of); unread(of.vm, "guest.osVersion"); }, status: "unknown" },
  { name: "version is a word", on: EVERY_RELEASE, given: version("Windows"), status: "unknown" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
