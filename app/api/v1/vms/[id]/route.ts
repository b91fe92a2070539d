import { readVm } from "@/lib/estate/vm-detail";
import { route } from "@/lib/http";
import { answer } from "../../answers";

export const GET = route<{ params: Promise<{ id: string }> }>(async (_request, { params }) => answer(await readVm((await params).id)));
