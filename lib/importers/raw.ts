import { isoOf } from "@/lib/inventory/normalise";

/** An object of a foreign export: keys and values are whatever the exporting tool wrote. */
export type Raw = Readonly<Record<string, unknown>>;

export function isRaw(value: unknown): value is Raw {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Keys that Windows PowerShell adds beside `value` when a string, a date, an enum or a list passed through its pipeline. */
const WRAPPER_KEYS: readonly string[] = ["Count", "Value", "value", "DisplayHint", "DateTime", "PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider", "PSComputerName", "PSShowComputerName", "RunspaceId", "ReadCount", "Length"];

/** `{"value": [...], "Count": 2}` and `{"value": 2, "Value": "Running"}` as what they wrap. */
export function unwrap(value: unknown): unknown {
  if (!isRaw(value) || !("value" in value)) return value;
  const keys = Object.keys(value);
  if (keys.length < 2 || keys.some((key) => !WRAPPER_KEYS.includes(key))) return value;
  return typeof value["Value"] === "string" ? value["Value"] : value["value"];
}

/** Objects of a list, of lists in lists, of a wrapper, or the one object where a list is usual. Anything else is left out. */
export function rawList(value: unknown): Raw[] {
  const plain = unwrap(value);
  if (Array.isArray(plain)) return plain.flatMap(rawList);
  return isRaw(plain) ? [plain] : [];
}

/** True for the type name that ConvertTo-Json leaves where its depth ended: "Microsoft.HyperV.PowerShell.HardDiskDrive". */
export function isFlattened(value: unknown): boolean {
  return typeof value === "string" && /^(?:Microsoft|System|Deserialized)\.[\w.]+/.test(value);
}

/** Text that says something; null for empty, flattened or any other value. */
export function textOf(value: unknown): string | null {
  const plain = unwrap(value);
  return typeof plain === "string" && plain.trim() !== "" && !isFlattened(plain) ? plain : null;
}

/** A number, also as digits in quotes. */
export function numberOf(value: unknown): number | null {
  const plain = unwrap(value);
  if (typeof plain === "number") return plain;
  return typeof plain === "string" && /^-?\d{1,19}$/.test(plain.trim()) ? Number(plain) : null;
}

export function flagOf(value: unknown): boolean | null {
  const plain = unwrap(value);
  if (typeof plain === "boolean") return plain;
  if (typeof plain !== "string") return null;
  return /^true$/i.test(plain) ? true : /^false$/i.test(plain) ? false : null;
}

const GUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
const NO_GUID = "00000000-0000-0000-0000-000000000000";

/** The GUID in lower case, with or without braces around it; null for none and for the empty one. */
export function guidOf(value: unknown): string | null {
  const text = textOf(value)?.trim();
  if (text === undefined || !new RegExp(`^[{(]?${GUID.source}[)}]?$`, "i").test(text)) return null;
  const guid = GUID.exec(text)?.[0].toLowerCase() ?? null;
  return guid === NO_GUID ? null : guid;
}

function isoOrNull(ms: number): string | null {
  return Number.isFinite(ms) && Math.abs(ms) < 8.64e15 && new Date(ms).getUTCFullYear() <= 9999 && new Date(ms).getUTCFullYear() >= 0 ? isoOf(ms) : null;
}

/**
 * A time in UTC: `/Date(ms)/` of Windows PowerShell, ISO with its zone, or a CIM time. Null for ISO without a zone and
 * for localised text, which nobody can place.
 */
export function timeOf(value: unknown): string | null {
  const text = textOf(value)?.trim();
  if (text === undefined) return null;
  const ticks = /^\/Date\((-?\d{1,17})(?:[+-]\d{4})?\)\/$/.exec(text)?.[1];
  if (ticks !== undefined) return isoOrNull(Number(ticks));
  const cim = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.\d{6}([+-]\d{3})$/.exec(text);
  if (cim) {
    const [year, month, day, hour, minute, second, offset] = cim.slice(1).map(Number);
    return isoOrNull(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second) - (offset ?? 0) * 60_000);
  }
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  return isoOrNull(Date.parse(text));
}

/** "6.3.9600" from text or from `{Major, Minor, Build, Revision}`; null when there is no version in it. */
export function versionOf(value: unknown): string | null {
  const plain = unwrap(value);
  if (isRaw(plain)) {
    const parts = [plain["Major"], plain["Minor"], plain["Build"], plain["Revision"]].map(numberOf);
    const known: number[] = [];
    for (const part of parts) {
      if (part === null || part < 0) break;
      known.push(part);
    }
    return known.length >= 2 ? known.join(".") : null;
  }
  const text = textOf(plain)?.trim();
  return text !== undefined && /^\d+(\.\d+){1,3}$/.test(text) ? text : null;
}

/** `\\server\share\...` but not `\\?\Volume{...}` nor `\\.\PHYSICALDRIVE1`. */
export function isUncPath(path: string): boolean {
  return path.startsWith("\\\\") && !path.startsWith("\\\\?\\") && !path.startsWith("\\\\.\\");
}

/** "hv01.example.test" as name and FQDN; a bare name has no FQDN. */
export function hostNames(text: string): { name: string; fqdn: string | null } {
  const plain = text.trim();
  const address = /^\d{1,3}(?:\.\d{1,3}){3}$/.test(plain) || plain.includes(":");
  const dot = address ? -1 : plain.indexOf(".");
  return dot <= 0 ? { name: plain, fqdn: null } : { name: plain.slice(0, dot), fqdn: plain };
}

/** Counts the keys that an importer reads past, so that the account of a file can name them. */
export class IgnoredKeys {
  private readonly counts = new Map<string, number>();

  add(of: string, record: Raw, known: readonly string[]): void {
    for (const key of Object.keys(record)) {
      if (known.includes(key)) continue;
      const path = `${of}.${key.slice(0, 64)}`;
      if (this.counts.size < 500 || this.counts.has(path)) this.counts.set(path, (this.counts.get(path) ?? 0) + 1);
    }
  }

  /** Most frequent first, then by name; fifty at most. */
  list(): { key: string; count: number }[] {
    return [...this.counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)).slice(0, 50);
  }
}
