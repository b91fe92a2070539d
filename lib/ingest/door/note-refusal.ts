import { createHash } from "node:crypto";
import type pg from "pg";
import type { ProblemDocument } from "@/lib/collectors/contract";
import { quarantine } from "@/lib/collectors/quarantine";
import type { Sender } from "@/lib/collectors/tokens";
import type { Env } from "@/lib/env";
import { type AppError, type ErrorCode, problemOf } from "@/lib/errors";
import type { BodySeen } from "./read-body";

/** Refusals that say something of what was sent; the others are of the moment, and the sender comes back. */
const NOTED: readonly ErrorCode[] = [
  "invalid-request", "other-host", "other-content", "two-senders", "too-large", "unsupported-media", "unprocessable", "newer-version", "dated-ahead", "unknown-epoch", "sender-too-old",
];
const NOT_KEPT: readonly ErrorCode[] = ["other-host"];
/** The document is not known: its sender comes again with it. */
const HEARD: readonly ErrorCode[] = ["slow-body", "cut-off"];

/** Notes a refusal on its collector, so that refused is not silent, and keeps the body for an administrator to see. */
export async function noteRefusal(pool: pg.Pool, sender: Sender, error: AppError, seen: BodySeen, limits: Env["quarantine"], now: number): Promise<void> {
  if (HEARD.includes(error.code)) await pool.query(`UPDATE "Collector" SET "lastSeenAt" = greatest("lastSeenAt", $2) WHERE "id" = $1`, [sender.id, new Date(now)]);
  if (!NOTED.includes(error.code)) return;
  const problem: ProblemDocument = problemOf(error);
  await pool.query(
    `UPDATE "Collector" SET "lastSeenAt" = greatest("lastSeenAt", $2), "lastRefusedAt" = greatest("lastRefusedAt", $2), "lastRefusal" = $3, "refused" = least("refused" + 1, 2147483646) WHERE "id" = $1`,
    [sender.id, new Date(now), JSON.stringify(problem)],
  );
  if (NOT_KEPT.includes(error.code) || seen.bytes.length === 0) return;
  await quarantine(pool, { collectorId: sender.id, problem, body: seen.bytes, bodyBytes: seen.length, sha256: createHash("sha256").update(seen.bytes).digest("hex") }, limits, now);
}
