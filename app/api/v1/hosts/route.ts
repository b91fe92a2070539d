import { readHosts } from "@/lib/estate/hosts";
import { notAllowed, route } from "@/lib/http";
import { answer } from "../answers";

export const GET = route(async () => answer({ items: await readHosts() }));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
