import type { Fix } from "../fix";
import type { Examined } from "../judge";
import type { Finding } from "../judgement";
import { indexOf, PLAN } from "../plan";
import { readCommandFor } from "./read";

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
  const seen = new Set<string>();
  for (const missing of finding.missing) {
    if (seen.size >= MOST_READS) break;
    const read = readCommandFor(missing.fact, examined.at);
    const key = `${read.title} ${read.command ?? ""}`;
    if (!seen.has(key)) {
      seen.add(key);
      fixes.push(read);
    }
  }
  return fixes;
}
