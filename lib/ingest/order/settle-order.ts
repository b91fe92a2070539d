import type pg from "pg";
import type { KeptDocument } from "../fold/fold";
import { telling } from "../identity/host-names";
import { earlier, effectiveTimes, later, type Ordered, placeOf, senderOf } from "./order";

/** A kept document that is about to be folded. */
export interface Unfolded extends Ordered {
  id: string;
  sha256: string;
  /** The time it is stored with, ISO; null for one that is being stored. */
  storedAt: string | null;
}

interface Row {
  id: string; sha256: string; collectorId: string | null; senderId: string | null; epoch: string | null; sequence: string | null; collectedAt: Date; receivedAt: Date; effectiveAt: Date;
}

/** By host, what documents told of its name (host-names.ts) under times that do not hold any more. */
export type FormerTellings = ReadonlyMap<string, ReadonlySet<string>>;

/** A kept document that was not folded yet; null when there is none. */
export async function loadUnfolded(client: pg.PoolClient, id: string): Promise<Unfolded | null> {
  const { rows } = await client.query<Row>({
    name: "unfolded", text: `SELECT "id", "sha256", "collectorId", "senderId", "epoch", "sequence", "collectedAt", "receivedAt", "effectiveAt" FROM "Document" WHERE "id" = $1 AND "foldedAt" IS NULL`, values: [id],
  });
  if (rows[0] === undefined) return null;
  const { effectiveAt, ...row } = rows[0];
  const number = (value: string | null) => (value === null ? null : Number(value));
  return { ...row, epoch: number(row.epoch), sequence: number(row.sequence), collectedAt: row.collectedAt.toISOString(), receivedAt: row.receivedAt.toISOString(), storedAt: effectiveAt.toISOString() };
}

/** So many documents before it are looked at: those that wait to be folded have not told their successors yet. */
const BEFORE = 64;

/**
 * Puts a document in its place among those of its sender: its effective time is at least that of its predecessors, and
 * its successors' are at least its own.
 * @returns the document with its times, and hosts of successors that were folded by a time that no longer holds
 */
export async function settleOrder(client: pg.PoolClient, unfolded: Unfolded): Promise<{ document: KeptDocument; reordered: FormerTellings }> {
  const place = placeOf(unfolded);
  if (place === null) return { document: { ...unfolded, sequenced: null }, reordered: new Map() };
  const sender = unfolded.collectorId === null ? `"collectorId" IS NULL AND "senderId" = $1` : `"collectorId" = $1::uuid`;
  const values = [unfolded.collectorId ?? unfolded.senderId, place.epoch, place.sequence];
  const { rows: [beside] } = await client.query<{ at: Date | null; first: Date | null }>(
    `SELECT (SELECT max("effectiveAt") FROM (SELECT "effectiveAt" FROM "Document" WHERE ${sender} AND ("epoch", "sequence") < ($2, $3) ORDER BY "epoch" DESC, "sequence" DESC LIMIT ${BEFORE}) before) AS "at",
      (SELECT min("effectiveAt") FROM "Document" WHERE ${sender} AND ("epoch", "sequence") > ($2, $3)) AS "first"`, values,
  );
  const effectiveAt = later(earlier(unfolded.collectedAt, unfolded.receivedAt), beside?.at?.toISOString() ?? "");
  if (effectiveAt !== unfolded.storedAt) await client.query(`UPDATE "Document" SET "effectiveAt" = $2 WHERE "id" = $1 AND "effectiveAt" <> $2`, [unfolded.id, effectiveAt]);
  const isFirst = beside === undefined || beside.first === null || beside.first.toISOString() >= effectiveAt;
  const { rows: moved } = isFirst ? { rows: [] } : await client.query<{ id: string }>(
    `UPDATE "Document" SET "effectiveAt" = $4 WHERE ${sender} AND ("epoch", "sequence") > ($2, $3) AND "effectiveAt" < $4 RETURNING "id"`, [...values, effectiveAt],
  );
  const reordered = moved.length === 0 ? new Map<string, Set<string>>() : await tellingsOf(client, moved.map((row) => row.id));
  if (moved.length > 0) await client.query(`UPDATE "DocumentHost" SET "collectedAt" = $2 WHERE "documentId" = ANY($1::uuid[])`, [moved.map((row) => row.id), effectiveAt]);
  return { document: { ...unfolded, sequenced: { ...place, effectiveAt } }, reordered };
}

async function tellingsOf(client: pg.PoolClient, documentIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const { rows } = await client.query<{ hostId: string; name: string; collectedAt: Date }>(`SELECT "hostId", "name", "collectedAt" FROM "DocumentHost" WHERE "documentId" = ANY($1::uuid[])`, [documentIds]);
  const tellings = new Map<string, Set<string>>();
  for (const { hostId, name, collectedAt } of rows) tellings.set(hostId, (tellings.get(hostId) ?? new Set()).add(telling(name, collectedAt.toISOString())));
  return tellings;
}

interface Held extends Row {
  isRemoved: boolean;
}

/**
 * Takes documents that are about to be removed out of the order of their senders: what had its time from one of them
 * alone has that of its next predecessor, or its own. A time that a pruned document gave stays.
 * @returns what the removed documents told, and those whose times changed, by host
 */
export async function loosenOrder(client: pg.PoolClient, documentIds: readonly string[]): Promise<FormerTellings> {
  const { rows } = await client.query<Held>(
    `SELECT d."id", d."collectorId", d."senderId", d."epoch", d."sequence", d."collectedAt", d."receivedAt", d."effectiveAt", d."id" = ANY($1::uuid[]) AS "isRemoved" FROM "Document" d
     WHERE d."id" = ANY($1::uuid[]) OR d."collectorId" IN (SELECT "collectorId" FROM "Document" WHERE "id" = ANY($1::uuid[]))
       OR (d."collectorId" IS NULL AND d."epoch" IS NOT NULL AND d."senderId" IN (SELECT "senderId" FROM "Document" WHERE "id" = ANY($1::uuid[]) AND "collectorId" IS NULL))`, [documentIds],
  );
  const documents = rows.map((row) => ({ ...row, epoch: row.epoch === null ? null : Number(row.epoch), sequence: row.sequence === null ? null : Number(row.sequence), stored: row.effectiveAt.toISOString(), own: earlier(row.collectedAt.toISOString(), row.receivedAt.toISOString()) }));
  const given = new Map<string, Set<string>>();
  for (const of of documents) if (of.isRemoved && of.own === of.stored) given.set(senderOf(of), (given.get(senderOf(of)) ?? new Set()).add(of.stored));
  const held = documents.filter((of) => !of.isRemoved);
  const times = effectiveTimes(held.map((of) => {
    const own = of.stored > of.own && given.get(senderOf(of))?.has(of.stored) === true ? of.own : of.stored;
    return { ...of, collectedAt: own, receivedAt: own };
  }));
  const changed = held.flatMap((of, index) => (placeOf(of) === null || times[index] === of.stored ? [] : [{ id: of.id, at: times[index] }]));
  const former = await tellingsOf(client, [...documentIds, ...changed.map((of) => of.id)]);
  const values = [changed.map((of) => of.id), changed.map((of) => of.at)];
  await client.query(`UPDATE "Document" d SET "effectiveAt" = u."at" FROM unnest($1::uuid[], $2::timestamptz[]) AS u("id", "at") WHERE d."id" = u."id"`, values);
  await client.query(`UPDATE "DocumentHost" d SET "collectedAt" = u."at" FROM unnest($1::uuid[], $2::timestamptz[]) AS u("id", "at") WHERE d."documentId" = u."id"`, values);
  return former;
}
