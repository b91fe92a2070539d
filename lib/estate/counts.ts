import { CLASSES, type ClassId, type Coverage, VERDICTS, type VerdictId } from "@/lib/judge/judgement";
import type { Counts, Segment } from "./contract";
import { JUDGED_CLASSES } from "./filters";

/** Key of a verdict tally as it is written: class, verdict, coverage and "at best", with bars between. */
export interface VerdictTally {
  key: string;
  count: number;
}

interface Kind extends Omit<Segment, "count"> {
  /** Its place in the list of segments. */
  rank: number;
}
const COVERAGES: readonly Coverage[] = ["full", "none", "partial", "unknown"];
/** Every count of a page is made of the same few kinds. */
const kinds = new Map<string, Kind>();

function kindOf(key: string): Kind {
  const known = kinds.get(key);
  if (known !== undefined) return known;
  const [group = "unknown", verdict = "unknown", coverage = "unknown", atBest] = key.split("|");
  const of = { class: group as ClassId, verdict: verdict as VerdictId, coverage: coverage as Coverage, atBest: atBest === "true" };
  const rank = ((CLASSES.indexOf(of.class) * VERDICTS.length + VERDICTS.indexOf(of.verdict)) * COVERAGES.length + COVERAGES.indexOf(of.coverage)) * 2 + Number(of.atBest);
  kinds.set(key, { ...of, rank });
  return { ...of, rank };
}

/** Sums tallies to the counts of a view; the first four classes add up to `judged`, all six to `total`. */
export function countsOf(tallies: readonly VerdictTally[]): Counts {
  const byKey = new Map<string, number>();
  for (const tally of tallies) byKey.set(tally.key, (byKey.get(tally.key) ?? 0) + tally.count);
  const segments = [...byKey].map(([key, count]) => ({ kind: kindOf(key), count })).sort((a, b) => a.kind.rank - b.kind.rank)
    .map(({ kind, count }): Segment => ({ class: kind.class, verdict: kind.verdict, coverage: kind.coverage, atBest: kind.atBest, count }));
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
