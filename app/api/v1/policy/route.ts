import { pool } from "@/lib/db/client";
import { notAllowed, readJson, route } from "@/lib/http";
import { rejudgeAll } from "@/lib/ingest/rejudge";
import { requestRejudge } from "@/lib/jobs/enqueue";
import { policySchema } from "@/lib/judge/policy";
import { loadPolicy, savePolicy } from "@/lib/policy/stored-policy";
import { answer } from "../answers";

export const GET = route(async () => answer(await loadPolicy(pool())));

/** Hosts that are not judged by then, because this process was ended, are judged by the queue. */
const LEFT_AFTER_SECONDS = 60;

/** Stores a policy as the next version and judges every VM by it; answers when that is done. */
export const PUT = route(async (request) => {
  const document = await readJson(request, policySchema);
  const now = Date.now();
  const policy = await savePolicy(pool(), document, now);
  await requestRejudge(LEFT_AFTER_SECONDS);
  return answer({ ...policy, judged: await rejudgeAll(pool(), { policy: policy.document, now }) });
});

export const { POST, PATCH, DELETE, OPTIONS } = notAllowed("GET", "PUT");
