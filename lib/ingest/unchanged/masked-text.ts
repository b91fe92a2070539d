import { createHash } from "node:crypto";
import { endOfString } from "@/lib/inventory/json";
import { VOLATILE_FACTS } from "@/lib/inventory/volatile";

/** The text of a document, and where in it stands what differs from one to the next: its header and the values of volatile facts. */
export interface MaskedText {
  bytes: Buffer;
  /** The bytes, a character each. */
  text: string;
  /** Where each masked value begins and ends, two numbers each, in the order of the text. */
  ends: Int32Array;
  /** Which of them is the header. */
  header: number;
  /** SHA-256 of all else: equal for two that say the same in the same words. */
  digest: string;
}

/** Inside a string every quote has a backslash before it, so that no key is found there. */
const FACT = new RegExp(String.raw`"(?:${VOLATILE_FACTS.join("|")})"\s*:\s*(?=(?:null|0|[1-9]\d{0,15}|"[\dTZ:.+-]{0,40}")\s*[,}\]])`, "g");
const HEADER = /"header"\s*:\s*(?=\{)/g;
const END_OF_VALUE = /[\s,}\]]/g;
const QUOTE = 34;
/** A larger text is read as any other: masking takes it twice more in memory. */
const MOST_BYTES = 16 * 1024 * 1024;
/** Stands for a masked value; no JSON has it. */
const MASK = 0;

/** Where the object that begins there ends; -1 when it does not. */
function endOfObject(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      at = endOfString(text, at + 1);
      if (at === -1) return -1;
    } else if (unit === 123) depth += 1;
    else if (unit === 125) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

function headerOf(text: string): [number, number] | null {
  HEADER.lastIndex = 0;
  if (!HEADER.test(text)) return null;
  const from = HEADER.lastIndex;
  const to = endOfObject(text, from);
  return to === -1 ? null : [from, to];
}

function digestOf(bytes: Buffer, ends: readonly number[]): string {
  const rest = Buffer.allocUnsafe(bytes.length + ends.length);
  let length = 0;
  let from = 0;
  for (let at = 0; at < ends.length; at += 2) {
    length += bytes.copy(rest, length, from, ends[at]);
    rest[length] = MASK;
    length += 1;
    from = ends[at + 1] ?? bytes.length;
  }
  length += bytes.copy(rest, length, from);
  return createHash("sha256").update(rest.subarray(0, length)).digest("hex");
}

/** Finds what is masked, without parsing; null for a text without a header, a very large one, or one with a zero byte, which would look like a mask. */
export function maskText(bytes: Buffer): MaskedText | null {
  if (bytes.length > MOST_BYTES || bytes.includes(MASK)) return null;
  const text = bytes.toString("latin1");
  const header = headerOf(text);
  if (header === null) return null;
  const ends: number[] = [];
  let headerAt = -1;
  const putHeader = () => {
    headerAt = ends.length / 2;
    ends.push(...header);
  };
  FACT.lastIndex = 0;
  while (FACT.test(text)) {
    const from = FACT.lastIndex;
    if (from > header[0] && from < header[1]) continue;
    if (headerAt === -1 && from > header[0]) putHeader();
    END_OF_VALUE.lastIndex = from;
    END_OF_VALUE.test(text);
    ends.push(from, END_OF_VALUE.lastIndex - 1);
  }
  if (headerAt === -1) putHeader();
  return { bytes, text, ends: Int32Array.from(ends), header: headerAt, digest: digestOf(bytes, ends) };
}
