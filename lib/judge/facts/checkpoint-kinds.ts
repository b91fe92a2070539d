import type { Missing } from "../outcome";
import type { Situation } from "../situation";

/** Every kind of checkpoint that has a name (domain.md 3.4); any other word settles nothing. */
const KINDS: ReadonlySet<string> = new Set(["Standard", "Recovery", "Planned", "Missing", "Replica", "AppConsistentReplica", "SyncedReplica"]);

/** Why the kind of a checkpoint is not known: not read, or a word of no list; null when it is known. */
export function kindMissing(type: string | null, index: number, at: Situation): Missing | null {
  if (type === null) return at.missing("vm", `checkpoints[${index}].type`);
  return KINDS.has(type) ? null : { fact: `vm.checkpoints[${index}].type`, reason: "ambiguous", text: type };
}
