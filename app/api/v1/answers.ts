import { AppError } from "@/lib/errors";
import { parseVmList, type VmListRequest } from "@/lib/estate/filters";

/** An answer that no cache keeps: the estate changes with each import. */
export function answer(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });
}

/**
 * The list request in an address.
 * @throws AppError `invalid-request` that names each field and what it takes
 */
export function listRequestOf(request: Request): VmListRequest {
  const { request: parsed, problems } = parseVmList(new URL(request.url).searchParams);
  const [first] = problems;
  if (first === undefined) return parsed;
  throw new AppError("invalid-request", problems.map((of) => `${of.field}: ${of.problem}.`).join(" "), { members: { place: `query.${first.field}`, problems } });
}
