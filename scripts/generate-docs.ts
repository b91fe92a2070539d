import { writeFileSync } from "node:fs";
import path from "node:path";
import { factsPage } from "@/lib/inventory/facts-page";
import { inventoryJsonSchemaText } from "@/lib/inventory/schema-json";

const docs = path.join(import.meta.dirname, "..", "docs");
writeFileSync(path.join(docs, "facts.md"), factsPage());
writeFileSync(path.join(docs, "inventory-1.schema.json"), inventoryJsonSchemaText());
process.stdout.write("docs/facts.md and docs/inventory-1.schema.json are written.\n");
