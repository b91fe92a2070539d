import { type Case, EVERY_RELEASE, unread } from "./case";

const heartbeat = (word: string | null): Case["given"] => ({ vm }) => { vm.heartbeat = word; };

export const cases: Case[] = [
  ...["OkApplicationsHealthy", "OkApplicationsUnknown", "OkApplicationsCritical"].map((word): Case => ({ name: word, on: EVERY_RELEASE, given: heartbeat(word), status: "pass" })),
  ...["Disabled", "NoContact", "Error", "LostCommunication", "Paused"].map((word): Case => ({ name: word, on: EVERY_RELEASE, given: heartbeat(word), status: "warning", effect: "warn" })),
  { name: "Unknown by its own word", on: EVERY_RELEASE, given: heartbeat("Unknown"), status: "unknown", effect: null },
  { name: "not read", on: EVERY_RELEASE, given: (of) => { heartbeat(null)(of); unread(of.vm, "heartbeat"); }, status: "unknown", effect: null },
];
