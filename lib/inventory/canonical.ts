import { inventorySchema, type Inventory } from "./document";
import { type Shape, shapeOf } from "./shape";

const SHAPE = shapeOf(inventorySchema, "");

/** Lists whose order says nothing: their entries are sorted by their own canonical text. */
const UNORDERED: readonly string[] = ["clusters", "hosts", "hosts[].vms", "hosts[].absent", "hosts[].vms[].absent", "hosts[].attempted", "clusters[].absent"];

export interface VolatileFact {
  /** `hosts[0].vms[3].uptimeSeconds`: where it stands in this document. */
  path: string;
  value: unknown;
}

interface Plan {
  volatile: boolean;
  unordered: boolean;
  /** Keys in order; what is not volatile first makes no difference to the text. */
  keys: readonly (readonly [string, Plan])[];
  entry: Plan | null;
}

function plan(shape: Shape): Plan {
  const meta = shape.schema.meta();
  return {
    volatile: meta?.["volatile"] === true,
    unordered: UNORDERED.includes(shape.path),
    keys: shape.kind === "object" ? [...shape.keys].filter(([key]) => shape.path !== "" || key !== "header").sort(([a], [b]) => a < b ? -1 : 1).map(([key, child]) => [key, plan(child)] as const) : [],
    entry: shape.kind === "list" ? plan(shape.entry) : null,
  };
}
const PLAN = plan(SHAPE);

/** Plain ASCII, as nearly all texts are, needs no escaping. */
const PLAIN = /^[ !#-[\]-~]*$/;
function literal(value: unknown): string {
  if (typeof value === "string" && PLAIN.test(value)) return `"${value}"`;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : JSON.stringify(value);
}

/** `beside` is null when nobody asks for the volatile facts: then no paths are built. */
function write(value: unknown, of: Plan, path: string, beside: VolatileFact[] | null): string {
  if (Array.isArray(value)) {
    const entry = of.entry;
    const texts = value.map((item: unknown, index) => entry === null ? literal(item) : write(item, entry, beside === null ? "" : `${path}[${index}]`, beside));
    return `[${(of.unordered ? texts.sort() : texts).join(",")}]`;
  }
  if (typeof value === "object" && value !== null) {
    const record = value as Record<string, unknown>;
    let text = "";
    for (const [key, child] of of.keys) {
      const inner = record[key];
      if (inner === null || inner === undefined) continue;
      const place = beside === null ? "" : path === "" ? key : `${path}.${key}`;
      if (child.volatile) beside?.push({ path: place, value: inner });
      else text += `${text === "" ? "" : ","}"${key}":${write(inner, child, place, beside)}`;
    }
    return `{${text}}`;
  }
  return literal(value);
}

/** The canonical text alone. */
export function canonicalText(inventory: Inventory): string {
  return write(inventory, PLAN, "", null);
}

/**
 * The text whose SHA-256 is the content digest, and the volatile facts that it leaves out, kept beside it.
 *
 * Canonical: keys in code unit order, no white space, null left out (so that a fact added to the schema later changes
 * no digest), the header left out, volatile facts (uptime, free bytes, observation times, durations) left out, lists
 * whose order says nothing (hosts, VMs, clusters, reasons, sections) sorted by their own text. Equal content therefore
 * has an equal digest whatever the order of keys and VMs, whoever sent it and whenever.
 */
export function canonicalContent(inventory: Inventory): { text: string; volatile: VolatileFact[] } {
  const volatile: VolatileFact[] = [];
  return { text: write(inventory, PLAN, "", volatile), volatile };
}
