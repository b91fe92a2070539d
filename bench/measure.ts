/** Middle of a list of numbers; the mean of the two middle ones when their count is even. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? (upper + (sorted[middle - 1] ?? Number.NaN)) / 2 : upper;
}

/** The value that `share` (0 to 1) of the list does not exceed, by nearest rank. NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Milliseconds that work takes. */
export function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}
export async function timedAsync(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export interface Pair {
  /** Medians in milliseconds. */
  work: number;
  floor: number;
  /** Median over the rounds of floor / work: what a busy machine disturbs least, because both ran side by side. */
  share: number;
}
const WARM_UP = 3;

/** Runs work and floor in turn, `rounds` times after three for warmth. */
export function sideBySide(rounds: number, work: () => void, floor: () => void): Pair {
  const works: number[] = [];
  const floors: number[] = [];
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    const floorTime = timed(floor);
    const workTime = timed(work);
    if (round < WARM_UP) continue;
    works.push(workTime);
    floors.push(floorTime);
  }
  return { work: median(works), floor: median(floors), share: median(works.map((time, index) => (floors[index] ?? Number.NaN) / time)) };
}
