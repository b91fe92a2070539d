import { type Case, EVERY_RELEASE } from "./case";

export const cases: Case[] = [
  { name: "a name of its own", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "two VMs of one name", on: EVERY_RELEASE, neighbours: { sameName: 2 }, given: () => undefined, status: "warning", effect: "warn" },
  { name: "a slash in the name", on: EVERY_RELEASE, given: ({ vm }) => { vm.name = "web/1"; }, status: "warning", effect: "warn" },
  { name: "both", on: EVERY_RELEASE, neighbours: { sameName: 3 }, given: ({ vm }) => { vm.name = "a/b'; Remove-VM *; '"; }, status: "warning", effect: "warn" },
  { name: "id not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.id = null; }, status: "unknown", effect: null },
];
