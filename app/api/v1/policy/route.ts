import { pool } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { notAllowed, readJson, route } from "@/lib/http";
import { rejudgeAll } from "@/lib/ingest/judged/rejudge";
import { requestRejudge } from "@/lib/jobs/enqueue";
import { policySchema } from "@/lib/judge/policy";
import { loadPolicy, savePolicy } from "@/lib/policy/stored-policy";
import { answer } from "../answers";

const tagOf = (version: number) => `"${version}"`;

export const GET = route(async () => {
  const policy = await loadPolicy(pool());
  return answer(policy, 200, { etag: tagOf(policy.version) });
});

/** The version that the sender knew; null when it does not say. @throws AppError `invalid-request` */
function expectedVersion(headers: Headers): number | null {
  const text = headers.get("if-match")?.trim() ?? "*";
  if (text === "*") return null;
  const [, version] = /^(?:W\/)?"(\d{1,9})"$/.exec(text) ?? [];
  if (version === undefined) throw new AppError("invalid-request", "If-Match: it is not the ETag of a policy.", { members: { place: "headers.if-match", mend: "Send the ETag of GET /api/v1/policy, such as \"3\", or leave it out." } });
  return Number(version);
}

/** Hosts that are not judged by then, because this process was ended, are judged by the queue. */
const LEFT_AFTER_SECONDS = 60;

/**
 * Stores a policy as the next version and judges every VM by it; answers when that is done. With If-Match only while
 * that version is in force, so that of two who change it at once the second is told.
 */
export const PUT = route(async (request) => {
  const document = await readJson(request, policySchema);
  const now = Date.now();
  const policy = await savePolicy(pool(), document, now, expectedVersion(request.headers));
  await requestRejudge(LEFT_AFTER_SECONDS);
  return answer({ ...policy, judged: await rejudgeAll(pool(), { policy: policy.document, now }) }, 200, { etag: tagOf(policy.version) });
});

export const { POST, PATCH, DELETE, OPTIONS } = notAllowed("GET", "PUT");
