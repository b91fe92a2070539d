/** A row of the table: what was promised and what was measured. */
export interface Outcome {
  promise: string;
  measured: string;
  /** null: it was not run, and says why in `measured`; never counted as kept. */
  kept: boolean | null;
}
/** Size of a run: what the promise says, or `short`, as `npm test` runs it. */
export interface Size {
  short: boolean;
  /** Size of the situation "estate"; 1,000 hosts for ten minutes unless told. */
  hosts?: number;
  minutes?: number;
}
export interface Scale extends Size {
  /** Given when the time of the situation is over; nothing sends or waits any longer then. */
  signal: AbortSignal;
  say(line: string): void;
}
export interface Situation {
  name: string;
  title: string;
  /** Minutes that it may take; one that takes longer is ended, and its promises are broken. */
  limitMinutes(size: Size): number;
  run(scale: Scale): Promise<Outcome[]>;
}

/** 12345.6 as "12,346"; below 100 with one decimal. */
export function inWords(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: value < 100 ? 1 : 0 });
}
/** The value that 95 of 100 do not pass; NaN of none. */
export function p95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(values.length * 0.95) - 1)] ?? Number.NaN;
}
