import type { Finding, Step } from "../judgement";
import { indexOf, PLAN } from "../plan";
import type { Situation } from "../situation";
import type { Decision, Ending } from "./decide";

const GROUPS: readonly Step["group"][] = ["state", "state", "core facts", "hard stops", "core facts", "core facts", "state", "guest", "caps", "coverage", "unknowns", "unknowns"];
const LAST_STEP = 12;
const NONE: readonly string[] = [];
/** Step at which each ending stops the order. */
const STOPS_AT: Readonly<Record<Ending, number>> = {
  excluded: 1, "unreadable-state": 2, "hard-stop": 4, "core-fact": 5, impossible: 6, "replica-state": 6, transient: 7, compared: 11,
};
const FIRST_OF_PART: Readonly<Record<string, number>> = { A: 4, B: 9, "C-static": 8, "C-run-time": 8, D: 10, E: 7, F: 12 };

function stepOf(finding: Finding): number {
  if (finding.status === "unknown") return 11;
  const part = PLAN[indexOf(finding.requirement)]?.requirement.part ?? "F";
  if (finding.effect === "partial") return 10;
  if (finding.effect === "will-fail" && (part === "A" || part === "B" || part === "D")) return 4;
  if (finding.effect === "warn" || finding.effect === "info") return 12;
  return part === "A" ? 9 : FIRST_OF_PART[part] ?? 12;
}

function decidingStep(decision: Decision): number {
  if (decision.ending !== "compared") return STOPS_AT[decision.ending];
  if (decision.verdict === "unknown") return 11;
  const reading = decision.bestReading;
  if (reading === null || reading.by === -2 || decision.verdict === "offline") return 7;
  const part = reading.by >= 0 ? PLAN[reading.by]?.requirement.part : undefined;
  if (part !== undefined) return part.startsWith("C") ? 8 : reading.headline === "will-fail" ? 4 : 9;
  return reading.coverage === "partial" ? 10 : 11;
}

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;
const says: readonly ((decision: Decision, at: Situation, counts: readonly number[]) => string)[] = [
  (decision) => (decision.ending === "excluded" ? "A test replica: left out" : "Not a test replica"),
  (decision) => (decision.ending === "unreadable-state" ? "The state that was sent cannot be read" : "State can be read"),
  (_decision, _at, counts) => `${PLAN.length} requirements, ${counts[11] ?? 0} unknown`,
  (_decision, _at, counts) => (counts[4] === 0 ? "None is hit" : `${counts[4] ?? 0} hit`),
  (decision, at) => (decision.ending === "core-fact" ? (at.bucket === null ? "The host's Windows version is not known" : "A core fact is missing") : "Windows version, VM id and state are known"),
  (decision) => (decision.ending === "impossible" || decision.ending === "replica-state" ? "The evidence cannot be judged" : "The evidence fits together"),
  (_decision, at) => (at.replicaAtRest ? "Replica, not running" : at.power === null ? "State not read" : `${at.power.charAt(0).toUpperCase()}${at.power.slice(1)}`),
  (decision, _at, counts) => ((decision.bestReading?.afterGuest ?? null) === null ? "Not asked" : counts[8] === 0 ? "Takes part, as far as is known" : many(counts[8] ?? 0, "finding lowers the verdict", "findings lower the verdict")),
  (_decision, _at, counts) => (counts[9] === 0 ? "None lowers it" : many(counts[9] ?? 0, "lowers it", "lower it")),
  (decision) => (decision.coverage === "partial" ? "Some data lies outside the backup" : decision.coverage === "full" ? "Full, as far as is known" : "None"),
  (decision) => (decision.ending !== "compared" ? "Not compared" : decision.verdict === "unknown" ? "Could change the verdict" : decision.atBest ? "Could only make it worse" : "None that matters"),
  (_decision, _at, counts) => many(counts[12] ?? 0, "warning or note", "warnings and notes"),
];

/** The twelve steps of domain.md 4.2 with what came out of each, shown as seven groups. */
export function stepsOf(decision: Decision, at: Situation, findings: readonly Finding[]): Step[] {
  const requirements = new Map<number, string[]>();
  const counts = new Array<number>(LAST_STEP + 1).fill(0);
  for (const finding of findings) {
    if (finding.latent || (finding.effect === null && finding.status !== "unknown")) continue;
    const step = stepOf(finding);
    const list = requirements.get(step);
    if (list === undefined) requirements.set(step, [finding.requirement]);
    else list.push(finding.requirement);
    counts[step] = (counts[step] ?? 0) + 1;
  }
  const ends = STOPS_AT[decision.ending];
  const decided = decidingStep(decision);
  const guestSkipped = decision.ending === "compared" && (decision.bestReading?.afterGuest ?? null) === null;
  return says.map((say, index) => {
    const number = index + 1;
    const skipped = (number > ends && number < 12) || (guestSkipped && (number === 8 || number === 9) && decision.verdict !== "unknown");
    return { number, group: GROUPS[index] ?? "unknowns", says: skipped ? "Not reached" : say(decision, at, counts), requirements: requirements.get(number) ?? NONE, decided: number === decided, skipped };
  });
}
