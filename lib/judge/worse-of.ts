import type { ClassId, Judgement, VerdictId } from "./judgement";

const ORDER: readonly VerdictId[] = ["will-fail", "saved-state", "unknown", "live-crash", "live-unverified", "live-filesystem", "live-application", "offline", "excluded"];
const APART: ReadonlySet<ClassId> = new Set(["offline", "excluded"]);
const rank = ({ verdict }: Judgement) => ORDER.indexOf(verdict.verdict) * 2 + (verdict.coverage === "full" ? 1 : 0);

/**
 * The worse of what the owner of a VM and another node that lists it too say (issue 4, section 2): the other may lower
 * the verdict and never raise it, nor count a VM that is counted apart.
 */
export function worseOf(owner: Judgement, other: Judgement): Judgement {
  const isApart = APART.has(owner.verdict.class);
  if (APART.has(other.verdict.class) || (isApart && other.verdict.class === "ready")) return owner;
  return rank(other) < rank(owner) ? other : owner;
}
