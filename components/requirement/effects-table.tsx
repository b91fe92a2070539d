import { VERDICT_WORDS } from "@/components/readiness/verdict-words";
import { Icon } from "@/components/ui/icon";
import type { RequirementDetail } from "@/lib/estate/contract";
import { VERDICTS, type VerdictId } from "@/lib/judge/judgement";

/** Host versions with the cells that speak of them: without and with application consistency required. */
const HOSTS: readonly { label: string; cells: readonly [number, number] }[] = [
  { label: "2008 R2", cells: [0, 0] }, { label: "2012", cells: [1, 1] }, { label: "2012 R2", cells: [2, 3] }, { label: "2016 and later", cells: [4, 5] },
];
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
          <h3>{row.when.charAt(0).toUpperCase() + row.when.slice(1)}{row.unconfirmed ? <span className="small faint"> {" "}not confirmed by a source: shown as a warning</span> : null}</h3>
          <dl className="effectgrid">
            {HOSTS.map(({ label, cells: [usual, required] }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <Effect cell={row.cells[usual] ?? "n-a"} />
                  {row.cells[required] === row.cells[usual] ? null : <div className="mt-1"><small className="faint">application required</small> <Effect cell={row.cells[required] ?? "n-a"} /></div>}
                </dd>
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
