import Link from "next/link";
import { count } from "@/components/ui/numbers";
import type { HostBurden } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";

/** What holds back the VMs of one host: most made ready by one mend first. */
export function HostBurdens({ burdens }: { burdens: readonly HostBurden[] }) {
  return (
    <div className="panel">
      <table className="tbl stack" role="table" aria-label="Requirements that hold back VMs of this host">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Requirement</th>
            <th role="columnheader" className="r">Holds back</th>
            <th role="columnheader" className="r">Fix makes ready</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {burdens.map((of) => (
            <tr role="row" key={of.requirement}>
              <td role="cell" className="o1">
                <Link className="plain strong" prefetch={false} href={`/requirements/${of.requirement}`}>{of.title}</Link>
                <div className="small faint mono">{of.requirement}</div>
              </td>
              <td role="cell" className="r o2"><Link className="plain" prefetch={false} href={vmsHref(of.failingFilter)}>{count(of.failing)}</Link><span className="only-i faint"> VMs</span></td>
              <td role="cell" className="r hide-s gain">{of.makesReady === 0 ? <span className="zero">0</span> : <Link className="plain" prefetch={false} href={vmsHref(of.makesReadyFilter)}>+{count(of.makesReady)}</Link>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
