import { filtersOf } from "@/lib/estate/filters";
import { readCount } from "@/lib/estate/vms";
import { route } from "@/lib/http";
import { answer, listRequestOf } from "../../answers";

export const GET = route(async (request) => answer(await readCount(filtersOf(listRequestOf(request)))));
