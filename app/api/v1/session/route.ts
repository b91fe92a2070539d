import { z } from "zod";
import { isAdminToken, sessionCookie, sessionValue } from "@/lib/access";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { notAllowed, readJson, route } from "@/lib/http";

const secondsInMonth = 30 * 24 * 3600;
const signInSchema = z.object({ token: z.string().max(1000) });

/**
 * Signs in with the admin token, from the form of the sign-in page (fields `token` and `next`,
 * answered with a redirect) or as JSON `{ token }` (answered with 204).
 */
export const POST = route(
  async (request) => {
    const isForm = request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded") ?? false;
    const form = isForm ? await request.formData() : undefined;
    const { token } = form === undefined ? await readJson(request, signInSchema) : { token: String(form.get("token") ?? "") };
    const next = localPath(form?.get("next"));
    const { adminToken } = readEnv();
    if (adminToken === undefined) return form === undefined ? new Response(null, { status: 204 }) : redirect(next);
    if (!isAdminToken(token.trim(), adminToken)) {
      if (form !== undefined) return redirect(`/sign-in?wrong=1&next=${encodeURIComponent(next)}`);
      throw new AppError("not-signed-in", "This is not the admin token.");
    }
    const response = form === undefined ? new Response(null, { status: 204 }) : redirect(next);
    response.headers.set("set-cookie", cookie(sessionValue(adminToken), secondsInMonth, request));
    return response;
  },
  { open: true },
);

/** Signs out. */
export const DELETE = route(
  (request) => new Response(null, { status: 204, headers: { "set-cookie": cookie("", 0, request) } }),
  { open: true },
);

function redirect(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

/** A path on this server; anything that a browser could take for another server becomes "/". */
function localPath(value: FormDataEntryValue | null | undefined): string {
  return typeof value === "string" && /^\/(?![/\\])[\x21-\x7e]*$/.test(value) ? value : "/";
}

function cookie(value: string, maxAgeSeconds: number, request: Request): string {
  const secure = new URL(request.url).protocol === "https:" ? "; Secure" : "";
  return `${sessionCookie}=${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

export const { GET, PUT, PATCH, OPTIONS } = notAllowed("POST", "DELETE");
