import { describe, expect, it } from "vitest";
import { barLayout } from "./bar-layout";

describe("bar layout", () => {
  it("keeps the order and fills the whole without a gap", () => {
    const parts = barLayout([{ key: "a", value: 812 }, { key: "b", value: 0 }, { key: "c", value: 182 }, { key: "d", value: 6 }]);
    expect(parts.map((of) => of.key)).toEqual(["a", "c", "d"]);
    let edge = 0;
    for (const part of parts) {
      expect(part.left).toBeCloseTo(edge, 9);
      edge += part.width;
    }
    expect(edge).toBeCloseTo(100, 9);
  });

  it("keeps the smallest part visible", () => {
    const [, one] = barLayout([{ key: "many", value: 100_000 }, { key: "one", value: 1 }]);
    expect(one?.width).toBeGreaterThan(1);
  });

  it("draws nothing of nothing", () => {
    expect(barLayout([{ key: "a", value: 0 }])).toEqual([]);
  });
});
