import type { Cluster, Host, Vm } from "@/lib/inventory/document";
import type { Finding, Judgement, Verdict } from "./judgement";
import { findingsOf } from "./findings";
import { freshRecords, type Records } from "./freshness";
import { agreed, type OnCheckError, outcomesByFamily, outcomesOf } from "./outcomes";
import { notApplicable, type Outcome, pass } from "./outcome";
import { columnOf, idAt, indexOf, PLAN } from "./plan";
import type { Settings } from "./policy";
import { NO_NEIGHBOURS, type Neighbours, type Situation, situationOf } from "./situation";
import { scoreOf } from "./score";
import { decide, type Decision, type DecisionInput } from "./verdict/decide";
import { withControllerWarning } from "./verdict/domain-controller";
import { speakingOf } from "./verdict/reading";
import { stepsOf } from "./verdict/steps";
import { badgesOf, becauseOf } from "./verdict/words";

/** The facts of one VM with its host and, on a cluster node, its cluster. */
export interface JudgeSubject {
  host: Host;
  cluster: Cluster | null;
  vm: Vm;
  /** The sender's interval, for guest facts that come as a file. */
  intervalSeconds?: number | null;
}
export interface JudgeOptions {
  settings: Settings;
  /** Milliseconds since 1970. The judge has no clock. */
  now: number;
  neighbours?: Neighbours;
  /** Requirements taken as met: what a VM would be with them mended. */
  assumePassed?: readonly string[];
  /** Told of a check that threw; its finding alone is unknown. */
  onCheckError?: OnCheckError;
}

/** Everything between facts and sentences; the fixes need it too. */
export interface Examined {
  at: Situation;
  records: Records;
  column: number | null;
  sets: readonly (readonly Outcome[])[];
  shown: readonly Outcome[];
  findings: Finding[];
}

const PASSED = pass("", "", []);

/** Runs every check once (once per family where nobody named the guest's). */
export function examine(subject: JudgeSubject, options: JudgeOptions): Examined {
  const examined = examineFacts(subject, options);
  if (options.assumePassed === undefined || options.assumePassed.length === 0) return examined;
  const assumed = new Set(options.assumePassed.map(indexOf));
  const passing = (outcomes: readonly Outcome[]) => outcomes.map((outcome, index) => (assumed.has(index) ? PASSED : outcome));
  const shown = passing(examined.shown);
  return { ...examined, sets: examined.sets.map(passing), shown, findings: findingsOf(shown, examined.column, examined.at) };
}

function examineFacts(subject: JudgeSubject, options: JudgeOptions): Examined {
  const records = freshRecords(subject, options.settings, options.now);
  const at = situationOf(records, options.settings, options.now, options.neighbours ?? NO_NEIGHBOURS);
  const column = columnOf(at.bucket, options.settings.requiredConsistency, at.api === "guest-agent");
  const effective = at.bucket === null ? null : column;
  if (at.family !== null) {
    const outcomes = outcomesOf(records, at, effective, options.onCheckError);
    return { at, records, column: effective, sets: [outcomes], shown: outcomes, findings: findingsOf(outcomes, effective, at) };
  }
  const sets = outcomesByFamily(records, at, effective, options.onCheckError);
  const shown = PLAN.map((planned) => {
    const first = sets[0]?.[planned.index] ?? notApplicable("–");
    return planned.byFamily ? agreed(planned, sets.map((set) => set[planned.index] ?? first), at, effective) : first;
  });
  return { at, records, column: effective, sets, shown, findings: findingsOf(shown, effective, at) };
}

/** Requirements whose mending alone makes the VM ready: judged again with that requirement passed. */
function fixAlone(input: DecisionInput, decision: Decision, findings: readonly Finding[]): string[] {
  if (decision.class === "ready" || decision.class === "offline" || decision.class === "excluded") return [];
  const found: string[] = [];
  for (const { index } of PLAN) {
    const finding = findings[index];
    if (finding === undefined || finding.hits.length === 0 || finding.effect === null || finding.effect === "warn" || finding.effect === "info") continue;
    if (decide({ ...input, passed: index }).class === "ready") found.push(finding.requirement);
  }
  return found;
}

function verdictOf(examined: Examined, decision: Decision, input: DecisionInput): Verdict {
  const { at, records, findings } = examined;
  const settled = decision.class === "ready" || decision.class === "offline" || decision.class === "excluded";
  const next = settled || decision.decidedBy < 0 ? -1 : decide({ ...input, passed: decision.decidedBy }).decidedBy;
  return {
    verdict: decision.verdict, atBest: decision.atBest, best: decision.best, worst: decision.worst, class: decision.class,
    outage: decision.outage, consistency: decision.consistency, coverage: decision.coverage,
    because: becauseOf(decision, at, records, findings), decidedBy: idAt(decision.decidedBy),
    next: next === decision.decidedBy ? null : idAt(next), steps: stepsOf(decision, at, findings),
    badges: badgesOf(decision, at, findings), fixAlone: fixAlone(input, decision, findings),
  };
}

/** Judges one VM under the version-aware ruleset: findings, verdict, score. Pure. */
export function judge(subject: JudgeSubject, options: JudgeOptions): Judgement {
  const examined = examine(subject, options);
  const { at, records, sets, column } = examined;
  const speaking = sets.map(speakingOf);
  const input: DecisionInput = { sets, speaking, passed: -1, at, column, records };
  const decision = decide(input);
  const findings = withControllerWarning(examined.findings, decision, records.guest.productType, at);
  const memory = records.vm.memoryAssignedBytes;
  return {
    vmId: subject.vm.id, vmName: subject.vm.name, ruleset: "version-aware", judgedAt: new Date(options.now).toISOString(),
    verdict: verdictOf({ ...examined, findings }, decision, input),
    score: scoreOf(decision, speaking, column ?? 0, findings, at.bucket !== null && at.power !== null && at.vmId !== null),
    findings,
    estimatedPauseSeconds: decision.verdict === "saved-state" && memory !== null ? Math.ceil(memory / (options.settings.saveRateMegabytesPerSecond * 1_000_000)) : null,
  };
}
