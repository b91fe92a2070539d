/** One line of the table. */
export interface Figure {
  /** Which of the five it belongs to: "judge", "import", ... */
  figure: string;
  /** What was measured, with its size: "judge, 4,000 VMs with full facts of 5.4 kB". */
  what: string;
  value: string;
  /** What it is held against, measured in the same run. */
  floor: string;
  /** Value against floor as the target reads it; null for a line that is told for information only. */
  ratio: number | null;
  /** "at least 0.5"; null for information. */
  target: string | null;
  met: boolean | null;
}

export function atLeast(ratio: number, target: number): Pick<Figure, "ratio" | "target" | "met"> {
  return { ratio, target: `at least ${target}`, met: ratio >= target };
}
export function atMost(ratio: number, target: number): Pick<Figure, "ratio" | "target" | "met"> {
  return { ratio, target: `at most ${target}`, met: ratio <= target };
}
export function forInformation(ratio: number | null): Pick<Figure, "ratio" | "target" | "met"> {
  return { ratio, target: null, met: null };
}

/** 12345.6 as "12,346"; below 100 with one decimal. */
export function inWords(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: value < 100 ? 1 : 0 });
}
