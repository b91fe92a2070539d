import type { Header, Inventory } from "@/lib/inventory/document";

/** A clock that is off by more than this is corrected and flagged. */
export const CLOCK_TOLERANCE_SECONDS = 600;

/** A document as far as its order goes. Times in ISO. */
export interface Ordered {
  collectorId: string | null;
  senderId: string | null;
  epoch: number | null;
  sequence: number | null;
  /** When it was collected by the sender's clock, corrected where that is off. */
  collectedAt: string;
  receivedAt: string;
}
export interface SequencePlace {
  epoch: number;
  sequence: number;
}

/** Seconds to take from every time of a sender whose clock is ahead by so many; 0 while it is within the tolerance. */
export function correctionOf(clockOffsetSeconds: number | null): number {
  return clockOffsetSeconds !== null && Math.abs(clockOffsetSeconds) > CLOCK_TOLERANCE_SECONDS ? clockOffsetSeconds : 0;
}

/** The collection time that a document states for itself; its time of arrival when it states none. ISO. */
export function statedTime(header: Pick<Header, "finishedAt" | "startedAt">, receivedAt: string): string {
  return new Date(header.finishedAt ?? header.startedAt ?? receivedAt).toISOString();
}

/**
 * The times under which a document is kept. `effectiveAt` is the earlier of collected and received; folding raises it
 * to that of the predecessor of the same sender.
 * @param clockOffsetSeconds by how much the sender's clock is ahead of the server's; null when it is not known
 */
export function documentTimes(inventory: Pick<Inventory, "header">, receivedAt: string, clockOffsetSeconds: number | null): { collectedAt: string; effectiveAt: string } {
  const stated = Date.parse(statedTime(inventory.header, receivedAt));
  const collectedAt = new Date(stated - correctionOf(clockOffsetSeconds) * 1000).toISOString();
  return { collectedAt, effectiveAt: earlier(collectedAt, receivedAt) };
}

export const earlier = (one: string, other: string) => (one < other ? one : other);
export const later = (one: string, other: string) => (one > other ? one : other);

/** The place in its sender's order; null for a document without epoch or sequence, or without a sender. */
export function placeOf(document: Pick<Ordered, "collectorId" | "senderId" | "epoch" | "sequence">): SequencePlace | null {
  const { collectorId, senderId, epoch, sequence } = document;
  return epoch === null || sequence === null || (collectorId === null && senderId === null) ? null : { epoch, sequence };
}

/** Whose documents a sequence counts: those of a credential, else those of one install id among imported files. */
export function senderOf(document: Pick<Ordered, "collectorId" | "senderId">): string {
  return document.collectorId ?? `file ${document.senderId ?? ""}`;
}

/**
 * Effective times of a set of documents, whatever their order of arrival: the earlier of collected and received, and
 * for a sequenced document at least its predecessor's.
 * @returns ISO times by index of `documents`
 */
export function effectiveTimes(documents: readonly Ordered[]): string[] {
  const times = documents.map((document) => earlier(document.collectedAt, document.receivedAt));
  const sequenced = documents.flatMap((document, index) => {
    const place = placeOf(document);
    return place === null ? [] : [{ index, place, sender: senderOf(document) }];
  }).sort((a, b) => (a.sender < b.sender ? -1 : a.sender > b.sender ? 1 : a.place.epoch - b.place.epoch || a.place.sequence - b.place.sequence));
  // Of files, two may have one place; neither is the other's predecessor.
  let floor = "";
  let reached = "";
  sequenced.forEach(({ index, place, sender }, at) => {
    const before = sequenced[at - 1];
    if (before?.sender !== sender) floor = reached = "";
    else if (before.place.epoch !== place.epoch || before.place.sequence !== place.sequence) floor = reached;
    times[index] = later(times[index] ?? "", floor);
    reached = later(reached, times[index] ?? "");
  });
  return times;
}
