import { readVm } from "@/lib/estate/vm-detail";
import { byAnyId } from "@/lib/estate/vm-history";
import { notAllowed, route } from "@/lib/http";
import { judgedUnder } from "@/lib/ingest/judged/judged-under";
import { answer } from "../../answers";

/** One VM; also by an id that it had before it moved, then with its present one in the answer. */
export const GET = route<{ params: Promise<{ id: string }> }>(async (_request, { params }) => answer(await byAnyId((await params).id, (id) => readVm(id, judgedUnder))));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
