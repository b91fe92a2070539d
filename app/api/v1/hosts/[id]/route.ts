import { pool } from "@/lib/db/client";
import { route } from "@/lib/http";
import { forgetHost } from "@/lib/ingest/remove";
import { loadPolicy } from "@/lib/policy/stored-policy";
import { answer } from "../../answers";

/** Forgets a host with its VMs and its part of every document. */
export const DELETE = route<{ params: Promise<{ id: string }> }>(async (_request, { params }) => {
  const { document: policy } = await loadPolicy(pool());
  return answer(await forgetHost(pool(), (await params).id, { policy, now: Date.now() }));
});
