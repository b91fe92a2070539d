import { z } from "zod";
import { CLASSES, type Judgement, VERDICTS } from "./judgement";

const findingSchema = z.object({
  requirement: z.string(),
  status: z.enum(["pass", "fail", "warning", "info", "unknown", "not-applicable"]),
  effect: z.enum(["live-application", "live-filesystem", "live-unverified", "live-crash", "saved-state", "will-fail", "partial", "warn", "info", "offline", "unknown", "excluded"]).nullable(),
  because: z.string(),
  observed: z.string(),
  expected: z.string(),
  evidence: z.array(z.object({ fact: z.string(), reading: z.string(), readAt: z.string().nullable(), guestWritten: z.literal(true).optional().meta({ description: "The guest itself wrote this fact." }) })),
  missing: z.array(z.object({ fact: z.string(), reason: z.string(), text: z.string().optional() })),
  latent: z.boolean(),
});

/** What `quiesce judge --format json` prints: schema `quiesce.judgement/1`. */
export const judgementOutputSchema = z.object({
  schema: z.literal("quiesce.judgement/1"),
  ruleset: z.string(),
  policy: z.string(),
  now: z.string().meta({ description: "ISO time of the judgement, UTC." }),
  synthetic: z.boolean(),
  files: z.array(z.object({ files: z.array(z.string()), kind: z.string(), vms: z.int(), notes: z.array(z.string()), refused: z.object({ place: z.string(), problem: z.string(), mend: z.string() }).nullable() })),
  counts: z.object({ total: z.int(), judged: z.int(), classes: z.record(z.enum(CLASSES), z.int()) }),
  vms: z.array(z.object({
    id: z.string().nullable().meta({ description: "VM GUID, lower case, no braces; null when the record has none." }),
    name: z.string(),
    host: z.string(),
    cluster: z.string().nullable(),
    verdict: z.enum(VERDICTS),
    atBest: z.boolean(),
    best: z.enum(VERDICTS).nullable(),
    class: z.enum(CLASSES),
    outage: z.enum(["none", "brief", "already-off", "fails", "unknown"]),
    consistency: z.enum(["application", "filesystem", "unverified", "crash", "at-rest", "saved-memory", "none", "unknown"]),
    coverage: z.enum(["full", "partial", "none", "unknown"]),
    because: z.string(),
    decidedBy: z.string().nullable(),
    fixAlone: z.array(z.string()),
    estimatedPauseSeconds: z.number().nullable(),
    score: z.object({ low: z.int().min(0).max(100), high: z.int().min(0).max(100) }).nullable(),
    findings: z.array(findingSchema),
  })),
}).meta({ title: "Quiesce judgement, version 1" });
/** JSON Schema of that document; committed as docs/judgement-1.schema.json. */
export function judgementJsonSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(judgementOutputSchema), null, 2)}\n`;
}
export type JudgementOutput = z.infer<typeof judgementOutputSchema>;

export interface JudgedVm {
  host: string;
  cluster: string | null;
  judgement: Judgement;
}

/** Counts by class; the first four add up to `judged`, all six to `total`. */
export function countClasses(judged: readonly JudgedVm[]): JudgementOutput["counts"] {
  const classes = { ready: 0, weaker: 0, "not-live": 0, unknown: 0, offline: 0, excluded: 0 };
  for (const { judgement } of judged) classes[judgement.verdict.class] += 1;
  return { total: judged.length, judged: judged.length - classes.offline - classes.excluded, classes };
}

/** One VM as the document shows it. */
export function outputOf({ host, cluster, judgement }: JudgedVm): JudgementOutput["vms"][number] {
  const of = judgement.verdict;
  return {
    id: judgement.vmId, name: judgement.vmName, host, cluster, verdict: of.verdict, atBest: of.atBest, best: of.best, class: of.class,
    outage: of.outage, consistency: of.consistency, coverage: of.coverage, because: of.because, decidedBy: of.decidedBy,
    fixAlone: [...of.fixAlone], estimatedPauseSeconds: judgement.estimatedPauseSeconds,
    score: judgement.score === null ? null : { low: judgement.score.low, high: judgement.score.high },
    findings: judgement.findings.map((finding) => ({
      requirement: finding.requirement, status: finding.status, effect: finding.effect, because: finding.because, observed: finding.observed,
      expected: finding.expected, evidence: finding.evidence.map((entry) => ({ fact: entry.fact, reading: entry.reading, readAt: entry.readAt, ...(entry.guestWritten === undefined ? {} : { guestWritten: entry.guestWritten }) })),
      missing: finding.missing.map((entry) => ({ fact: entry.fact, reason: entry.reason, ...(entry.text === undefined ? {} : { text: entry.text }) })), latent: finding.latent,
    })),
  };
}

const SEVERITY: Readonly<Record<string, number>> = { "will-fail": 0, "saved-state": 1, unknown: 2, "live-crash": 3, "live-unverified": 4, "live-filesystem": 5, "live-application": 6, offline: 7, excluded: 8 };
/** Worst first: by low score, then verdict, name, id; VMs without a score last. */
export function worstFirst(a: JudgedVm, b: JudgedVm): number {
  const low = (of: JudgedVm) => of.judgement.score?.low ?? 1000;
  const rank = (of: JudgedVm) => SEVERITY[of.judgement.verdict.verdict] ?? 9;
  return low(a) - low(b) || rank(a) - rank(b) || compare(a.judgement.vmName, b.judgement.vmName) || compare(a.judgement.vmId ?? "", b.judgement.vmId ?? "");
}
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
