import { type Case, EVERY_RELEASE, unread } from "./case";

export const cases: Case[] = [
  { name: "no leftover", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "read, and there is none", on: EVERY_RELEASE, given: ({ vm }) => { vm.orphanFiles = null; vm.absent.push({ fact: "orphanFiles", reason: "empty" }); }, status: "pass" },
  { name: "two leftovers", on: EVERY_RELEASE, given: ({ vm }) => { vm.orphanFiles = ["D:\\VMs\\VM01\\disk0_AutoRecovery.avhdx", "D:\\VMs\\VM01\\disk0.vhdx.mrt"]; }, status: "warning", effect: "warn" },
  { name: "files not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.orphanFiles = null; unread(vm, "orphanFiles"); }, status: "unknown" },
];
