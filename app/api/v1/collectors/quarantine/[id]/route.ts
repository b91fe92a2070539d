import { deleteQuarantined, readQuarantined } from "@/lib/collectors/quarantine";
import { pool } from "@/lib/db/client";
import { notAllowed, route } from "@/lib/http";
import { answer } from "../../../answers";

type Context = { params: Promise<{ id: string }> };

/** One body with its text. */
export const GET = route<Context>(async (_request, { params }) => answer(await readQuarantined(pool(), (await params).id)));

export const DELETE = route<Context>(async (_request, { params }) => {
  await deleteQuarantined(pool(), (await params).id);
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
});

export const { POST, PUT, PATCH, OPTIONS } = notAllowed("GET", "DELETE");
