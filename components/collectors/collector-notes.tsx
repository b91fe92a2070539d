import { Note } from "@/components/ui/note";
import { count, counted } from "@/components/ui/numbers";
import { age } from "@/components/ui/time";
import { CLOCK_FLAG_SECONDS, type CollectorDetail, type Standing } from "@/lib/collectors/contract";
import { clockText, STANDING_WORDS } from "./collector-words";
import { Refusal } from "./refusals";

/** What stands above a collector: why it is not taken, that it is late, what is in doubt. */
export function CollectorNotes({ of, standing, now }: { of: CollectorDetail; standing: Standing; now: string }) {
  const clock = of.clockOffsetSeconds;
  const notes = [
    standing !== "pending" ? null : <Note key="pending" kind="warning" title="It waits for approval.">What it sends is turned away with 403 until then; the machine keeps it in its spool.</Note>,
    standing !== "two-senders" ? null : <Note key="two" kind="error" title="Two machines send by this identity.">{STANDING_WORDS["two-senders"].sentence} Revoke it and enrol both anew, or reset it where a machine was restored.</Note>,
    of.conflict !== "known-host" ? null : <Note key="known" kind="warning" title="Another living collector has this host.">A machine that was installed anew, or a clone. Revoke the old one when it is gone; then this one speaks for the host.</Note>,
    of.refused === 0 || of.lastRefusal === null ? null : (
      <Note key="refused" kind="error" title={`${counted(of.refused, "document")} refused since the newest that was accepted.`}>
        {of.lastRefusedAt === null ? "" : `${age(of.lastRefusedAt, now)} ago: `}<Refusal of={of.lastRefusal} />
      </Note>
    ),
    standing !== "overdue" || of.dueAt === null ? null : (
      <Note key="overdue" kind="stale" title={`Overdue for ${age(of.dueAt, now)}.`}>
        {of.lastAcceptedAt === null ? "Nothing of it was accepted yet." : `Its newest accepted document is ${age(of.lastAcceptedAt, now)} old.`} On the machine: Test-QuiesceCollector, then the event log Application, source Quiesce.
      </Note>
    ),
    clock === null || Math.abs(clock) <= CLOCK_FLAG_SECONDS ? null : <Note key="clock" kind="warning" title={`Its clock is ${clockText(clock)}.`}>Times of its documents are corrected by that. A document dated more than 48 h ahead is refused.</Note>,
    of.dropped === 0 ? null : <Note key="dropped" kind="warning" title={`${count(of.dropped)} of its documents ${of.dropped === 1 ? "was" : "were"} dropped unsent.`}>Its spool was full: it keeps the newest 24 documents, 50 MiB and 7 days, whichever is smaller.</Note>,
  ].filter((note) => note !== null);
  return notes.length === 0 ? null : <div className="mt-4 grid gap-2">{notes}</div>;
}
