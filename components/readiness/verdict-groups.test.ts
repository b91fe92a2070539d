import { describe, expect, it } from "vitest";
import type { Counts } from "@/lib/estate/contract";
import { CLASSES, VERDICTS } from "@/lib/judge/judgement";
import { judgedGroups, verdictGroup } from "./verdict-groups";

const zero = <K extends string>(keys: readonly K[]) => Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
const segments: Counts["segments"] = [
  { class: "ready", verdict: "live-application", coverage: "full", atBest: false, count: 8 },
  { class: "ready", verdict: "live-filesystem", coverage: "full", atBest: false, count: 2 },
  { class: "weaker", verdict: "live-application", coverage: "partial", atBest: false, count: 3 },
  { class: "weaker", verdict: "live-crash", coverage: "full", atBest: false, count: 4 },
  { class: "weaker", verdict: "live-crash", coverage: "full", atBest: true, count: 1 },
  { class: "unknown", verdict: "unknown", coverage: "unknown", atBest: false, count: 5 },
];
const counts: Counts = {
  total: 23, judged: 23, segments,
  classes: { ...zero(CLASSES), ready: 10, weaker: 8, unknown: 5 },
  verdicts: { ...zero(VERDICTS), "live-application": 11, "live-filesystem": 2, "live-crash": 5, unknown: 5 },
};

describe("verdict groups", () => {
  it("shows each VM once: the segments of a class add up to the class", () => {
    for (const group of judgedGroups(counts)) {
      expect(group.segments.reduce((sum, of) => sum + of.value, 0), group.class).toBe(group.value);
    }
    expect(judgedGroups(counts).reduce((sum, of) => sum + of.value, 0)).toBe(counts.judged);
  });

  it("puts left-out data, unverified and crash in the order of the bar", () => {
    expect(verdictGroup(counts, {}, "weaker").segments.map((of) => [of.key, of.value])).toEqual([["partial", 3], ["live-unverified", 0], ["live-crash", 5]]);
  });

  it("links within the group it belongs to", () => {
    const { href } = verdictGroup(counts, { release: ["Server 2022"] }, "weaker");
    expect(new URL(href, "http://x").searchParams.getAll("release")).toEqual(["Server 2022"]);
    expect(new URL(href, "http://x").searchParams.getAll("class")).toEqual(["weaker"]);
  });
});
