import type { Effect, Finding } from "./judgement";
import { cellOf, isHeadline, PLAN, RANK, type Planned } from "./plan";
import type { Outcome } from "./outcome";
import type { Cell, Status } from "./requirement";
import type { Situation } from "./situation";

const ORDER: Readonly<Record<Cell, number>> = {
  "n-a": 0, pass: 1, info: 2, warn: 3, offline: 4, "live-application": 5, "live-filesystem": 6, "live-unverified": 7,
  partial: 8, "live-crash": 9, "saved-state": 10, unknown: 11, "will-fail": 12, excluded: 13,
};
/** Column read while the bucket is missing: only rows alike in all six are hit then. */
const ANY_COLUMN = 0;

function statusOfCell(cell: Cell, unconfirmed: boolean): Status {
  if (cell === "warn") return "warning";
  if (cell === "info" || cell === "offline" || cell === "excluded") return "info";
  if (cell === "pass") return "pass";
  if (cell === "n-a") return "not-applicable";
  if (cell === "unknown") return "unknown";
  return unconfirmed ? "warning" : "fail";
}

function worstHit(planned: Planned, outcome: Outcome, column: number, at: Situation): { cell: Cell; status: Status } | null {
  let found: { cell: Cell; status: Status } | null = null;
  for (const key of outcome.hits) {
    const cell = cellOf(planned.requirement, key, column);
    if (found !== null && ORDER[found.cell] >= ORDER[cell]) continue;
    const unconfirmed = planned.requirement.rows[key]?.unconfirmed;
    // An agent in the guest is read in the columns of W12R2 whatever the bucket.
    const bucket = at.api === "guest-agent" ? "W12R2" : at.bucket;
    const weak = unconfirmed === true || (unconfirmed !== undefined && bucket !== null && unconfirmed.includes(bucket));
    found = { cell, status: statusOfCell(cell, weak) };
  }
  return found;
}

/** For a VM that does not run: what only matters once it runs (domain.md 4.2, step 7: steps 8 and 9 are shown as latent). */
function isLatent(planned: Planned, outcome: Outcome, column: number, at: Situation): boolean {
  const { power } = at;
  if (power === null || power === "running" || power === "transient" || power === "unreadable" || power === "critical") return false;
  if (outcome.hits.some((key) => cellOf(planned.requirement, key, column) === "partial")) return false;
  if (planned.guestPart || planned.requirement.asks === "running") return true;
  if (power === "paused") return false;
  const cells = [...outcome.hits, ...outcome.open].map((key) => cellOf(planned.requirement, key, column));
  return cells.some((cell) => isHeadline(cell) && RANK[cell] < RANK["will-fail"]) && !cells.includes("will-fail");
}

function effectOf(cell: Cell): Effect | null {
  return cell === "pass" || cell === "n-a" ? null : cell;
}

type Evidence = Finding["evidence"];
const NO_EVIDENCE: Evidence = [];

function evidenceOf(outcome: Outcome, at: Situation): Evidence {
  if (outcome.readings.length === 0) return NO_EVIDENCE;
  return outcome.readings.map(({ fact, reading }) => {
    if (!fact.startsWith("guest.")) return { fact, reading, readAt: at.readAt };
    const readAt = at.guestReadAt ?? at.readAt;
    return at.guestWritten ? { fact, reading, readAt, guestWritten: true } : { fact, reading, readAt };
  });
}

/** Turns the outcome of a requirement into the finding that people see. */
export function findingOf(planned: Planned, outcome: Outcome, column: number | null, at: Situation): Finding {
  const { status } = outcome;
  const hit = outcome.hits.length === 0 ? null : worstHit(planned, outcome, column ?? ANY_COLUMN, at);
  const finding: Finding = {
    requirement: planned.requirement.id,
    status: hit === null || status === "unknown" || status === "not-applicable" ? status : hit.status,
    effect: hit === null || status === "unknown" ? null : effectOf(hit.cell),
    because: outcome.because,
    observed: outcome.observed,
    expected: outcome.expected ?? planned.requirement.expected,
    evidence: evidenceOf(outcome, at),
    missing: outcome.missing,
    latent: status !== "pass" && status !== "not-applicable" && isLatent(planned, outcome, column ?? ANY_COLUMN, at),
    high: outcome.high === true,
    hits: outcome.hits,
    open: outcome.open,
  };
  if (outcome.subject !== undefined) finding.subject = outcome.subject;
  return finding;
}

/** Of each requirement the last finding that does not apply: it says nothing of the VM, so the next VM shares it. */
const quiet: { outcome: Outcome; finding: Finding }[] = [];

function quietFinding(planned: Planned, outcome: Outcome, at: Situation): Finding {
  const last = quiet[planned.index];
  if (last?.outcome === outcome) return last.finding;
  const finding = findingOf(planned, outcome, null, at);
  if (outcome.readings.length === 0) quiet[planned.index] = { outcome, finding };
  return finding;
}

/** All findings, in the order of the registry. Not to be written to: those that do not apply are shared between VMs. */
export function findingsOf(outcomes: readonly Outcome[], column: number | null, at: Situation): Finding[] {
  const findings: Finding[] = [];
  for (const planned of PLAN) {
    const outcome = outcomes[planned.index];
    if (outcome === undefined) continue;
    const isQuiet = outcome.status === "not-applicable" && outcome.hits.length === 0;
    findings.push(isQuiet ? quietFinding(planned, outcome, at) : findingOf(planned, outcome, column, at));
  }
  return findings;
}
