/** Inventories that are parsed and stored for their senders in this process. */
interface InHand {
  count: number;
  /** Since when there was always one, by `performance.now()`. */
  since: number;
  resting: Set<() => void>;
}
// On globalThis, because the door and the jobs are bundled apart.
const kept = globalThis as typeof globalThis & { quiesceInHand?: InHand };
const inHand = () => (kept.quiesceInHand ??= { count: 0, since: 0, resting: new Set() });

/** Counts one inventory until the returned function is called. */
export function takeInHand(): () => void {
  const all = inHand();
  if (all.count === 0) all.since = performance.now();
  all.count += 1;
  return () => {
    all.count -= 1;
    if (all.count > 0) return;
    for (const wake of all.resting) wake();
    all.resting.clear();
  };
}

/**
 * Waits until no inventory is in hand: senders wait for their answers, and one core serves both. It waits no longer than
 * until the door has been busy for `mostMs` without a break, so that a steady stream does not hold up what is judged.
 */
export async function untilDoorRests(mostMs: number): Promise<void> {
  const all = inHand();
  const left = all.count === 0 ? 0 : all.since + mostMs - performance.now();
  if (left <= 0) return;
  await new Promise<void>((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(() => {
      all.resting.delete(wake);
      resolve();
    }, left);
    all.resting.add(wake);
  });
}
