import { readRequirements } from "@/lib/estate/requirements";
import { route } from "@/lib/http";
import { answer } from "../answers";

export const GET = route(async () => answer(await readRequirements()));
