import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { readDocument } from "@/lib/estate/vm-detail";
import { route } from "@/lib/http";

const unpack = promisify(gunzip);

/** The kept document that last listed the VM, whole, as JSON. */
export const GET = route<{ params: Promise<{ id: string }> }>(async (_request, { params }) => {
  const { name, body } = await readDocument((await params).id);
  return new Response(new Uint8Array(await unpack(body)), {
    headers: { "content-type": "application/json", "content-disposition": `inline; filename="${name}"`, "cache-control": "no-store" },
  });
});
