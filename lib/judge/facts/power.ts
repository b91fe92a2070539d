/**
 * Power of a VM from State (domain.md 1.1, 3.4, 4.2 steps 2 and 7). `unreadable`: a State was sent but is a bare number
 * above 32782, or a number or word of no list; `transient` states pass by themselves.
 */
export type Power = "running" | "paused" | "off" | "saved" | "transient" | "critical" | "unreadable";

const BY_NAME: Readonly<Record<string, Power>> = {
  running: "running", paused: "paused", off: "off", hibernated: "off", saved: "saved", fastsaved: "saved",
  starting: "transient", stopping: "transient", saving: "transient", fastsaving: "transient", pausing: "transient",
  resuming: "transient", reset: "transient", forceshutdown: "transient", forcereboot: "transient",
  componentservicing: "transient", other: "transient",
};
/** Numbers up to 32782 mean the same in every module build; above they differ and are never guessed. */
const NAME_BY_NUMBER: Readonly<Record<number, string>> = {
  1: "Other", 2: "Running", 3: "Off", 4: "Stopping", 6: "Saved", 9: "Paused", 10: "Starting", 11: "Reset",
  32773: "Saving", 32776: "Pausing", 32777: "Resuming", 32779: "FastSaved", 32780: "FastSaving", 32781: "ForceShutdown", 32782: "ForceReboot",
};

/** State by name: the word that was sent, or the name of a number that every build reads alike; null when neither. */
export function stateName(state: string | null, stateRaw: number | null): string | null {
  if (state !== null && state !== "" && !/^\d+$/.test(state)) return state;
  const number = state !== null && /^\d+$/.test(state) ? Number(state) : stateRaw;
  return number === null ? null : NAME_BY_NUMBER[number] ?? null;
}

/** Null when no State was sent at all. */
export function powerOf(state: string | null, stateRaw: number | null): Power | null {
  if ((state === null || state === "") && stateRaw === null) return null;
  const word = stateName(state, stateRaw);
  if (word === null) return "unreadable";
  const plain = word.toLowerCase();
  if (plain.endsWith("critical")) return "critical";
  return BY_NAME[plain] ?? "unreadable";
}
