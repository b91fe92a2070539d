import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import type { Fix } from "@/lib/judge/fix";
import type { Status } from "@/lib/judge/requirement";
import { EvidenceList, type Evidence } from "./evidence-list";
import { STATUS_WORDS } from "./finding-words";
import { FixBlock } from "./fix-block";

export interface ShownFinding {
  requirement: string;
  title: string;
  status: Status;
  because: string;
  observed: string;
  expected: string;
  otherwise: string;
  missing: readonly string[];
  evidence: readonly Evidence[];
  fixes: readonly Fix[];
  high: boolean;
}

/** One finding: what was found, against what is expected, what follows, the evidence and the way out. */
export function FindingCard({ of, now, open = false }: { of: ShownFinding; now: string; open?: boolean }) {
  const words = STATUS_WORDS[of.status];
  const bad = of.status === "fail" || of.status === "warning";
  return (
    <details className={`finding is-${of.status}`} open={open} id={`finding-${of.requirement}`}>
      <summary>
        <Icon name={words.icon} />
        <div>
          <h3>
            <span className="sr">{words.word}: </span>
            {of.title}
          </h3>
          <p className="wrap-any">{of.because}</p>
        </div>
        <span className="meta">
          <span className="mono">{of.requirement}</span>
          {of.high ? <><br />high</> : null}
        </span>
        <Icon name="chevron-right" small className="tw" />
      </summary>
      <div className="fbody">
        <dl className="oe">
          <div className={bad ? `bad is-${of.status}` : ""}>
            <dt>Observed</dt>
            <dd><bdi>{of.observed}</bdi></dd>
          </div>
          <div>
            <dt>Expected</dt>
            <dd>{of.expected}</dd>
          </div>
        </dl>
        <dl className="grid-dl">
          <dt>If not</dt>
          <dd>{of.otherwise}</dd>
          {of.missing.length === 0 ? null : (
            <>
              <dt>Not read</dt>
              <dd>
                <ul>{of.missing.map((line) => <li key={line} className="mono wrap-any">{line}</li>)}</ul>
              </dd>
            </>
          )}
          {of.evidence.length === 0 ? null : (
            <>
              <dt>Evidence</dt>
              <dd><EvidenceList of={of.evidence} now={now} /></dd>
            </>
          )}
          <dt>More</dt>
          <dd><Link href={`/requirements/${of.requirement}`} prefetch={false}>Why this is required, and who else fails it</Link></dd>
        </dl>
        {of.fixes.map((fix) => <FixBlock key={fix.title} fix={fix} />)}
      </div>
    </details>
  );
}
