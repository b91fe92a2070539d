import fc from "fast-check";
import { expect, test } from "vitest";
import { alike, unlike } from "./beside";
import { documentOf } from "./synthetic/host-document";

const { header } = documentOf({ name: "HV1", release: "2022", vms: [{ name: "A" }] }, "2026-05-18T07:00:00Z");
const value = fc.oneof(fc.maxSafeInteger(), fc.maxSafeNat(), fc.nat(9).map((blocks) => blocks * 4096), fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0), fc.constant(null), fc.constant(0), fc.string());
const facts = fc.dictionary(fc.constantFrom("a", "b[].c", "__proto__x"), fc.array(value, { maxLength: 5 }), { noNullPrototype: true });

test("volatile facts kept by what differs are the same again, whatever they are compared with", () => {
  fc.assert(fc.property(facts, facts, (volatile, other) => {
    const told = JSON.parse(JSON.stringify(unlike({ header, volatile }, { header, volatile: other }))) as ReturnType<typeof unlike>;
    expect(alike(told, { header, volatile: other })).toEqual({ header, volatile });
  }));
});

test("the same value is 0, a size is told in blocks of 4 KiB", () => {
  const like = { header, volatile: { a: [40960, "2026", null, 7] } };
  expect(unlike({ header, volatile: { a: [53248, "2026", null, "7"] } }, like).differences).toEqual({ a: [3, 0, 0, ["7"]] });
});
