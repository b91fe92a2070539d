import fc from "fast-check";
import { expect, test } from "vitest";
import type { Inventory } from "@/lib/inventory/document";
import { syntheticEstate } from "@/lib/inventory/synthetic/estate";
import { READ_AT } from "@/lib/inventory/testing";
import { eachVolatile } from "@/lib/inventory/volatile";
import { bytesWithVms, learnLayout } from "./layout";
import { maskText } from "./masked-text";
import { rawContentAt, rawContentOf } from "./raw-content";

const ESTATE = [...syntheticEstate(READ_AT)].filter(({ hosts }) => hosts.length === 1);
const anInventory = fc.constantFrom(...ESTATE).map((inventory) => structuredClone(inventory));
const form = fc.constantFrom(undefined, 1, 4);

function masked(text: string) {
  const found = maskText(Buffer.from(text));
  if (found === null) throw new Error("there is a header");
  return found;
}
const vmsOf = ({ hosts: [host] }: Inventory) => host?.vms ?? [];
const learnt = (text: string, vms: number) => learnLayout(masked(text), vms);

/** Another document of the same content. */
function again(inventory: Inventory, draw: number): Inventory {
  const other = structuredClone(inventory);
  eachVolatile(other, (record, fact) => {
    if (typeof record[fact] === "number") record[fact] = (draw * 7919) % 10 ** (draw % 15);
    if (typeof record[fact] === "string") record[fact] = new Date(Date.parse(READ_AT) + draw * 1000).toISOString();
  });
  other.header = { ...other.header, documentId: `other "header":{ } ${draw}`, sequence: draw };
  return other;
}

test("of a text whose layout was learnt from another of the same digest, values, frame and VMs are those of parsing it", () => {
  fc.assert(fc.property(anInventory, form, fc.nat(1_000_000), fc.infiniteStream(fc.boolean()), (inventory, space, draw, keep) => {
    const vms = vmsOf(inventory);
    vms.forEach((vm, index) => { vm.name = `öäü \\"freeBytes":5, "freeBytes":${index} {[`; });
    const layout = learnt(JSON.stringify(inventory, null, space), vms.length);
    const other = again(inventory, draw);
    const text = JSON.stringify(other, null, space);
    const now = masked(text);
    expect(now.digest).toBe(masked(JSON.stringify(inventory, null, space)).digest);
    if (layout === null) throw new Error("the layout is not learnt");
    expect(rawContentAt(now, layout)).toEqual(rawContentOf(now.digest, JSON.parse(text) as object));
    const places = vms.flatMap((_vm, place) => (keep.next().value === true ? [place] : []));
    const [host] = other.hosts;
    expect(JSON.parse(bytesWithVms(now, layout, places).toString())).toEqual(JSON.parse(JSON.stringify({ ...other, hosts: [{ ...host, vms: places.map((place) => vmsOf(other)[place]) }] })));
  }), { numRuns: 60 });
});

test("whatever else differs, also by one character, is another digest", () => {
  fc.assert(fc.property(anInventory, fc.nat(), (inventory, at) => {
    const text = JSON.stringify(inventory);
    const before = masked(text);
    const { ends } = before;
    const place = at % text.length;
    const isMasked = ends.some((from, index) => index % 2 === 0 && place >= from && place < (ends[index + 1] ?? 0));
    fc.pre(!isMasked && !/[^ -~]/.test(text));
    const after = maskText(Buffer.from(`${text.slice(0, place)}~${text.slice(place + 1)}`));
    expect(after?.digest).not.toBe(text[place] === "~" ? "" : before.digest);
  }), { numRuns: 500 });
});

const documentWith = (host: string) => `{"schema":"quiesce.inventory/1","header":{"documentId":"d"},"hosts":[{"name":"HV1",${host}"vms":[{"id":1,"uptimeSeconds":5}]}]}`;

test("a text in which another value may be taken for a fact is not learnt", () => {
  const isLearnt = (host: string) => learnt(documentWith(host), 1) !== null;
  expect(isLearnt("")).toBe(true);
  expect(isLearnt(`"observedAt":null,"volumes":[{"freeBytes":5}],`)).toBe(true);
  // Of two values of one key the last counts; a key may end like another; a fact's name at another place is no fact.
  expect(isLearnt(`"observedAt":null,"observedAt":null,`)).toBe(false);
  expect(isLearnt(`"a\\"observedAt":null,`)).toBe(false);
  expect(isLearnt(`"freeBytes":5,`)).toBe(false);
  expect(isLearnt(`"header":{"a":1},`)).toBe(true);
  for (const value of ["-1", "5.5", "1e3", "true", "[]", `"\\u0032"`, "99999999999999999"]) expect(isLearnt(`"volumes":[{"freeBytes":${value}}],`)).toBe(false);
  expect(masked(documentWith(`"volumes":[{"freeBytes":007}],`)).ends).toHaveLength(4);
  expect(learnt(documentWith(""), 2)).toBeNull();
  expect(learnt(documentWith(`"vms":[{}],`), 1)).toBeNull();
  expect(learnt(documentWith("").replace(`"header":`, `"header":{},"header":`), 1)).toBeNull();
  expect(learnt(`{"hosts":[{"header":{"a":1}}],"header":{"documentId":"d"}}`, 0)).toBeNull();
});

test("a text without a header, one that is cut off and one of no JSON are not masked or not learnt", () => {
  expect(maskText(Buffer.from("[]"))).toBeNull();
  expect(maskText(Buffer.from(`{"header":{"a":"`))).toBeNull();
  expect(maskText(Buffer.from(`{"header":{"a":1`))).toBeNull();
  expect(learnt(`{"header":{"a":1}`, 0)).toBeNull();
  expect(learnt(`\ufeff${documentWith("")}`, 1)).toBeNull();
  expect(maskText(Buffer.from(documentWith(`"volumes":[{"freeBytes":\0}],`)))).toBeNull();
  // UTF-16 whose bytes spell a header.
  expect(maskText(Buffer.from(`{"a":"\u6822\u6165\u6564\u2272\u7b3a\u787d"}`, "utf16le"))).toBeNull();
});
