import { type Case, EVERY_RELEASE, unread } from "./case";

export const cases: Case[] = [
  { name: "everything read", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "a listing refused", on: EVERY_RELEASE, given: ({ host }) => { host.attempted = [{ section: "checkpoints", complete: false, rows: 0, durationMs: 5, errors: [{ reason: "permission-denied", text: "Access is denied." }] }]; }, status: "unknown", effect: "unknown" },
  { name: "disks refused", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = null; unread(vm, "disks"); }, status: "unknown", effect: "unknown" },
  { name: "host writer refused", on: EVERY_RELEASE, given: ({ host }) => { host.hyperVVssWriter = null; host.absent.push({ fact: "hyperVVssWriter", reason: "permission-denied" }); }, status: "unknown", effect: "unknown" },
  { name: "cluster refused", on: EVERY_RELEASE, csv: true, given: ({ cluster }) => { if (cluster !== null) Object.assign(cluster, { csvs: null, absent: [{ fact: "csvs", reason: "permission-denied" }] }); }, status: "unknown", effect: "unknown" },
  { name: "guest refused", on: EVERY_RELEASE, given: ({ vm }) => { vm.guest = null; unread(vm, "guest"); }, status: "unknown", effect: "unknown" },
  { name: "not collected is not refused", on: EVERY_RELEASE, given: ({ vm }) => { vm.disks = null; vm.guest = null; }, status: "pass" },
  { name: "a listing that failed for another reason", on: EVERY_RELEASE, given: ({ host }) => { host.attempted = [{ section: "volumes", complete: false, rows: null, durationMs: null, errors: [{ reason: "unreachable", text: "RPC server unavailable" }] }]; }, status: "pass" },
];
