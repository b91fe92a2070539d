import { CodeBlock } from "@/components/ui/code-block";
import { Icon } from "@/components/ui/icon";
import { count } from "@/components/ui/numbers";
import { age } from "@/components/ui/time";
import type { HostSection } from "@/lib/estate/contract";

/** A mend that is a command is shown as one; anything else is a sentence. */
const COMMAND = /^[A-Za-z]+-[A-Za-z]+\b/;

/** What mends a section that could not be read: a command to copy, or a sentence. */
export function Mend({ text, what }: { text: string; what: string }) {
  return COMMAND.test(text) ? <div className="panel mt-1 overflow-hidden"><CodeBlock code={text} what={what} /></div> : <p className="small wrap-any">{text}</p>;
}

/** The sections of a host: when each was read, how many entries, what failed and what mends it. */
export function HostSections({ sections, now }: { sections: readonly HostSection[]; now: string }) {
  if (sections.length === 0) return <p className="muted">No inventory says which parts it tried to read.</p>;
  return (
    <div className="panel">
      <table className="tbl stack dense" role="table" aria-label="Parts of this host that were read">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Part</th>
            <th role="columnheader">Result</th>
            <th role="columnheader" className="r hide-s">Entries</th>
            <th role="columnheader" className="r">Read</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {sections.map((of) => (
            <tr role="row" key={of.section}>
              <td role="cell" className="o1 mono top-cell">{of.section}</td>
              <td role="cell" className="o4 full top-cell">
                <Result of={of} />
                {of.errors.map((error, index) => (
                  <div key={`${index}-${error.reason}`} className="mt-1">
                    <p className="small muted wrap-any">{error.reason}: <bdi>{error.text}</bdi></p>
                    {error.mend === undefined ? null : <Mend text={error.mend} what={`the mend of the section ${of.section}`} />}
                  </div>
                ))}
              </td>
              <td role="cell" className="r hide-s top-cell">{of.rows === null ? <span className="faint">–</span> : count(of.rows)}</td>
              <td role="cell" className="r o2 num top-cell">{of.readAt === null ? <span className="faint">never</span> : <time dateTime={of.readAt}>{age(of.readAt, now)}</time>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Complete are the entries; of some of them facts may not have been read, which the errors below it say. */
function Result({ of }: { of: HostSection }) {
  if (of.complete && of.errors.length === 0) return <span className="state is-pass"><Icon name="circle-check" small />Complete</span>;
  const words = !of.complete ? "Not complete" : of.errors.length === 1 ? "All entries, 1 error" : `All entries, ${count(of.errors.length)} errors`;
  return <span className="state is-warning"><Icon name="triangle-exclamation-point" small />{words}</span>;
}
