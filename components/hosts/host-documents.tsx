import Link from "next/link";
import { Icon } from "@/components/ui/icon";
import { Name } from "@/components/ui/name";
import { count } from "@/components/ui/numbers";
import { age, instant } from "@/components/ui/time";
import type { HostDocument } from "@/lib/estate/contract";

/** The inventories that spoke of a host, newest first: how each came and whether it is judged. */
export function HostDocuments({ documents, now }: { documents: readonly HostDocument[]; now: string }) {
  if (documents.length === 0) return <p className="muted">No inventory of it is kept.</p>;
  return (
    <div className="panel">
      <table className="tbl stack dense" role="table" aria-label="Inventories of this host, newest first">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Collected</th>
            <th role="columnheader">Came by</th>
            <th role="columnheader" className="hide-s">Judged</th>
            <th role="columnheader" className="r">VMs</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {documents.map((of) => (
            <tr role="row" key={of.id}>
              <td role="cell" className="nw num o1"><time dateTime={of.collectedAt}>{instant(of.collectedAt).text}</time> <span className="faint">{age(of.collectedAt, now)}</span></td>
              <td role="cell" className="o4 full wrap-any"><CameBy of={of} /></td>
              <td role="cell" className="nw hide-s">{of.judgedAt === null ? <span className="state is-unknown"><Icon name="circle-dashed" small />Waits</span> : <time dateTime={of.judgedAt}>{instant(of.judgedAt).text}</time>}</td>
              <td role="cell" className="r o2">{count(of.vms)}<span className="only-i faint"> VMs</span></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CameBy({ of }: { of: HostDocument }) {
  if (of.import !== null) return <>file <Link className="plain" prefetch={false} href={`/imports/${of.import.id}`}><Name>{of.import.file}</Name></Link></>;
  if (of.collector === null) return <span className="faint">a collector that was removed</span>;
  return <>collector <Link className="plain" prefetch={false} href={`/collectors/${of.collector.id}`}><Name>{of.collector.name}</Name></Link>{of.sequence === null ? "" : <span className="faint num"> no. {of.sequence}</span>}</>;
}
