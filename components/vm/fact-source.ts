import { z } from "zod";
import { clusterSchema, hostSchema } from "@/lib/inventory/host";
import { guestSchema } from "@/lib/inventory/guest";
import { vmSchema } from "@/lib/inventory/vm";

const ROOTS: Readonly<Record<string, z.ZodType>> = { vm: vmSchema, guest: guestSchema, host: hostSchema, cluster: clusterSchema };

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return unwrap(schema.def.innerType);
  if (schema instanceof z.ZodArray) return unwrap(schema.element);
  return schema;
}

function sourceOf(schema: unknown): string | null {
  if (!(schema instanceof z.ZodType)) return null;
  const source = schema.meta()?.["source"];
  return typeof source === "string" ? source : null;
}

/** Where a fact is read from, by its path: `guest.volumes[1].fileSystem` comes from `guest Win32_Volume.FileSystem`. */
export function factSource(path: string): string {
  const [root = "", ...steps] = path.replaceAll(/\[[^\]]*\]/g, "").split(".");
  let schema: unknown = ROOTS[root];
  let source = root;
  for (const step of steps) {
    const inner = unwrap(schema);
    if (!(inner instanceof z.ZodObject) || !Object.hasOwn(inner.shape, step)) break;
    schema = inner.shape[step];
    source = sourceOf(schema) ?? source;
  }
  return source;
}
