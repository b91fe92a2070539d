import { z } from "zod";

/** What a person needs to know of a fact: shown on the facts page and in the JSON Schema. */
export interface FactMeaning {
  /** One sentence: what the value says. */
  meaning: string;
  /** The cmdlet, WMI class, registry value or file it is read from. */
  source: string;
  /** Unit of a number: "bytes", "seconds", "count", "MB". */
  unit?: string;
  /** Words that are known; a word outside the list is kept and judged unknown. */
  words?: readonly string[];
  /** True for facts that change without anything having changed; left out of the content digest. */
  volatile?: boolean;
}

/** A fact: its value, or null when it was not read; the reason then stands in the record's `absent` list. */
export function fact<T extends z.ZodType>(schema: T, meaning: FactMeaning) {
  return schema.nullable().default(null).meta({ ...meaning, description: meaning.meaning });
}

export const LIMITS = {
  name: 512,
  path: 1024,
  word: 64,
  text: 2048,
  hosts: 2048,
  vmsOfHost: 4096,
  disksOfVm: 512,
  list: 1024,
  volumes: 2048,
} as const;

/** Largest size accepted: 2^53 - 1 bytes; negative and fractional sizes are faults. */
export const size = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
export const count = z.int().min(0).max(1_000_000);
export const flag = z.boolean();
export const name = z.string().max(LIMITS.name);
export const path = z.string().max(LIMITS.path);
export const word = z.string().max(LIMITS.word);
export const text = z.string().max(LIMITS.text);
/** Accepted with or without braces, in any case; kept without braces, in lower case. */
export const guid = z.string().max(64).regex(/^[{(]?[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}[)}]?$/, "is not a GUID").overwrite((value) => value.replace(/[{}()]/g, "").toLowerCase());
export const instant = z.string().max(40).regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/, "is not an ISO time with its zone, such as 2026-05-18T07:40:00Z");

/**
 * Why a fact has no value. `empty` (read, and there is nothing) and `not-applicable` are known;
 * every other reason is unknown and never passes.
 */
export const ABSENT_REASONS = [
  "empty", "not-applicable", "not-collected", "permission-denied", "unreachable", "vm-off",
  "not-supported", "timed-out", "error", "stale", "ambiguous", "other-node",
] as const;
export type AbsentReason = (typeof ABSENT_REASONS)[number];

export const absentSchema = z.array(z.object({
  fact: z.string().max(256).meta({ description: "Path of the fact within this record, such as `checkpoints` or `guest.volumes[1].fileSystem`; a path covers all below it, `*` the whole record." }),
  reason: z.enum(ABSENT_REASONS).meta({ description: "Why the fact has no value." }),
  text: z.string().max(LIMITS.text).optional().meta({ description: "The error, or more about the reason." }),
})).max(LIMITS.list).default([]);
export type Absent = z.infer<typeof absentSchema>[number];

/** The reason recorded for a fact that has no value; `not-collected` when the record gives none. Longest path wins. */
export function reasonOf(absent: readonly Absent[], factPath: string): Absent {
  let best: Absent | undefined;
  for (const entry of absent) {
    const covers = entry.fact === "*" || entry.fact === factPath
      || (factPath.startsWith(entry.fact) && /^[.[]/.test(factPath.slice(entry.fact.length)));
    if (covers && (best === undefined || entry.fact.length > best.fact.length)) best = entry;
  }
  return best ?? { fact: factPath, reason: "not-collected" };
}

/** True when the fact has no value but that is itself knowledge: read and empty, or not applicable here. */
export function isKnownAbsent(reason: AbsentReason): boolean {
  return reason === "empty" || reason === "not-applicable";
}
