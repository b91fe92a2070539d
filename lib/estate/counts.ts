import { CLASSES, type ClassId, type Coverage, VERDICTS, type VerdictId } from "@/lib/judge/judgement";
import type { Counts, Segment } from "./contract";
import { JUDGED_CLASSES } from "./filters";

/** Key of a verdict tally as it is written: class, verdict, coverage and "at best", with bars between. */
export interface VerdictTally {
  key: string;
  count: number;
}

function segmentOf({ key, count }: VerdictTally): Segment {
  const [group = "unknown", verdict = "unknown", coverage = "unknown", atBest] = key.split("|");
  return { class: group as ClassId, verdict: verdict as VerdictId, coverage: coverage as Coverage, atBest: atBest === "true", count };
}

/** Sums tallies to the counts of a view; the first four classes add up to `judged`, all six to `total`. */
export function countsOf(tallies: readonly VerdictTally[]): Counts {
  const byKey = new Map<string, number>();
  for (const tally of tallies) byKey.set(tally.key, (byKey.get(tally.key) ?? 0) + tally.count);
  const segments = [...byKey].map(([key, count]) => segmentOf({ key, count })).sort((a, b) =>
    CLASSES.indexOf(a.class) - CLASSES.indexOf(b.class) || VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || a.coverage.localeCompare(b.coverage) || Number(a.atBest) - Number(b.atBest));
  const classes = Object.fromEntries(CLASSES.map((id) => [id, 0])) as Record<ClassId, number>;
  const verdicts = Object.fromEntries(VERDICTS.map((id) => [id, 0])) as Record<VerdictId, number>;
  for (const segment of segments) {
    classes[segment.class] += segment.count;
    verdicts[segment.verdict] += segment.count;
  }
  return {
    total: CLASSES.reduce((sum, id) => sum + classes[id], 0), judged: JUDGED_CLASSES.reduce((sum, id) => sum + classes[id], 0),
    classes, verdicts, segments,
  };
}
