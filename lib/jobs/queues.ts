import type PgBoss from "pg-boss";

/** One kept document that waits to be folded and judged; the id of the job is that of the document. */
export interface FoldJob {
  documentId: string;
}
export const FOLD = "fold";
/** Judges what was judged by another policy or version. */
export const REJUDGE = "rejudge";

/** Eight retries with backoff from five seconds on: about half an hour. Then the job stays, failed, for a person to see. */
export const QUEUES: readonly PgBoss.Queue[] = [
  { name: FOLD, retryLimit: 8, retryDelay: 5, retryBackoff: true, expireInSeconds: 120 },
  // Short: while one is waiting, another would say the same.
  { name: REJUDGE, policy: "short", retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 4 * 3600 },
];
