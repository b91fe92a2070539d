import type { ClassId, Consistency, Coverage, Outage, VerdictId } from "../judgement";
import type { Outcome } from "../outcome";
import { cellOf, indexOf, RANK } from "../plan";
import type { Family, Headline } from "../requirement";
import type { Records } from "../freshness";
import type { Situation } from "../situation";
import { FAMILIES } from "../outcomes";
import { hardStop, impossible, read, type Reading, type Speaking } from "./reading";

/** Where the order of domain.md 4.2 ended. */
export type Ending = "excluded" | "unreadable-state" | "hard-stop" | "core-fact" | "impossible" | "replica-state" | "transient" | "compared";

/** The verdict's bones: everything but sentences. */
export interface Decision {
  verdict: VerdictId;
  atBest: boolean;
  best: VerdictId | null;
  worst: VerdictId | null;
  class: ClassId;
  outage: Outage;
  consistency: Consistency;
  coverage: Coverage;
  ending: Ending;
  /** Best and worst reading of step 11; null where the order ended earlier. */
  bestReading: Reading | null;
  worstReading: Reading | null;
  bestFamily: Family | null;
  /** Registry index of the requirement that decided, -1 for none. */
  decidedBy: number;
}
export interface DecisionInput {
  /** One set of outcomes when the family is known, else one per family of FAMILIES. */
  sets: readonly (readonly Outcome[])[];
  /** Of each set what can be heard. */
  speaking: readonly (readonly Speaking[])[];
  /** Registry index of a requirement to judge as passed, -1 for none. */
  passed: number;
  at: Situation;
  column: number | null;
  records: Records;
}

/** Column with cells alike in all six stands for a missing bucket: only such rows are hit then. */
const ANY_COLUMN = 0;

type Bones = Pick<Decision, "verdict" | "ending"> & Partial<Decision>;
function decision(of: Bones): Decision {
  return {
    atBest: false, best: of.verdict, worst: of.verdict, class: "unknown", outage: "unknown", consistency: "unknown",
    coverage: "unknown", bestReading: null, worstReading: null, bestFamily: null, decidedBy: -1, ...of,
  };
}

function unknownAt(ending: Ending, decidedBy: number, outside: boolean): Decision {
  return decision({ verdict: "unknown", ending, best: null, worst: null, decidedBy, coverage: outside ? "partial" : "unknown" });
}

function offlineConsistency(at: Situation): Consistency {
  if (at.replicaAtRest) return "crash";
  return at.power === "saved" ? "saved-memory" : "at-rest";
}
function offline(at: Situation, ending: Ending, coverage: "full" | "partial", atBest: boolean, of: Partial<Decision> = {}): Decision {
  return decision({ verdict: "offline", ending, class: "offline", outage: "already-off", consistency: offlineConsistency(at), coverage, atBest, decidedBy: indexOf(at.replicaAtRest ? "replica-vm" : "vm-running"), ...of });
}

const CONSISTENCY: Readonly<Record<Headline, Consistency>> = {
  "live-application": "application", "live-filesystem": "filesystem", "live-unverified": "unverified", "live-crash": "crash", "saved-state": "crash", "will-fail": "none",
};
/** True where nothing better is possible for the guest and all data is inside: the only ready verdicts. */
export function isReady(headline: Reading["headline"], coverage: "full" | "partial", family: Family | null): boolean {
  if (coverage !== "full") return false;
  return headline === "live-application" || (headline === "live-filesystem" && (family === "linux" || family === "bsd"));
}

function live(headline: Headline, reading: Reading, family: Family | null, atBest: boolean): Pick<Decision, "class" | "outage" | "consistency" | "coverage"> {
  if (headline === "will-fail") return { class: "not-live", outage: "fails", consistency: "none", coverage: "none" };
  const coverage = reading.coverage;
  if (headline === "saved-state") return { class: "not-live", outage: "brief", consistency: "crash", coverage };
  const ready = isReady(headline, coverage, family) && !atBest;
  return { class: ready ? "ready" : "weaker", outage: "none", consistency: CONSISTENCY[headline], coverage };
}

function severity(reading: Reading): number {
  const headline = reading.headline;
  const base = headline === "unknown" ? 6 : headline === "offline" ? 0 : RANK[headline];
  return base * 2 + (reading.coverage === "partial" ? 1 : 0);
}

function compare(input: DecisionInput, column: number): Decision {
  const { at } = input;
  const families: readonly (Family | null)[] = input.sets.length === 1 ? [at.family] : FAMILIES;
  const runs = input.speaking.map((speaking, index) => {
    const family = families[index] ?? null;
    const { passed } = input;
    return { family, best: read({ speaking, passed, at, family, column, worst: false }), worst: read({ speaking, passed, at, family, column, worst: true }) };
  });
  const best = runs.reduce((kept, run) => (severity(run.best) < severity(kept.best) ? run : kept));
  const worst = runs.reduce((kept, run) => (severity(run.worst) > severity(kept.worst) ? run : kept));
  return settle(at, best.best, worst.worst, best.family);
}

function settle(at: Situation, best: Reading, worst: Reading, family: Family | null): Decision {
  const shared = { bestReading: best, worstReading: worst, bestFamily: family, ending: "compared" as const };
  const decidedBy = best.by >= 0 ? best.by : best.coverage === "partial" ? best.coverageBy : best.by === -2 ? indexOf("vm-running") : -1;
  if (best.headline === "unknown") return { ...unknownAt("impossible", best.by, false), ...shared, best: null, worst: null, bestReading: null, worstReading: null, ending: "impossible" };
  const worstId: VerdictId = worst.headline;
  if (best.headline === "offline") return offline(at, "compared", best.coverage, severity(worst) !== severity(best), { ...shared, worst: worstId });
  const same = best.headline === worst.headline && best.coverage === worst.coverage;
  const headline = best.headline;
  if (!same && isReady(headline, best.coverage, family)) {
    return decision({ verdict: "unknown", best: headline, worst: worstId, class: "unknown", coverage: "unknown", decidedBy: worst.by >= 0 ? worst.by : worst.coverageBy, ...shared });
  }
  const atBest = !same && headline !== "will-fail";
  return decision({ verdict: headline, atBest, best: headline, worst: worstId, decidedBy, ...shared, ...live(headline, best, family, atBest) });
}

/** The replica's state was sent but settles nothing: a bare number, or a name of neither list of domain.md 3.4. */
function replicaUnsettled(input: DecisionInput): boolean {
  const index = indexOf("replica-vm");
  if (!input.at.replicaAtRest || input.records.vm.replicationState === null || input.passed === index) return false;
  const outcome = input.sets[0]?.[index];
  return outcome?.status === "unknown" && outcome.missing.some((entry) => entry.fact === "vm.replicationState");
}

/** Some data is known to lie outside the backup; without a bucket, or with an agent in the guest, nothing is. */
function knownOutside({ at, column, passed, speaking }: DecisionInput): boolean {
  if (column === null || at.api === "guest-agent") return false;
  return speaking.every((set) => set.some(({ planned, outcome }) => planned.index !== passed && outcome.hits.some((key) => cellOf(planned.requirement, key, column) === "partial")));
}

/** Steps 1 to 11 of domain.md 4.2, in their order; nothing outside them changes a headline. */
export function decide(input: DecisionInput): Decision {
  const { at, records } = input;
  const column = input.column ?? ANY_COLUMN;
  if (records.vm.replicationMode === "TestReplica" && at.bucket !== "W08R2") {
    return decision({ verdict: "excluded", ending: "excluded", best: null, worst: null, class: "excluded", outage: "none", consistency: "none", coverage: "none", decidedBy: indexOf("replica-test") });
  }
  if (at.power === "unreadable") return unknownAt("unreadable-state", indexOf("vm-running"), knownOutside(input));
  const known = { speaking: input.speaking[0] ?? [], passed: input.passed, at, family: at.family, column, worst: false };
  const stop = hardStop(known);
  if (stop >= 0 || at.power === "critical") {
    return decision({ verdict: "will-fail", ending: "hard-stop", class: "not-live", outage: "fails", consistency: "none", coverage: "none", decidedBy: stop >= 0 ? stop : indexOf("vm-not-critical") });
  }
  if (at.bucket === null && records.vm.id !== null && (at.power === "off" || at.power === "saved")) return offline(at, "core-fact", "full", true);
  if (at.bucket === null || at.power === null || records.vm.id === null) return unknownAt("core-fact", -1, knownOutside(input));
  const cannotBe = impossible(known);
  if (cannotBe >= 0) return unknownAt("impossible", cannotBe, knownOutside(input));
  if (replicaUnsettled(input)) return unknownAt("replica-state", indexOf("replica-vm"), knownOutside(input));
  if (at.power === "transient" && !at.replicaAtRest) return unknownAt("transient", indexOf("vm-running"), knownOutside(input));
  return compare(input, column);
}
