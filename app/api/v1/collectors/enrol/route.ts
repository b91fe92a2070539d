import { enrol, enrolmentSchema } from "@/lib/collectors/enrol";
import { countFailures } from "@/lib/collectors/enrol-limit";
import { pool } from "@/lib/db/client";
import { readEnv } from "@/lib/env";
import { notAllowed, readJson, route } from "@/lib/http";
import { answer } from "../../answers";

export const dynamic = "force-dynamic";

const MOST_BYTES = 16_384;

/** The last address is the one that our own side of the line wrote: the server itself, or the proxy that it is told to trust. */
const addressOf = (headers: Headers) => headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown";

/** Trades an enrolment code for a credential, which is told this once. */
export const POST = route(async (request) => {
  const attempt = async () => enrol(pool(), await readJson(request, enrolmentSchema, MOST_BYTES), Date.now());
  return answer(await countFailures(pool(), addressOf(request.headers), readEnv().enrolPerMinute, attempt), 201);
}, { door: true });

export const { GET, PUT, PATCH, DELETE, OPTIONS } = notAllowed("POST");
