import { type NextRequest, NextResponse } from "next/server";
import { guardHost, guardOrigin, guardSender, guardToken } from "@/lib/access";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { problemResponse } from "@/lib/http";

/**
 * Guards the pages; API routes guard themselves with `route` of lib/http, because a proxy keeps a
 * copy of a body only up to 10 MB.
 */
export function proxy(request: NextRequest): Response {
  try {
    const env = readEnv();
    guardHost(request, env);
    guardOrigin(request);
    guardSender(request);
    if (request.nextUrl.pathname !== "/sign-in") guardToken(request, env);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-signed-in") return toSignIn(request);
    return problemResponse(error);
  }
  const nonce = Buffer.from(crypto.randomUUID()).toString("base64");
  const policy = contentPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = {
  matcher: [{ source: "/((?!api/|metrics$|_next/static/|_next/image|favicon\\.ico|icons?\\.svg).*)" }],
};

function toSignIn({ nextUrl }: NextRequest): Response {
  // Next takes only a whole address from a proxy and makes it relative again.
  const target = nextUrl.clone();
  target.pathname = "/sign-in";
  target.search = `?next=${encodeURIComponent(`${nextUrl.pathname}${nextUrl.search}`)}`;
  return new Response(null, { status: 307, headers: { location: target.toString(), "cache-control": "no-store" } });
}

/** Styles may be inline, because bars and grids carry their widths in style attributes. */
function contentPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : "";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
