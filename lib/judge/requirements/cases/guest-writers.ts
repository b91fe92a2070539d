import { type Case, EVERY_RELEASE, FROM_2012R2, inGuest, unread, UP_TO_2012 } from "./case";

const writer = (state: number | null, lastError: string | null, at = 0) => inGuest((guest) => {
  const entry = guest.vssWriters?.[at];
  if (entry !== undefined) Object.assign(entry, { state, lastError });
});
const app = { requiredConsistency: "app-required" as const };

export const cases: Case[] = [
  { name: "all stable", on: EVERY_RELEASE, given: () => undefined, status: "pass", effect: null },
  { name: "one failed at freeze", on: UP_TO_2012, given: writer(9, "Timed out"), status: "fail", effect: "will-fail" },
  { name: "one failed at freeze", on: FROM_2012R2, given: writer(9, "Timed out"), status: "fail", effect: "live-crash" },
  { name: "one failed, application consistency required", on: FROM_2012R2, settings: app, given: writer(7, "Non-retryable error"), status: "fail", effect: "will-fail" },
  { name: "failed state, last error not read", on: EVERY_RELEASE, given: writer(12, null), status: "fail" },
  { name: "failed state, last error known to be none", on: EVERY_RELEASE, given: writer(12, "none"), status: "pass" },
  { name: "waiting though no backup runs", on: EVERY_RELEASE, given: writer(5, "none"), status: "warning", effect: "warn" },
  { name: "waiting while a backup runs", on: EVERY_RELEASE, given: (of) => { writer(5, "none")(of); of.vm.secondaryOperational = "BackingUpVirtualMachine"; }, status: "pass" },
  { name: "waiting while a backup runs, in lower case", on: EVERY_RELEASE, given: (of) => { writer(5, "none")(of); of.vm.operational = ["ok", "backingupvirtualmachine"]; }, status: "pass" },
  { name: "waiting, whether a backup runs was not read", on: EVERY_RELEASE, given: (of) => { writer(3, "none")(of); of.vm.operational = null; of.vm.secondaryOperational = null; unread(of.vm, "secondaryOperational"); }, status: "unknown" },
  { name: "stable with a last error", on: EVERY_RELEASE, given: writer(1, "Retryable error"), status: "warning", effect: "warn" },
  { name: "stable, last error not understood", on: EVERY_RELEASE, given: writer(1, null), status: "unknown" },
  { name: "state 0", on: EVERY_RELEASE, given: writer(0, "none"), status: "unknown" },
  { name: "one failed, another not read", on: EVERY_RELEASE, given: (of) => { writer(9, "Timed out")(of); writer(null, null, 1)(of); }, status: "fail" },
  { name: "empty list", on: EVERY_RELEASE, given: inGuest((guest) => { guest.vssWriters = []; }), status: "unknown" },
  { name: "writers not read", on: EVERY_RELEASE, given: (of) => { inGuest((guest) => { guest.vssWriters = null; })(of); unread(of.vm, "guest.vssWriters"); }, status: "unknown" },
  { name: "Linux", on: EVERY_RELEASE, family: "linux", given: () => undefined, status: "not-applicable" },
  { name: "nothing read of the guest", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; }, status: "unknown" },
];
