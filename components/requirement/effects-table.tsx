import { VERDICT_WORDS } from "@/components/readiness/verdict-words";
import { Icon } from "@/components/ui/icon";
import type { RequirementDetail } from "@/lib/estate/contract";
import { VERDICTS, type VerdictId } from "@/lib/judge/judgement";

const COLUMNS = ["2008 R2", "2012", "2012 R2", "2012 R2, application required", "2016 and later", "2016 and later, application required"];
const WORDS: Readonly<Record<string, string>> = { partial: "+ partial", warn: "Warning", info: "Note", pass: "Pass", "n-a": "–" };

function isVerdict(cell: string): cell is VerdictId {
  return VERDICTS.some((of) => of === cell);
}

/** What each host version makes of it: a cell is the verdict, or what is only said. */
export function EffectsTable({ rows }: { rows: RequirementDetail["rows"] }) {
  return (
    <div className="grid gap-3">
      {rows.map((row) => (
        <div className="panel effects" key={row.when}>
          <h3>{row.when}{row.unconfirmed ? <span className="small faint"> not confirmed by a source: shown as a warning</span> : null}</h3>
          <dl className="effectgrid">
            {COLUMNS.map((column, index) => (
              <div key={column}>
                <dt>{column}</dt>
                <dd><Effect cell={row.cells[index] ?? "n-a"} /></dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}

function Effect({ cell }: { cell: string }) {
  if (!isVerdict(cell)) return <span className={cell === "partial" ? "plus-t" : "muted"}>{WORDS[cell] ?? cell}</span>;
  return <span className={`v is-${cell}`}><Icon name={VERDICT_WORDS[cell].icon} />{VERDICT_WORDS[cell].short}</span>;
}
