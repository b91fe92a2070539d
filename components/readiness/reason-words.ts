import type { NONE } from "@/lib/estate/filters";
import type { AbsentReason } from "@/lib/inventory/fact";

/** Why a fact has no value, in words for people. */
export const REASON_WORDS: Readonly<Record<AbsentReason | typeof NONE, string>> = {
  empty: "Read, and there is nothing",
  "not-applicable": "Does not apply here",
  "not-collected": "Not in the inventory",
  "permission-denied": "Access denied",
  unreachable: "Could not be reached",
  "vm-off": "The VM was off",
  "not-supported": "This Windows cannot tell",
  "timed-out": "Took too long to read",
  error: "Reading it failed",
  stale: "Too old",
  ambiguous: "Read, but the value can mean several things",
  "other-node": "Readable only on the node that owns it",
  none: "No fact is missing; the state itself decides nothing",
};
