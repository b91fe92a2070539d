import type { Finding, Score, ScoreLine } from "./judgement";
import { cellOf, idAt, indexOf, isHeadline, PLAN } from "./plan";
import type { Headline } from "./requirement";
import type { Decision } from "./verdict/decide";
import { isReady } from "./verdict/decide";
import type { Reading, Speaking } from "./verdict/reading";

/** Top of the band of each headline: the consequence weighs, not the number of findings. */
const TOP: Readonly<Record<Headline, number>> = {
  "live-application": 79, "live-filesystem": 79, "live-unverified": 79, "live-crash": 59, "saved-state": 39, "will-fail": 19,
};
const READY = 100;
const PARTIAL = 5;
const MOST_FAULTS = 4;
const MOST_NOTES = 5;

const HEADLINE_WORDS: Readonly<Record<Headline, string>> = {
  "live-application": "Some data is left out", "live-filesystem": "Some data is left out", "live-unverified": "Quality not proven",
  "live-crash": "Only like a power cut", "saved-state": "Pauses during the backup", "will-fail": "The backup fails",
};

type Sets = readonly (readonly Speaking[])[];

function lowers({ planned, outcome }: Speaking, column: number, withOpen: boolean): boolean {
  for (const key of withOpen ? [...outcome.hits, ...outcome.open] : outcome.hits) {
    const cell = cellOf(planned.requirement, key, column);
    if (isHeadline(cell) || cell === "partial") return true;
  }
  return false;
}

/** Requirements whose cells change headline or coverage, but for the one that set the headline. */
function otherFaults(sets: Sets, column: number, decidedBy: number, withOpen: boolean): number[] {
  const times = new Map<number, number>();
  for (const speaking of sets) {
    for (const each of speaking) {
      const { index, requirement } = each.planned;
      if (index === decidedBy || requirement.part === "E" || requirement.part === "F" || !lowers(each, column, withOpen)) continue;
      times.set(index, (times.get(index) ?? 0) + 1);
    }
  }
  const found: number[] = [];
  for (const [index, count] of times) if (withOpen || count === sets.length) found.push(index);
  return found.sort((a, b) => a - b);
}

interface Notes {
  warnings: Finding[];
  quietUnknowns: Finding[];
  allUnknowns: number;
}
function notesOf(findings: readonly Finding[]): Notes {
  const warnings: Finding[] = [];
  const quietUnknowns: Finding[] = [];
  let allUnknowns = 0;
  for (const finding of findings) {
    if (finding.latent) continue;
    if (finding.effect === "warn") warnings.push(finding);
    else if (finding.status === "unknown" || finding.missing.length > 0) {
      allUnknowns += 1;
      if (finding.status === "unknown" && finding.open.length === 0) quietUnknowns.push(finding);
    }
  }
  return { warnings, quietUnknowns, allUnknowns };
}

function linesOf(reading: Reading, decision: Decision, faults: readonly number[], notes: Notes): ScoreLine[] {
  const headline = reading.headline;
  if (headline === "offline" || headline === "unknown") return [];
  const lines: ScoreLine[] = [{ label: "Start", requirement: null, points: READY }];
  if (!isReady(headline, reading.coverage, decision.bestFamily)) {
    const by = reading.by >= 0 ? reading.by : reading.coverageBy;
    lines.push({ label: HEADLINE_WORDS[headline], requirement: idAt(by), points: TOP[headline] - READY });
    const onlyPartial = headline === "live-application" || headline === "live-filesystem";
    if (reading.coverage === "partial" && !onlyPartial) lines.push({ label: "Some data is left out", requirement: idAt(reading.coverageBy), points: -PARTIAL });
    for (const index of faults.slice(0, MOST_FAULTS)) lines.push({ label: PLAN[index]?.requirement.title ?? "", requirement: idAt(index), points: -1 });
  }
  for (const finding of [...notes.warnings, ...notes.quietUnknowns].slice(0, MOST_NOTES)) {
    const title = PLAN[indexOf(finding.requirement)]?.requirement.title ?? finding.requirement;
    lines.push({ label: finding.status === "unknown" ? `Unknown: ${title}` : title, requirement: finding.requirement, points: -1 });
  }
  return lines;
}

/** What is unread could lie outside the backup; under a known saved state the verdict counts that as full, the score does not. */
function couldBePartial(sets: Sets, column: number): boolean {
  return sets.some((speaking) => speaking.some(({ planned, outcome }) => outcome.open.some((key) => cellOf(planned.requirement, key, column) === "partial")));
}

function lowOf(decision: Decision, faults: number, notes: Notes, openPartial: boolean): number {
  const worst = decision.worstReading;
  if (worst === null || worst.headline === "unknown" || worst.headline === "offline") return 0;
  const ready = isReady(worst.headline, worst.coverage, decision.bestFamily);
  const onlyPartial = worst.headline === "live-application" || worst.headline === "live-filesystem";
  const top = ready ? READY : TOP[worst.headline];
  const partial = !ready && !onlyPartial && (openPartial || worst.coverage === "partial") ? PARTIAL : 0;
  return top - partial - (ready ? 0 : Math.min(MOST_FAULTS, faults)) - Math.min(MOST_NOTES, notes.warnings.length + notes.allUnknowns);
}

const WILL_FAIL: Reading = { headline: "will-fail", coverage: "full", by: -1, coverageBy: -1, afterGuest: null };

/**
 * 0 to 100 (issue: bands ready 80 to 100, unverified or only partial 60 to 79, crash 40 to 59, saved-state 20 to 39,
 * will-fail 0 to 19). `low` is the worst reading of step 11, `high` the best; 0 to 100 where the order ended earlier.
 * Null for VMs that are offline or excluded. A hard stop that is proven without all core facts has no floor: low is 0.
 */
export function scoreOf(decision: Decision, sets: Sets, column: number, findings: readonly Finding[], coreFactsKnown: boolean): Score | null {
  if (decision.class === "offline" || decision.class === "excluded") return null;
  const stopped = decision.ending === "hard-stop";
  if (decision.bestReading === null && !stopped) return { low: 0, high: READY, lines: [{ label: "Start", requirement: null, points: READY }] };
  const notes = notesOf(findings);
  const openPartial = couldBePartial(sets, column);
  const best = stopped ? { ...WILL_FAIL, by: decision.decidedBy } : decision.bestReading ?? WILL_FAIL;
  const lines = linesOf(best, decision, otherFaults(sets, column, best.by >= 0 ? best.by : best.coverageBy, false), notes);
  const high = lines.reduce((sum, line) => sum + line.points, 0);
  if (stopped || best.headline === "will-fail") {
    const faults = otherFaults(sets, column, best.by, true).length;
    return { low: !coreFactsKnown ? 0 : Math.min(high, lowOf({ ...decision, worstReading: best }, faults, notes, openPartial)), high, lines };
  }
  const worst = decision.worstReading ?? best;
  const low = lowOf(decision, otherFaults(sets, column, worst.by >= 0 ? worst.by : worst.coverageBy, true).length, notes, openPartial);
  return { low: Math.min(low, high), high, lines };
}
