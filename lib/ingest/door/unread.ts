import type { UnreadSection } from "@/lib/collectors/contract";
import type { Inventory } from "@/lib/inventory/document";

const MOST = 100;

/** What a document says its sender could not read, with the grant that mends it where the collector named one. */
export function unreadOf(inventory: Inventory): UnreadSection[] {
  return inventory.hosts
    .flatMap((host) => host.attempted.flatMap(({ section, errors }) => errors.map((error) => ({ host: host.name, section, reason: error.reason, text: error.text, mend: error.mend ?? null }))))
    .slice(0, MOST);
}
