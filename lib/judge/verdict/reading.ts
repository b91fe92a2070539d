import type { Outcome } from "../outcome";
import { cellOf, indexOf, isHeadline, PLAN, type Planned, RANK } from "../plan";
import type { Cell, Family, Headline } from "../requirement";
import type { Situation } from "../situation";

/** Steps 4 and 6 to 10 of domain.md 4.2, read once with known facts only (best) or with what is unread failing (worst). */
export interface Reading {
  headline: Headline | "offline" | "unknown";
  coverage: "full" | "partial";
  /** Registry index of the requirement that set the headline; -1 for the start value, -2 for the state. */
  by: number;
  coverageBy: number;
  /** Headline before step 8 and after it, for the reasoning; null when the step was not reached. */
  afterGuest: Headline | null;
}
export interface ReadingInput {
  speaking: readonly Speaking[];
  /** Registry index of a requirement that is read as passed, -1 for none. */
  passed: number;
  at: Situation;
  /** Family assumed for step 8. */
  family: Family | null;
  column: number;
  worst: boolean;
}

/** A requirement with rows hit or still open; of the others no step hears anything. */
export interface Speaking {
  planned: Planned;
  outcome: Outcome;
}

/** The outcomes that a step could hear, in the order of the registry. */
export function speakingOf(outcomes: readonly Outcome[]): Speaking[] {
  const speaking: Speaking[] = [];
  for (const planned of PLAN) {
    const outcome = outcomes[planned.index];
    if (outcome !== undefined && (outcome.hits.length > 0 || outcome.open.length > 0)) speaking.push({ planned, outcome });
  }
  return speaking;
}

const NOT_TRIED: ReadonlySet<string> = new Set(["replica-test", "collector-rights", "guest-bitlocker"]);
const STATE_UNKNOWN: ReadonlySet<string> = new Set(["vm-version-range", "host-storage-replica"]);
/** A cell that is heard in a step, and the registry index of its requirement. */
interface Heard {
  cell: Cell;
  index: number;
}

/** Every cell of the parts that known facts hit and, where `withOpen`, that missing ones could hit. */
function heard(input: ReadingInput, parts: string, withOpen: boolean): Heard[] {
  const cells: Heard[] = [];
  for (const { planned, outcome } of input.speaking) {
    const { index, requirement } = planned;
    if (index === input.passed || !parts.includes(requirement.part.charAt(0))) continue;
    for (const key of outcome.hits) cells.push({ cell: cellOf(requirement, key, input.column), index });
    if (!withOpen || NOT_TRIED.has(requirement.id)) continue;
    for (const key of outcome.open) cells.push({ cell: cellOf(requirement, key, input.column), index });
  }
  return cells;
}

/** Requirements that speak of a running VM only say nothing of one that does not run. */
function silentNow(index: number, at: Situation): boolean {
  return at.power !== null && at.power !== "running" && PLAN[index]?.requirement.asks === "running";
}

/** First hard stop: a WILL-FAIL cell of part A, B or D; -1 when there is none. */
export function hardStop(input: ReadingInput): number {
  for (const { cell, index } of heard(input, "ABD", input.worst)) if (cell === "will-fail" && !silentNow(index, input.at)) return index;
  return -1;
}

/** First requirement whose cell makes the evidence impossible or not to be judged (step 6); -1 when there is none. */
export function impossible(input: ReadingInput): number {
  for (const { cell, index } of heard(input, "E", input.worst)) {
    const id = PLAN[index]?.requirement.id ?? "";
    if (cell !== "unknown" || !STATE_UNKNOWN.has(id)) continue;
    // A running VM cannot lie on a Storage Replica destination: such a volume is not mounted.
    if (id !== "host-storage-replica" || input.at.power !== "running") return index;
  }
  return -1;
}

function isOld(at: Situation): boolean {
  return at.api !== "guest-agent" && (at.bucket === "W08R2" || at.bucket === "W12");
}

/** A static row with SAVED-STATE in its cell is known to be hit: the writer saves the VM without asking the guest. */
function knownSavedState(input: ReadingInput): boolean {
  if (!isOld(input.at)) return false;
  if (input.at.power === "paused") return true;
  if (input.at.power !== "running") return false;
  let found = false;
  for (const { planned, outcome } of input.speaking) {
    if (planned.requirement.part !== "C-static" || planned.index === input.passed) continue;
    for (const key of outcome.hits) if (cellOf(planned.requirement, key, input.column) === "saved-state") found = true;
  }
  return found;
}

function startOf(input: ReadingInput): Headline {
  if (input.family === "windows") return "live-application";
  if (input.at.api === "guest-agent") return "live-unverified";
  return input.family === "other" ? "live-crash" : "live-filesystem";
}

/** A system that nothing can flush starts at live-crash because of what it is; every other start is the best there is. */
function startedBy({ at, family }: ReadingInput): number {
  return family === "other" && at.api !== "guest-agent" ? indexOf("guest-os-vss") : -1;
}

function coverageOf(input: ReadingInput, withOpen: boolean): { coverage: "full" | "partial"; coverageBy: number } {
  if (input.at.api === "guest-agent") return { coverage: "full", coverageBy: -1 };
  for (const { cell, index } of heard(input, "ABCDE", withOpen)) if (cell === "partial") return { coverage: "partial", coverageBy: index };
  return { coverage: "full", coverageBy: -1 };
}

interface Lowest {
  headline: Headline;
  by: number;
}
function lower(lowest: Lowest, { cell, index }: Heard): void {
  if (!isHeadline(cell) || RANK[cell] <= RANK[lowest.headline]) return;
  lowest.headline = cell;
  lowest.by = index;
}

/** Reads steps 4 and 6 to 10. The caller has settled steps 1 to 3 and 5. */
export function read(input: ReadingInput): Reading {
  const { at, worst } = input;
  const unjudged = impossible(input);
  if (worst && unjudged >= 0) return { headline: "unknown", coverage: "full", by: unjudged, coverageBy: -1, afterGuest: null };
  const stop = hardStop(input);
  if (stop >= 0) return { headline: "will-fail", coverage: "full", by: stop, coverageBy: -1, afterGuest: null };
  if (unjudged >= 0) return { headline: "unknown", coverage: "full", by: unjudged, coverageBy: -1, afterGuest: null };
  if (at.replicaAtRest || at.power === "off" || at.power === "saved") {
    return { headline: "offline", by: -2, afterGuest: null, ...coverageOf(input, false) };
  }
  const paused = at.power === "paused";
  const saved = knownSavedState(input);
  const lowest: Lowest = { headline: paused ? (isOld(at) ? "saved-state" : "live-unverified") : startOf(input), by: paused ? -2 : startedBy(input) };
  const guestAsked = !paused && (at.api !== "guest-agent" || input.family === "windows");
  if (guestAsked) {
    for (const each of heard(input, "C", worst && !saved)) {
      if (!saved || PLAN[each.index]?.requirement.part !== "C-run-time") lower(lowest, each);
    }
  }
  const afterGuest = lowest.headline;
  for (const each of heard(input, "ABD", worst && !saved)) {
    if (each.cell !== "will-fail" && !silentNow(each.index, at)) lower(lowest, each);
  }
  const { headline, by } = lowest;
  return { headline, by, afterGuest, ...(headline === "will-fail" ? { coverage: "full" as const, coverageBy: -1 } : coverageOf(input, worst && !saved && !paused)) };
}
