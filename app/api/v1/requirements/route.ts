import { readRequirements } from "@/lib/estate/requirements";
import { notAllowed, route } from "@/lib/http";
import { answer } from "../answers";

export const GET = route(async () => answer(await readRequirements()));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
