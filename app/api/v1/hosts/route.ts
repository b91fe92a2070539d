import { readHosts } from "@/lib/estate/hosts";
import { route } from "@/lib/http";
import { answer } from "../answers";

export const GET = route(async () => answer({ items: await readHosts() }));
