import type { FindingView } from "@/lib/estate/contract";
import type { Fix } from "@/lib/judge/fix";

export interface SettlingCommand {
  fix: Fix;
  /** Titles of the unknown findings that it settles. */
  settles: string[];
}

/** The read-only commands that would settle what is unknown, those that settle most first; each command once. */
export function settlingCommands(findings: readonly FindingView[]): SettlingCommand[] {
  const commands = new Map<string, SettlingCommand>();
  for (const finding of findings) {
    if (finding.status !== "unknown") continue;
    for (const fix of finding.fixes) {
      if (fix.readOnly !== true) continue;
      const key = `${fix.target}\n${fix.command ?? fix.title}`;
      const known = commands.get(key);
      if (known === undefined) commands.set(key, { fix, settles: [finding.title] });
      else known.settles.push(finding.title);
    }
  }
  return [...commands.values()].toSorted((one, other) => other.settles.length - one.settles.length);
}
