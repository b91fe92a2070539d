import { type Case, EVERY_RELEASE, unread } from "./case";

const operational = (...words: string[]): Case["given"] => ({ vm }) => { vm.operational = words; };

export const cases: Case[] = [
  { name: "healthy", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  ...["RunningCritical", "PausedCritical", "OffCritical"].map((state): Case => ({ name: state, on: EVERY_RELEASE, given: ({ vm }) => { vm.state = state; vm.stateRaw = null; }, status: "fail", effect: "will-fail" })),
  { name: "Degraded", on: EVERY_RELEASE, given: operational("Degraded"), status: "fail", effect: "will-fail" },
  { name: "CriticalIoError as the second status", on: EVERY_RELEASE, given: ({ vm }) => { vm.secondaryOperational = "CriticalIoError"; }, status: "fail", effect: "will-fail" },
  ...["MajorFailure", "CriticalFailure"].map((health): Case => ({ name: health, on: EVERY_RELEASE, given: ({ vm }) => { vm.healthState = health; }, status: "fail", effect: "will-fail" })),
  { name: "major failure of a VM that is off", on: EVERY_RELEASE, given: ({ vm }) => { vm.state = "Off"; vm.healthState = "MajorFailure"; }, status: "fail", effect: "will-fail" },
  { name: "predicted failure beside a fault is the fault", on: EVERY_RELEASE, given: operational("PredictiveFailure", "CriticalIoError"), status: "fail", effect: "will-fail" },
  { name: "PredictiveFailure", on: EVERY_RELEASE, given: operational("PredictiveFailure"), status: "warning", effect: "warn" },
  { name: "SupportingEntityInError", on: EVERY_RELEASE, given: operational("Ok", "SupportingEntityInError"), status: "warning", effect: "warn" },
  { name: "ApplicationCriticalState", on: EVERY_RELEASE, given: operational("ApplicationCriticalState"), status: "warning", effect: "warn" },
  { name: "an operation is not a fault", on: EVERY_RELEASE, given: operational("Ok", "BackingUpVirtualMachine"), status: "pass" },
  { name: "a status of no list", on: EVERY_RELEASE, given: operational("32799"), status: "unknown", effect: null },
  { name: "health by an unknown word", on: EVERY_RELEASE, given: ({ vm }) => { vm.healthState = "Poorly"; }, status: "unknown", effect: null },
  { name: "operational status not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.operational = null; unread(vm, "operational"); }, status: "unknown", effect: null },
  { name: "State not read", on: EVERY_RELEASE, given: ({ vm }) => { vm.state = null; vm.stateRaw = null; unread(vm, "state"); }, status: "unknown", effect: null },
  { name: "State not read, health known bad", on: EVERY_RELEASE, given: ({ vm }) => { vm.state = null; vm.stateRaw = null; vm.healthState = "CriticalFailure"; }, status: "fail", effect: "will-fail" },
];
