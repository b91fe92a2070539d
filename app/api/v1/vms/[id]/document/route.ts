import { readDocument } from "@/lib/estate/vm-detail";
import { byAnyId } from "@/lib/estate/vm-history";
import { notAllowed, route } from "@/lib/http";

/** The kept document that last listed the VM, whole, as JSON. */
export const GET = route<{ params: Promise<{ id: string }> }>(async (_request, { params }) => {
  const { name, document } = await byAnyId((await params).id, readDocument);
  return new Response(JSON.stringify(document), {
    headers: { "content-type": "application/json", "content-disposition": `inline; filename="${name}"`, "cache-control": "no-store" },
  });
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
