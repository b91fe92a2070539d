import Link from "next/link";
import { AgeMark, LateMark } from "@/components/readiness/age-mark";
import { VerdictMark } from "@/components/readiness/verdict-mark";
import { Name } from "@/components/ui/name";
import { count } from "@/components/ui/numbers";
import type { RequirementDetail } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";

const SAYS: Readonly<Record<RequirementDetail["affected"]["status"], string>> = { fail: "that fail", warning: "with a warning", unknown: "where it is unknown" };

export function affectedTitle(affected: RequirementDetail["affected"], total: number): string {
  return `${count(total)} ${total === 1 ? "VM" : "VMs"} ${SAYS[affected.status]}`;
}

/** The first page of the VMs that do not meet the requirement, worst first. */
export function AffectedTable({ affected, total }: { affected: RequirementDetail["affected"]; total: number }) {
  return (
    <div className="panel">
      <table className="tbl stack dense" role="table" aria-label={affectedTitle(affected, total)}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Verdict</th>
            <th role="columnheader">VM</th>
            <th role="columnheader">Because</th>
            <th role="columnheader" className="hide-s">Host</th>
            <th role="columnheader" className="hide-s">Host version</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {affected.page.items.map((vm) => (
            <tr role="row" key={vm.id}>
              <td role="cell" className="nw o3"><VerdictMark of={vm} /><LateMark of={vm} /><AgeMark of={vm} /></td>
              <td role="cell" className="namecell o1"><Link className="plain" prefetch={false} href={`/vms/${vm.id}`}><Name>{vm.name}</Name></Link></td>
              <td role="cell" className="clip muted full o4" title={vm.because}>{vm.because}</td>
              <td role="cell" className="namecell hide-s"><Name>{vm.host.name}</Name></td>
              <td role="cell" className="nw hide-s">{vm.hostRelease}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {affected.page.items.length >= total ? null : (
        <div className="tfoot">
          <span className="num">{count(affected.page.items.length)} of {count(total)}</span>
          <Link prefetch={false} href={vmsHref(affected.filter)}>Show all {count(total)}</Link>
        </div>
      )}
    </div>
  );
}
