import { FindingCard, type ShownFinding } from "@/components/readiness/finding-card";
import { STATUS_ORDER, STATUS_WORDS } from "@/components/readiness/finding-words";
import { REASON_WORDS } from "@/components/readiness/reason-words";
import { Icon } from "@/components/ui/icon";
import { count } from "@/components/ui/numbers";
import type { FindingView } from "@/lib/estate/contract";
import { factSource } from "./fact-source";
import type { Status } from "@/lib/judge/requirement";

/** A finding as its card shows it: missing facts with their reason, evidence with the source of each fact. */
function shownFinding(of: FindingView): ShownFinding {
  return {
    ...of,
    missing: of.missing.map((fact) => `${fact.fact}: ${REASON_WORDS[fact.reason].toLowerCase()}${fact.text === undefined ? "" : ` (${fact.text})`}`),
    evidence: of.evidence.map((row) => ({ source: factSource(row.fact), reading: `${row.fact} = ${row.reading}`, readAt: row.readAt, byGuest: row.guestWritten === true })),
  };
}

function ranked(findings: readonly FindingView[]): FindingView[] {
  // Within a status: what alone stands between the VM and ready, what changes the verdict or still could, what stands out.
  const weight = (of: FindingView) => STATUS_ORDER.indexOf(of.status) * 16 - (of.fixAlone ? 8 : 0) - (of.effect === null ? 0 : 4) - (of.open.length > 0 ? 2 : 0) - (of.high ? 1 : 0);
  return findings.toSorted((one, other) => weight(one) - weight(other) || one.requirement.localeCompare(other.requirement, "en"));
}

/** Counts by status, beside the heading. */
export function FindingKey({ findings }: { findings: readonly FindingView[] }) {
  return (
    <div className="key">
      {STATUS_ORDER.map((status) => {
        const of = findings.filter((finding) => finding.status === status).length;
        return of === 0 ? null : (
          <span key={status} className={`state is-${status}`}>
            <Icon name={STATUS_WORDS[status].icon} small />
            {count(of)} {STATUS_WORDS[status].many}
          </span>
        );
      })}
    </div>
  );
}

/** Unknown findings in full before the rest folds. */
const MOST_UNKNOWN = 5;
const CLOSED: readonly Status[] = ["pass", "not-applicable"];

/** What fails first and open, warnings and unknowns after it; what passes and what does not apply as two closed rows. */
export function Findings({ findings, now, openFirst = true }: { findings: readonly FindingView[]; now: string; openFirst?: boolean }) {
  const open = ranked(findings.filter((of) => !CLOSED.includes(of.status)));
  const unknown = open.filter((of) => of.status === "unknown");
  const folded = unknown.length > MOST_UNKNOWN + 1 ? unknown.slice(MOST_UNKNOWN) : [];
  const shown = open.filter((of) => !folded.includes(of));
  const card = (of: FindingView, index: number) => <FindingCard key={of.requirement} of={shownFinding(of)} now={now} open={openFirst && index === 0 && of.status !== "info"} />;
  const until = shown.findLastIndex((of) => of.status !== "info") + 1;
  return (
    <div className="panel">
      {shown.slice(0, until).map(card)}
      {folded.length === 0 ? null : <Folded findings={folded} now={now} />}
      {shown.slice(until).map((of) => card(of, until))}
      {CLOSED.map((status) => <ClosedRow key={status} status={status} findings={findings.filter((of) => of.status === status)} />)}
    </div>
  );
}

function Folded({ findings, now }: { findings: readonly FindingView[]; now: string }) {
  return (
    <details className="finding is-unknown">
      <summary>
        <Icon name={STATUS_WORDS.unknown.icon} />
        <h3>{count(findings.length)} more unknown</h3>
        <span className="meta" />
        <Icon name="chevron-right" small className="tw" />
      </summary>
      <div className="nested">{findings.map((of) => <FindingCard key={of.requirement} of={shownFinding(of)} now={now} />)}</div>
    </details>
  );
}

function ClosedRow({ status, findings }: { status: Status; findings: readonly FindingView[] }) {
  if (findings.length === 0) return null;
  const { icon, word } = STATUS_WORDS[status];
  const title = status === "pass" ? `${count(findings.length)} ${findings.length === 1 ? "requirement passes" : "requirements pass"}` : `${count(findings.length)} ${findings.length === 1 ? "does" : "do"} not apply here`;
  return (
    <details className={`finding is-${status}`}>
      <summary>
        <Icon name={icon} />
        <h3><span className="sr">{word}: </span>{title}</h3>
        <span className="meta" />
        <Icon name="chevron-right" small className="tw" />
      </summary>
      <ul className="fbody grid gap-2">
        {findings.map((of) => (
          <li key={of.requirement} className="small">
            <span className="strong">{of.title}</span> <span className="mono faint">{of.requirement}</span>
            <div className="muted wrap-any">{of.because}</div>
          </li>
        ))}
      </ul>
    </details>
  );
}
