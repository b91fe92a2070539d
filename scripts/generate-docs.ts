import { writeFileSync } from "node:fs";
import path from "node:path";
import { factsPage } from "@/lib/inventory/facts-page";
import { inventoryJsonSchemaText } from "@/lib/inventory/schema-json";
import { requirementsPage } from "@/lib/judge/requirements-page";

const docs = path.join(import.meta.dirname, "..", "docs");
writeFileSync(path.join(docs, "facts.md"), factsPage());
writeFileSync(path.join(docs, "inventory-1.schema.json"), inventoryJsonSchemaText());
writeFileSync(path.join(docs, "requirements.md"), requirementsPage());
process.stdout.write("docs/facts.md, docs/inventory-1.schema.json and docs/requirements.md are written.\n");
