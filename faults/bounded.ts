import { setTimeout as sleep } from "node:timers/promises";
import { Lab } from "./lab";
import { inWords, type Outcome, type Scale, type Situation } from "./situation";

/** For what measures the rest and stops app and database after the time is over. */
const GRACE_MS = 60_000;

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Runs a situation for as long as it may take. One that fails, or does not end by itself, is a broken promise; nothing of it goes on afterwards. */
export async function runBounded(situation: Situation, scale: Omit<Scale, "signal">, graceMs = GRACE_MS): Promise<Outcome[]> {
  const minutes = situation.limitMinutes(scale);
  const over = new AbortController();
  const ended = new AbortController();
  const late = () => over.signal.aborted;
  const timer = setTimeout(() => { over.abort(); }, minutes * 60_000);
  const failed = (error: unknown): Outcome[] => {
    scale.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return late() ? [] : [{ promise: "it runs to its end", measured: `it failed: ${reasonOf(error)}`, kept: false }];
  };
  const tooLate = sleep(minutes * 60_000 + graceMs, [] as Outcome[], { signal: ended.signal }).catch((): Outcome[] => []);
  try {
    const outcomes = await Promise.race([situation.run({ ...scale, signal: over.signal }).catch(failed), tooLate]);
    return late() ? [...outcomes, { promise: `it ends within ${inWords(minutes)} min`, measured: "it was ended", kept: false }] : outcomes;
  } finally {
    clearTimeout(timer);
    over.abort();
    ended.abort();
    Lab.killAll();
  }
}
