import { type Case, EVERY_RELEASE, FROM_2012, FROM_2012R2, unread, UP_TO_2012 } from "./case";

const inState = (state: string | null, stateRaw: number | null = null): Case["given"] => ({ vm }) => { vm.state = state; vm.stateRaw = stateRaw; };

export const cases: Case[] = [
  { name: "Running", on: EVERY_RELEASE, given: () => undefined, status: "pass" },
  { name: "Running by number", on: EVERY_RELEASE, given: inState(null, 2), status: "pass" },
  ...["Off", "Hibernated", "Saved", "FastSaved"].map((state): Case => ({ name: state, on: EVERY_RELEASE, given: inState(state), status: "info", effect: "offline" })),
  { name: "Paused", on: UP_TO_2012, given: inState("Paused"), status: "fail", effect: "saved-state" },
  { name: "Paused", on: FROM_2012R2, given: inState("Paused"), status: "fail", effect: "live-unverified" },
  { name: "a replica that is paused", on: FROM_2012, given: ({ vm }) => { vm.state = "Paused"; vm.replicationMode = "Replica"; vm.replicationState = "Replicating"; vm.replicationHealth = "Normal"; }, status: "info", effect: "offline" },
  ...["Starting", "Stopping", "Saving", "FastSaving", "Pausing", "Resuming", "Reset", "ForceShutdown", "ForceReboot", "ComponentServicing", "Other"].map((state): Case => ({ name: state, on: EVERY_RELEASE, given: inState(state), status: "unknown", effect: "unknown" })),
  { name: "RunningCritical", on: EVERY_RELEASE, given: inState("RunningCritical"), status: "not-applicable" },
  { name: "a number that builds read differently", on: EVERY_RELEASE, given: inState(null, 32783), status: "unknown", effect: null },
  { name: "a word of no list", on: EVERY_RELEASE, given: inState("Daydreaming"), status: "unknown", effect: null },
  { name: "not read", on: EVERY_RELEASE, given: (of) => { inState(null)(of); unread(of.vm, "state"); }, status: "unknown", effect: null },
];
