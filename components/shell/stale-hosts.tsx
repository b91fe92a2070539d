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
  return { asOf: { at: asOf.newest, hosts: asOf.hosts, late: asOf.late, asked: asOf.asked, revision: asOf.revision, contact: asOf.contact }, synthetic: asOf.synthetic };
}

/**
 * What is not as it should be with the age of the data: hosts not heard since, with the VMs that this makes unknown; hosts
 * whose listing failed or that are overdue. Nothing when all are fresh.
 */
export function StaleHosts({ asOf }: { asOf: AsOf }) {
  const { never, failed, overdue, total } = asOf.hosts;
  const silent = asOf.hosts.silent + never;
  if (silent + failed + overdue === 0) return null;
  const more = silent - Math.min(SHOWN, asOf.staleHosts.length);
  return (
    <div className="mt-6 grid gap-2">
      {silent === 0 ? null : (
        <Note kind="stale" title={`${count(silent)} of ${counted(total, "host")} ${silent === 1 ? "was" : "were"} not heard of within the limit; what rests on ${silent === 1 ? "it" : "them"} is unknown.`} action={<Link prefetch={false} href="/hosts">Show</Link>}>
          {asOf.staleHosts.slice(0, SHOWN).map((host, index) => (
            <span key={host.id}>
              {index === 0 ? "" : ", "}
              <Link prefetch={false} href={`/hosts/${host.id}`}><Name>{host.name}</Name></Link> {host.readAt === null ? "never read" : age(host.readAt, asOf.asked)} (<Link prefetch={false} href={vmsHref(host.filter)}>{counted(host.vms, "VM")}</Link>)
            </span>
          ))}
          {more > 0 ? ` and ${count(more)} more.` : "."}
        </Note>
      )}
      {failed === 0 ? null : (
        <Note kind="warning" title={`The newest listing of VMs failed on ${counted(failed, "host")}.`} action={<Link prefetch={false} href="/hosts?state=failed">Show</Link>}>
          VMs that it did not read again are unknown.
        </Note>
      )}
      {overdue === 0 ? null : (
        <Note kind="stale" title={`${counted(overdue, "host")} ${overdue === 1 ? "is" : "are"} overdue.`} action={<Link prefetch={false} href="/hosts?state=overdue">Show</Link>}>
          Two intervals passed without an inventory. The verdicts stand until the limit of the policy.
        </Note>
      )}
    </div>
  );
}
