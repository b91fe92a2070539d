import { readRequirement } from "@/lib/estate/requirements";
import { notAllowed, route } from "@/lib/http";
import { answer } from "../../answers";

export const GET = route<{ params: Promise<{ id: string }> }>(async (_request, { params }) => answer(await readRequirement((await params).id)));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
