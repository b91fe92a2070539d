import type { Inventory } from "../document";
import { documentOf } from "./host-document";
import { NEW_HOSTS } from "./new-hosts";
import { OLD_HOSTS } from "./old-hosts";

/**
 * A small made-up estate that shows every class and verdict, one document per host, `synthetic: true` in each header.
 * `collectedAt` (ISO, UTC) is when it claims to have been read; one host was read 72 hours earlier.
 */
export function syntheticEstate(collectedAt: string): Inventory[] {
  return [...OLD_HOSTS, ...NEW_HOSTS].map((host) => documentOf(host, collectedAt));
}
