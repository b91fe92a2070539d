import { z } from "zod";
import { search } from "@/lib/estate/search";
import { notAllowed, parseInput, route } from "@/lib/http";
import { answer } from "../answers";

const querySchema = z.object({ q: z.string().max(512).refine((value) => !value.includes("\0"), "has a NUL character").default("") });

/** What the palette finds for some words. */
export const GET = route(async (request) => answer(await search(parseInput(querySchema, Object.fromEntries(new URL(request.url).searchParams), "query").q)));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
