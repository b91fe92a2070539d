import { Readable } from "node:stream";
import { eachVm } from "@/lib/estate/vms";
import { notAllowed, route } from "@/lib/http";
import { vmsCsv } from "@/lib/reports/vms-csv";
import { listRequestOf } from "../answers";

/** The filtered list as CSV, all rows, in the order of the list. */
export const GET = route((request) => {
  const rows = vmsCsv(eachVm(listRequestOf(request)));
  const body = Readable.toWeb(Readable.from(rows, { objectMode: false })) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="quiesce-vms-${new Date().toISOString().slice(0, 10)}.csv"`, "cache-control": "no-store" },
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
