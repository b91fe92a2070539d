import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { judgementJsonSchemaText } from "./output";

it("docs/judgement-1.schema.json is what the schema says", async () => {
  const committed = (await readFile(path.join(import.meta.dirname, "../../docs/judgement-1.schema.json"), "utf8")).replaceAll("\r\n", "\n");
  expect(committed === judgementJsonSchemaText(), "out of date: run node --import tsx scripts/generate-docs.ts").toBe(true);
});
