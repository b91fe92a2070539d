import Link from "next/link";
import { Name } from "@/components/ui/name";
import { Note } from "@/components/ui/note";
import { count, counted } from "@/components/ui/numbers";
import { age } from "@/components/ui/time";
import type { AsOf } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";
import type { AsOfFacts } from "./as-of";

const SHOWN = 3;

/** What the frame of a page says of its data. */
export function frameFacts(asOf: AsOf): { asOf: AsOfFacts; synthetic: boolean } {
  return { asOf: { at: asOf.newest, hosts: asOf.hosts.total, freshHosts: asOf.hosts.fresh }, synthetic: asOf.synthetic };
}

/** Names the hosts whose facts are too old, with the VMs that this makes unknown. Nothing when all are fresh. */
export function StaleHosts({ asOf }: { asOf: AsOf }) {
  const old = asOf.hosts.total - asOf.hosts.fresh;
  const now = asOf.judgedAt;
  if (old === 0) return null;
  const more = old - SHOWN;
  return (
    <div className="mt-6">
      <Note kind="stale" title={`${count(old)} of ${counted(asOf.hosts.total, "host")} ${old === 1 ? "is" : "are"} not fresh.`} action={<Link prefetch={false} href="/imports#hosts">Show</Link>}>
        {asOf.staleHosts.slice(0, SHOWN).map((host, index) => (
          <span key={host.id}>
            {index === 0 ? "" : ", "}
            <Name>{host.name}</Name> {host.readAt === null || now === null ? "never read" : age(host.readAt, now)} (<Link prefetch={false} href={vmsHref(host.filter)}>{counted(host.vms, "VM")}</Link>)
          </span>
        ))}
        {more > 0 ? ` and ${count(more)} more.` : "."}
      </Note>
    </div>
  );
}
