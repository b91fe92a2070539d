import { type Case, EVERY_RELEASE, FROM_2012R2, FROM_2016, unread, UP_TO_2012 } from "./case";

const controllers = (generation: number | null, scsi: number | null): Case["given"] => ({ vm }) => {
  vm.generation = generation;
  vm.controllers = { ide: 2, scsi, scsiFreeSlots: 0, pmem: 0 };
};

export const cases: Case[] = [
  { name: "healthy", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "Generation 1 with an empty SCSI controller", on: EVERY_RELEASE, given: controllers(1, 1), status: "pass" },
  { name: "Generation 1 without", on: UP_TO_2012, given: controllers(1, 0), status: "pass", effect: null },
  { name: "Generation 1 without", on: ["2012R2"], given: controllers(1, 0), status: "fail", effect: "will-fail" },
  { name: "Generation 1 without, Linux", on: ["2012R2"], family: "linux", given: controllers(1, 0), status: "fail", effect: "will-fail" },
  { name: "Generation 1 without", on: FROM_2016, given: controllers(1, 0), status: "warning", effect: "warn" },
  { name: "version 5.0 without", on: ["2016", "2019"], given: (of) => { controllers(1, 0)(of); of.vm.version = "5.0"; }, status: "warning", effect: "warn" },
  { name: "Generation 2, controllers not read", on: FROM_2012R2, given: ({ vm }) => { vm.generation = 2; vm.controllers = null; }, status: "pass" },
  { name: "a SCSI controller, generation not read", on: FROM_2012R2, given: controllers(null, 1), status: "pass" },
  { name: "none, generation not read", on: FROM_2012R2, given: controllers(null, 0), status: "unknown", effect: null },
  { name: "Generation 1, count not read", on: FROM_2012R2, given: controllers(1, null), status: "unknown", effect: null },
  { name: "Generation 1, controllers not read", on: FROM_2012R2, given: ({ vm }) => { vm.generation = 1; vm.controllers = null; unread(vm, "controllers"); }, status: "unknown", effect: null },
  { name: "Generation 1 without, State not read", on: FROM_2012R2, given: (of) => { controllers(1, 0)(of); of.vm.state = null; of.vm.stateRaw = null; }, status: "unknown", effect: null },
  { name: "a generation of no list", on: FROM_2012R2, given: controllers(3, 0), status: "unknown", effect: null },
];
