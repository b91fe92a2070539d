import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalText } from "./canonical";
import type { Inventory } from "./document";
import { documentOf } from "./synthetic/host-document";
import { contentText, eachVolatile, joinDocument, splitDocument, volatileOf } from "./volatile";

const AT = "2026-05-18T07:00:00Z";
const document = (vms: number): Inventory => documentOf({ name: "HV1", release: "2022", cluster: "CL1", vms: Array.from({ length: vms }, (_, index) => ({ name: `VM${index}` })) }, AT);
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const joined = (inventory: Inventory): Inventory => {
  const { content, header, volatile } = splitDocument(inventory);
  return joinDocument(JSON.parse(content), copy(header), copy(volatile));
};

test("a document that was kept in three parts is the document again, whatever its volatile facts say", () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 6 }), fc.array(fc.option(fc.nat(1_000_000)), { minLength: 1, maxLength: 12 }), fc.boolean(), (vms, values, guestless) => {
    const inventory = document(vms);
    const first = inventory.hosts[0]?.vms[0];
    if (guestless && first !== undefined) first.guest = null;
    let at = 0;
    eachVolatile(inventory, (record, fact) => {
      const value = values[at++ % values.length];
      record[fact] = value === null || value === undefined ? null : /At$/.test(fact) ? new Date(Date.parse(AT) + value).toISOString() : value;
    });
    const before = copy(inventory);
    expect(joined(inventory)).toEqual(before);
    expect(inventory).toEqual(before);
    expect(JSON.stringify(joined(inventory))).toBe(JSON.stringify(before));
  }));
});

test("header and volatile facts change no content; a fact does", () => {
  const inventory = document(3);
  const content = contentText(inventory);
  const later = copy(inventory);
  later.header.documentId = "another";
  eachVolatile(later, (record, fact) => { if (typeof record[fact] === "number") record[fact] = 7; });
  expect(contentText(later)).toBe(content);
  expect(volatileOf(later)).not.toEqual(volatileOf(inventory));
  expect(canonicalText(later)).toBe(canonicalText(inventory));
  const [vm] = later.hosts[0]?.vms ?? [];
  if (vm !== undefined) vm.name = "renamed";
  expect(contentText(later)).not.toBe(content);
});

test("free bytes, times and ages are volatile; nothing of the header is", () => {
  expect(Object.keys(volatileOf(document(1))).sort()).toEqual([
    "clusters[].observedAt", "hosts[].attempted[].durationMs", "hosts[].observedAt", "hosts[].vms[].disks[].fileBytes", "hosts[].vms[].guest.collectedAt",
    "hosts[].vms[].guest.volumes[].freeBytes", "hosts[].vms[].observedAt", "hosts[].vms[].uptimeSeconds", "hosts[].volumes[].freeBytes",
  ]);
});
