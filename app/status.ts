import "server-only";
import { readWritten } from "@/lib/estate/as-of";
import type { LiveStatus } from "@/lib/estate/contract";
import { pool } from "@/lib/db/client";
import { rejudgeProgress } from "@/lib/ingest/judged/rejudge";
import { backlog } from "@/lib/jobs/backlog";
import { loadPolicy } from "@/lib/policy/stored-policy";
import { within } from "./within";

const ANSWER_MS = 2000;
const SHARED_MS = 900;

let shared: { at: number; answer: Promise<LiveStatus> } | null = null;

async function ask(): Promise<LiveStatus> {
  const [written, waiting, rejudge] = await within(ANSWER_MS, Promise.all([readWritten(), backlog(pool()), readRejudge()]));
  return { ...written, backlog: waiting, rejudge };
}

async function readRejudge(): Promise<LiveStatus["rejudge"]> {
  const { document: policy } = await loadPolicy(pool());
  const progress = await rejudgeProgress(pool(), policy);
  return progress.done === progress.hosts ? null : progress;
}

/**
 * What every open page asks every two seconds; asked of the database once a second at most, however many pages are open.
 * @throws AppError `database-unavailable` after two seconds
 */
export async function readStatus(): Promise<LiveStatus> {
  const now = Date.now();
  if (shared === null || now - shared.at > SHARED_MS) shared = { at: now, answer: ask() };
  return shared.answer;
}
