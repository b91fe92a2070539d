import { z } from "zod";

/** What of a schema is needed to walk a raw value beside it: which keys are known, and the path for people. */
export type Shape =
  | { kind: "object"; path: string; schema: z.ZodType; keys: ReadonlyMap<string, Shape> }
  | { kind: "list"; path: string; schema: z.ZodType; entry: Shape }
  | { kind: "leaf"; path: string; schema: z.ZodType };

function inner(schema: z.ZodType): z.ZodType {
  let current = schema;
  while (current instanceof z.ZodNullable || current instanceof z.ZodDefault || current instanceof z.ZodOptional) current = current.unwrap() as z.ZodType;
  return current;
}

/** The shape of a schema; `schema` in each node is the outermost one, which carries the meaning. */
export function shapeOf(schema: z.ZodType, path: string): Shape {
  const plain = inner(schema);
  if (plain instanceof z.ZodObject) {
    const keys = new Map<string, Shape>();
    for (const [key, child] of Object.entries(plain.shape as Record<string, z.ZodType>)) keys.set(key, shapeOf(child, path === "" ? key : `${path}.${key}`));
    return { kind: "object", path, schema, keys };
  }
  if (plain instanceof z.ZodArray) return { kind: "list", path, schema, entry: shapeOf(plain.element as z.ZodType, `${path}[]`) };
  return { kind: "leaf", path, schema };
}

/** Postgres stores neither NUL nor lone surrogates. */
const UNSTORABLE = /[\0\p{Cs}]/u;
/** Quick and coarse: pairs of surrogates are found too. */
const SUSPECT = /[\0\ud800-\udfff]/;
const MOST_PATHS = 200;

/** Keys that the schema does not know, counted by path, and the first text that cannot be stored. */
export class RawWalk {
  readonly dropped = new Map<string, number>();
  /** Path of the first string with a NUL or a lone surrogate since `reset`. */
  unstorable: string | null = null;

  reset(): void {
    this.unstorable = null;
  }

  drop(path: string): void {
    const key = this.dropped.has(path) || this.dropped.size < MOST_PATHS ? path : "(other keys)";
    this.dropped.set(key, (this.dropped.get(key) ?? 0) + 1);
  }

  walk(value: unknown, shape: Shape): void {
    if (typeof value === "string") {
      if (this.unstorable === null && SUSPECT.test(value) && UNSTORABLE.test(value)) this.unstorable = shape.path;
      return;
    }
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      if (shape.kind === "list") for (const entry of value) this.walk(entry, shape.entry);
      return;
    }
    if (shape.kind !== "object") return;
    for (const key in value) {
      const child = shape.keys.get(key);
      if (child === undefined) this.drop(`${shape.path === "" ? "" : `${shape.path}.`}${key.slice(0, 64).replace(UNSTORABLE, "\ufffd")}`);
      else this.walk((value as Record<string, unknown>)[key], child);
    }
  }
}
