import type { Fix } from "../fix";
import type { Examined } from "../judge";
import type { Finding } from "../judgement";
import { indexOf, PLAN } from "../plan";
import { readCommandsFor } from "./read";

const MOST_READS = 3;

/**
 * The fixes of one finding on this VM: what mends a finding that fails, warns or notes, and the read-only commands
 * that settle what was not read. Empty for a finding that passes or does not apply.
 */
export function fixesOf(examined: Examined, finding: Finding): Fix[] {
  const index = indexOf(finding.requirement);
  const planned = PLAN[index];
  const outcome = examined.shown[index];
  if (planned === undefined || outcome === undefined) return [];
  const fixes = finding.hits.length > 0 && finding.status !== "pass" ? planned.requirement.fixes(examined.records, examined.at, outcome) : [];
  fixes.push(...readCommandsFor(finding.missing, examined.at).slice(0, MOST_READS));
  return fixes;
}
