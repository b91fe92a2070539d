import { createHash } from "node:crypto";
import { canonicalText } from "@/lib/inventory/canonical";
import type { Inventory } from "@/lib/inventory/document";

/** SHA-256 in lower-case hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** The content digest of a document: SHA-256 of its canonical content (no header, no volatile facts). */
export function contentDigest(inventory: Inventory): string {
  return sha256(canonicalText(inventory));
}
