import type pg from "pg";
import { runningQueue, runsOn } from "./boss";
import { FOLD, REJUDGE } from "./queues";

/**
 * Puts a kept document on the queue in the caller's transaction: it waits there if and only if the document is kept.
 * Where no queue is open yet, such as in a command, the sweep of a running app finds the document by its state.
 */
export async function enqueueDocument(client: Pick<pg.PoolClient, "query">, documentId: string): Promise<void> {
  const queue = runningQueue();
  if (queue === undefined) return;
  await queue.boss.send(FOLD, { documentId }, { id: documentId, db: runsOn(client) });
}

/** Tells the workers of this process to look at once; call it after the commit. */
export function wakeWorkers(): void {
  for (const wake of runningQueue()?.wake ?? []) wake();
}

/**
 * Asks for every host that was judged by another policy or version to be judged again.
 * @param afterSeconds when: a caller that does it itself asks for later, for what it leaves undone when it is ended
 * @returns false where no queue is open
 */
export async function requestRejudge(afterSeconds = 0): Promise<boolean> {
  const queue = runningQueue();
  if (queue === undefined) return false;
  await queue.boss.send(REJUDGE, {}, { startAfter: afterSeconds });
  wakeWorkers();
  return true;
}
