import { z } from "zod";
import { inventorySchema } from "./document";
import { type Shape, shapeOf } from "./shape";

/** One line of the facts page: where the fact stands, and all that the schema says of it. */
export interface DescribedFact {
  /** "vm.disks[].sizeBytes": record (host, cluster, vm, guest, header, origin, document), then keys; `[]` for each entry of a list. */
  path: string;
  meaning: string;
  source: string;
  unit: string | null;
  words: readonly string[];
  volatile: boolean;
}

/** How the paths of the document are called where people read them. */
const RECORDS: readonly (readonly [string, string])[] = [["hosts[].vms[].guest", "guest"], ["hosts[].vms[]", "vm"], ["hosts[]", "host"], ["clusters[]", "cluster"]];

function shortPath(path: string): string {
  for (const [long, short] of RECORDS) {
    if (path === long) return short;
    if (path.startsWith(`${long}.`)) return `${short}${path.slice(long.length)}`;
  }
  return path;
}

function wordsOf(schema: z.ZodType, named: unknown): readonly string[] {
  if (Array.isArray(named)) return named.map(String);
  let plain = schema;
  while (plain instanceof z.ZodNullable || plain instanceof z.ZodDefault || plain instanceof z.ZodOptional) plain = plain.unwrap() as z.ZodType;
  return plain instanceof z.ZodEnum ? plain.options.map(String) : [];
}

function describe(shape: Shape, into: DescribedFact[]): void {
  const meta = shape.schema.meta();
  const text = (key: string) => typeof meta?.[key] === "string" ? meta[key] : null;
  const meaning = text("meaning") ?? text("description");
  if (shape.path !== "" && meaning !== null) {
    into.push({ path: shortPath(shape.path), meaning, source: text("source") ?? "", unit: text("unit"), words: wordsOf(shape.schema, meta?.["words"]), volatile: meta?.["volatile"] === true });
  }
  if (shape.kind === "list") describe(shape.entry, into);
  if (shape.kind === "object") for (const child of shape.keys.values()) describe(child, into);
}

let described: readonly DescribedFact[] | null = null;
/** Every fact of the document that has a meaning, in the order of the schema. */
export function allFacts(): readonly DescribedFact[] {
  if (described === null) {
    const into: DescribedFact[] = [];
    describe(shapeOf(inventorySchema, ""), into);
    described = into;
  }
  return described;
}

let byPath: ReadonlyMap<string, DescribedFact> | null = null;
/**
 * What a fact means and where it is read: "vm.integration", "host.volumes[].freeBytes", also with an index
 * ("vm.disks[0].path"). Null for a path that the document does not have.
 */
export function factMeaning(path: string): DescribedFact | null {
  byPath ??= new Map(allFacts().map((fact) => [fact.path, fact]));
  return byPath.get(path.replace(/\[\d+\]/g, "[]").replace(/^vm\.guest\./, "guest.")) ?? null;
}
