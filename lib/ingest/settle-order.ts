import type pg from "pg";
import type { KeptDocument } from "./fold";
import { earlier, later, type Ordered, placeOf } from "./order";

/** A kept document that is about to be folded. */
export interface Unfolded extends Ordered {
  id: string;
  sha256: string;
}

interface Row {
  id: string; sha256: string; collectorId: string | null; senderId: string | null; epoch: string | null; sequence: string | null; collectedAt: Date; receivedAt: Date;
}

/** A kept document that was not folded yet; null when there is none. */
export async function loadUnfolded(client: pg.PoolClient, id: string): Promise<Unfolded | null> {
  const { rows } = await client.query<Row>(
    `SELECT "id", "sha256", "collectorId", "senderId", "epoch", "sequence", "collectedAt", "receivedAt" FROM "Document" WHERE "id" = $1 AND "foldedAt" IS NULL`, [id],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const number = (value: string | null) => (value === null ? null : Number(value));
  return { ...row, epoch: number(row.epoch), sequence: number(row.sequence), collectedAt: row.collectedAt.toISOString(), receivedAt: row.receivedAt.toISOString() };
}

/** So many documents before it are looked at: those that wait to be folded have not told their successors yet. */
const BEFORE = 64;

/**
 * Puts a document in its place among those of its sender: its effective time is at least that of its predecessors, and
 * its successors' are at least its own.
 * @returns the document with its times, and hosts of successors that were folded by a time that no longer holds
 */
export async function settleOrder(client: pg.PoolClient, unfolded: Unfolded): Promise<{ document: KeptDocument; reordered: Set<string> }> {
  const place = placeOf(unfolded);
  if (place === null) return { document: { ...unfolded, sequenced: null }, reordered: new Set() };
  const sender = unfolded.collectorId === null ? `"collectorId" IS NULL AND "senderId" = $1` : `"collectorId" = $1::uuid`;
  const values = [unfolded.collectorId ?? unfolded.senderId, place.epoch, place.sequence];
  const { rows } = await client.query<{ at: Date | null }>(
    `SELECT max("effectiveAt") AS "at" FROM (SELECT "effectiveAt" FROM "Document" WHERE ${sender} AND ("epoch", "sequence") < ($2, $3) ORDER BY "epoch" DESC, "sequence" DESC LIMIT ${BEFORE}) before`, values,
  );
  const effectiveAt = later(earlier(unfolded.collectedAt, unfolded.receivedAt), rows[0]?.at?.toISOString() ?? "");
  await client.query(`UPDATE "Document" SET "effectiveAt" = $2 WHERE "id" = $1 AND "effectiveAt" <> $2`, [unfolded.id, effectiveAt]);
  const { rows: moved } = await client.query<{ id: string }>(
    `UPDATE "Document" SET "effectiveAt" = $4 WHERE ${sender} AND ("epoch", "sequence") > ($2, $3) AND "effectiveAt" < $4 RETURNING "id"`, [...values, effectiveAt],
  );
  const { rows: hosts } = moved.length === 0 ? { rows: [] } : await client.query<{ hostId: string }>(
    `UPDATE "DocumentHost" SET "collectedAt" = $2 WHERE "documentId" = ANY($1::uuid[]) RETURNING "hostId"`, [moved.map((row) => row.id), effectiveAt],
  );
  return { document: { ...unfolded, sequenced: { ...place, effectiveAt } }, reordered: new Set(hosts.map((row) => row.hostId)) };
}
