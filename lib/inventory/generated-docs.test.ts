import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv2020 } from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { inventorySchema } from "./document";
import { factsPage } from "./facts-page";
import { factMeaning } from "./meaning";
import { inventoryJsonSchema, inventoryJsonSchemaText } from "./schema-json";
import { type Shape, shapeOf } from "./shape";
import { aHost, aVm } from "./testing";

const docs = path.join(import.meta.dirname, "../../docs");
const committed = (name: string) => readFileSync(path.join(docs, name), "utf8").replaceAll("\r\n", "\n");
const RUN = "out of date: run node --import tsx scripts/generate-docs.ts";

const leaves = (shape: Shape): Shape[] => shape.kind === "leaf" ? [shape] : shape.kind === "list" ? leaves(shape.entry) : [...shape.keys.values()].flatMap(leaves);

describe("pages made from the schema", () => {
  it("docs/inventory-1.schema.json is what the schema says", () => {
    expect(committed("inventory-1.schema.json") === inventoryJsonSchemaText(), RUN).toBe(true);
  });

  it("docs/facts.md is what the schema says", () => {
    expect(committed("facts.md") === factsPage(), RUN).toBe(true);
  });

  it("every fact has a meaning", () => {
    const without = leaves(shapeOf(inventorySchema, "")).filter((leaf) => !leaf.path.endsWith("[]") && leaf.schema.meta()?.["meaning"] === undefined && leaf.schema.meta()?.description === undefined);
    expect(without.map(({ path: place }) => place)).toEqual([]);
  });

  it("every size in bytes and every time span says its unit", () => {
    const without = leaves(shapeOf(inventorySchema, "")).filter((leaf) => /(Bytes|Seconds|Mb|Ms)$/.test(leaf.path) && leaf.schema.meta()?.["unit"] === undefined);
    expect(without.map(({ path: place }) => place)).toEqual([]);
  });

  it("the JSON Schema accepts a document, one with unknown keys, and refuses a wrong one", () => {
    const validate = new Ajv2020({ strict: true, strictTypes: false }).compile(inventoryJsonSchema());
    const good = { schema: "quiesce.inventory/1", header: { documentId: "a" }, origin: { kind: "host" }, hosts: [{ ...aHost("2022"), vms: [aVm("2022")], firmware: 1 }] };
    expect(validate(good), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...good, hosts: [{ name: "H", vms: [{ name: "A", disks: [{ sizeBytes: "1" }] }] }] })).toBe(false);
    expect(validate({ ...good, hosts: [] })).toBe(false);
  });
});

describe("factMeaning", () => {
  it.each([
    ["vm.integration", "Get-VMIntegrationService; Msvm_VssComponent"], ["vm.disks[0].path", "Get-VMHardDiskDrive.Path"], ["host.volumes[].freeBytes", "Get-Volume.SizeRemaining"],
    ["guest.services", "guest Win32_Service"], ["vm.guest.services", "guest Win32_Service"], ["cluster.csvs[].faultState", "SharedVolumeInfo.FaultState; MSCluster_ClusterSharedVolume.FaultState"],
  ])("%s comes from %s", (fact, source) => {
    expect(factMeaning(fact)?.source).toBe(source);
  });

  it("is null for what the document does not have", () => {
    expect(factMeaning("vm.colour")).toBeNull();
  });
});
