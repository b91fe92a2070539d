import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { aHost, aVm } from "@/lib/inventory/testing";
import { type ArchiveLimits, readUploads } from "./archive";
import { NOW } from "./testing";

const document = JSON.stringify({ schema: "quiesce.inventory/1", header: { documentId: "d" }, origin: { kind: "host" }, hosts: [{ ...aHost("2022"), vms: [aVm("2022")] }] });

async function zipOf(entries: Readonly<Record<string, string | Buffer>>): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(entries)) zip.addBuffer(typeof content === "string" ? Buffer.from(content) : content, name);
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream));
}
/** A name that no packer writes: another of the same length is packed and its bytes are replaced. */
async function zipNamed(name: string): Promise<Uint8Array> {
  const plain = "x".repeat(name.length);
  const bytes = Buffer.from(await zipOf({ [plain]: document }));
  for (let at = bytes.indexOf(plain); at !== -1; at = bytes.indexOf(plain, at + 1)) bytes.write(name, at, "latin1");
  return bytes;
}
const readZip = async (bytes: Uint8Array, limits: Partial<ArchiveLimits> = {}) => readUploads([{ name: "a.zip", bytes }], { now: NOW }, limits);

describe("readUploads", () => {
  it("reads the files of a ZIP, each under its name, and one broken costs only itself", async () => {
    const readings = await readZip(await zipOf({ "hv01/a.json": document, "readme.txt": "hello", "b.json": document }));
    expect(readings.map(({ files, refused, documents }) => [files[0], refused !== null, documents.length])).toEqual([["a.zip/hv01/a.json", false, 1], ["a.zip/readme.txt", true, 0], ["a.zip/b.json", false, 1]]);
  });

  it("takes a ZIP with backslashes in its names, as Windows PowerShell packs folders", async () => {
    const [reading] = await readZip(await zipNamed("hv01\\get-vm.json"));
    expect(reading).toMatchObject({ files: ["a.zip/hv01/get-vm.json"], refused: null });
  });

  it.each(["../../evil.json", "a/../../evil.json", "/etc/evil.json", "C:\\evil.json", "..\\evil.json"])("refuses a ZIP with the name %s and reads nothing of it", async (name) => {
    const [reading, ...others] = await readZip(await zipNamed(name));
    expect(others).toEqual([]);
    expect(reading).toMatchObject({ kind: "archive", documents: [] });
    expect(reading?.refused?.problem).toMatch(/^A file name in the ZIP leaves its folder/);
  });

  it("refuses a bomb without unpacking it", async () => {
    const [reading] = await readZip(await zipOf({ "bomb.json": Buffer.alloc(30_000_000, 0x20) }));
    expect(reading?.refused?.problem).toBe("bomb.json unpacks to more than 300 times its size, as a ZIP bomb does.");
  });

  it.each<[string, Partial<ArchiveLimits>, string]>([
    ["too many files", { entries: 1 }, "The ZIP has more than 1 files."],
    ["too large a file", { entryBytes: 100 }, "unpacks to"],
    ["too much in all", { totalBytes: document.length + 10 }, "The ZIP unpacks to more than"],
  ])("refuses %s", async (_name, limits, problem) => {
    const [reading] = await readZip(await zipOf({ "a.json": document, "b.json": document }), limits);
    expect(reading?.refused?.problem).toContain(problem);
  });

  it("counts what comes out, not what the ZIP declares", async () => {
    const bytes = Buffer.from(await zipOf({ "a.json": Buffer.alloc(5_000_000, 0x20) }));
    for (let at = 0; at < bytes.length - 4; at += 1) if (bytes.readUInt32LE(at) === 5_000_000) bytes.writeUInt32LE(10, at);
    const [reading] = await readZip(bytes, { entryBytes: 1_000_000 });
    expect(reading?.refused).not.toBeNull();
    expect(reading?.documents).toEqual([]);
  });

  it("opens no ZIP inside a ZIP, no broken one, and no spreadsheet", async () => {
    const inner = Buffer.from(await zipOf({ "a.json": document }));
    expect((await readZip(await zipOf({ "inner.zip": inner })))[0]?.refused?.problem).toContain("a ZIP file is found");
    expect((await readZip(inner.subarray(0, inner.length - 30)))[0]?.refused?.problem).toMatch(/^The ZIP cannot be unpacked/);
    expect((await readZip(await zipOf({ "[Content_Types].xml": "<Types/>" })))[0]?.refused?.problem).toContain("an Office document is found");
  });
});
