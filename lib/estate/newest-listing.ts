import "server-only";
import { pool } from "@/lib/db/client";
import { readParts } from "@/lib/db/kept-parts";
import { listingDocument as findDocument } from "@/lib/db/listing-document";
import { withChanging } from "@/lib/inventory/confirmed";
import { type Marks, shaOf, timeOf } from "@/lib/inventory/current";
import type { Vm } from "@/lib/inventory/document";
import { joinKept } from "@/lib/inventory/volatile";

/** The kept document that listed a VM with these marks; null when it is not kept any more. */
export async function listingDocument(hostId: string, marks: Marks): Promise<string | null> {
  const listed = marks["vms.listed"];
  if (listed === undefined) return null;
  return findDocument(pool(), hostId, { at: timeOf(listed), sha: shaOf(listed) });
}

/**
 * Facts of a VM of which a newer inventory said the same than the one that they were written from: what changes by
 * itself, such as uptime and free space, is read from the newer one, so that each value is the one of the time that
 * stands beside it.
 * @param row what the VM is shown by: facts and marks as confirmed, the document that the facts were written from
 */
export async function newestFacts(row: { hostId: string; documentId: string; facts: Vm; marks: Marks }): Promise<Vm> {
  const listing = await listingDocument(row.hostId, row.marks);
  const parts = listing === null || listing === row.documentId ? null : await readParts(pool(), listing);
  if (parts === null) return row.facts;
  const newest = joinKept(parts).hosts.flatMap((host) => host.vms).find((vm) => vm.id === row.facts.id);
  return newest === undefined ? row.facts : withChanging(row.facts, newest);
}
