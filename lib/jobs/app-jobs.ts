import { type Chore, type Jobs, startJobs } from "./start";

const CHORES: readonly Chore[] = [];

// The start script stops it before it stops the database; a module of the server's bundle is out of its reach.
const kept = globalThis as typeof globalThis & { quiesceAppJobs?: Jobs };

/** Starts all that the app does by itself, once a process. */
export function startAppJobs(): void {
  kept.quiesceAppJobs ??= startJobs(CHORES);
}
