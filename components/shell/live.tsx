"use client";

import { useRouter } from "next/navigation";
import { createContext, useContext, useEffect, useRef, useState } from "react";
import type { LiveStatus } from "@/lib/estate/contract";

/** What an open page knows of the server: the newest answer, or since when there is none and why. */
export interface Live {
  status: LiveStatus | null;
  /** Milliseconds since 1970 by this browser's clock; null while the server answers. */
  lostSince: number | null;
  /** Sentence for people; null while the server answers. */
  lost: string | null;
  /** What to add to this browser's clock to have the server's, in milliseconds. */
  ahead: number;
}
const UNKNOWN: Live = { status: null, lostSince: null, lost: null, ahead: 0 };
const Context = createContext<Live>(UNKNOWN);

export const useLive = () => useContext(Context);

const EVERY_MS = 2000;
const GIVE_UP_MS = 2500;

const NO_ANSWER = "The app does not answer.";
const NO_DATABASE = "The database does not answer.";
function reasonOf(status: number): string {
  if (status === 503) return NO_DATABASE;
  if (status === 401) return "You are signed out.";
  return `The app answers ${status}.`;
}

async function ask(): Promise<LiveStatus | string> {
  try {
    const answer = await fetch("/api/v1/status", { cache: "no-store", signal: AbortSignal.timeout(GIVE_UP_MS) });
    return answer.ok ? await answer.json() as LiveStatus : reasonOf(answer.status);
  } catch {
    return NO_ANSWER;
  }
}

/**
 * Asks every two seconds while the page is looked at, and at once when it comes back to the front.
 * `first` is null when the server could not read it.
 */
export function LiveProvider({ first, children }: { first: LiveStatus | null; children: React.ReactNode }) {
  const [live, setLive] = useState<Live>({ ...UNKNOWN, status: first, lost: first === null ? NO_DATABASE : null });
  useEffect(() => {
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function round() {
      clearTimeout(timer);
      if (document.visibilityState === "visible") {
        const said = await ask();
        if (ended) return;
        setLive((before) => (typeof said === "string"
          ? { ...before, lost: said, lostSince: before.lostSince ?? Date.now() }
          : { status: said, lost: null, lostSince: null, ahead: Date.parse(said.asked) - Date.now() }));
      }
      clearTimeout(timer);
      if (!ended) timer = setTimeout(() => { void round(); }, EVERY_MS);
    }
    function onFront() {
      if (document.visibilityState === "visible") void round();
    }
    timer = setTimeout(() => { void round(); }, EVERY_MS);
    document.addEventListener("visibilitychange", onFront);
    return () => {
      ended = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", onFront);
    };
  }, []);
  return <Context.Provider value={live}>{children}</Context.Provider>;
}

/** The instant now by the server's clock, in milliseconds, ticking; before the first tick the given one. */
export function useNow(first: string, everyMs = 15_000): number {
  const { ahead } = useLive();
  const [now, setNow] = useState(() => Date.parse(first));
  useEffect(() => {
    const tick = () => { setNow(Date.now() + ahead); };
    tick();
    const timer = setInterval(tick, everyMs);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [ahead, everyMs]);
  return now;
}

/** What a page was made from. */
export interface MadeFrom {
  asked: string;
  revision: string;
  contact: string;
}

const GAP_MS = 5000;
const CONTACT_GAP_MS = 30_000;
/** Time alone makes hosts overdue and facts old, without anything being written. */
const TOO_LONG_MS = 60_000;

/** Reads the data of the page again when it changed on the server; what is open or typed on the page stays. */
export function useFresh(made: MadeFrom): void {
  const router = useRouter();
  const { status, lost } = useLive();
  const again = useRef(0);
  useEffect(() => {
    if (status === null || lost !== null || document.visibilityState !== "visible") return;
    const age = Date.parse(status.asked) - Date.parse(made.asked);
    const since = Date.now() - again.current;
    const changed = status.revision !== made.revision;
    const heard = status.contact !== made.contact && age > CONTACT_GAP_MS;
    if (since < GAP_MS || !(changed || heard || age > TOO_LONG_MS)) return;
    again.current = Date.now();
    router.refresh();
  }, [status, lost, made.asked, made.revision, made.contact, router]);
}
