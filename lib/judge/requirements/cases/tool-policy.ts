import { type Case, FROM_2012R2, UP_TO_2012 } from "./case";

const appRequired = { requiredConsistency: "app-required" } as const;

export const cases: Case[] = [
  { name: "fallback", on: FROM_2012R2, given: () => undefined, status: "pass" },
  { name: "application consistency required", on: FROM_2012R2, settings: appRequired, given: () => undefined, status: "info", effect: "info" },
  { name: "application consistency required before 2012 R2", on: UP_TO_2012, settings: appRequired, given: () => undefined, status: "not-applicable" },
];
