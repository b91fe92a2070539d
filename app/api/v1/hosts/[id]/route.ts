import { pool } from "@/lib/db/client";
import { readHost } from "@/lib/estate/host-detail";
import { notAllowed, route } from "@/lib/http";
import { forgetHost } from "@/lib/ingest/remove";
import { loadPolicy } from "@/lib/policy/stored-policy";
import { answer } from "../../answers";

type Context = { params: Promise<{ id: string }> };

/** One host: state, facts, own findings, counts of its VMs, and the inventories that spoke of it. */
export const GET = route<Context>(async (_request, { params }) => answer(await readHost((await params).id)));

/** Forgets a host with its VMs and its part of every document. */
export const DELETE = route<Context>(async (_request, { params }) => {
  const { document: policy } = await loadPolicy(pool());
  return answer(await forgetHost(pool(), (await params).id, { policy, now: Date.now() }));
});

export const { POST, PUT, PATCH, OPTIONS } = notAllowed("GET", "DELETE");
