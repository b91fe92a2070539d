import { alike, type Beside } from "./beside";
import { type Header, type Inventory, inventorySchema } from "./document";
import { type Shape, shapeOf } from "./shape";

/**
 * Volatile facts by their path in the schema, each with its values in the order of the document:
 * `{"hosts[].vms[].uptimeSeconds": [86400, null, 120]}`. Null where the fact has no value.
 */
export type Volatile = Record<string, unknown[]>;

/** Only what leads to a volatile fact. */
interface Plan {
  path: string;
  facts: readonly string[];
  children: readonly (readonly [string, Plan])[];
}

function planOf(shape: Shape): Plan | null {
  if (shape.kind === "list") return planOf(shape.entry);
  if (shape.kind === "leaf") return null;
  const facts: string[] = [];
  const children: (readonly [string, Plan])[] = [];
  for (const [key, child] of shape.keys) {
    if (shape.path === "" && key === "header") continue;
    if (child.schema.meta()?.["volatile"] === true) facts.push(key);
    const inner = planOf(child);
    if (inner !== null) children.push([key, inner]);
  }
  return facts.length === 0 && children.length === 0 ? null : { path: shape.path, facts, children };
}
const PLAN = planOf(shapeOf(inventorySchema, ""));

const factsOf = (plan: Plan): string[] => [...plan.facts, ...plan.children.flatMap(([, child]) => factsOf(child))];
/** The names of all volatile facts. */
export const VOLATILE_FACTS: readonly string[] = PLAN === null ? [] : [...new Set(factsOf(PLAN))];

type Entry = Record<string, unknown>;
type Visit = (record: Entry, fact: string, path: string) => void;

function walk(value: unknown, plan: Plan, visit: Visit): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, plan, visit);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const record = value as Entry;
  for (const fact of plan.facts) visit(record, fact, `${plan.path}${plan.path === "" ? "" : "."}${fact}`);
  for (const [key, child] of plan.children) walk(record[key], child, visit);
}

/** Calls `visit` for each place of a volatile fact, in the order of the document; also for one without a value. */
export function eachVolatile(document: object, visit: Visit): void {
  if (PLAN !== null) walk(document, PLAN, visit);
}

/** The volatile facts of a document, or of one that was not checked yet. */
export function volatileOf(document: object): Volatile {
  const found: Volatile = {};
  eachVolatile(document, (record, fact, path) => (found[path] ??= []).push(record[fact] ?? null));
  return found;
}

/** A document without its header, JSON, its volatile facts null: equal for two that say the same in the same order. */
export function contentText(document: object): string {
  const taken: [Entry, string, unknown][] = [];
  eachVolatile(document, (record, fact) => {
    if (record[fact] === null || record[fact] === undefined) return;
    taken.push([record, fact, record[fact]]);
    record[fact] = null;
  });
  const record = document as Entry;
  const { header, ...content } = record;
  try {
    return JSON.stringify(header === undefined ? record : content);
  } finally {
    for (const [from, fact, value] of taken) from[fact] = value;
  }
}

/** Splits a document into what is kept apart. `joinDocument` of the three is the document again. */
export function splitDocument(inventory: Inventory): { content: string; header: Header; volatile: Volatile } {
  return { content: contentText(inventory), header: inventory.header, volatile: volatileOf(inventory) };
}

/** Puts a kept document together again; which facts were volatile stands in `volatile`, not in this version's schema. */
export function joinDocument(content: unknown, header: Header, volatile: Volatile): Inventory {
  for (const [path, values] of Object.entries(volatile)) {
    const steps = path.split(".");
    const fact = steps.pop() ?? "";
    let at = 0;
    const fill = (value: unknown, depth: number): void => {
      if (Array.isArray(value)) {
        for (const item of value) fill(item, depth);
      } else if (typeof value === "object" && value !== null) {
        const step = steps[depth];
        if (step === undefined) (value as Entry)[fact] = values[at++] ?? null;
        else fill((value as Entry)[step.replace(/(\[\])+$/, "")], depth + 1);
      }
    };
    fill(content, 0);
  }
  const { schema, ...rest } = content as Omit<Inventory, "header">;
  return { schema, header, ...rest };
}

/** Puts the parts of a kept document together; one of the first release was kept in one piece. */
export function joinKept({ content, likeness, ...told }: { content: unknown; header: unknown; volatile: unknown; likeness: unknown }): Inventory {
  if (told.header === null) return content as Inventory;
  const header = told.header as Header;
  const volatile = told.volatile as Volatile;
  return joinDocument(content, header, likeness === null ? volatile : alike({ header, differences: volatile }, likeness as Beside).volatile);
}
