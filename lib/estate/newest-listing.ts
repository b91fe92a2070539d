import "server-only";
import { pool } from "@/lib/db/client";
import { readParts } from "@/lib/db/kept-parts";
import { type Confirmation, isConfirmed, withChanging } from "@/lib/inventory/confirmed";
import { type Marks, shaOf, timeOf } from "@/lib/inventory/current";
import type { Vm } from "@/lib/inventory/document";
import { joinKept } from "@/lib/inventory/volatile";

/** The kept document that listed a VM with these marks; null when it is not kept any more. */
export async function listingDocument(hostId: string, marks: Marks): Promise<string | null> {
  const listed = marks["vms.listed"];
  if (listed === undefined) return null;
  const { rows } = await pool().query<{ id: string }>(
    `SELECT d."id" FROM "DocumentHost" dh JOIN "Document" d ON d."id" = dh."documentId" WHERE dh."hostId" = $1 AND dh."collectedAt" = $2 AND left(d."sha256", 12) = $3 LIMIT 1`,
    [hostId, timeOf(listed), shaOf(listed)],
  );
  return rows[0]?.id ?? null;
}

/**
 * Facts of a VM that was confirmed since it was written: what changes by itself, such as uptime and free space, is read
 * from the confirming document, so that each value is the one of the time that stands beside it.
 * @param stored marks as the row has them
 * @param confirmed facts and marks after the confirmation
 */
export async function newestFacts(hostId: string, stored: Marks, confirmed: { facts: Vm; marks: Marks }, by: Confirmation | null): Promise<Vm> {
  if (!isConfirmed(stored, by)) return confirmed.facts;
  const documentId = await listingDocument(hostId, confirmed.marks);
  const parts = documentId === null ? null : await readParts(pool(), documentId);
  if (parts === null) return confirmed.facts;
  const newest = joinKept(parts).hosts.flatMap((host) => host.vms).find((vm) => vm.id === confirmed.facts.id);
  return newest === undefined ? confirmed.facts : withChanging(confirmed.facts, newest);
}
