import fc from "fast-check";
import { expect, test } from "vitest";
import { markOf, shaOf, timeOf } from "@/lib/inventory/current";
import { correctionOf, documentTimes, effectiveTimes, type Ordered } from "./order";

const iso = (ms: number) => new Date(ms).toISOString();
const place = fc.record({ epoch: fc.nat(Number.MAX_SAFE_INTEGER), sequence: fc.nat(Number.MAX_SAFE_INTEGER) });
const sha = "0a1b2c3d4e5f60718293";

test("marks sort by time, then by epoch and sequence as numbers, and give both back", () => {
  fc.assert(fc.property(fc.nat(4_000_000), fc.nat(4_000_000), place, place, (one, other, a, b) => {
    const left = markOf(iso(one), sha, a);
    const right = markOf(iso(other), sha, b);
    const order = one - other || a.epoch - b.epoch || a.sequence - b.sequence;
    expect(left < right).toBe(order < 0);
    expect([timeOf(left), shaOf(left)]).toEqual([iso(one), sha.slice(0, 12)]);
  }));
  expect(shaOf(markOf(iso(0), sha))).toBe(sha.slice(0, 12));
});

const document = fc.record({
  collectorId: fc.constantFrom("c1", "c2", null), senderId: fc.constantFrom("s1", null), epoch: fc.option(fc.nat(2)), sequence: fc.option(fc.nat(3)),
  collectedAt: fc.nat(1000).map(iso), receivedAt: fc.nat(1000).map(iso),
});
test("effective times: of a set, not of its order; never before a predecessor's; without sequence the earlier of collected and received", () => {
  fc.assert(fc.property(fc.array(document, { maxLength: 12 }).chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all.map((_, index) => index), { minLength: all.length }))), ([all, order]) => {
    const times = effectiveTimes(all);
    const shuffled = order.flatMap((index) => all[index] ?? []);
    expect(effectiveTimes(shuffled)).toEqual(order.map((index) => times[index]));
    const of = (each: Ordered) => times[all.indexOf(each as (typeof all)[number])] ?? "";
    for (const each of all) {
      const own = each.collectedAt < each.receivedAt ? each.collectedAt : each.receivedAt;
      if (each.epoch === null || each.sequence === null || (each.collectorId === null && each.senderId === null)) expect(of(each)).toBe(own);
      else expect(of(each) >= own).toBe(true);
      for (const next of all) {
        const { epoch, sequence } = each;
        if (each.collectorId === null || next.collectorId !== each.collectorId || epoch === null || sequence === null || next.epoch === null || next.sequence === null) continue;
        if (next.epoch > epoch || (next.epoch === epoch && next.sequence > sequence)) expect(of(next) >= of(each)).toBe(true);
      }
    }
  }));
});

test("a clock is corrected from more than ten minutes on, and no effective time is later than the arrival", () => {
  expect([null, 0, 600, -600, 601, -86_400].map(correctionOf)).toEqual([0, 0, 0, 0, 601, -86_400]);
  const header = { finishedAt: "2026-05-19T07:00:00Z", startedAt: null };
  const received = "2026-05-18T07:00:05.000Z";
  const times = (offset: number | null) => documentTimes({ header } as Parameters<typeof documentTimes>[0], received, offset);
  expect(times(86_400)).toEqual({ collectedAt: "2026-05-18T07:00:00.000Z", effectiveAt: "2026-05-18T07:00:00.000Z" });
  expect(times(null)).toEqual({ collectedAt: "2026-05-19T07:00:00.000Z", effectiveAt: received });
});
