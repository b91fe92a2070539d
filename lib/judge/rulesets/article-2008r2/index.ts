import { freshRecords } from "../../freshness";
import type { JudgeSubject } from "../../judge";
import type { Consistency, Finding, Judgement, Step, Verdict, VerdictId } from "../../judgement";
import { reasonText, type Outcome } from "../../outcome";
import type { Settings } from "../../policy";
import { NO_NEIGHBOURS, type Situation, situationOf } from "../../situation";
import { ARTICLE_CONDITIONS, type Condition, CSV_CONDITION } from "./conditions";

function findingOf(condition: Condition, outcome: Outcome, at: Situation, latent: boolean): Finding {
  const failed = outcome.hits.length > 0;
  return {
    requirement: condition.id, status: outcome.status,
    effect: !failed ? null : condition.id === CSV_CONDITION ? "live-unverified" : "saved-state",
    because: outcome.because, observed: outcome.observed, expected: condition.asks,
    evidence: outcome.readings.map((reading) => ({ ...reading, readAt: reading.fact.startsWith("guest.") ? at.guestReadAt ?? at.readAt : at.readAt })),
    missing: outcome.missing, latent: latent && (failed || outcome.status === "unknown"), high: false, hits: outcome.hits, open: outcome.open,
  };
}

const STILL = { atBest: false, next: null, badges: [], fixAlone: [], decidedBy: null } as const;

/** What the conditions come to for a running VM: any failure saves it; else what is unread; else the CSV; else ready. */
function runningVerdict(findings: readonly Finding[]): Omit<Verdict, "steps"> {
  const failed = findings.filter((finding) => finding.effect === "saved-state");
  const unread = findings.filter((finding) => finding.status === "unknown");
  const csv = findings.find((finding) => finding.effect === "live-unverified");
  const first = failed[0];
  if (first !== undefined) {
    const alone = failed.length === 1 && unread.length === 0 && csv === undefined;
    return {
      ...STILL, verdict: "saved-state", best: "saved-state", worst: "saved-state", class: "not-live", outage: "brief", consistency: "crash", coverage: "full",
      because: first.because, decidedBy: first.requirement, next: failed[1]?.requirement ?? null, fixAlone: alone ? [first.requirement] : [],
    };
  }
  const gap = unread[0];
  if (gap !== undefined) {
    const missing = gap.missing[0];
    return {
      ...STILL, verdict: "unknown", best: csv === undefined ? "live-application" : "live-unverified", worst: "saved-state", class: "unknown", outage: "unknown", consistency: "unknown", coverage: "unknown",
      because: `${unread.length} of ${findings.length} conditions of the article were not read; the first: ${gap.because}${missing === undefined ? "" : ` (${reasonText(missing)})`}`, decidedBy: gap.requirement,
    };
  }
  if (csv !== undefined) {
    return { ...STILL, verdict: "live-unverified", best: "live-unverified", worst: "live-unverified", class: "weaker", outage: "none", consistency: "unverified", coverage: "full", because: csv.because, decidedBy: csv.requirement, fixAlone: [csv.requirement] };
  }
  return { ...STILL, verdict: "live-application", best: "live-application", worst: "live-application", class: "ready", outage: "none", consistency: "application", coverage: "full", because: `Every condition of the article holds (${findings.length}).` };
}

function offlineConsistency(at: Situation): Consistency {
  if (at.replicaAtRest) return "crash";
  if (at.power === "off") return "at-rest";
  return at.power === "saved" ? "saved-memory" : "crash";
}

function verdictOf(findings: readonly Finding[], at: Situation, state: string | null): Omit<Verdict, "steps"> {
  if (at.power === null || at.power === "unreadable") {
    const because = at.power === null ? `The state of the VM was not read: ${reasonText(at.missing("vm", "state"))}.` : `State ${state ?? ""} cannot be read.`;
    return { ...STILL, verdict: "unknown", best: null, worst: null, class: "unknown", outage: "unknown", consistency: "unknown", coverage: "unknown", because, decidedBy: "vm-running" };
  }
  if (at.power !== "running") {
    return { ...STILL, verdict: "offline", best: "offline", worst: "offline", class: "offline", outage: "already-off", consistency: offlineConsistency(at), coverage: "full", because: `The VM does not run (${state ?? at.power}); the article asks nothing of it.`, decidedBy: "vm-running" };
  }
  return runningVerdict(findings);
}

/** The article has no steps; its four questions are shown in the places of the seven. */
function stepsOf(verdict: VerdictId, findings: readonly Finding[], at: Situation): Step[] {
  const of = (wanted: (finding: Finding) => boolean) => findings.filter(wanted).map((finding) => finding.requirement);
  const runs = at.power === "running";
  const failed = of((finding) => finding.effect === "saved-state");
  const unread = of((finding) => finding.status === "unknown");
  const csv = of((finding) => finding.effect === "live-unverified");
  const step = (number: number, group: Step["group"], says: string, requirements: string[], decided: boolean): Step => ({ number, group, says: number > 1 && !runs ? "Not asked" : says, requirements, decided, skipped: number > 1 && !runs });
  return [
    step(1, "state", runs ? "Running" : verdict === "unknown" ? "Not read" : "Not running", [], !runs),
    step(2, "guest", `${failed.length} of ${findings.length - 1} conditions fail`, failed, runs && verdict === "saved-state"),
    step(3, "unknowns", `${unread.length} not read`, unread, runs && verdict === "unknown"),
    step(4, "caps", csv.length > 0 ? "On a CSV without a CSV-aware product" : "No CSV that matters", csv, runs && (verdict === "live-unverified" || verdict === "live-application")),
  ];
}

/**
 * Judges one VM by the original article's list, taken literally on every host (domain.md 4.4, first row): its eleven
 * conditions and none of the steps of 4.2. Findings carry the ids of the version-aware requirements that speak of the
 * same thing; there is no score. `now` in milliseconds since 1970; facts older than the policy's limits are unread.
 */
export function judgeArticle(subject: JudgeSubject, settings: Settings, now: number): Judgement {
  const records = freshRecords(subject, settings, now);
  const at = situationOf(records, settings, now, NO_NEIGHBOURS);
  const latent = at.power !== null && at.power !== "unreadable" && at.power !== "running";
  const findings = ARTICLE_CONDITIONS.map((condition) => findingOf(condition, condition.check(records, at), at, latent));
  const verdict = verdictOf(findings, at, records.vm.state);
  const memory = records.vm.memoryAssignedBytes;
  return {
    vmId: subject.vm.id, vmName: subject.vm.name, ruleset: "article-2008r2", judgedAt: new Date(now).toISOString(),
    verdict: { ...verdict, steps: stepsOf(verdict.verdict, findings, at) }, score: null, findings,
    estimatedPauseSeconds: verdict.verdict === "saved-state" && memory !== null ? Math.ceil(memory / (settings.saveRateMegabytesPerSecond * 1_000_000)) : null,
  };
}
