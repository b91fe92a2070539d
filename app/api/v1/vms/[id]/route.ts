import { readVm } from "@/lib/estate/vm-detail";
import { notAllowed, route } from "@/lib/http";
import { answer } from "../../answers";

export const GET = route<{ params: Promise<{ id: string }> }>(async (_request, { params }) => answer(await readVm((await params).id)));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
