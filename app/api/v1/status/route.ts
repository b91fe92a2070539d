import { readStatus } from "@/app/status";
import { notAllowed, route } from "@/lib/http";
import { answer } from "../answers";

/** For open pages: whether anything was written since they were made. */
export const GET = route(async () => answer(await readStatus()));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
