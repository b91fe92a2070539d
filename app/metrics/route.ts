import { pool } from "@/lib/db/client";
import { notAllowed, route } from "@/lib/http";
import { metricsText } from "@/lib/metrics/estate-gauges";

export const dynamic = "force-dynamic";

/** Metrics for Prometheus. Where an admin token is set, it is asked for as `Authorization: Bearer`. */
export const GET = route(async () => {
  const { type, text } = await metricsText(pool, Date.now());
  return new Response(text, { headers: { "content-type": type, "cache-control": "no-store" } });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
