import type { PackedDocument } from "../keep/read-ahead";
import { type Layout, learnLayout } from "./layout";
import type { MaskedText } from "./masked-text";
import type { RawContent } from "./raw-content";

/** The newest document that a sender's whole check and judgement was made for. */
export interface KnownContent extends Pick<RawContent, "digest" | "rooms" | "times"> {
  /** Those that its VMs were judged by. */
  sizes: Float64Array;
  contentDigest: string;
  /** The canonical one, which the sender is told. */
  canonicalDigest: string;
  bodyBytes: number;
  /** Its effective time, ms. */
  at: number;
  /** Ids of its VMs, in its order. */
  guids: readonly string[];
  /** SHA-256 of the newest document of this content. */
  sha256: string;
  /** Places of the VMs that were judged by that one alone: those of the next one, most likely. */
  judged: readonly number[];
  /** What is stored of them since the whole of their host was judged at that time, as `judgeChanged` says it. */
  said: ReadonlyMap<string, string>;
  judgedAt: Date | null;
  /** Learnt when a second text says the same; null when it cannot be. */
  layout?: Layout | null;
}

/** Numbers that are kept in memory, of all senders, the longest unheard going first: 32 MB. */
const MOST_NUMBERS = 4_000_000;

const kept = globalThis as typeof globalThis & { quiesceKnown?: { of: Map<string, KnownContent>; numbers: number } };
const known = () => (kept.quiesceKnown ??= { of: new Map(), numbers: 0 });
/** With those of the layout, which are learnt later: three a value of half the bytes, four a VM. */
const numbersOf = (content: KnownContent) => 2.5 * (content.sizes.length + content.times.length) + 8 * content.guids.length + 100;

/** What this process knows of a sender's newest document; undefined after a start, or when others were heard since. */
export function knownContent(collectorId: string): KnownContent | undefined {
  const { of } = known();
  const content = of.get(collectorId);
  if (content !== undefined && of.delete(collectorId)) of.set(collectorId, content);
  return content;
}

/** The layout of the texts of this content. */
export function layoutOf(content: KnownContent, masked: MaskedText): Layout | null {
  content.layout ??= content.layout === null ? null : learnLayout(masked, content.guids.length);
  return content.layout;
}

/** What is known to be stored of VMs of a host that was last judged as a whole at that time. */
export function saidSince({ said, judgedAt }: KnownContent, at: Date | null): KnownContent["said"] {
  return at !== null && judgedAt?.getTime() === at.getTime() ? said : new Map();
}

/** Puts what a document changed in the place of what it was compared with; of two at once the second is not known. */
export function renewContent(collectorId: string, before: KnownContent, newer: Pick<KnownContent, "sha256" | "judged" | "sizes" | "said" | "judgedAt">): void {
  const { of } = known();
  if (of.get(collectorId) === before) of.set(collectorId, { ...before, ...newer });
}

export function forgetContent(collectorId: string): void {
  const all = known();
  const before = all.of.get(collectorId);
  if (before === undefined) return;
  all.of.delete(collectorId);
  all.numbers -= numbersOf(before);
}

/**
 * Remembers a document that was checked whole and is kept: one of one host, without a fault, all of whose VMs have ids,
 * and of which nothing hangs on the day it was read.
 */
export function rememberContent(collectorId: string, raw: RawContent, { document, contentDigest, bodyBytes, sha256 }: PackedDocument, at: number): void {
  forgetContent(collectorId);
  const { inventory, faults, dropped, digest } = document;
  const [host] = inventory.hosts;
  const guids = host?.vms.flatMap((vm) => vm.id ?? []) ?? [];
  if (host === undefined || inventory.hosts.length !== 1 || faults.length > 0 || dropped > 0 || new Set(guids).size !== host.vms.length || isDated(inventory)) return;
  const content: KnownContent = { digest: raw.digest, sizes: raw.sizes, rooms: raw.rooms, times: raw.times, contentDigest, canonicalDigest: digest, bodyBytes, at, guids, sha256, judged: [], said: new Map(), judgedAt: null };
  const all = known();
  all.of.set(collectorId, content);
  all.numbers += numbersOf(content);
  for (const oldest of all.of.keys()) {
    if (all.numbers <= MOST_NUMBERS) break;
    forgetContent(oldest);
  }
}

/** A time was refused because it lay too far ahead, which it does not on another day. */
function isDated(inventory: PackedDocument["document"]["inventory"]): boolean {
  const records = [...inventory.clusters, ...inventory.hosts, ...inventory.hosts.flatMap((host) => host.vms)];
  return records.some(({ absent }) => absent.some(({ text }) => text?.includes("hours ahead of") === true));
}
