import { filtersOf } from "@/lib/estate/filters";
import { readCount } from "@/lib/estate/vms";
import { notAllowed, route } from "@/lib/http";
import { answer, listRequestOf } from "../../answers";

export const GET = route(async (request) => answer(await readCount(filtersOf(listRequestOf(request)))));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
