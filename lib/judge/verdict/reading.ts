import type { Outcome } from "../outcome";
import { cellOf, isHeadline, PLAN, type Planned, RANK } from "../plan";
import type { Family, Headline } from "../requirement";
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
const NO_KEYS: readonly string[] = [];

/** Calls `visit` with every cell of the parts that known facts hit and, where `withOpen`, that missing ones could hit. */
function cells(input: ReadingInput, parts: string, withOpen: boolean, visit: (cell: string, index: number) => void): void {
  for (const { planned, outcome } of input.speaking) {
    const { requirement } = planned;
    if (planned.index === input.passed || !parts.includes(requirement.part.charAt(0))) continue;
    for (const key of outcome.hits) visit(cellOf(requirement, key, input.column), planned.index);
    const open = withOpen && !NOT_TRIED.has(requirement.id) ? outcome.open : NO_KEYS;
    for (const key of open) visit(cellOf(requirement, key, input.column), planned.index);
  }
}

/** Requirements that speak of a running VM only say nothing of one that does not run. */
function silentNow(index: number, at: Situation): boolean {
  return at.power !== null && at.power !== "running" && PLAN[index]?.requirement.asks === "running";
}

/** First hard stop: a WILL-FAIL cell of part A, B or D; -1 when there is none. */
export function hardStop(input: ReadingInput): number {
  let found = -1;
  cells(input, "ABD", input.worst, (cell, index) => {
    if (found < 0 && cell === "will-fail" && !silentNow(index, input.at)) found = index;
  });
  return found;
}

/** First requirement whose cell makes the evidence impossible or not to be judged (step 6); -1 when there is none. */
export function impossible(input: ReadingInput): number {
  let found = -1;
  cells(input, "E", input.worst, (cell, index) => {
    const id = PLAN[index]?.requirement.id ?? "";
    if (found >= 0 || cell !== "unknown" || !STATE_UNKNOWN.has(id)) return;
    // A running VM cannot lie on a Storage Replica destination: such a volume is not mounted.
    if (id === "host-storage-replica" && input.at.power === "running") return;
    found = index;
  });
  return found;
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

function coverageOf(input: ReadingInput, withOpen: boolean): { coverage: "full" | "partial"; coverageBy: number } {
  if (input.at.api === "guest-agent") return { coverage: "full", coverageBy: -1 };
  let by = -1;
  cells(input, "ABCDE", withOpen, (cell, index) => {
    if (by < 0 && cell === "partial") by = index;
  });
  return { coverage: by < 0 ? "full" : "partial", coverageBy: by };
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
  let headline: Headline = paused ? (isOld(at) ? "saved-state" : "live-unverified") : startOf(input);
  let by = paused ? -2 : -1;
  const lower = (cell: string, index: number) => {
    if (isHeadline(cell as Headline) && RANK[cell as Headline] > RANK[headline]) {
      headline = cell as Headline;
      by = index;
    }
  };
  const guestAsked = !paused && (at.api !== "guest-agent" || input.family === "windows");
  if (guestAsked) {
    cells(input, "C", worst && !saved, (cell, index) => {
      const runTime = PLAN[index]?.requirement.part === "C-run-time";
      if (!(runTime && saved)) lower(cell, index);
    });
  }
  const afterGuest = headline;
  cells(input, "ABD", worst && !saved, (cell, index) => {
    if (cell !== "will-fail" && !silentNow(index, at)) lower(cell, index);
  });
  return { headline, by, afterGuest, ...(headline === "will-fail" ? { coverage: "full" as const, coverageBy: -1 } : coverageOf(input, worst && !saved && !paused)) };
}
