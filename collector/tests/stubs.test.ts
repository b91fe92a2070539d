import fs from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { collectorFolder } from "./shell";

type Table = Record<string, { enums: Record<string, Record<string, number>>; classes: Record<string, Record<string, string>> }>;
type Captured = Record<string, { enums: Record<string, Record<string, number>>; classes: Record<string, { props: Record<string, string> }> }>;

const captured = path.resolve(collectorFolder, "../../shared/data/hyper-v-types.json");

it("has stubs whose enums and properties are those of a real Windows", (context) => {
  if (!fs.existsSync(captured)) return context.skip("the table that was read off a real Windows is not here");
  const real = JSON.parse(fs.readFileSync(captured, "utf8")) as Captured;
  const stubs = JSON.parse(fs.readFileSync(path.join(import.meta.dirname, "stubs/types.json"), "utf8")) as Table;
  for (const [module, { enums, classes }] of Object.entries(stubs)) {
    for (const [name, words] of Object.entries(enums)) expect(words, `${module} ${name}`).toEqual(real[module]?.enums[name]);
    for (const [name, properties] of Object.entries(classes)) expect(Object.keys(properties).sort(), `${module} ${name}`).toEqual(Object.keys(real[module]?.classes[name]?.props ?? {}).sort());
  }
});
