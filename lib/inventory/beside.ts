import type { Header } from "./document";
import type { Volatile } from "./volatile";

/** What is kept of a document beside its content. */
export interface Beside {
  header: Header;
  volatile: Volatile;
}
/**
 * The same, its volatile facts as differences to those of another document of the same content: a number in blocks of
 * 4 KiB, which sizes of files and volumes are multiples of; 0 for the same value; any other value in a list of its own.
 */
export interface BesideLikeness {
  header: Header;
  differences: Record<string, unknown[]>;
}

/** A power of two, so that the division loses nothing. */
const BLOCK = 4096;

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

function difference(value: unknown, like: unknown): unknown {
  if (value === like) return 0;
  return isWhole(value) && isWhole(like) && isWhole(value - like) ? (value - like) / BLOCK : [value];
}

function valueOf(told: unknown, like: unknown): unknown {
  if (Array.isArray(told)) return told[0] ?? null;
  return typeof told === "number" && isWhole(like) ? like + told * BLOCK : like;
}

function mapValues(of: Record<string, unknown[]>, likeness: Volatile, change: (value: unknown, like: unknown) => unknown): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(of).map(([path, values]) => [path, values.map((value, place) => change(value, likeness[path]?.[place]))]));
}

/** Header and volatile facts as differences to those of a document of the same content. */
export function unlike({ header, volatile }: Beside, likeness: Beside): BesideLikeness {
  return { header, differences: mapValues(volatile, likeness.volatile, difference) };
}

/** The contrary of `unlike`. */
export function alike({ header, differences }: BesideLikeness, likeness: Beside): Beside {
  return { header, volatile: mapValues(differences, likeness.volatile, valueOf) };
}
