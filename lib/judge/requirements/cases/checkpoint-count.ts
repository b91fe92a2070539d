import { type Case, EVERY_RELEASE, unread } from "./case";

const many = (count: number): Case["given"] => ({ vm }) => {
  vm.checkpoints = Array.from({ length: count }, () => ({ id: null, name: "c", type: "Standard", createdAt: null, isAutomatic: false }));
};

export const cases: Case[] = [
  { name: "none", on: EVERY_RELEASE, given: many(0), status: "pass" },
  { name: "39", on: EVERY_RELEASE, given: many(39), status: "pass" },
  { name: "40", on: EVERY_RELEASE, given: many(40), status: "warning", effect: "warn" },
  { name: "50", on: EVERY_RELEASE, given: many(50), status: "warning", effect: "warn" },
  { name: "five with a limit of five", on: EVERY_RELEASE, settings: { checkpointCountWarn: 5 }, given: many(5), status: "warning", effect: "warn" },
  { name: "checkpoints not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.checkpoints = null; unread(vm, "checkpoints"); }, status: "unknown" },
];
