import { type Case, EVERY_RELEASE, unread } from "./case";

const kinds = (...types: (string | null)[]): Case["given"] => ({ vm }) => {
  vm.checkpoints = types.map((type) => ({ id: null, name: "before the update", type, createdAt: null, isAutomatic: true }));
};

export const cases: Case[] = [
  { name: "none", on: EVERY_RELEASE, given: kinds(), status: "pass" },
  { name: "checkpoints of backup and replica", on: EVERY_RELEASE, given: kinds("Recovery", "Replica"), status: "pass" },
  { name: "one of a user", on: EVERY_RELEASE, given: kinds("Standard"), status: "warning", effect: "warn" },
  { name: "two on a host with Windows Server Backup", on: EVERY_RELEASE, settings: { product: { isWsb: true } }, given: kinds("Standard", "Standard", null), status: "warning", effect: "warn" },
  { name: "kind not read", on: EVERY_RELEASE, given: kinds("Recovery", null), status: "unknown" },
  { name: "kind is a word of no list", on: EVERY_RELEASE, given: kinds("Benutzer"), status: "unknown" },
  { name: "checkpoints not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.checkpoints = null; unread(vm, "checkpoints"); }, status: "unknown" },
];
