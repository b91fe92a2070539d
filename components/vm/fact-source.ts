import { factMeaning } from "@/lib/inventory/meaning";

/** Where a fact is read from, by its path; a path the document does not have takes the source of what it lies in. */
export function factSource(path: string): string {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const known = factMeaning(at) ?? factMeaning(at.replace(/\[[^\]]*\]$/, ""));
    if (known !== null) return known.source;
  }
  return path;
}
