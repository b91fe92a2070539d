import { Mend } from "@/components/hosts/host-sections";
import { Name } from "@/components/ui/name";
import type { UnreadSection } from "@/lib/collectors/contract";

/** What a collector could not read, with the grant that mends each. */
export function UnreadList({ of }: { of: readonly UnreadSection[] }) {
  return (
    <div className="panel">
      <table className="tbl stack" role="table" aria-label="Parts that could not be read">
        <thead role="rowgroup"><tr role="row"><th role="columnheader">Part</th><th role="columnheader">Why, and what mends it</th></tr></thead>
        <tbody role="rowgroup">
          {of.map((part, index) => (
            <tr role="row" key={`${index}-${part.host}-${part.section}`}>
              <td role="cell" className="o1 top-cell"><span className="mono">{part.section}</span><div className="small faint wrap-any"><Name>{part.host}</Name></div></td>
              <td role="cell" className="o4 full">
                <p className="wrap-any">{part.reason}: <bdi>{part.text}</bdi></p>
                {part.mend === null ? <p className="small muted">The collector names no mend. Test-QuiesceCollector on the machine says line by line what its account can read.</p> : <Mend text={part.mend} what={`the mend of ${part.section}`} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
