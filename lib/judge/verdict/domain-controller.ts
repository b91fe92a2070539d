import type { Finding } from "../judgement";
import { indexOf } from "../plan";
import type { Situation } from "../situation";
import type { Decision } from "./decide";

const BELOW_APPLICATION: ReadonlySet<Decision["verdict"]> = new Set(["live-filesystem", "live-unverified", "live-crash", "saved-state", "will-fail"]);
const ROW = "below-application";

/**
 * A domain controller on 2016 or later with a result below live-application gets a high warning (domain.md 1.3,
 * `guest-dc`): the check cannot know the verdict, so the finding is completed after it. Changes no headline.
 */
export function withControllerWarning(findings: readonly Finding[], decision: Pick<Decision, "verdict">, productType: number | null, at: Situation): Finding[] {
  const index = indexOf("guest-dc");
  const finding = findings[index];
  if (finding === undefined || productType !== 2 || at.family !== "windows" || at.bucket !== "W16+" || at.power !== "running" || !BELOW_APPLICATION.has(decision.verdict)) return [...findings];
  const warned: Finding = {
    ...finding, status: "warning", effect: "warn", high: true, latent: false, hits: [...finding.hits, ROW],
    because: `A domain controller backed up as ${decision.verdict}; only application consistency is supported.`,
    observed: decision.verdict, expected: "live-application",
  };
  return findings.map((entry, place) => (place === index ? warned : entry));
}
