/**
 * Whole numbers as bytes that pack well: first the lowest byte of each, then the next byte of each, and so on. Deflate
 * finds little in digits of numbers that differ a little, but much in their high bytes.
 */

const BYTE = 256;

/** Numbers that the planes hold: whole, not -0, and safe with one bit more for the sign. */
export function fitsPlanes(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(value as number) < Number.MAX_SAFE_INTEGER / 2 && !Object.is(value, -0);
}

/** @param numbers each fits */
export function planesOf(numbers: readonly number[]): Buffer {
  let left = numbers.map((number) => (number < 0 ? -2 * number - 1 : 2 * number));
  const planes: Buffer[] = [];
  while (left.some((number) => number > 0)) {
    planes.push(Buffer.from(left.map((number) => number % BYTE)));
    left = left.map((number) => Math.floor(number / BYTE));
  }
  return Buffer.concat(planes);
}

/** The contrary of `planesOf`. @param count of the numbers */
export function numbersOf(planes: Uint8Array, count: number): number[] {
  return Array.from({ length: count }, (_none, place) => {
    let number = 0;
    for (let at = planes.length - count + place; at >= 0; at -= count) number = number * BYTE + (planes[at] ?? 0);
    return number % 2 === 0 ? number / 2 : -(number + 1) / 2;
  });
}
