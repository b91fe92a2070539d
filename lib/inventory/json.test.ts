import { describe, expect, it } from "vitest";
import { readJson } from "./json";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, littleEndian: boolean, bom: boolean) => {
  const bytes = new Uint8Array((text.length + (bom ? 1 : 0)) * 2);
  const view = new DataView(bytes.buffer);
  [...(bom ? [0xfeff] : []), ...Array.from(text, (_, index) => text.charCodeAt(index))].forEach((unit, index) => view.setUint16(index * 2, unit, littleEndian));
  return bytes;
};
const refusal = (bytes: Uint8Array, limits = {}) => {
  const result = readJson(bytes, limits);
  return "refused" in result ? result.refused : null;
};

describe("readJson", () => {
  it.each([
    ["UTF-8", utf8("{\"ä\":1}"), "UTF-8"],
    ["UTF-8 with BOM", new Uint8Array([0xef, 0xbb, 0xbf, ...utf8("{\"ä\":1}")]), "UTF-8 with BOM"],
    ["UTF-16LE with BOM", utf16("{\"ä\":1}", true, true), "UTF-16LE"],
    ["UTF-16LE without BOM", utf16("{\"ä\":1}", true, false), "UTF-16LE"],
    ["UTF-16BE with BOM", utf16("{\"ä\":1}", false, true), "UTF-16BE"],
  ])("reads %s", (_name, bytes, encoding) => {
    expect(readJson(bytes)).toEqual({ value: { ä: 1 }, encoding });
  });

  it("refuses bytes of another code page and says where they stand", () => {
    expect(refusal(new Uint8Array([0x22, 0x61, 0xfc, 0x22]))).toMatchObject({ place: "byte 2", problem: "The text is not UTF-8 at byte 2." });
  });

  it.each([
    ["a string", "{\"name\":\"VM"], ["an object", "{\"name\":1,"], ["a list", "[1,2"], ["an object", "[{\"a\":"], ["a list", "[1,nul"], ["an object", "{\"a\":-1."],
  ])("says that a text ends inside %s", (inside, text) => {
    expect(refusal(utf8(text))).toEqual({ place: `byte ${text.length}, line 1`, problem: `Cut off at byte ${text.length}, line 1: the text ends inside ${inside}.`, mend: "Copy the file again." });
  });

  it("counts lines and bytes, not characters, of what is not JSON", () => {
    expect(refusal(utf8("{\n\"ä\": 1,\n\"b\": oops }"))?.problem).toBe("Not JSON at byte 16, line 3: a value is expected, \"oops }\" is found.");
  });

  it("says a broken text is broken even when it is also cut off", () => {
    expect(refusal(utf8("{\"a\" 1, \"b\": ["))?.problem).toContain("a colon is expected");
  });

  it.each([["nothing", ""], ["white space", " \r\n\t"]])("refuses %s as empty", (_name, text) => {
    expect(refusal(utf8(text))?.problem).toBe("The file is empty.");
  });

  it("refuses nesting 10,000 deep without building it, and takes 64", () => {
    expect(refusal(utf8("[".repeat(10_000) + "]".repeat(10_000)))?.problem).toBe("Objects and lists lie more than 64 deep inside each other at byte 64, line 1.");
    expect(refusal(utf8("[".repeat(64) + "]".repeat(64)))).toBeNull();
  });

  it("does not count brackets and quotes inside strings", () => {
    expect(readJson(utf8(JSON.stringify({ a: "[[[\\\"[[[\\" })), { depth: 1 })).toMatchObject({ value: { a: "[[[\\\"[[[\\" } });
  });

  it("bounds the number of values", () => {
    expect(refusal(utf8(`[${"[],".repeat(999)}[]]`), { values: 500 })?.problem).toMatch(/^The text holds more than 500 values/);
  });

  it.each(["__proto__", "constructor", "prototype", "\\u005f_proto__", "c\\u006fnstructor", "\\u0070rototype"])("refuses the key %s wherever it stands", (key) => {
    expect(refusal(utf8(`{"hosts":[{"vms":[{"${key}" : {"polluted":true}}]}]}`))?.problem).toMatch(/^The key at hosts\[0\]\.vms\[0\]\.(__proto__|constructor|prototype) is refused/);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  it.each(["constructor", "__proto__", "a \"constructor\": b"])("takes a VM that is named %s", (name) => {
    expect(readJson(utf8(JSON.stringify({ name })))).toMatchObject({ value: { name } });
  });

  it("keeps a lone surrogate of UTF-16 for the reader to see", () => {
    expect(readJson(utf16("{\"name\":\"a\ud800\"}", true, true))).toMatchObject({ value: { name: "a\ud800" } });
  });
});
