import Link from "next/link";
import { VerdictBar } from "@/components/readiness/verdict-bar";
import { judgedGroups, verdictGroup } from "@/components/readiness/verdict-groups";
import { Icon } from "@/components/ui/icon";
import { count } from "@/components/ui/numbers";
import type { Counts } from "@/lib/estate/contract";
import type { VmFilters } from "@/lib/estate/filters";

/** The VMs of a host by verdict, each number the address of exactly those. */
export function HostVms({ counts, filter }: { counts: Counts; filter: VmFilters }) {
  if (counts.total === 0) return <p className="muted">No VM is listed on this host.</p>;
  const groups = judgedGroups(counts, filter);
  const shown = [...groups, verdictGroup(counts, filter, "offline"), verdictGroup(counts, filter, "excluded")].flatMap((group) => group.segments).filter((of) => of.value > 0);
  return (
    <div className="hostvms">
      {counts.judged === 0 ? null : <VerdictBar label="VMs of this host by verdict" groups={groups.map((of) => of.segments)} />}
      <ul className="row mt-3">
        {shown.map((of) => (
          <li key={`${of.key}-${of.href}`}>
            <Link className={`chip is-${of.key}`} prefetch={false} href={of.href}>
              <span className="tinted"><Icon name={of.icon} small /></span>{of.label} <b className="n">{count(of.value)}</b>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
