import { z } from "zod";
import { approveCollector, OVERLAP_DAYS, renameCollector, resetCollector, revokeCollector, rotateCollector, settleHosts } from "@/lib/collectors/manage";
import { readCollector } from "@/lib/collectors/reads";
import { nameSchema } from "@/lib/collectors/words";
import { pool } from "@/lib/db/client";
import { notAllowed, readJson, route } from "@/lib/http";
import { answer } from "../../answers";

type Context = { params: Promise<{ id: string }> };

const changeSchema = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("rename"), name: nameSchema }),
  z.strictObject({ action: z.literal("approve") }),
  z.strictObject({ action: z.literal("revoke") }),
  z.strictObject({ action: z.literal("reset") }),
  z.strictObject({ action: z.literal("rotate"), overlapDays: z.number().min(0).max(90).default(OVERLAP_DAYS) }),
  z.strictObject({ action: z.literal("hosts"), approve: z.array(nameSchema).max(4096).default([]), refuse: z.array(nameSchema).max(4096).default([]) }),
]);

/** One collector with its newest documents, credentials (never a secret), hosts and refused bodies. */
export const GET = route<Context>(async (_request, { params }) => answer(await readCollector(pool(), (await params).id)));

/** Changes a collector; answers with it, or for `rotate` with the new token, which is told this once. */
export const PATCH = route<Context>(async (request, { params }) => {
  const change = await readJson(request, changeSchema);
  const { id } = await params;
  const now = Date.now();
  switch (change.action) {
    case "rotate":
      return answer(await rotateCollector(pool(), id, { overlapDays: change.overlapDays, now }));
    case "rename":
      await renameCollector(pool(), id, change.name);
      break;
    case "approve":
      await approveCollector(pool(), id, now);
      break;
    case "revoke":
      await revokeCollector(pool(), id, now);
      break;
    case "reset":
      await resetCollector(pool(), id);
      break;
    case "hosts":
      await settleHosts(pool(), id, change, now);
      break;
  }
  return answer(await readCollector(pool(), id));
});

export const { POST, PUT, DELETE, OPTIONS } = notAllowed("GET", "PATCH");
