import { readSingleFile } from "@/app/collector-files";
import { notAllowed, route } from "@/lib/http";

/** The collector in one file, to paste or run on a host for a first look; UTF-8 without BOM, as it is in the repository. */
export const GET = route(async () => new Response(await readSingleFile(), {
  headers: { "content-type": "text/plain; charset=utf-8", "content-disposition": 'attachment; filename="quiesce-collect.ps1"', "cache-control": "no-store" },
}));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
