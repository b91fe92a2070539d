import { numberOf, textOf } from "../raw";

/** Numbers up to here mean the same state in every build of the Hyper-V module; above, builds differ (domain.md 3.4). */
const LAST_SURE_STATE = 32_782;
const STATES: Readonly<Record<number, string>> = {
  1: "Other", 2: "Running", 3: "Off", 4: "Stopping", 6: "Saved", 9: "Paused", 10: "Starting", 11: "Reset",
  32773: "Saving", 32776: "Pausing", 32777: "Resuming", 32779: "FastSaved", 32780: "FastSaving", 32781: "ForceShutdown", 32782: "ForceReboot",
};

/** State by name and, where a number came, by number. A number that builds read differently has no name. */
export function stateFacts(value: unknown): { state: string | null; stateRaw: number | null } {
  const raw = numberOf(value);
  if (raw !== null) return { state: raw <= LAST_SURE_STATE ? STATES[raw] ?? null : null, stateRaw: raw };
  return { state: textOf(value), stateRaw: null };
}
