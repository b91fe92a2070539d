import { stack } from "d3-shape";

/** Share of a bar that even the smallest part takes, so that it can be seen. The numbers beside the bar are exact. */
const LEAST_SHARE = 0.04;

export interface BarPart {
  key: string;
  /** Left edge and width, in percent of the bar. */
  left: number;
  width: number;
}

/** Lays the parts of a bar side by side in the order given. Empty parts are left out; the rest fill the whole. */
export function barLayout(parts: readonly { key: string; value: number }[]): BarPart[] {
  const some = parts.filter((of) => of.value > 0);
  const total = some.reduce((sum, of) => sum + of.value, 0);
  const drawn = Object.fromEntries(some.map((of) => [of.key, Math.max(of.value, total * LEAST_SHARE)]));
  const whole = Object.values(drawn).reduce((sum, value) => sum + value, 0);
  const series = stack<Record<string, number>>().keys(some.map((of) => of.key))([drawn]);
  return series.map((of) => {
    const [from, to] = of[0] ?? [0, 0];
    return { key: of.key, left: (from / whole) * 100, width: ((to - from) / whole) * 100 };
  });
}
