import { pool } from "@/lib/db/client";
import { readJson, route } from "@/lib/http";
import { rejudgeAll } from "@/lib/ingest/rejudge";
import { policySchema } from "@/lib/judge/policy";
import { loadPolicy, savePolicy } from "@/lib/policy/stored-policy";
import { answer } from "../answers";

export const GET = route(async () => answer(await loadPolicy(pool())));

/** Stores a policy as the next version and judges every VM by it; answers when that is done. */
export const PUT = route(async (request) => {
  const document = await readJson(request, policySchema);
  const now = Date.now();
  const policy = await savePolicy(pool(), document, now);
  return answer({ ...policy, judged: await rejudgeAll(pool(), { policy: policy.document, now }) });
});
