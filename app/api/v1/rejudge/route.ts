import { pool } from "@/lib/db/client";
import { notAllowed, route } from "@/lib/http";
import { rejudgeAll } from "@/lib/ingest/judged/rejudge";
import { loadPolicy } from "@/lib/policy/stored-policy";
import { answer } from "../answers";

/** Judges every VM again by the policy in force; answers when that is done. */
export const POST = route(async () => {
  const { document: policy } = await loadPolicy(pool());
  return answer(await rejudgeAll(pool(), { policy, now: Date.now() }));
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = notAllowed("POST");
