import { pool } from "@/lib/db/client";
import { readImport } from "@/lib/estate/imports";
import { notAllowed, route } from "@/lib/http";
import { removeImport } from "@/lib/ingest/remove";
import { loadPolicy } from "@/lib/policy/stored-policy";
import { answer } from "../../answers";

type Context = { params: Promise<{ id: string }> };

export const GET = route<Context>(async (_request, { params }) => answer(await readImport((await params).id)));

/** Removes an import with its documents and its effect. */
export const DELETE = route<Context>(async (_request, { params }) => {
  const { document: policy } = await loadPolicy(pool());
  return answer(await removeImport(pool(), (await params).id, { policy, now: Date.now() }));
});

export const { POST, PUT, PATCH, OPTIONS } = notAllowed("GET", "DELETE");
