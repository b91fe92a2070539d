import { pool } from "@/lib/db/client";
import { readEnv } from "@/lib/env";
import { notAllowed, route } from "@/lib/http";
import { receiveInventory } from "@/lib/ingest/door/door";
import { enqueueDocument, wakeWorkers } from "@/lib/jobs/enqueue";
import { answer } from "../answers";

export const dynamic = "force-dynamic";

/** Takes one inventory from a collector: 202 when it is committed, 200 when it was before. */
export const POST = route(async (request) => {
  const reply = await receiveInventory(request, { pool: pool(), env: readEnv(), enqueue: enqueueDocument });
  wakeWorkers();
  return answer(reply, reply.result === "accepted" ? 202 : 200);
}, { door: true });

export const { GET, PUT, PATCH, DELETE, OPTIONS } = notAllowed("POST");
