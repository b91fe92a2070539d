import Link from "next/link";
import { Name } from "@/components/ui/name";
import { Note } from "@/components/ui/note";
import { count, counted } from "@/components/ui/numbers";
import { age } from "@/components/ui/time";
import type { AsOf } from "@/lib/estate/contract";
import { vmsHref } from "@/lib/estate/filters";

/** Hosts are judged again each minute; one that waits longer than this waits for a job that does not run as it should. */
const LATE_MS = 150_000;

/** Says on a page that verdicts and counts on it are from before time changed them. Nothing when none is. */
export function LateNote({ late, asked }: { late: AsOf["late"]; asked: string }) {
  if (late.since === null) return null;
  const isLate = Date.parse(asked) - Date.parse(late.since) > LATE_MS;
  const one = late.hosts === 1;
  const more = late.hosts - late.first.length;
  return (
    <div className="mb-5" data-late={late.hosts}>
      <Note kind={isLate ? "warning" : "stale"} title={`${counted(late.hosts, "host")} ${one ? "waits" : "wait"} to be judged again${isLate ? `,${one ? "" : " the first"} for ${age(late.since, asked)}` : ""}.`}>
        {late.first.map((host, index) => (
          <span key={host.id}>{index === 0 ? "" : ", "}<Link prefetch={false} href={vmsHref(host.filter)}><Name>{host.name}</Name></Link></span>
        ))}
        {more > 0 ? ` and ${count(more)} more` : ""}: time alone changed what is true of {one ? "its" : "their"} {counted(late.vms, "VM")}, such as a limit of age that passed.
        {isLate ? " Until they are judged, count them as unknown; verdicts and counts" : " That takes about a minute; until then verdicts and counts"} are still those of before.
      </Note>
    </div>
  );
}
