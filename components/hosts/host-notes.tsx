import Link from "next/link";
import { Note } from "@/components/ui/note";
import { counted } from "@/components/ui/numbers";
import { age, instant } from "@/components/ui/time";
import type { HostDetail } from "@/lib/estate/contract";
import { clockSentence } from "./host-words";

/** What stands above a host: why its VMs are unknown, what is in doubt about who it is, what waits. */
export function HostNotes({ host, now }: { host: HostDetail; now: string }) {
  const { item, failed } = host;
  const clock = clockSentence(item.clockOffsetSeconds);
  const notes = [
    item.state !== "silent" ? null : (
      <Note key="silent" kind="stale" title={`Not heard since ${item.readAt === null ? "it was named" : instant(item.readAt).text}.`}>
        The limit of the policy has passed, so its {counted(item.vms, "VM")} {item.vms === 1 ? "is" : "are"} unknown until it is heard again.
      </Note>
    ),
    item.state !== "never" ? null : <Note key="never" kind="unknown" title="No inventory read this host.">It was named by one that could not reach it.</Note>,
    item.state !== "overdue" || item.dueAt === null ? null : (
      <Note key="overdue" kind="stale" title={`Overdue for ${age(item.dueAt, now)}.`}>Two intervals passed without an inventory. The verdicts stand until the limit of the policy.</Note>
    ),
    item.lateSince === null ? null : (
      <Note key="late" kind="warning" title="Its VMs wait to be judged again.">
        Time alone changed what is true of them {age(item.lateSince, now)} ago, such as a limit of age that passed. Until they are judged, count its {counted(item.vms, "VM")} as unknown; the counts still have them as before.
      </Note>
    ),
    failed === null ? null : (
      <Note key="failed" kind="warning" title={`Its listing of VMs failed, ${age(failed.at, now)} ago.`}>{failed.text === null ? "The inventory names no reason." : <bdi>{failed.text}</bdi>} VMs that were not read again are unknown.</Note>
    ),
    item.conflict === null ? null : <Note key="conflict" kind="warning" title="Who it is, is in doubt.">{item.conflict}</Note>,
    clock === null ? null : <Note key="clock" kind="warning" title={clock} action={item.collector === null ? null : <Link prefetch={false} href={`/collectors/${item.collector.id}`}>Collector</Link>} />,
    host.contested === 0 ? null : (
      <Note key="contested" kind="warning" title={`${counted(host.contested, "VM")} of it ${host.contested === 1 ? "is" : "are"} listed by a second node too.`}>Until ownership agrees, the worse of the two counts.</Note>
    ),
    host.missing === 0 ? null : (
      <Note key="missing" kind="unknown" title={`${counted(host.missing, "VM")} of it ${host.missing === 1 ? "is" : "are"} missing from its newest listing.`}>They are unknown for a time of grace, then gone.</Note>
    ),
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : <div className="mt-4 grid gap-2">{notes}</div>;
}
