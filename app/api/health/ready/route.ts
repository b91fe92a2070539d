import { pool } from "@/lib/db/client";
import { notAllowed, route } from "@/lib/http";
import { readReadiness } from "@/lib/metrics/readiness";

export const dynamic = "force-dynamic";

/** 200 when the database answers and has the tables of this version, else 503 with what is missing. */
export const GET = route(async () => {
  const { ready, checks } = await readReadiness(pool);
  return new Response(JSON.stringify({ status: ready ? "ready" : "not-ready", checks }), {
    status: ready ? 200 : 503,
    headers: { "content-type": "application/json", "cache-control": "no-store", ...(ready ? {} : { "retry-after": "2" }) },
  });
}, { open: true });

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
