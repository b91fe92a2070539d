import type pg from "pg";
import { markOf } from "@/lib/inventory/current";
import { type HostReading, type KeptDocument, readingsOf } from "./fold";
import { readKept } from "./kept-document";
import { effectiveTimes, placeOf } from "./order";

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

/**
 * Kept and folded documents of these hosts in the order of their marks. The effective time of a sequenced document is
 * taken from all of its sender that are held, and is stored where it is another than before.
 */
export async function keptRows(client: pg.PoolClient, hostIds: readonly string[]): Promise<KeptRow[]> {
  const { rows } = await client.query<Row>(
    `SELECT dh."documentId", dh."place", dh."hostId", dh."collectedAt" AS "readAt", d."sha256", d."collectorId", d."senderId", d."epoch", d."sequence", d."collectedAt", d."receivedAt", d."effectiveAt"
     FROM "DocumentHost" dh JOIN "Document" d ON d."id" = dh."documentId" WHERE dh."hostId" = ANY($1::uuid[]) ORDER BY dh."documentId", dh."place"`, [hostIds],
  );
  const documents = [...new Map(rows.map((row) => [row.documentId, {
    id: row.documentId, collectorId: row.collectorId, senderId: row.senderId, epoch: row.epoch === null ? null : Number(row.epoch), sequence: row.sequence === null ? null : Number(row.sequence),
    collectedAt: row.collectedAt.toISOString(), receivedAt: row.receivedAt.toISOString(), storedAt: row.effectiveAt.toISOString(), sha256: row.sha256,
  }])).values()];
  const times = effectiveTimes(documents);
  const kept = new Map(documents.map((document, index) => {
    const place = placeOf(document);
    const effectiveAt = times[index] ?? document.storedAt;
    const { id, collectorId, sha256, receivedAt, collectedAt, storedAt } = document;
    return [id, { document: { id, collectorId, sha256, receivedAt, collectedAt, sequenced: place === null ? null : { ...place, effectiveAt } }, changed: place !== null && effectiveAt !== storedAt, effectiveAt }] as const;
  }));
  const changed = [...kept.values()].filter((each) => each.changed);
  if (changed.length > 0) {
    const values = [changed.map((each) => each.document.id), changed.map((each) => each.effectiveAt)];
    await client.query(`UPDATE "Document" d SET "effectiveAt" = u."at" FROM unnest($1::uuid[], $2::timestamptz[]) AS u("id", "at") WHERE d."id" = u."id"`, values);
    await client.query(`UPDATE "DocumentHost" d SET "collectedAt" = u."at" FROM unnest($1::uuid[], $2::timestamptz[]) AS u("id", "at") WHERE d."documentId" = u."id"`, values);
  }
  return rows.flatMap((row) => {
    const of = kept.get(row.documentId);
    if (of === undefined) return [];
    const { sequenced, sha256 } = of.document;
    return [{ documentId: row.documentId, place: row.place, hostId: row.hostId, mark: markOf(sequenced?.effectiveAt ?? row.readAt.toISOString(), sha256, sequenced), document: of.document }];
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
