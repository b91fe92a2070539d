import { readEnv } from "@/lib/env";
import { prune } from "@/lib/ingest/prune";
import { type Chore, type Jobs, startJobs } from "./start";

const CHORES: readonly Chore[] = [
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
