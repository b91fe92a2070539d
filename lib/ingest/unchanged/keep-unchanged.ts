import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import type { Inventory } from "@/lib/inventory/document";
import { readJson } from "@/lib/inventory/json";
import { parseInventory } from "@/lib/inventory/parse";
import { isRefusal } from "@/lib/inventory/problem";
import { foldHost, type HostState, readingsOf } from "../fold/fold";
import { correctionOf, documentTimes } from "../order/order";
import { WRITERS_LOCK } from "../fold/state";
import { storeStatement } from "../keep/store-document";
import { changedVms, type ChangedVms, type RawContent, rawContentAt } from "./raw-content";
import { lockSteady, type SteadyHost, storeAndConfirm } from "./steady-host";
import { forgetContent, knownContent, type KnownContent, layoutOf, renewContent, saidSince } from "./known-content";
import { bytesWithVms } from "./layout";
import type { MaskedText } from "./masked-text";
import { judgeChanged } from "./judge-changed";

/** A document that says what its sender said before: its frame is checked, its VMs are those of before. */
export interface UnchangedSent {
  /** With those VMs only that the one before was judged by. */
  inventory: Inventory;
  raw: RawContent;
  known: KnownContent;
  /** The document with those VMs only that stand at these places; null when one of them has a fault. */
  withVms(places: readonly number[]): Inventory | null;
}
interface UnchangedArrival {
  collectorId: string;
  clockOffsetSeconds: number | null;
  /** Ms. */
  now: number;
  reply: object;
}
/** Notes on the sender, in the transaction that keeps the document. @returns its epoch */
type MarkSender = (client: pg.PoolClient) => Promise<number>;

/** Checks all of a document but its VMs, when those are known word for word; null when the whole is to be read and checked. */
export function readUnchanged(collectorId: string, masked: MaskedText, { depth, now }: { depth: number; now: number }): UnchangedSent | null {
  const known = knownContent(collectorId);
  const layout = known?.digest === masked.digest ? layoutOf(known, masked) : null;
  const raw = layout === null ? null : rawContentAt(masked, layout);
  if (known === undefined || layout === null || raw === null) return null;
  const withVms = (places: readonly number[]): Inventory | null => {
    const read = readJson(bytesWithVms(masked, layout, places), { depth });
    const parsed = isRefusal(read) ? read : parseInventory(read.value, { now });
    return isRefusal(parsed) || parsed.faults.length > 0 || parsed.dropped.length > 0 ? null : parsed.inventory;
  };
  const inventory = withVms(known.judged);
  return inventory === null ? null : { inventory, raw, known, withVms };
}

/** VMs that were judged by themselves: their places, and what was said of them. */
type Judged = Pick<KnownContent, "judged" | "said" | "judgedAt">;

interface Kept extends UnchangedArrival {
  sent: UnchangedSent;
  vms: ChangedVms;
  times: { collectedAt: string; effectiveAt: string; receivedAt: string };
  place: { epoch: number; sequence: number };
  intervalSeconds: number;
  sha256: string;
}

/** The VMs to be judged by themselves: those of which a size moved far, and those whose findings word one that changed. */
function placesToJudge({ sent: { known }, vms }: Kept, { near }: SteadyHost): number[] {
  return [...vms.changed].filter((place) => place >= 0 && (vms.moved.has(place) || near.has(known.guids[place] ?? ""))).sort((a, b) => a - b);
}

/** More VMs than this, or than this part of them, are judged as the whole is. */
const FEW = 2;
const MOST_PART = 0.25;

/** Keeps the document and moves on what it touches. @returns the VMs that were judged by it; null when it is to be folded as any other */
async function keep(client: pg.PoolClient, kept: Kept): Promise<Judged | null> {
  const { sent, collectorId, times, sha256 } = kept;
  const { inventory, raw, known } = sent;
  const id = randomUUID();
  const document = { id, collectorId, sha256, receivedAt: times.receivedAt, collectedAt: times.collectedAt, sequenced: { ...kept.place, effectiveAt: times.effectiveAt } };
  const [frame] = readingsOf(inventory, document);
  if (frame === undefined) return null;
  const steady = await lockSteady(client, {
    ...kept.place, collectorId, keys: frame.keys, intervalSeconds: kept.intervalSeconds, synthetic: inventory.header.synthetic, effectiveAt: times.effectiveAt,
    now: times.receivedAt, sha256: known.sha256, contentDigest: known.contentDigest, vms: known.guids.length,
  });
  if (steady === null || (steady.wordsRoom && raw.rooms !== known.rooms) || Object.values(steady.state.marks).some((mark) => mark >= frame.mark)) return null;
  const places = placesToJudge(kept, steady);
  if (places.length > Math.max(FEW, MOST_PART * known.guids.length)) return null;
  const isRead = places.every((place) => known.judged.includes(place));
  const some = isRead ? inventory : sent.withVms(places);
  const [whole] = isRead ? [frame] : some === null ? [] : readingsOf(some, document);
  if (whole === undefined) return null;
  const asked = new Set(places.map((place) => known.guids[place]));
  const reading = { ...whole, vms: whole.vms.filter((vm) => asked.has(vm.id)) };
  const before = steady.state;
  const after: HostState = { ...before, keys: { ...before.keys }, marks: { ...before.marks }, names: before.names.map((name) => ({ ...name })) };
  foldHost(after, reading);
  if (after.marks["vms.complete"] !== reading.mark) return null;
  const { settings, neighbours } = steady;
  const changed = places.length === 0 ? [] : await judgeChanged(client, { before, after, reading, cluster: after.view, neighbours, said: saidSince(known, steady.judgedAt) }, { settings, now: kept.now });
  if (changed === null) return null;
  const store = storeStatement({ document: { inventory, digest: known.canonicalDigest, faults: [], dropped: 0 }, packed: null, bodyBytes: known.bodyBytes, contentDigest: known.contentDigest, volatile: raw.volatile, sha256 }, steady.likeness, {
    ...times, foldedAt: times.receivedAt, id, importId: null, collectorId, fileName: inventory.origin.name ?? reading.host.name, fileSha: "", kind: "quiesce", reply: kept.reply,
  });
  return await storeAndConfirm(client, store, after, steady, { reading, vms: known.guids.length }) ? { judged: places, said: new Map(changed), judgedAt: steady.judgedAt } : null;
}

/** What is known of the sender, with the sizes of the VMs that were judged by this document. */
function learn({ collectorId, sent: { known, raw }, sha256 }: Kept, judged: Judged): void {
  const anew = new Set(judged.judged);
  const sizes = anew.size === 0 ? known.sizes : known.sizes.map((size, index) => (anew.has(raw.places[index] ?? -1) ? raw.sizes[index] ?? Number.NaN : size));
  renewContent(collectorId, known, { sha256, sizes, ...judged });
}

/** A writer that takes longer is not waited for: the document is kept for the queue, which needs no turn. */
const PATIENCE_MS = 200;
const LOCK_NOT_AVAILABLE = "55P03";

/**
 * Keeps a document that says nothing new and moves on the times of its host, in one transaction: it is not queued, and
 * of its VMs none is judged or written but those whose sizes say something else. The state is that which folding it
 * would have left.
 * @returns what `markSender` says; null when nothing was kept, because the document is to be folded as any other
 */
export async function keepUnchanged(pool: pg.Pool, sent: UnchangedSent, arrival: UnchangedArrival, markSender: MarkSender): Promise<number | null> {
  const { inventory: { header }, raw, known } = sent;
  const { epoch, sequence, intervalSeconds } = header;
  if (epoch === null || sequence === null || intervalSeconds === null || correctionOf(arrival.clockOffsetSeconds) !== 0) return null;
  const receivedAt = new Date(arrival.now).toISOString();
  const { collectedAt, effectiveAt } = documentTimes(sent.inventory, receivedAt, arrival.clockOffsetSeconds);
  const vms = changedVms(known, raw, { before: known.at, now: Date.parse(effectiveAt) });
  if (collectedAt !== effectiveAt || vms === null || raw.times.some((time) => time > arrival.now)) return null;
  const sha256 = createHash("sha256").update(known.contentDigest).update(JSON.stringify(header)).update(JSON.stringify(raw.volatile)).digest("hex");
  const kept: Kept = { ...arrival, sent, vms, times: { collectedAt, effectiveAt, receivedAt }, place: { epoch, sequence }, intervalSeconds, sha256 };
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // Beside each other, but not beside one who folds: that one has read what is written here. All that is asked goes by
    // keys, so that a plan made once for all values is as good; making one takes longer than what it does.
    await client.query(`BEGIN; SET LOCAL lock_timeout = ${PATIENCE_MS}; SET LOCAL plan_cache_mode = force_generic_plan; SELECT pg_advisory_xact_lock_shared(${WRITERS_LOCK})`);
    const judged = await keep(client, kept);
    const now = judged === null ? null : await markSender(client);
    await client.query(judged === null ? "ROLLBACK" : "COMMIT");
    if (judged !== null) learn(kept, judged);
    return now;
  } catch (error) {
    forgetContent(arrival.collectorId);
    await client.query("ROLLBACK").catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    if (error instanceof Error && "code" in error && error.code === LOCK_NOT_AVAILABLE) return null;
    throw error;
  } finally {
    client.release(broken);
  }
}
