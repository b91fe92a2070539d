import { type Case, EVERY_RELEASE, FROM_2016, type Given, UP_TO_2012R2 } from "./case";

function writer({ host }: Given, state: number | null, lastError: string | null = "none", present = true) {
  host.hyperVVssWriter = { present, state, lastError };
}
const FAILED: [string, (of: Given) => void][] = [
  ["writer not listed", (of) => writer(of, null, null, false)],
  ["state 6 with an error", (of) => writer(of, 6, "Timed out")],
  ["state 9, error not understood", (of) => writer(of, 9, null)],
  ["state 15 with an error", (of) => writer(of, 15, "Retryable error")],
];

export const cases: Case[] = [
  { name: "stable without an error", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  ...FAILED.map(([name, given]): Case => ({ name, on: UP_TO_2012R2, given, status: "fail", effect: "will-fail" })),
  ...FAILED.map(([name, given]): Case => ({ name: `${name}, product uses host VSS`, on: FROM_2016, settings: { product: { api: "vss" } }, given, status: "fail", effect: "will-fail" })),
  ...FAILED.map(([name, given]): Case => ({ name: `${name}, product not named`, on: FROM_2016, given, status: "warning", effect: "warn" })),
  { name: "state 8, last error known to be none", on: EVERY_RELEASE, given: (of) => writer(of, 8), status: "pass" },
  { name: "stable with a last error", on: EVERY_RELEASE, given: (of) => writer(of, 1, "Retryable error"), status: "warning", effect: "warn" },
  { name: "waiting, no backup runs", on: EVERY_RELEASE, given: (of) => writer(of, 5), status: "warning", effect: "warn" },
  { name: "waiting while this VM is backed up", on: EVERY_RELEASE, given: (of) => { writer(of, 5); of.vm.secondaryOperational = "BackingUpVirtualMachine"; }, status: "pass" },
  { name: "waiting while this VM is backed up, told by its first status", on: EVERY_RELEASE, given: (of) => { writer(of, 5); of.vm.operational = ["BackingUpVirtualMachine"]; }, status: "pass" },
  { name: "state 0", on: EVERY_RELEASE, given: (of) => writer(of, 0), status: "unknown" },
  { name: "state of no list", on: EVERY_RELEASE, given: (of) => writer(of, 16), status: "unknown" },
  { name: "state not read", on: EVERY_RELEASE, given: (of) => writer(of, null), status: "unknown" },
  { name: "stable, last error not read", on: EVERY_RELEASE, given: (of) => writer(of, 1, null), status: "unknown" },
  { name: "writer not read", on: EVERY_RELEASE, given: ({ host }) => { host.hyperVVssWriter = null; }, status: "unknown" },
];
