import Link from "next/link";
import { RowBar } from "@/components/readiness/verdict-bar";
import { count } from "@/components/ui/numbers";
import type { RequirementCounts, RequirementListItem } from "@/lib/estate/contract";
import { JUDGED_CLASSES, vmsHref, type FindingStatus, type VmFilters } from "@/lib/estate/filters";

const SHOWN = [
  { status: "fail", key: "fail", label: "Fails" },
  { status: "warning", key: "warning", label: "Warning" },
  { status: "unknown", key: "unknown", label: "Unknown" },
  { status: "info", key: "info", label: "Pass with a note" },
  { status: "clear", key: "pass", label: "Passes or does not apply" },
] as const satisfies readonly { status: FindingStatus; key: string; label: string }[];

/** The VMs judged for live backup whose finding of this requirement has that status. */
export function findingFilter(requirement: string, status: FindingStatus): VmFilters {
  return { requirement, status: [status], class: [...JUDGED_CLASSES] };
}

function Door({ value, filter }: { value: number; filter: VmFilters }) {
  return value === 0 ? <span className="zero">0</span> : <Link className="plain" prefetch={false} href={vmsHref(filter)}>{count(value)}</Link>;
}

/** The bar of one requirement over all judged VMs. */
export function RequirementBar({ id, counts }: { id: string; counts: RequirementCounts }) {
  return <RowBar segments={SHOWN.map((of) => ({ key: of.key, label: of.label, value: counts[of.status], href: vmsHref(findingFilter(id, of.status)) }))} />;
}

/** The requirements of one part of the catalogue; every count opens exactly its VMs. */
export function RequirementTable({ items, label }: { items: readonly RequirementListItem[]; label: string }) {
  return (
    <div className="panel">
      <table className="tbl stack tall reqs" role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader">Requirement</th>
            <th role="columnheader" className="hide-l">VMs</th>
            <th role="columnheader" className="r">Fails</th>
            <th role="columnheader" className="r hide-s">Warning</th>
            <th role="columnheader" className="r hide-s">Unknown</th>
            <th role="columnheader" className="r hide-s">Fix makes ready</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {items.map((of) => (
            <tr role="row" key={of.id} data-requirement={of.id}>
              <td role="cell" className="o1">
                <Link className="plain strong" prefetch={false} href={`/requirements/${of.id}`}>{of.title}</Link>
                <div className="small faint mono">{of.id}</div>
              </td>
              <td role="cell" className="hide-l reqbar"><RequirementBar id={of.id} counts={of.counts} /></td>
              <td role="cell" className="r o2"><Door value={of.counts.fail} filter={findingFilter(of.id, "fail")} /><span className="only-i faint"> fail</span></td>
              <td role="cell" className="r hide-s"><Door value={of.counts.warning} filter={findingFilter(of.id, "warning")} /></td>
              <td role="cell" className="r hide-s"><Door value={of.counts.unknown} filter={findingFilter(of.id, "unknown")} /></td>
              <td role="cell" className="r hide-s gain">{of.makesReady === 0 ? <span className="zero">0</span> : <Link className="plain" prefetch={false} href={vmsHref({ fixAlone: of.id })}>+{count(of.makesReady)}</Link>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
