import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { ParsedDocument } from "@/lib/importers/contract";
import type { Inventory } from "@/lib/inventory/document";
import { type HostReading, readingsOf } from "./fold";
import { foldDocument, type FoldedHost } from "./fold-document";
import type { JudgeContext } from "../judged/judge-hosts";
import { readKept } from "../keep/kept-document";
import { documentTimes } from "../order/order";
import type { PackedDocument } from "../keep/read-ahead";
import { loadUnfolded, settleOrder, type Unfolded } from "../order/settle-order";
import { writing } from "./state";
import { storeDocument } from "../keep/store-document";

export interface DocumentSource {
  importId: string;
  fileName: string;
  fileSha: string;
  kind: string;
}
export interface DocumentOutcome {
  /** The document that said the same before, when nothing was stored now. */
  known: { fileName: string; receivedAt: string } | null;
  hosts: FoldedHost[];
  vms: number;
  withoutId: string[];
  collectedAt: string;
}

/** The same content of the same instant, or of the same file, that was kept before with all its hosts. */
async function findKnown(client: pg.PoolClient, document: ParsedDocument, hosts: number, collectedAt: string, fileSha: string): Promise<DocumentOutcome["known"]> {
  const { rows } = await client.query<{ fileName: string; receivedAt: Date }>(
    `SELECT d."fileName", d."receivedAt" FROM "Document" d
     WHERE d."digest" = $1 AND (d."collectedAt" = $2 OR d."fileSha" = $3) AND (SELECT count(*) FROM "DocumentHost" dh WHERE dh."documentId" = d."id") = $4
     ORDER BY d."receivedAt" DESC LIMIT 1`,
    [document.digest, collectedAt, fileSha, hosts],
  );
  const [row] = rows;
  return row === undefined ? null : { fileName: row.fileName, receivedAt: row.receivedAt.toISOString() };
}

/** Hosts that are kept: one all of whose records lack a GUID, such as a monitoring agent's, would stay a name without VMs. */
function keptReadings(readings: readonly HostReading[]): HostReading[] {
  return readings.filter((reading) => reading.vms.length > 0 || reading.withoutId.length === 0);
}

async function foldKept(client: pg.PoolClient, inventory: Inventory, unfolded: Unfolded, context: JudgeContext): Promise<FoldedHost[]> {
  const { document, reordered } = await settleOrder(client, unfolded);
  const hosts = await foldDocument(client, keptReadings(readingsOf(inventory, document)), context, reordered);
  await client.query(`UPDATE "Document" SET "foldedAt" = $2 WHERE "id" = $1`, [unfolded.id, new Date(context.now).toISOString()]);
  return hosts;
}

/**
 * Folds a document that was kept before into the current state and judges what it touches, in one transaction. A second
 * call does nothing.
 * @returns its hosts; none when it was folded before or is not kept any more
 */
export async function foldStored(pool: pg.Pool, documentId: string, context: JudgeContext): Promise<FoldedHost[]> {
  // What is kept of a document never changes, so it is read before it is the turn of this writer.
  const inventory = await readKept(pool, documentId);
  if (inventory === null) return [];
  return writing(pool, async (client) => {
    const unfolded = await loadUnfolded(client, documentId);
    return unfolded === null ? [] : foldKept(client, inventory, unfolded, context);
  });
}

/**
 * Keeps one document whole and folds it into the current state, in one transaction: it is there with all its effects,
 * or not at all.
 */
export async function acceptDocument(pool: pg.Pool, packed: PackedDocument, source: DocumentSource, context: JudgeContext): Promise<DocumentOutcome> {
  const { document, sha256 } = packed;
  const { inventory } = document;
  const { header } = inventory;
  const receivedAt = new Date(context.now).toISOString();
  const { collectedAt, effectiveAt } = documentTimes(inventory, receivedAt, null);
  const unfolded: Unfolded = { id: randomUUID(), sha256, collectorId: null, senderId: header.senderId, epoch: header.epoch, sequence: header.sequence, collectedAt, receivedAt, storedAt: null };
  const readings = readingsOf(inventory, { ...unfolded, sequenced: null });
  const outcome = { vms: readings.reduce((sum, reading) => sum + reading.vms.length, 0), withoutId: readings.flatMap((reading) => reading.withoutId), collectedAt };
  return writing(pool, async (client) => {
    const known = await findKnown(client, document, keptReadings(readings).length, collectedAt, source.fileSha);
    if (known !== null) return { ...outcome, known, hosts: [] };
    await storeDocument(client, packed, { ...source, id: unfolded.id, collectorId: null, collectedAt, receivedAt, effectiveAt });
    return { ...outcome, known: null, hosts: await foldKept(client, inventory, unfolded, context) };
  });
}
