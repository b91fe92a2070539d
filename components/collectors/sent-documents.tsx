import { Icon } from "@/components/ui/icon";
import { count } from "@/components/ui/numbers";
import { age, instant } from "@/components/ui/time";
import type { CollectorDocumentItem } from "@/lib/collectors/contract";

/** What a collector sent and had accepted, newest first; a gap in its numbers is said. */
export function SentDocuments({ documents, now }: { documents: readonly CollectorDocumentItem[]; now: string }) {
  if (documents.length === 0) return <p className="muted">Nothing of it was accepted yet.</p>;
  return (
    <div className="panel">
      <table className="tbl stack dense" role="table" aria-label="Accepted inventories, newest first">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Received</th>
            <th role="columnheader">Number</th>
            <th role="columnheader" className="hide-s">Judged</th>
            <th role="columnheader" className="r hide-s">Hosts</th>
            <th role="columnheader" className="r">VMs</th>
            <th role="columnheader" className="r hide-s">Records refused</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {documents.map((of, index) => (
            <tr role="row" key={of.id}>
              <td role="cell" className="o1 nw num"><time dateTime={of.receivedAt}>{instant(of.receivedAt).text}</time> <span className="faint">{age(of.receivedAt, now)}</span></td>
              <td role="cell" className="o3 num">{of.sequence === null ? <span className="faint">none</span> : `${of.epoch ?? 0}.${of.sequence}`}<Gap of={of} before={documents[index + 1]} /></td>
              <td role="cell" className="hide-s">{of.folded ? "Yes" : <span className="state is-unknown"><Icon name="circle-dashed" small />Waits</span>}</td>
              <td role="cell" className="r hide-s num">{count(of.hosts)}</td>
              <td role="cell" className="r o2 num">{count(of.vms)}<span className="only-i faint"> VMs</span></td>
              <td role="cell" className="r hide-s num">{of.refused === 0 ? <span className="zero">0</span> : count(of.refused)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Gap({ of, before }: { of: CollectorDocumentItem; before: CollectorDocumentItem | undefined }) {
  if (before === undefined || of.sequence === null || before.sequence === null || of.epoch !== before.epoch) return null;
  const lacking = of.sequence - before.sequence - 1;
  return lacking < 1 ? null : <span className="small old"> {count(lacking)} before it never came</span>;
}
