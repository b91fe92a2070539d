import type { Consistency, Coverage, Outage, Score, Verdict } from "@/lib/judge/judgement";
import { ScoreLedger, type Then } from "./score-ledger";
import { VerdictBadge } from "./verdict-mark";
import { headline } from "./verdict-words";

const OUTAGE: Readonly<Record<Outage, [string, string]>> = {
  none: ["None", "the VM keeps running"],
  brief: ["Brief", "the VM is saved and resumes"],
  "already-off": ["None", "the VM is off already"],
  fails: ["No backup", "it ends with an error"],
  unknown: ["Not known", "a needed fact is missing"],
};
const CONSISTENCY: Readonly<Record<Consistency, string>> = {
  application: "Application", filesystem: "File system", unverified: "Not proven", crash: "Crash",
  "at-rest": "At rest", "saved-memory": "Needs its saved state", none: "None", unknown: "Not known",
};
const COVERAGE: Readonly<Record<Coverage, [string, string]>> = {
  full: ["Full", "every disk is in the backup"],
  partial: ["Partial", "some data is left out"],
  none: ["None", "nothing is backed up"],
  unknown: ["Not known", "a needed fact is missing"],
};

interface AnswerProps {
  verdict: Verdict;
  score: Score | null;
  requiredConsistency: string;
  estimatedPauseSeconds: number | null;
  then?: Then | undefined;
}

/** The answer of the VM page: badge, headline, because, three axes; beside it the score as an account. */
export function AnswerPanel({ verdict, score, requiredConsistency, estimatedPauseSeconds, then }: AnswerProps) {
  const [outage, outageNote] = OUTAGE[verdict.outage];
  const [coverage, coverageNote] = COVERAGE[verdict.coverage];
  const pause = estimatedPauseSeconds === null ? outageNote : `about ${Math.max(1, Math.round(estimatedPauseSeconds))} s, an estimate`;
  return (
    <section className={`panel answer ${verdict.verdict === "unknown" ? "unknown" : ""}`} aria-label="Verdict">
      <div>
        <VerdictBadge of={verdict} />
        <h2>{headline(verdict, verdict.badges)}</h2>
        <p className="because">{verdict.because}</p>
        <dl className="axes">
          <Axis term="Outage" value={outage} note={pause} />
          <Axis term="Consistency" value={CONSISTENCY[verdict.consistency]} note={`required: ${requiredConsistency}`} />
          <Axis term="Coverage" value={coverage} note={coverageNote} />
        </dl>
      </div>
      <div>
        <ScoreLedger score={score} then={then} />
      </div>
    </section>
  );
}

function Axis({ term, value, note }: { term: string; value: string; note: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        {value}
        <small>{note}</small>
      </dd>
    </div>
  );
}
