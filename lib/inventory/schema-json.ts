import { z } from "zod";
import { inventorySchema } from "./document";

const OURS: readonly string[] = ["meaning", "source", "unit", "words", "volatile"];

/**
 * The JSON Schema (draft 2020-12) of an inventory as a sender writes it, generated from the zod schema. Meaning, unit,
 * source and words of a fact are its description. Keys that it does not name are allowed: newer senders stay welcome.
 */
export function inventoryJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(inventorySchema, {
    io: "input",
    override: ({ jsonSchema }) => {
      const node = jsonSchema as Record<string, unknown>;
      const { source, unit, words, volatile } = node;
      const parts = [
        typeof node["description"] === "string" ? node["description"] : typeof node["meaning"] === "string" ? node["meaning"] : null,
        typeof unit === "string" ? `Unit: ${unit}.` : null,
        Array.isArray(words) ? `Words: ${words.join(", ")}; others are kept and count as unknown.` : null,
        typeof source === "string" ? `From: ${source}.` : null,
        volatile === true ? "Volatile: not part of the content digest." : null,
      ].filter((part) => part !== null);
      if (parts.length > 0) node["description"] = parts.join(" ");
      for (const key of OURS) Reflect.deleteProperty(node, key);
    },
  });
  return { $id: "urn:quiesce:inventory:1", ...schema };
}

/** The text that is committed as docs/inventory-1.schema.json. */
export function inventoryJsonSchemaText(): string {
  return `${JSON.stringify(inventoryJsonSchema(), null, 1)}\n`;
}
