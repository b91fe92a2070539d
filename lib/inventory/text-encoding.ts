import { type Refusal, refuseText, thousands } from "./problem";

export type Encoding = "UTF-8" | "UTF-8 with BOM" | "UTF-16LE" | "UTF-16BE";

export interface DecodedText {
  text: string;
  encoding: Encoding;
  /** Bytes before the first character. */
  bomBytes: number;
}

/** Tells the encoding by byte order mark, else by where the zero byte of the first character stands. */
function sniff(bytes: Uint8Array): { encoding: Encoding; bomBytes: number } {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: "UTF-8 with BOM", bomBytes: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: "UTF-16LE", bomBytes: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: "UTF-16BE", bomBytes: 2 };
  if (bytes.length >= 2 && first !== 0 && second === 0) return { encoding: "UTF-16LE", bomBytes: 0 };
  if (bytes.length >= 2 && first === 0 && second !== 0) return { encoding: "UTF-16BE", bomBytes: 0 };
  return { encoding: "UTF-8", bomBytes: 0 };
}

/** Keeps lone surrogates, which a decoder would replace: a name that holds one is a fault to be told, not hidden. */
function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = Math.floor(bytes.byteLength / 2);
  const parts: string[] = [];
  for (let from = 0; from < units; from += 8192) {
    const chunk: number[] = [];
    for (let unit = from; unit < Math.min(units, from + 8192); unit += 1) chunk.push(view.getUint16(unit * 2, littleEndian));
    parts.push(String.fromCharCode(...chunk));
  }
  return parts.join("");
}

function utf8Bytes(text: string, end: number): number {
  let bytes = 0;
  for (let index = 0; index < end; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00) { bytes += 4; index += 1; }
    else bytes += 3;
  }
  return bytes;
}

/** The byte of the file where character `index` begins, counted from 0. */
export function byteOf(decoded: DecodedText, index: number): number {
  const wide = decoded.encoding === "UTF-16LE" || decoded.encoding === "UTF-16BE";
  return decoded.bomBytes + (wide ? index * 2 : utf8Bytes(decoded.text, index));
}

/** "byte 48,211, line 1" for people: bytes as an editor counts them, lines from 1. */
export function placeOf(decoded: DecodedText, index: number): string {
  let line = 1;
  for (let at = decoded.text.indexOf("\n"); at !== -1 && at < index; at = decoded.text.indexOf("\n", at + 1)) line += 1;
  return `byte ${thousands(byteOf(decoded, index))}, line ${thousands(line)}`;
}

function firstBadByte(bytes: Uint8Array, decoded: DecodedText): number {
  for (let at = decoded.text.indexOf("\ufffd"); at !== -1; at = decoded.text.indexOf("\ufffd", at + 1)) {
    const byte = byteOf(decoded, at);
    if (bytes[byte] !== 0xef || bytes[byte + 1] !== 0xbf || bytes[byte + 2] !== 0xbd) return byte;
  }
  return 0;
}

/** Bytes to text: UTF-8 with or without a byte order mark, UTF-16LE, UTF-16BE. Bytes of any other code page are refused. */
export function decodeText(bytes: Uint8Array): DecodedText | Refusal {
  const { encoding, bomBytes } = sniff(bytes);
  const body = bytes.subarray(bomBytes);
  if (encoding === "UTF-16LE" || encoding === "UTF-16BE") {
    try {
      const text = new TextDecoder(encoding === "UTF-16LE" ? "utf-16le" : "utf-16be", { fatal: true, ignoreBOM: true }).decode(body);
      return { text, encoding, bomBytes };
    } catch {
      return { text: decodeUtf16(body, encoding === "UTF-16LE"), encoding, bomBytes };
    }
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body), encoding, bomBytes };
  } catch {
    const loose: DecodedText = { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(body), encoding, bomBytes };
    const place = `byte ${thousands(firstBadByte(bytes, loose))}`;
    return refuseText(place, `The text is not UTF-8 at ${place}.`, "Save the file as UTF-8 or UTF-16, in PowerShell with Out-File -Encoding utf8.");
  }
}
