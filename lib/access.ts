import crypto from "node:crypto";
import type { Env } from "./env";
import { AppError } from "./errors";

export const sessionCookie = "quiesce-session";

const wildcardHosts = ["0.0.0.0", "::"];
const readingMethods = ["GET", "HEAD", "OPTIONS"];

interface Asked {
  method: string;
  headers: Headers;
}

/**
 * Refuses a request whose Host is not a name of this server: a foreign page whose own name was
 * made to point here (DNS rebinding) sends its own name. Bound to every address, the names by
 * which this machine is reached are not known; then only the admin token protects, and its cookie
 * belongs to one name.
 * @throws AppError `foreign-request`
 */
export function guardHost({ headers }: Asked, env: Env): void {
  const name = hostName(headers.get("host"));
  if (name !== undefined && (isLoopbackName(name) || env.allowedHosts.includes(name))) return;
  if (name !== undefined && env.host !== undefined && (env.host.toLowerCase() === name || (wildcardHosts.includes(env.host) && env.allowedHosts.length === 0))) return;
  throw new AppError(
    "foreign-request",
    `This server is not known as ${name ?? "a request without a Host header"}; open it at its own address, or add the name to QUIESCE_ALLOWED_HOSTS.`,
  );
}

/**
 * Refuses a change that a page of another site makes. A request with neither Origin nor
 * Sec-Fetch-Site is no browser's and passes.
 * @throws AppError `foreign-request`
 */
export function guardOrigin({ method, headers }: Asked): void {
  if (readingMethods.includes(method)) return;
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  const foreignSite = site !== null && site !== "same-origin" && site !== "none";
  const foreignOrigin = origin !== null && hostOfOrigin(origin) !== headers.get("host")?.toLowerCase();
  if (foreignSite || foreignOrigin) {
    throw new AppError("foreign-request", "A change is accepted only from Quiesce's own pages or from a program, not from a page of another site.");
  }
}

/**
 * Refuses a request without the admin token, where one is set. It comes as `Authorization: Bearer`
 * or as the cookie that signing in gives.
 * @throws AppError `not-signed-in`
 */
export function guardToken({ headers }: Asked, { adminToken }: Env): void {
  if (adminToken === undefined) return;
  const bearer = /^Bearer\s+(.+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (bearer !== undefined && isAdminToken(bearer.trim(), adminToken)) return;
  const cookie = readCookie(headers.get("cookie"), sessionCookie);
  if (cookie !== undefined && equals(cookie, sessionValue(adminToken))) return;
  throw new AppError("not-signed-in", "Sign in with the admin token, or send it as Authorization: Bearer.");
}

/**
 * Refuses a collector's token where a collector has nothing to do: it sends and reads nothing, also while no admin
 * token is set.
 * @throws AppError `sends-only`
 */
export function guardSender({ headers }: Pick<Asked, "headers">): void {
  if (!/^Bearer\s+qsc_/i.test(headers.get("authorization") ?? "")) return;
  throw new AppError("sends-only", "This is a collector's token, which sends inventories to POST /api/v1/inventories and reads nothing; read with the admin token.");
}

/** Whether the text is the admin token; takes the same time for any wrong text. */
export function isAdminToken(given: string, adminToken: string): boolean {
  return equals(digest(given), digest(adminToken));
}

/** What the session cookie holds: it proves the token and does not tell it. */
export function sessionValue(adminToken: string): string {
  return crypto.createHmac("sha256", adminToken).update("quiesce-session/1").digest("hex");
}

/** Whether the address is one that only this machine reaches. */
export function isLoopbackName(name: string): boolean {
  return name === "localhost" || name === "::1" || /^127(\.\d{1,3}){3}$/.test(name);
}

/** The name in a Host header, lower case, without port and brackets. */
function hostName(header: string | null): string | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([^:/@\s]+))(?::\d+)?$/i.exec(header ?? "");
  return (match?.[1] ?? match?.[2])?.toLowerCase();
}

function hostOfOrigin(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

function readCookie(header: string | null, name: string): string | undefined {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

function digest(text: string): string {
  return crypto.createHash("sha256").update(text).digest("hex");
}

function equals(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && crypto.timingSafeEqual(left, right);
}
