import type pg from "pg";
import { markOf } from "@/lib/inventory/current";
import { type HostReading, type KeptDocument, readingsOf } from "../fold/fold";
import { readKept } from "./kept-document";
import { placeOf } from "../order/order";

/** One host of a kept document, without its facts. Times in ISO. */
export interface KeptRow {
  documentId: string;
  place: number;
  hostId: string;
  mark: string;
  document: KeptDocument;
}

interface Row {
  documentId: string; place: number; hostId: string; readAt: Date; sha256: string; collectorId: string | null; senderId: string | null;
  epoch: string | null; sequence: string | null; collectedAt: Date; receivedAt: Date; effectiveAt: Date;
}

/** Kept and folded documents of these hosts in the order of their marks, each by the time that its place gave it (settle-order.ts). */
export async function keptRows(client: pg.PoolClient, hostIds: readonly string[]): Promise<KeptRow[]> {
  const { rows } = await client.query<Row>(
    `SELECT dh."documentId", dh."place", dh."hostId", dh."collectedAt" AS "readAt", d."sha256", d."collectorId", d."senderId", d."epoch", d."sequence", d."collectedAt", d."receivedAt", d."effectiveAt"
     FROM "DocumentHost" dh JOIN "Document" d ON d."id" = dh."documentId" WHERE dh."hostId" = ANY($1::uuid[]) ORDER BY dh."documentId", dh."place"`, [hostIds],
  );
  return rows.map(({ documentId, place, hostId, readAt, sha256, collectorId, senderId, epoch, sequence, collectedAt, receivedAt, effectiveAt }) => {
    const at = placeOf({ collectorId, senderId, epoch: epoch === null ? null : Number(epoch), sequence: sequence === null ? null : Number(sequence) });
    const sequenced = at === null ? null : { ...at, effectiveAt: effectiveAt.toISOString() };
    const document = { id: documentId, collectorId, sha256, receivedAt: receivedAt.toISOString(), collectedAt: collectedAt.toISOString(), sequenced };
    return { documentId, place, hostId, mark: markOf(sequenced?.effectiveAt ?? readAt.toISOString(), sha256, sequenced), document };
  }).sort((a, b) => (a.mark < b.mark ? -1 : a.mark > b.mark ? 1 : a.place - b.place));
}

/** Reads these documents one after the other, in the order given. */
export async function eachReading(client: pg.PoolClient, kept: readonly KeptRow[], use: (hostId: string, reading: HostReading) => void): Promise<void> {
  let documentId = "";
  let readings: HostReading[] = [];
  for (const row of kept) {
    if (row.documentId !== documentId) {
      const inventory = await readKept(client, row.documentId);
      documentId = row.documentId;
      readings = inventory === null ? [] : readingsOf(inventory, row.document);
    }
    const reading = readings[row.place];
    if (reading !== undefined) use(row.hostId, reading);
  }
}
