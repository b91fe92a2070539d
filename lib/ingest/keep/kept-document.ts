import type pg from "pg";
import { readParts } from "@/lib/db/kept-parts";
import type { Inventory } from "@/lib/inventory/document";
import { joinKept } from "@/lib/inventory/volatile";

/** A kept document as it was accepted; null when it is not kept any more. */
export async function readKept(client: Pick<pg.PoolClient, "query">, documentId: string): Promise<Inventory | null> {
  const parts = await readParts(client, documentId);
  return parts === null ? null : joinKept(parts);
}
