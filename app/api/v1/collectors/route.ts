import { z } from "zod";
import { COLLECTOR_KINDS } from "@/lib/collectors/contract";
import { createCollector } from "@/lib/collectors/manage";
import { listCollectors } from "@/lib/collectors/reads";
import { nameSchema } from "@/lib/collectors/words";
import { pool } from "@/lib/db/client";
import { notAllowed, readJson, route } from "@/lib/http";
import { answer } from "../answers";

const newSchema = z.strictObject({
  kind: z.enum(COLLECTOR_KINDS),
  name: nameSchema,
  scope: nameSchema.nullable().default(null),
  intervalSeconds: z.int().min(60).max(31_536_000).nullable().default(null),
  /** For a management server: hosts that it may speak for; `*` is every host. */
  hosts: z.array(nameSchema).max(4096).default([]),
});

/** Every collector with how it stands. */
export const GET = route(async () => answer({ items: await listCollectors(pool()) }));

/** Makes a collector; its token is told this once. */
export const POST = route(async (request) => {
  const given = await createCollector(pool(), await readJson(request, newSchema), Date.now());
  return answer(given, 201, { location: `/api/v1/collectors/${given.collectorId}` });
});

export const { PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET", "POST");
