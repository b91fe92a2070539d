import type { InventoryInput } from "@/lib/inventory/document";
import { parseInventory } from "@/lib/inventory/parse";
import type { Refusal } from "@/lib/inventory/problem";
import type { ParsedDocument, ReadOptions } from "./contract";
import { contentDigest, sha256 } from "./digest";
import { fillGaps } from "./given";

export interface Finished {
  document: ParsedDocument;
  notes: string[];
  /** Keys of the document that the schema does not know, by path. */
  dropped: { key: string; count: number }[];
}

/**
 * The last step of every importer: the document goes through the same parser as one that a collector sent, gaps are
 * filled with what a person gave, and the content digest is taken.
 */
export function finish(value: unknown, options: ReadOptions): Finished | Refusal {
  const parsed = parseInventory(value, { now: options.now });
  if ("refused" in parsed) return parsed;
  const notes = fillGaps(parsed.inventory, options);
  const dropped = parsed.dropped.reduce((sum, { count }) => sum + count, 0);
  return {
    document: { inventory: parsed.inventory, digest: contentDigest(parsed.inventory), faults: parsed.faults, dropped },
    notes,
    dropped: parsed.dropped.map(({ path, count }) => ({ key: path, count })),
  };
}

/** Header of a document made from a foreign export: its id follows from the bytes, so the same files have the same id. */
export function foreignHeader(format: string, files: readonly { bytes: Uint8Array }[]): InventoryInput["header"] {
  return { documentId: `${format}-${sha256(files.map(({ bytes }) => sha256(bytes)).join("\n")).slice(0, 40)}` };
}
