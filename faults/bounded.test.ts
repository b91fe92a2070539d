import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { runBounded } from "./bounded";
import type { Outcome, Situation } from "./situation";

const KEPT: Outcome = { promise: "nothing is lost", measured: "0", kept: true };
const outcomesOf = (run: Situation["run"], minutes: number) =>
  runBounded({ name: "made-up", title: "made up", limitMinutes: () => minutes, run }, { short: true, say: () => undefined }, 50);

test("what ends in time says what it measured, and its senders are told to end", async () => {
  const signals: AbortSignal[] = [];
  expect(await outcomesOf(({ signal }) => { signals.push(signal); return Promise.resolve([KEPT]); }, 1)).toEqual([KEPT]);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});
test("a failure is a broken promise", async () => {
  expect(await outcomesOf(() => Promise.reject(new Error("no app")), 1)).toEqual([{ promise: "it runs to its end", measured: "it failed: no app", kept: false }]);
});
test("what ends only because its time is over says what it measured, and broke a promise", async () => {
  const run: Situation["run"] = async ({ signal }) => {
    await sleep(60_000, undefined, { signal }).catch(() => undefined);
    return [KEPT];
  };
  expect(await outcomesOf(run, 0.001)).toEqual([KEPT, { promise: "it ends within 0 min", measured: "it was ended", kept: false }]);
});
test("what never ends is left behind", async () => {
  expect(await outcomesOf(() => new Promise(() => undefined), 0.001)).toMatchObject([{ measured: "it was ended", kept: false }]);
});
