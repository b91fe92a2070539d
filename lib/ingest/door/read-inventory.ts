import { AppError, type ErrorCode } from "@/lib/errors";
import { contentDigest } from "@/lib/importers";
import type { ParsedDocument } from "@/lib/importers/contract";
import { readJson } from "@/lib/inventory/json";
import { parseInventory } from "@/lib/inventory/parse";
import { isRefusal, type Problem, type Refusal } from "@/lib/inventory/problem";
import { firstPointer, pointerOf } from "./pointer";

/** A record of a document that was not taken as it came; `place` is a JSON pointer into what was sent. */
export interface RefusedRecord {
  place: string;
  problem: string;
  mend: string;
}
export interface SentInventory extends Pick<ParsedDocument, "inventory" | "faults"> {
  /** The place of each host among those that were sent. */
  hostPlaces: number[];
  /** Pointers of what this version does not know, the first place of each. */
  ignored: string[];
  refused: RefusedRecord[];
  /** Content digest of all hosts that were sent, also of those that are refused afterwards: the same body has the same one. */
  digest: string;
  /** False when hosts were left out since. */
  isWhole: boolean;
}

/** Places of one answer: a broken sender must not make it larger than its document. */
export const MOST_PLACES = 200;

export function refusedRecord({ place, problem, mend }: Problem): RefusedRecord {
  return { place: pointerOf(place), problem, mend };
}

function codeOf({ refused, isText, isAhead }: Refusal, value: unknown): ErrorCode {
  if (isText === true) return "invalid-request";
  if (isAhead === true) return "dated-ahead";
  const schema: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "schema") : undefined;
  const major = typeof schema === "string" ? /^quiesce\.inventory\/(\d{1,4})/.exec(schema)?.[1] : undefined;
  return refused.place === "schema" && Number(major ?? 1) > 1 ? "newer-version" : "unprocessable";
}

function refusal(refused: Refusal, value: unknown): AppError {
  const { place, problem, mend } = refused.refused;
  return new AppError(codeOf(refused, value), problem, { members: { place: pointerOf(place), mend } });
}

/** Reads the bytes of one inventory as JSON, after looking how deep it is. @throws AppError `invalid-request` for what is no JSON, else `unprocessable` */
export function readValue(bytes: Uint8Array, { depth }: { depth: number }): unknown {
  const read = readJson(bytes, { depth });
  if (isRefusal(read)) throw refusal(read, null);
  return read.value;
}

/**
 * Checks a value against the schema. A fault of a VM or of one of several hosts costs only itself.
 * @throws AppError `newer-version`, `dated-ahead`, else `unprocessable`
 */
export function checkInventory(value: unknown, { now }: { now: number }): SentInventory {
  const parsed = parseInventory(value, { now });
  if (isRefusal(parsed)) throw refusal(parsed, value);
  return {
    inventory: parsed.inventory, faults: parsed.faults, hostPlaces: parsed.hostPlaces,
    ignored: parsed.dropped.slice(0, MOST_PLACES).map(({ path }) => firstPointer(value, path)),
    refused: parsed.faults.map(refusedRecord), digest: contentDigest(parsed.inventory), isWhole: true,
  };
}

/** The document with its content digest, as it is stored: of the hosts that are kept. */
export function documentOf({ inventory, faults, ignored, digest, isWhole }: SentInventory): ParsedDocument {
  return { inventory, digest: isWhole ? digest : contentDigest(inventory), faults, dropped: ignored.length };
}
