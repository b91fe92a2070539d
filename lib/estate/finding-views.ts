import "server-only";
import { fixesOf } from "@/lib/judge/fixes/fixes-of";
import type { Examined } from "@/lib/judge/judge";
import type { Finding, Judgement } from "@/lib/judge/judgement";
import { REQUIREMENTS } from "@/lib/judge/requirements";
import type { Requirement } from "@/lib/judge/requirement";
import { sourceOf } from "@/lib/judge/sources";
import type { FindingView } from "./contract";

const BY_ID = new Map(REQUIREMENTS.map((requirement) => [requirement.id, requirement]));

/** Sources of a requirement with their addresses. */
export function sourcesOf(requirement: Pick<Requirement, "sources">): FindingView["sources"] {
  return requirement.sources.map((key) => {
    const source = sourceOf(key);
    return { key, title: source?.title ?? key, url: source?.address ?? null };
  });
}

const ORDER: Readonly<Record<Finding["status"], number>> = { fail: 0, warning: 1, unknown: 2, info: 3, pass: 4, "not-applicable": 5 };

/**
 * Findings as the VM page shows them: failing first, the deciding one on top, with the texts of the requirement.
 * `shown` are the findings of the ruleset in force; fixes come from the version-aware check of the same requirement.
 */
export function viewsOf(shown: Judgement, aware: Judgement, examined: Examined): FindingView[] {
  const alone = new Set(aware.verdict.fixAlone);
  const first = shown.verdict.decidedBy;
  const rank = (finding: Finding) => (finding.requirement === first && ORDER[finding.status] < 4 ? -1 : ORDER[finding.status] * 2 - (finding.high ? 1 : 0));
  return [...shown.findings].sort((a, b) => rank(a) - rank(b)).map((finding) => {
    const requirement = BY_ID.get(finding.requirement);
    return {
      ...finding, title: requirement?.title ?? finding.requirement, why: requirement?.why ?? "", otherwise: requirement?.otherwise ?? "",
      fixes: fixesOf(examined, examined.findings.find((each) => each.requirement === finding.requirement) ?? finding), sources: requirement === undefined ? [] : sourcesOf(requirement), fixAlone: alone.has(finding.requirement),
    };
  });
}
