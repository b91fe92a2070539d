import { randomUUID } from "node:crypto";
import { eachVolatile } from "@/lib/inventory/volatile";
import { endOfString } from "@/lib/inventory/json";
import type { MaskedText } from "./masked-text";

/** What the masked values of a text are: learnt once, true for each text of the same digest. */
export interface Layout {
  /** Paths of volatile facts. */
  paths: readonly string[];
  /** Of each place of a volatile fact, in the order of the document, its path. */
  path: Uint8Array;
  /** Likewise the masked value that stands there; -1 where the fact is left out. */
  value: Int32Array;
  /** Likewise the bytes that the record can hold, of a volume; NaN for none. */
  capacity: Float64Array;
  /** Where each VM begins and ends: masked values before it and bytes since the end of the last of these, four numbers a VM. */
  vms: Int32Array;
}

const QUOTE = 34;
const COLON = 58;

/** Where the VMs of the hosts of a document begin and end in its text, two numbers each. */
function spansOfVms(text: string): number[] {
  const spans: number[] = [];
  const open: string[] = [];
  const isVm = () => open.length === 5 && open[1] === "hosts" && open[3] === "vms";
  let words = "";
  let key = "";
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      const end = endOfString(text, at + 1);
      words = text.slice(at + 1, end);
      at = end;
    } else if (unit === COLON) key = words;
    else if (unit === 123 || unit === 91) {
      open.push(key);
      key = "";
      if (isVm()) spans.push(at);
    } else if (unit === 125 || unit === 93) {
      if (isVm()) spans.push(at + 1);
      open.pop();
      key = "";
    }
  }
  return spans;
}

/** A place of the text by the masked values before it and the bytes since the last of these. */
function anchored(ends: Int32Array, places: readonly number[]): Int32Array {
  let before = 0;
  return Int32Array.from(places.flatMap((place) => {
    while (before * 2 < ends.length && (ends[before * 2 + 1] ?? 0) <= place) before += 1;
    return [before, place - endBefore(ends, before)];
  }));
}
const endBefore = (ends: Int32Array, before: number) => (before === 0 ? 0 : ends[before * 2 - 1] ?? 0);

/** The text with a word of its own in each masked place, parsed; null when it is no plain JSON: one may begin with a byte order mark, or be in UTF-16. */
function withWords({ text, ends }: MaskedText, wordOf: (value: number) => string): unknown {
  const parts: string[] = [];
  for (let at = 0; at < ends.length; at += 2) parts.push(text.slice(endBefore(ends, at / 2), ends[at]), JSON.stringify(wordOf(at / 2)));
  parts.push(text.slice(endBefore(ends, ends.length / 2)));
  try {
    return JSON.parse(Buffer.from(parts.join(""), "latin1").toString("utf8"));
  } catch {
    return null;
  }
}

/**
 * Learns what stands where in a text that is known to be an inventory of one host with so many VMs. Null when not each
 * masked value is that of a volatile fact or the header: then texts like it are read as any other.
 */
export function learnLayout(masked: MaskedText, vms: number): Layout | null {
  const own = `${randomUUID()} `;
  const parsed = withWords(masked, (value) => `${own}${value}`);
  if (typeof parsed !== "object" || parsed === null || Reflect.get(parsed, "header") !== `${own}${masked.header}`) return null;
  const paths: string[] = [];
  const path: number[] = [];
  const value: number[] = [];
  const capacity: number[] = [];
  const found = new Set<number>([masked.header]);
  let isWhole = true;
  eachVolatile(parsed, (record, fact, of) => {
    const word = record[fact];
    const at = typeof word === "string" && word.startsWith(own) ? Number(word.slice(own.length)) : -1;
    isWhole &&= at !== -1 || word === undefined;
    if (at !== -1) found.add(at);
    if (!paths.includes(of)) paths.push(of);
    path.push(paths.indexOf(of));
    value.push(at);
    capacity.push(typeof record["capacityBytes"] === "number" ? record["capacityBytes"] : Number.NaN);
  });
  const spans = spansOfVms(masked.text);
  if (!isWhole || found.size !== masked.ends.length / 2 || spans.length !== vms * 2) return null;
  return { paths, path: Uint8Array.from(path), value: Int32Array.from(value), capacity: Float64Array.from(capacity), vms: anchored(masked.ends, spans) };
}

/** The bytes of a text of this layout with those VMs only that stand at these places. */
export function bytesWithVms({ bytes, ends }: MaskedText, { vms }: Layout, places: readonly number[]): Buffer {
  const at = (index: number) => endBefore(ends, vms[index * 2] ?? 0) + (vms[index * 2 + 1] ?? 0);
  const count = vms.length / 4;
  if (count === 0) return bytes;
  const kept = places.flatMap((place, index) => [...(index === 0 ? [] : [Buffer.from(",")]), bytes.subarray(at(place * 2), at(place * 2 + 1))]);
  return Buffer.concat([bytes.subarray(0, at(0)), ...kept, bytes.subarray(at(count * 2 - 1))]);
}

/** A masked value as it would be parsed. */
export function valueAt({ text, ends }: MaskedText, value: number): string | number | null {
  const word = text.slice(ends[value * 2], ends[value * 2 + 1]);
  return word === "null" ? null : word.startsWith("\"") ? word.slice(1, -1) : Number(word);
}
