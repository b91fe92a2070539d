import { AppError } from "@/lib/errors";
import { route } from "@/lib/http";

/** What no other route answers is told as a problem document, not as a page. */
function nothing(request: Request): never {
  throw new AppError("not-found", `${new URL(request.url).pathname} is no address of this API; docs/api.md lists them.`);
}

export const GET = route(nothing);
export const POST = route(nothing);
export const PUT = route(nothing);
export const PATCH = route(nothing);
export const DELETE = route(nothing);
export const OPTIONS = route(nothing);
