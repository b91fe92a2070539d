import { readEstate } from "@/lib/estate/overview";
import { route } from "@/lib/http";
import { answer } from "../answers";

export const GET = route(async () => answer(await readEstate()));
