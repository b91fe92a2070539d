const VERSION = /^\d{1,9}(\.\d{1,9}){1,3}$/;

/** Versions taken apart before: an estate has a handful, asked for by several checks of every VM. */
const seen = new Map<string, readonly number[] | null>();
const MOST_SEEN = 1000;

/** Parts of a dotted version such as 9.0 or 6.3.9600.18692; null when it is not one. */
export function versionParts(version: string): readonly number[] | null {
  const known = seen.get(version);
  if (known !== undefined) return known;
  const parts = VERSION.test(version) ? version.split(".").map(Number) : null;
  if (seen.size >= MOST_SEEN) seen.clear();
  seen.set(version, parts);
  return parts;
}

/** Below zero when `a` is older than `b`, zero when equal, above zero when newer; null when either is no version. */
export function compareVersions(a: string, b: string): number | null {
  const left = versionParts(a);
  const right = a === b ? left : versionParts(b);
  if (left === null || right === null) return null;
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
