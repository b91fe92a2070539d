import type { Counts, Segment as Counted } from "@/lib/estate/contract";
import { JUDGED_CLASSES, vmsHref, type VmFilters } from "@/lib/estate/filters";
import type { ClassId, VerdictId } from "@/lib/judge/judgement";
import type { IconName } from "@/components/ui/icon-names";
import type { Segment } from "./verdict-bar";
import { CLASS_WORDS, VERDICT_WORDS } from "./verdict-words";

export interface ShownSegment extends Segment {
  icon: IconName;
}
export interface VerdictGroup {
  class: ClassId;
  title: string;
  value: number;
  href: string;
  segments: ShownSegment[];
}

/** The order of segments within each class, as the bar shows it. */
const ORDER: Readonly<Record<ClassId, readonly VerdictId[]>> = {
  ready: ["live-application", "live-filesystem"],
  weaker: ["live-application", "live-filesystem", "live-unverified", "live-crash"],
  "not-live": ["saved-state", "will-fail"],
  unknown: ["unknown"],
  offline: ["offline"],
  excluded: ["excluded"],
};
/** A live VM with application or file system consistency is weaker only because data is left out. */
const LEFT_OUT: readonly VerdictId[] = ["live-application", "live-filesystem"];

function sum(segments: readonly Counted[], of: ClassId, verdicts: readonly VerdictId[]): number {
  return segments.filter((each) => each.class === of && verdicts.includes(each.verdict)).reduce((total, each) => total + each.count, 0);
}

function shown(counts: Counts, base: VmFilters, of: ClassId, verdicts: readonly VerdictId[], as: { key: string; label: string; icon: IconName }): ShownSegment {
  return { ...as, value: sum(counts.segments, of, verdicts), href: vmsHref({ ...base, class: [of], verdict: [...verdicts] }) };
}

/** One class with its verdicts, each with its count and the address of exactly those VMs within `base`. */
export function verdictGroup(counts: Counts, base: VmFilters, of: ClassId): VerdictGroup {
  const leftOut = of === "weaker" ? [shown(counts, base, of, LEFT_OUT, { key: "partial", label: "Some data left out", icon: "contrast" })] : [];
  const rest = ORDER[of].filter((verdict) => of !== "weaker" || !LEFT_OUT.includes(verdict));
  const segments = rest.map((verdict) => shown(counts, base, of, [verdict], { key: verdict, label: VERDICT_WORDS[verdict].short, icon: VERDICT_WORDS[verdict].icon }));
  return { class: of, title: CLASS_WORDS[of], value: counts.classes[of], href: vmsHref({ ...base, class: [of] }), segments: [...leftOut, ...segments] };
}

/** The four classes judged for live backup, in the order of the bar. */
export function judgedGroups(counts: Counts, base: VmFilters = {}): VerdictGroup[] {
  return JUDGED_CLASSES.map((of) => verdictGroup(counts, base, of));
}
