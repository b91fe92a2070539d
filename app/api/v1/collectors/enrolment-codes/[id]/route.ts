import { revokeCode } from "@/lib/collectors/codes";
import { pool } from "@/lib/db/client";
import { notAllowed, route } from "@/lib/http";

type Context = { params: Promise<{ id: string }> };

/** Revokes a code; the collectors that it enrolled stay. */
export const DELETE = route<Context>(async (_request, { params }) => {
  await revokeCode(pool(), (await params).id, Date.now());
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
});

export const { GET, POST, PUT, PATCH, OPTIONS } = notAllowed("DELETE");
