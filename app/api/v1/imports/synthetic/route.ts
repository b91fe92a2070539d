import { pool } from "@/lib/db/client";
import { notAllowed, route } from "@/lib/http";
import { acceptFiles } from "@/lib/ingest/accept-files";
import { syntheticEstate } from "@/lib/inventory/synthetic/estate";
import { loadPolicy } from "@/lib/policy/stored-policy";
import { answer } from "../../answers";

/** Imports the small made-up estate that shows every class and verdict, through the same path as any file. */
export const POST = route(async () => {
  const now = Date.now();
  const files = syntheticEstate(new Date(now).toISOString()).map((inventory) => ({
    name: `synthetic/${inventory.hosts[0]?.name ?? "host"}.json`, bytes: new TextEncoder().encode(JSON.stringify(inventory)),
  }));
  const { document: policy } = await loadPolicy(pool());
  return answer(await acceptFiles(pool(), files, { via: "page", policy, now }), 201);
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = notAllowed("POST");
