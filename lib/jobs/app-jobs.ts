import { readEnv } from "@/lib/env";
import { judgeDue } from "@/lib/ingest/judged/judge-again";
import { prune } from "@/lib/ingest/keep/prune";
import { type Chore, type Jobs, startJobs } from "./start";

const CHORES: readonly Chore[] = [
  // What changes by time alone: facts, a backup or a checkpoint too old, a grace period that ended.
  { queue: "judge-due", everySeconds: 60, work: (pool, context, isStopping) => judgeDue(pool, context.now, context, isStopping) },
  { queue: "prune", everySeconds: 3600, work: async (pool, { now }) => {
    const { keepDays, quarantine } = readEnv();
    return prune(pool, { keepDays, quarantineDays: quarantine.days }, now);
  } },
];

// The start script stops it before it stops the database; a module of the server's bundle is out of its reach.
const kept = globalThis as typeof globalThis & { quiesceAppJobs?: Jobs };

/** Starts all that the app does by itself, once a process. */
export function startAppJobs(): void {
  kept.quiesceAppJobs ??= startJobs(CHORES);
}
