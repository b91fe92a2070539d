import { listQuarantine } from "@/lib/collectors/quarantine";
import { pool } from "@/lib/db/client";
import { notAllowed, route } from "@/lib/http";
import { answer } from "../../answers";

/** Bodies of known collectors that could not be accepted, newest first, each with what its sender was told. */
export const GET = route(async () => answer({ items: await listQuarantine(pool()) }));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
