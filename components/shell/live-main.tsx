"use client";

import { useEffect, useState } from "react";
import { Note } from "@/components/ui/note";
import { count, counted } from "@/components/ui/numbers";
import { age } from "@/components/ui/time";
import { type MadeFrom, useFresh, useLive, useNow } from "./live";

/** Older than that, a page that is not read again says so. */
const OLD_MS = 180_000;
/** Inventories are judged within seconds; only a wait that one can see is told. */
const WAIT_MS = 5000;
const WAITING = 10;

/**
 * The content of a page, kept true while it is open: its data is read again when it changes, what is under way is told,
 * and when the server cannot be asked, nothing on it looks current.
 */
export function LiveMain({ made, wide, children }: { made: MadeFrom; wide: boolean; children: React.ReactNode }) {
  useFresh(made);
  const { lost } = useLive();
  return (
    <main className={`${wide ? "wide" : ""} ${lost === null ? "" : "is-past"}`}>
      <LiveNotes made={made} />
      {children}
    </main>
  );
}

function LiveNotes({ made }: { made: MadeFrom }) {
  const { status, lost } = useLive();
  const now = useNow(made.asked, 1000);
  const old = now - Date.parse(made.asked) > OLD_MS;
  const shown = age(made.asked, new Date(now).toISOString());
  const waiting = status?.backlog.waiting ?? 0;
  const oldest = status === null ? 0 : status.backlog.oldestSeconds * 1000 + Math.max(0, now - Date.parse(status.asked));
  const failed = status?.backlog.failures[0];
  const isBacklog = waiting >= WAITING || (waiting > 0 && oldest > WAIT_MS);
  const rejudge = status?.rejudge ?? null;
  const isMixed = useMixed(made, rejudge !== null);
  if (lost === null && !old && !isBacklog && rejudge === null && !isMixed) return null;
  return (
    <div className="livenotes">
      {lost === null ? null : <Note kind="error" live title={lost}>What you see is {shown} old. No verdict on it is current. The page looks again every 2 s.</Note>}
      {lost !== null || !old ? null : <Note kind="stale" title={`This page is ${shown} old.`}>It is being read again.</Note>}
      {!isBacklog || lost !== null ? null : (
        <Note kind="stale" title={`${counted(waiting, "inventory", "inventories")} ${waiting === 1 ? "waits" : "wait"} to be judged,`}>
          the oldest for {seconds(oldest)}. Their hosts still show the verdicts of the inventory before.
          {failed === undefined ? "" : ` ${count(status?.backlog.failed ?? 0)} could not be judged; the newest: ${failed.error}`}
        </Note>
      )}
      {rejudge === null || lost !== null ? null : (
        <Note kind="stale" title={`${count(rejudge.done)} of ${counted(rejudge.hosts, "host")} ${rejudge.done === 1 ? "is" : "are"} judged under the new rules.`}>
          The VMs of the others still show the verdicts of the old ones, so sums mix both until it is done.
        </Note>
      )}
      {!isMixed || lost !== null ? null : <Note kind="stale" title="All hosts are judged under the new rules.">This page still mixes both; it is being read again.</Note>}
    </div>
  );
}

/** Whether a page that was made while new rules judged was not read again since they were done. */
function useMixed(made: MadeFrom, isUnderWay: boolean): boolean {
  const { status } = useLive();
  const [mixed, setMixed] = useState<string | null>(null);
  useEffect(() => {
    if (isUnderWay) setMixed(made.revision);
  }, [isUnderWay, made.revision]);
  return !isUnderWay && mixed === made.revision && status !== null && status.revision !== made.revision;
}

function seconds(ms: number): string {
  const whole = Math.max(0, Math.round(ms / 1000));
  return whole < 120 ? `${whole} s` : whole < 7200 ? `${Math.floor(whole / 60)} min` : `${Math.floor(whole / 3600)} h`;
}
