/** Runs once when a server process begins, not while the app is being built. */
export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs" || process.env["NEXT_PHASE"] === "phase-production-build") return;
  const { startAppJobs } = await import("@/lib/jobs/app-jobs");
  startAppJobs();
}
