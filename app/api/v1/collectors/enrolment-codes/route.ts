import { z } from "zod";
import { createCode } from "@/lib/collectors/codes";
import { COLLECTOR_KINDS } from "@/lib/collectors/contract";
import { listCodes } from "@/lib/collectors/reads";
import { nameSchema } from "@/lib/collectors/words";
import { pool } from "@/lib/db/client";
import { notAllowed, readJson, route } from "@/lib/http";
import { answer } from "../../answers";

const newSchema = z.strictObject({
  scope: nameSchema,
  kind: z.enum(COLLECTOR_KINDS).default("host"),
  maxUses: z.int().min(1).max(100_000).default(1),
  autoApprove: z.boolean().default(false),
  intervalSeconds: z.int().min(60).max(31_536_000).default(3600),
  expiresInHours: z.number().min(0.1).max(8784).default(24),
});

/** Every enrolment code, never the code itself. */
export const GET = route(async () => answer({ items: await listCodes(pool(), Date.now()) }));

/** Makes a code; it is told this once. */
export const POST = route(async (request) => answer(await createCode(pool(), await readJson(request, newSchema), Date.now()), 201));

export const { PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET", "POST");
