import { readEstate } from "@/lib/estate/overview";
import { notAllowed, route } from "@/lib/http";
import { answer } from "../answers";

export const GET = route(async () => answer(await readEstate()));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
