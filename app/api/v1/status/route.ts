import { readStatus } from "@/app/status";
import { route } from "@/lib/http";
import { answer } from "../answers";

/** For open pages: whether anything was written since they were made. */
export const GET = route(async () => answer(await readStatus()));
