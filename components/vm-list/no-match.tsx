import Link from "next/link";
import { Empty } from "@/components/ui/empty";
import { counted } from "@/components/ui/numbers";
import type { FilterChoices } from "@/lib/estate/contract";
import { vmsHref, type FilterKey, type VmListRequest } from "@/lib/estate/filters";
import { filterChips } from "./filter-words";

interface NoMatchProps {
  request: VmListRequest;
  choices: FilterChoices;
  /** VMs that match when one filter is taken away. */
  without: Readonly<Partial<Record<FilterKey, number>>>;
}

/** No VM matches: names the filters, and the one whose removal helps most with what it brings. */
export function NoMatch({ request, choices, without }: NoMatchProps) {
  const chips = filterChips(request, choices);
  const best = chips.map((chip) => ({ chip, brings: without[chip.key] ?? 0 })).toSorted((one, other) => other.brings - one.brings)[0];
  const { cursor: _cursor, ...rest } = request;
  const less = best === undefined ? rest : Object.fromEntries(Object.entries(rest).filter(([key]) => key !== best.chip.key));
  return (
    <Empty
      icon="funnel-x"
      title={chips.length === 1 ? "No VM matches this filter" : `No VM matches these ${chips.length} filters`}
      actions={
        <>
          {best === undefined || best.brings === 0 ? null : <Link className="btn" prefetch={false} href={vmsHref(less)}>Remove the filter “{best.chip.label}”</Link>}
          <Link className="btn" prefetch={false} href="/vms">Reset</Link>
        </>
      }
    >
      {chips.map((chip, index) => <span key={chip.key}>{index === 0 ? "" : ", "}{chip.label} <bdi>“{chip.value}”</bdi></span>)}.
      {best === undefined || best.brings === 0 ? "" : ` Without “${best.chip.label}”: ${counted(best.brings, "VM")}.`}
    </Empty>
  );
}
