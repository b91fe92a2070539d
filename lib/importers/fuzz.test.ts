import fc from "fast-check";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { inventorySchema } from "@/lib/inventory/document";
import { aHost, aVm } from "@/lib/inventory/testing";
import { readOne, read, bytesOf } from "./testing";

const fixtures = path.resolve(import.meta.dirname, "../../fixtures/foreign");
const fixture = (name: string): unknown => JSON.parse(readFileSync(path.join(fixtures, name), "utf8"));
const BASES: Readonly<Record<string, unknown>> = {
  quiesce: { schema: "quiesce.inventory/1", header: { documentId: "d" }, origin: { kind: "host" }, hosts: [{ ...aHost("2022"), vms: [aVm("2022"), aVm("2022", "linux")] }] },
  scvmm: fixture("scvmm/inventory.json"),
  "get-vm": fixture("hyper-v-cmdlets/get_vm.json"),
  "get-vhd": fixture("hyper-v-cmdlets/get_vhd.json"),
  drives: fixture("hyper-v-cmdlets/get_vm_hard_disk_drive.json"),
  node: fixture("hyper-v-cmdlets/get_cluster_node.json"),
  agent: fixture("integration-services/services-1.json"),
};

type Path = (string | number)[];
function pathsOf(value: unknown, at: Path = [], into: Path[] = []): Path[] {
  into.push(at);
  if (typeof value === "object" && value !== null) for (const [key, inner] of Object.entries(value)) pathsOf(inner, [...at, Array.isArray(value) ? Number(key) : key], into);
  return into;
}
function replaced(value: unknown, at: Path, by: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((inner: unknown, index) => index === key ? replaced(inner, rest, by) : inner);
  return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, by) };
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, "", "0", -1, 1e300, 4_294_967_296, "=cmd|' /C calc'!A0", "\u0000", "\ud800", "x".repeat(3_000), "/Date(99999999999999999)/", "/Date(-62135596800000)/", "Microsoft.HyperV.PowerShell.X", { value: [], Count: 0 }, {}, [], [[[]]], "\\\\", "\\\\?\\", "00000000-0000-0000-0000-000000000000", "toString", "1601-01-01T00:00:00Z", "2099-01-01T00:00:00Z"),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Never throws; says either what it read or why not; what it read is a valid document. */
function holds(text: string): void {
  const reading = readOne([{ name: "x", bytes: bytesOf(text) }]);
  if (reading.refused !== null) {
    expect(reading.refused.problem.length).toBeGreaterThan(10);
    expect(reading.refused.mend.length).toBeGreaterThan(5);
  }
  for (const { inventory } of reading.documents) expect(inventorySchema.safeParse(inventory).success).toBe(true);
}

describe("any input", () => {
  it.each(Object.keys(BASES))("a %s document with any value in any place is read or refused", (name) => {
    const base = BASES[name];
    const paths = pathsOf(base);
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(paths.length - 1), odd), { minLength: 1, maxLength: 3 }), (changes) => {
      let value = base;
      for (const [index, by] of changes) {
        const at = paths[index];
        if (at === undefined || pathsOf(value).every((known) => known.join("/") !== at.join("/"))) continue;
        value = replaced(value, at, by);
      }
      holds(JSON.stringify(value));
    }), { numRuns: name === "scvmm" ? 25 : 120 });
  }, 30_000);

  it("any JSON is read or refused", () => {
    fc.assert(fc.property(fc.json(), holds), { numRuns: 300 });
  });

  it("any bytes are read or refused", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const [reading] = read([{ name: "x", bytes }]);
      expect(reading?.documents.length === 0).toBe(reading?.refused !== null);
    }), { numRuns: 500 });
  });

  it("a document that is cut off anywhere is refused, and never read in part", () => {
    const text = JSON.stringify(BASES["get-vm"]);
    fc.assert(fc.property(fc.integer({ min: 1, max: text.length - 1 }), (length) => {
      expect(readOne([{ name: "x", bytes: bytesOf(text.slice(0, length)) }]).refused?.problem).toMatch(/^Cut off at byte/);
    }), { numRuns: 200 });
  });
});
