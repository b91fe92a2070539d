import fc from "fast-check";
import { expect, test } from "vitest";
import { fitsPlanes, numbersOf, planesOf } from "./number-planes";

test("numbers of any size and sign are the same again", () => {
  const numbers = fc.array(fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -300, max: 300 })).filter(fitsPlanes));
  fc.assert(fc.property(numbers, (told) => {
    expect(numbersOf(planesOf(told), told.length)).toEqual(told);
  }));
});

test("small numbers take a byte each, zeros none", () => {
  expect([planesOf([1, -1, 127, -128]), planesOf([0, 0]), planesOf([1, 128])]).toEqual([Buffer.from([2, 1, 254, 255]), Buffer.from([]), Buffer.from([2, 0, 0, 1])]);
  expect([0.5, -0, Number.MAX_SAFE_INTEGER, "1", null].some(fitsPlanes)).toBe(false);
});
