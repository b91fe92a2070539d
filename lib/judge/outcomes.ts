import { isNonBlocking } from "./non-blocking";
import { AGENT_REQUIREMENTS, cellOf, isHeadline, PLAN, RANK, stopsEverywhere, type Planned } from "./plan";
import { notApplicable, type Outcome, unknown } from "./outcome";
import type { Cell, Facts, Family } from "./requirement";
import type { Situation } from "./situation";

export type OnCheckError = (requirement: string, error: unknown) => void;
export const FAMILIES: readonly Family[] = ["windows", "linux", "bsd", "other"];

function crashed(id: string, error: unknown, onError: OnCheckError | undefined): Outcome {
  onError?.(id, error);
  const text = error instanceof Error ? error.message : String(error);
  return unknown([{ fact: `judge.${id}`, reason: "error", text }], [], `The check of ${id} failed: ${text}`);
}

/** Without a bucket only a row that is WILL-FAIL in all six columns can be proven (domain.md 4.2, step 4). */
function withoutBucket(planned: Planned, facts: Facts, at: Situation, onError: OnCheckError | undefined): Outcome {
  const { requirement } = planned;
  const stops = Object.keys(requirement.rows).filter((key) => {
    const row = requirement.rows[key];
    return row !== undefined && stopsEverywhere(row);
  });
  const unread = unknown([at.missing("host", "osVersion")], [], "The host's Windows version was not read.");
  if (stops.length === 0) return unread;
  const outcome = run(planned, facts, at, onError);
  const hits = outcome.hits.filter((key) => stops.includes(key));
  return hits.length > 0 ? { ...outcome, hits, open: [] } : unread;
}

function run(planned: Planned, facts: Facts, at: Situation, onError: OnCheckError | undefined): Outcome {
  try {
    return planned.requirement.check(facts, at);
  } catch (error) {
    return crashed(planned.requirement.id, error, onError);
  }
}

/** Cells that change neither headline nor coverage: a row that can hit no other holds nothing open. */
const QUIET: ReadonlySet<Cell> = new Set<Cell>(["warn", "info", "pass", "n-a", "offline"]);

let silent = { release: "", outcome: notApplicable("") };
/** Shared by every requirement that has nothing to say on a release. */
function silentOn(release: string): Outcome {
  if (silent.release !== release) silent = { release, outcome: notApplicable(`Does not apply on ${release} hosts.`) };
  return silent.outcome;
}

function one(planned: Planned, facts: Facts, at: Situation, column: number | null, onError: OnCheckError | undefined): Outcome {
  const { requirement } = planned;
  if (at.api === "guest-agent" && !AGENT_REQUIREMENTS.has(requirement.id)) return notApplicable("The backup runs inside the guest; the host takes no part.");
  if (column === null) return withoutBucket(planned, facts, at, onError);
  if (planned.silent[column] === true) return silentOn(at.release);
  const outcome = run(planned, facts, at, onError);
  if (outcome.open.length === 0) return outcome;
  const holdsNothing = outcome.status === "unknown" && outcome.missing.every((entry) => isNonBlocking(entry.fact));
  const open = holdsNothing ? [] : outcome.open.filter((key) => !QUIET.has(cellOf(requirement, key, column)));
  return open.length === outcome.open.length ? outcome : { ...outcome, open };
}

/** One outcome per requirement, in the order of the registry, for the family that the situation names. */
export function outcomesOf(facts: Facts, at: Situation, column: number | null, onError?: OnCheckError): Outcome[] {
  const outcomes: Outcome[] = new Array<Outcome>(PLAN.length);
  for (const planned of PLAN) outcomes[planned.index] = one(planned, facts, at, column, onError);
  return outcomes;
}

/**
 * Outcomes for each family when nobody named the guest's: checks that cannot depend on it run once.
 * Shape: one array per family of FAMILIES.
 */
export function outcomesByFamily(facts: Facts, at: Situation, column: number | null, onError?: OnCheckError): Outcome[][] {
  const shared = outcomesOf(facts, { ...at, family: "windows" }, column, onError);
  return FAMILIES.map((family) => {
    if (family === "windows") return shared;
    const of = { ...at, family };
    return PLAN.map((planned) => (planned.byFamily ? one(planned, facts, of, column, onError) : shared[planned.index] ?? notApplicable("–")));
  });
}

function severity({ requirement }: Planned, { hits }: Outcome, column: number): number {
  let worst = -1;
  for (const key of hits) {
    const cell = cellOf(requirement, key, column);
    if (isHeadline(cell)) worst = Math.max(worst, RANK[cell]);
  }
  return worst;
}

/**
 * What is shown of one requirement when the family is unknown: what all four agree on, in its mildest cell because only
 * that is certain; else unknown for want of the family.
 */
export function agreed(planned: Planned, outcomes: readonly Outcome[], at: Situation, column: number | null): Outcome {
  const first = outcomes[0];
  if (first === undefined) return notApplicable("–");
  if (outcomes.every((outcome) => outcome === first)) return first;
  if (outcomes.every((outcome) => outcome.status === first.status)) {
    if (first.status !== "fail") return first;
    return outcomes.reduce((mildest, outcome) => (severity(planned, outcome, column ?? 0) < severity(planned, mildest, column ?? 0) ? outcome : mildest));
  }
  const failing = outcomes.filter((outcome) => outcome.status !== "not-applicable");
  if (failing.length > 0 && failing.every((outcome) => outcome.status === "pass")) return failing[0] ?? first;
  const missing = [at.missing("guest", "osFamily"), ...outcomes.flatMap((outcome) => outcome.missing)];
  const seen = new Set<string>();
  return unknown(missing.filter((entry) => !seen.has(entry.fact) && seen.add(entry.fact)), [...new Set(outcomes.flatMap((outcome) => [...outcome.hits, ...outcome.open]))], "Which system runs in the guest was not read.");
}
