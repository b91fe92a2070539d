import crypto from "node:crypto";
import type { z } from "zod";
import { guardHost, guardOrigin, guardSender, guardToken } from "./access";
import { type Env, readEnv } from "./env";
import { AppError, type ErrorCode, problemOf } from "./errors";

/** Where coming back helps. */
const retryAfterSeconds: Readonly<Partial<Record<ErrorCode, number>>> = { "database-unavailable": 2, busy: 5, "slow-body": 5, "cut-off": 5, "too-many": 2 };

type Handler<Context> = (request: Request, context: Context) => Promise<Response> | Response;

const bodyLimitBytes = 1_000_000;
/**
 * Of Node, Postgres and Prisma: the server is gone or not reached, ends, starts, has no connection, disk or memory left, cannot write,
 * or gave up a transaction that may be tried again.
 */
const lostDatabaseCodes = [
  "ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "ENETDOWN", "57P01", "57P02", "57P03", "57014", "53100", "53200", "53300", "53400", "58030", "25006", "40001", "40P01",
  "08000", "08001", "08003", "08004", "08006", "P1001", "P1002", "P1008", "P1017", "P2024",
];

/**
 * Wraps a route handler: checks Host, Origin and the admin token, and turns what is thrown into a
 * problem document (RFC 9457).
 * @param options open: the route answers without the admin token; door: it is for collectors and checks their
 * credential itself. A collector's token is refused by every other route.
 */
export function route<Context = unknown>(handler: Handler<Context>, { open = false, door = false }: { open?: boolean; door?: boolean } = {}) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const env = readEnv();
      guardStateChange(request, env);
      if (!door) guardSender(request);
      if (!open && !door) guardToken(request, env);
      return await handler(request, context);
    } catch (error) {
      return problemResponse(error);
    }
  };
}

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof methods)[number];
type Route = ReturnType<typeof route>;

/**
 * Handlers of all methods that an address does not have: each answers 405 with a problem document and `Allow`, which
 * Next by itself leaves out.
 * @param allowed those it has
 */
export function notAllowed<Allowed extends Method>(...allowed: Allowed[]): Record<Exclude<Method, Allowed>, Route> {
  const refuse = route((request) => {
    throw new AppError("method-not-allowed", `${request.method} is not used here; ${allowed.join(", ")} is.`, { members: { mend: `Send ${allowed.join(" or ")}.` }, headers: { allow: allowed.join(", ") } });
  }, { door: true });
  const other = methods.filter((method) => !allowed.some((each) => each === method));
  return Object.fromEntries(other.map((method) => [method, refuse])) as Record<Exclude<Method, Allowed>, Route>;
}

/**
 * Refuses what another site's page may have sent: a Host that is not ours on any request, and a
 * foreign Origin or Sec-Fetch-Site on a change.
 * @throws AppError `foreign-request`
 */
export function guardStateChange(request: Request, env: Env = readEnv()): void {
  guardHost(request, env);
  guardOrigin(request);
}

/**
 * Reads a small JSON body.
 * @param limitBytes larger bodies are refused
 * @throws AppError `unsupported-media`, `too-large` or `invalid-request`, naming the first place that does not fit
 */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema, limitBytes = bodyLimitBytes): Promise<z.output<Schema>> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new AppError("unsupported-media", `The body must be application/json; it is ${type ?? "of no kind"}.`);
  return parseInput(schema, parseJsonText(await readText(request, limitBytes)), "body");
}

/**
 * Checks input against a schema.
 * @param where "body", "query": begins the place that is named
 * @throws AppError `invalid-request` with the member `place`
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown, where: string): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = [where, ...(issue?.path ?? [])].join(".");
  throw new AppError("invalid-request", `${place}: ${issue?.message ?? "it does not fit"}.`, { members: { place } });
}

/**
 * The problem document of anything thrown. What is not an AppError is a bug: it is logged under a
 * number, and only the number is told.
 */
export function problemResponse(thrown: unknown): Response {
  const error = thrown instanceof AppError ? thrown : asAppError(thrown);
  const body = problemOf(error);
  return new Response(JSON.stringify(body), { status: body.status, headers: { ...problemHeaders(error.code), ...error.headers } });
}

function asAppError(thrown: unknown): AppError {
  if (isLostDatabase(thrown)) {
    return new AppError("database-unavailable", "The database does not answer just now; try again in a few seconds.", { cause: thrown });
  }
  const id = crypto.randomUUID();
  console.error(`Fault ${id}:`, thrown);
  return new AppError("internal", `This is a fault of Quiesce; its log has it under ${id}.`, { members: { instance: `urn:uuid:${id}` }, cause: thrown });
}

/** Whether an error, or what caused it, says that the database server cannot be reached. */
export function isLostDatabase(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if ("code" in thrown && typeof thrown.code === "string" && lostDatabaseCodes.includes(thrown.code)) return true;
  if (/^Connection terminated|timeout exceeded when trying to connect|is not queryable$/.test(thrown.message)) return true;
  return isLostDatabase(thrown.cause);
}

function problemHeaders(code: ErrorCode): Record<string, string> {
  const headers: Record<string, string> = { "content-type": "application/problem+json", "cache-control": "no-store" };
  if (code === "not-signed-in") headers["www-authenticate"] = 'Bearer realm="Quiesce"';
  if (code === "sender-not-known") headers["www-authenticate"] = 'Bearer realm="Quiesce collectors"';
  const seconds = retryAfterSeconds[code];
  if (seconds !== undefined) headers["retry-after"] = String(seconds);
  return headers;
}

async function readText(request: Request, limitBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limitBytes) throw new AppError("too-large", `The body has more than ${limitBytes} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid-request", "The body is not JSON.", { members: { place: "body" } });
  }
}
