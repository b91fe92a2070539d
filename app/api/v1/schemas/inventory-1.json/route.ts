import { notAllowed, route } from "@/lib/http";
import { inventoryJsonSchema } from "@/lib/inventory/schema-json";

/** The JSON Schema of an inventory, the same that docs/inventory-1.schema.json holds. */
export const GET = route(() => Response.json(inventoryJsonSchema(), { headers: { "content-type": "application/schema+json", "cache-control": "no-cache" } }));

export const { POST, PUT, PATCH, DELETE, OPTIONS } = notAllowed("GET");
