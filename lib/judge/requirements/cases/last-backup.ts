import { type Case, FROM_2012, unread } from "./case";

// The fixture is judged on 18 May 2026 at 07:40.
const ended = (time: string | null): Case["given"] => ({ vm }) => { vm.lastSuccessfulBackupTime = time; };

export const cases: Case[] = [
  { name: "last night", on: FROM_2012, given: () => undefined, status: "pass" },
  { name: "exactly 48 hours ago", on: FROM_2012, given: ended("2026-05-16T07:40:00Z"), status: "pass" },
  { name: "a minute older than 48 hours", on: FROM_2012, given: ended("2026-05-16T07:39:00Z"), status: "warning", effect: "warn" },
  { name: "10 hours ago, limit 8", on: FROM_2012, settings: { lastBackupMaxHours: 8 }, given: ended("2026-05-17T21:40:00Z"), status: "warning", effect: "warn" },
  { name: "any age, no limit set", on: FROM_2012, settings: { lastBackupMaxHours: null }, given: ended("2020-01-01T00:00:00Z"), status: "not-applicable" },
  { name: "read and empty", on: FROM_2012, given: (of) => { ended(null)(of); of.vm.absent.push({ fact: "lastSuccessfulBackupTime", reason: "empty" }); }, status: "warning", effect: "warn" },
  { name: "1601 is never", on: FROM_2012, given: ended("1601-01-01T00:00:00Z"), status: "warning", effect: "warn" },
  { name: "2099 is no past time", on: FROM_2012, given: ended("2099-01-01T00:00:00Z"), status: "unknown", effect: null },
  { name: "not read", on: FROM_2012, given: (of) => { ended(null)(of); unread(of.vm, "lastSuccessfulBackupTime"); }, status: "unknown", effect: null },
  { name: "a VM on 2008 R2", on: ["2008R2"], given: ended(null), status: "not-applicable" },
];
