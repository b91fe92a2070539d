import { readVms } from "@/lib/estate/vms";
import { route } from "@/lib/http";
import { answer, listRequestOf } from "../answers";

export const GET = route(async (request) => answer(await readVms(listRequestOf(request))));
