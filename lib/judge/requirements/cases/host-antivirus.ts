import { type Case, EVERY_RELEASE } from "./case";

export const cases: Case[] = [
  { name: "exclusions present", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "exclusions missing", on: EVERY_RELEASE, given: ({ host }) => { host.antivirusExclusions = "missing"; }, status: "warning", effect: "warn" },
  { name: "a word of no list", on: EVERY_RELEASE, given: ({ host }) => { host.antivirusExclusions = "unknown"; }, status: "unknown" },
  { name: "not read", on: EVERY_RELEASE, given: ({ host }) => { host.antivirusExclusions = null; }, status: "unknown" },
];
