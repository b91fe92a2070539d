import { firstSyntaxFault } from "./json-syntax";
import { isRefusal, type Refusal, refuse, refuseText, thousands } from "./problem";
import { type DecodedText, decodeText, type Encoding, placeOf } from "./text-encoding";

export interface JsonLimits {
  /** Objects and lists inside each other. */
  depth?: number;
  /** Values in the text; bounds the memory that a text of `[],[],[]` takes. */
  values?: number;
}
export const DEFAULT_DEPTH = 64;
export const DEFAULT_VALUES = 14_000_000;

const REFUSED_KEYS: readonly string[] = ["__proto__", "constructor", "prototype"];
const REFUSED_KEY_TEXT = /"(?:__proto__|constructor|prototype)"\s*:/;
/** An escape that may spell one of their letters: \u005f, \u0061 to \u007a. */
const LETTER_ESCAPE = /\\u00[567]/;

/** Nothing, or the beginning of a number, true, false or null: what is left where a text was cut. */
const HALF_WORD = /^(?:t|tr|tru|f|fa|fal|fals|n|nu|nul|[-+.eE\d]*)\s*$/;

const QUOTE = 34;
const BACKSLASH = 92;

interface Scan {
  refusal: Refusal | null;
  /** What the text is still inside of when it ends; null when it is complete. */
  openAtEnd: "a string" | "an object" | "a list" | null;
}

/** Where the string that begins before `from` ends; -1 when it does not. */
export function endOfString(text: string, from: number): number {
  for (let at = text.indexOf("\"", from); at !== -1; at = text.indexOf("\"", at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

/** One pass before anything is built: how deep, how many values, and whether the text ends where it should. */
function scan(decoded: DecodedText, maxDepth: number, maxValues: number): Scan {
  const { text } = decoded;
  const open: number[] = [];
  let values = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === QUOTE) {
      const end = endOfString(text, index + 1);
      if (end === -1) return { refusal: null, openAtEnd: "a string" };
      index = end;
    } else if (unit === 123 || unit === 91) {
      open.push(unit);
      values += 1;
      if (open.length > maxDepth) {
        const place = placeOf(decoded, index);
        return { openAtEnd: null, refusal: refuse(place, `Objects and lists lie more than ${thousands(maxDepth)} deep inside each other at ${place}.`, "An inventory is at most 10 deep. Export it again; with ConvertTo-Json, use -Depth 6.") };
      }
    } else if (unit === 125 || unit === 93) {
      open.pop();
    } else if (unit === 44) {
      values += 1;
    }
    if (values > maxValues) {
      const place = placeOf(decoded, index);
      return { openAtEnd: null, refusal: refuse(place, `The text holds more than ${thousands(maxValues)} values; they are exceeded at ${place}.`, "Send one inventory per host.") };
    }
  }
  const last = open.at(-1);
  return { refusal: null, openAtEnd: last === undefined ? null : last === 123 ? "an object" : "a list" };
}

/** The path of the first refused key, or null. Keys are compared decoded, so an escape hides none. */
function refusedKey(value: unknown, path: string): string | null {
  if (typeof value !== "object" || value === null) return null;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const inner = refusedKey(value[index], `${path}[${index}]`);
      if (inner !== null) return inner;
    }
    return null;
  }
  for (const [key, child] of Object.entries(value)) {
    const place = path === "" ? key : `${path}.${key}`;
    if (REFUSED_KEYS.includes(key)) return place;
    const inner = refusedKey(child, place);
    if (inner !== null) return inner;
  }
  return null;
}

function notJson(decoded: DecodedText): Refusal {
  const fault = firstSyntaxFault(decoded.text);
  const index = fault?.index ?? 0;
  const place = placeOf(decoded, index);
  const found = decoded.text.slice(index, index + 12).replace(/[\p{Cc}\p{Cs}]/gu, "?");
  return refuseText(place, `Not JSON at ${place}: ${fault?.expected ?? "a value"} is expected, ${found === "" ? "the end of the text" : `"${found}"`} is found.`, "Export the file again with ConvertTo-Json.");
}

/** Text to a value, with the limits checked before anything is built. Errors name byte and line, and what mends them. */
export function parseJsonText(decoded: DecodedText, limits: JsonLimits = {}): { value: unknown } | Refusal {
  const { text } = decoded;
  if (/^\s*$/.test(text.slice(0, 4096)) && text.trim() === "") return refuseText("byte 0", "The file is empty.", "Export it again and look whether the command printed an error.");
  const { refusal, openAtEnd } = scan(decoded, limits.depth ?? DEFAULT_DEPTH, limits.values ?? DEFAULT_VALUES);
  if (refusal) return refusal;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const fault = openAtEnd === null ? null : firstSyntaxFault(text);
    if (openAtEnd !== null && (fault === null || openAtEnd === "a string" || HALF_WORD.test(text.slice(fault.index)))) {
      const place = placeOf(decoded, text.length);
      return refuseText(place, `Cut off at ${place}: the text ends inside ${openAtEnd}.`, "Copy the file again.");
    }
    return notJson(decoded);
  }
  if (REFUSED_KEY_TEXT.test(text) || LETTER_ESCAPE.test(text)) {
    const place = refusedKey(value, "");
    if (place !== null) return refuse(place, `The key at ${place} is refused: it is a name by which JavaScript objects are changed.`, "No inventory has such a key. Look who made the file.");
  }
  return { value };
}

/** Bytes to a value. */
export function readJson(bytes: Uint8Array, limits: JsonLimits = {}): { value: unknown; encoding: Encoding } | Refusal {
  const decoded = decodeText(bytes);
  if (isRefusal(decoded)) return decoded;
  const parsed = parseJsonText(decoded, limits);
  return isRefusal(parsed) ? parsed : { value: parsed.value, encoding: decoded.encoding };
}
