import type { Problem } from "@/lib/inventory/problem";
import { isRaw } from "./raw";

export const EXPECTED = "a Quiesce inventory, an SCVMM export, or Hyper-V cmdlets through ConvertTo-Json";

const startsWith = (bytes: Uint8Array, ...start: number[]) => start.every((byte, index) => bytes[index] === byte);

/** The first characters as Latin text, NULs left out, so that UTF-16 can be told too. */
function head(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes.subarray(0, 400)) if (byte !== 0) text += String.fromCharCode(byte);
  return text.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "").trimStart();
}

const TO_JSON = "Export it again with ConvertTo-Json -Depth 4.";

/** What a file is that is no JSON, by its first bytes, with what mends it; null when nothing can be told. */
export function foundByBytes(bytes: Uint8Array): { found: string; mend: string } | null {
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return { found: "a ZIP file", mend: "Import the files in it." };
  if (startsWith(bytes, 0x1f, 0x8b)) return { found: "a gzip file", mend: "Unpack it first." };
  if (startsWith(bytes, 0x25, 0x50, 0x44, 0x46)) return { found: "a PDF", mend: TO_JSON };
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { found: "an Office document", mend: TO_JSON };
  if (startsWith(bytes, 0x4d, 0x5a)) return { found: "a program", mend: TO_JSON };
  if (startsWith(bytes, 0x76, 0x68, 0x64, 0x78) || startsWith(bytes, 0x63, 0x6f, 0x6e, 0x65, 0x63, 0x74, 0x69, 0x78)) return { found: "a virtual disk", mend: TO_JSON };
  const text = head(bytes);
  if (/^<Objs\b/.test(text)) return { found: "PowerShell's Export-Clixml", mend: TO_JSON };
  if (/^<(?:!doctype html|html)\b/i.test(text)) return { found: "a web page", mend: TO_JSON };
  if (/^<\?xml|^<[a-z]/i.test(text)) return { found: "XML", mend: TO_JSON };
  if (/^#TYPE |^"[^"\n]*"(?:[,;]"[^"\n]*")+\r?\n/.test(text)) return { found: "CSV", mend: TO_JSON };
  if (/^Name\s+State\s+CPUUsage|^-{3,}|^\w+ +: /.test(text)) return { found: "a table as PowerShell prints it", mend: TO_JSON };
  return null;
}

/** What a JSON value is, by its keys, for the sentence of a refusal. */
export function foundInValue(value: unknown): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return "an empty list";
    return `a list of ${value.length}, its first entry ${foundInValue(value[0])}`;
  }
  if (!isRaw(value)) return value === null ? "null" : typeof value === "string" ? "a text" : `a ${typeof value}`;
  const keys = Object.keys(value);
  if (keys.length === 0) return "an object without keys";
  const named = keys.slice(0, 5).map((key) => key.slice(0, 40).replace(/[\p{Cc}\p{Cs}]/gu, "?"));
  return `an object with ${named.join(", ")}${keys.length > 5 ? ` and ${keys.length - 5} more keys` : ""}`;
}

export function notKnown(found: string, mend = "Look whether this is the right file. --help of `quiesce import` names the commands whose output is read."): Problem {
  return { place: "the whole file", problem: `Nothing that Quiesce reads: ${EXPECTED} is expected, ${found} is found.`, mend };
}
