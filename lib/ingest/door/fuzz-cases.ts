import { gzipSync } from "node:zlib";
import { aSent } from "./made-up";

/** One request body that may be anything, with its headers. */
export interface FuzzCase {
  kind: string;
  body: Buffer;
  headers: Record<string, string>;
}
export type Random = () => number;

/** mulberry32: the same numbers for the same seed. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const below = (random: Random, most: number) => Math.floor(random() * most);
function oneOf<T>(random: Random, list: readonly [T, ...T[]]): T {
  return list[below(random, list.length)] ?? list[0];
}

const ODD: readonly [unknown, ...unknown[]] = [
  null, "", "0", 0, -1, 1e300, 4_294_967_296, true, "\u0000", "\ud800", "a\u0000b", "x".repeat(3_000), "/Date(99999999999999999)/", {}, [], [[[]]], { value: [], Count: 0 }, "\u2028", "=1+1",
  "00000000-0000-0000-0000-000000000000", "{7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4}", "toString", "hasOwnProperty", "1601-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "+275760-09-13T00:00:00.001Z",
  Number.MAX_SAFE_INTEGER, 9_007_199_254_740_992, -0, 0.1, "quiesce.inventory/2", "quiesce.inventory/1.9", "management-server", "host", "\\\\?\\", "'; DROP TABLE \"Vm\"; --", "\u202e", "💾",
];

function anyJson(random: Random, depth: number): unknown {
  const kind = below(random, depth > 5 ? 2 : 4);
  if (kind === 2) return Array.from({ length: below(random, 5) }, () => anyJson(random, depth + 1));
  if (kind === 3) return Object.fromEntries(Array.from({ length: below(random, 6) }, () => [oneOf(random, ["schema", "header", "hosts", "vms", "name", "id", "", "a.b", "a/b", "~", "__proto__", "constructor", "absent", "0"]), anyJson(random, depth + 1)]));
  return oneOf(random, ODD);
}

type Path = (string | number)[];
function pathsOf(value: unknown, at: Path = [], into: Path[] = []): Path[] {
  into.push(at);
  if (typeof value === "object" && value !== null) for (const [key, inner] of Object.entries(value)) pathsOf(inner, [...at, Array.isArray(value) ? Number(key) : key], into);
  return into;
}

/** Bends one place of a document: another value, none, one more, or one that is not known. */
function bend(random: Random, document: unknown): void {
  const [, ...paths] = pathsOf(document);
  const path = paths[below(random, paths.length)];
  if (path === undefined) return;
  const key = path.at(-1);
  const parent = path.slice(0, -1).reduce<unknown>((value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) as unknown : undefined), document);
  if (key === undefined || typeof parent !== "object" || parent === null) return;
  const how = below(random, 10);
  if (how === 0) Reflect.deleteProperty(parent, key);
  else if (how === 1) Object.assign(parent, { [oneOf(random, ["mood", "a.b", "x/y", "", "toString", "ÿ"])]: anyJson(random, 4) });
  else if (how === 2 && Array.isArray(parent)) parent.push(structuredClone(parent[0] as unknown));
  else Reflect.set(parent, key, how < 8 ? oneOf(random, ODD) : anyJson(random, 3));
}

function bentText(random: Random, text: Buffer): Buffer {
  const bytes = Buffer.from(text);
  switch (below(random, 4)) {
    case 0:
      return bytes.subarray(0, below(random, bytes.length));
    case 1:
      for (let flips = 1 + below(random, 4); flips > 0; flips -= 1) bytes[below(random, bytes.length)] = below(random, 256);
      return bytes;
    case 2: {
      const at = below(random, bytes.length);
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(oneOf(random, ["{", "]", ",", "\"", "\u0000", "[[[[[[[[[[[[[[[[[", "1e999", "\\ud800", "\\u0000", "NaN"])), bytes.subarray(at)]);
    }
    default:
      return Buffer.concat([bytes, bytes.subarray(below(random, bytes.length))]);
  }
}

function bentGzip(random: Random, text: Buffer): Buffer {
  const packed = gzipSync(text, { level: 1 });
  switch (below(random, 6)) {
    case 0:
      return packed;
    case 1:
      return packed.subarray(0, below(random, packed.length));
    case 2:
      packed[below(random, packed.length)] = below(random, 256);
      return packed;
    case 3:
      return Buffer.concat([packed, Buffer.alloc(1 + below(random, 40), below(random, 256))]);
    case 4:
      return gzipSync(packed);
    default:
      return Buffer.concat([packed, gzipSync(text)]);
  }
}

const JSON_TYPE = { "content-type": "application/json" };
const KINDS = ["any JSON", "bent document", "bent document", "bent text", "raw bytes", "bent gzip", "odd headers", "whole document"] as const;

/**
 * The case of a number: the same for the same seed. Whole documents are among them, so that rows grow sometimes.
 * @param host whose document is bent
 */
export function fuzzCase(seed: number, index: number, host: string): FuzzCase {
  const random = randomOf(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b));
  const document = aSent({ host, documentId: `fuzz-${seed}-${index}`, sequence: random() < 0.5 ? null : index });
  const text = () => Buffer.from(JSON.stringify(document));
  const kind = oneOf(random, KINDS);
  switch (kind) {
    case "any JSON":
      return { kind, body: Buffer.from(JSON.stringify(anyJson(random, 0)) ?? "null"), headers: JSON_TYPE };
    case "bent document":
      for (let bends = 1 + below(random, 3); bends > 0; bends -= 1) bend(random, document);
      return { kind, body: text(), headers: JSON_TYPE };
    case "bent text":
      return { kind, body: bentText(random, text()), headers: JSON_TYPE };
    case "raw bytes":
      return { kind, body: Buffer.from(Array.from({ length: below(random, 300) }, () => below(random, 256))), headers: JSON_TYPE };
    case "bent gzip":
      return { kind, body: bentGzip(random, text()), headers: { ...JSON_TYPE, "content-encoding": "gzip" } };
    case "odd headers":
      return {
        kind, body: text(), headers: {
          "content-type": oneOf(random, ["application/json", "application/json; charset=utf-8", "text/plain", "application/jsonx", "multipart/form-data"]),
          "content-encoding": oneOf(random, ["identity", "gzip", "GZIP", "gzip, gzip", "br", "x"]),
          "x-quiesce-sent-at": oneOf(random, ["", "now", new Date(0).toISOString(), "2026-99-99T00:00:00Z", "2026-05-18T00:00:00.000Z", "9999-12-31T23:59:59.999Z"]),
        },
      };
    case "whole document":
      return { kind, body: text(), headers: { ...JSON_TYPE, "x-quiesce-sent-at": new Date().toISOString() } };
  }
}
