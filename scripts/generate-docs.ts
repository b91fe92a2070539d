import { writeFileSync } from "node:fs";
import path from "node:path";
import { factsPage } from "@/lib/inventory/facts-page";
import { inventoryJsonSchemaText } from "@/lib/inventory/schema-json";
import { judgementJsonSchemaText } from "@/lib/judge/output";
import { requirementsPage } from "@/lib/judge/requirements-page";

const docs = path.join(import.meta.dirname, "..", "docs");
writeFileSync(path.join(docs, "facts.md"), factsPage());
writeFileSync(path.join(docs, "inventory-1.schema.json"), inventoryJsonSchemaText());
writeFileSync(path.join(docs, "requirements.md"), requirementsPage());
writeFileSync(path.join(docs, "judgement-1.schema.json"), judgementJsonSchemaText());
process.stdout.write("docs/facts.md, docs/requirements.md and the two JSON Schemas are written.\n");
