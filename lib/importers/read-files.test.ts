import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { aHost, aVm } from "@/lib/inventory/testing";
import { bytesOf, inventoryOf, jsonFile, NOW, read, readOne, vmsOf } from "./testing";

const document = (over: Record<string, unknown> = {}) => ({ schema: "quiesce.inventory/1", header: { documentId: "d1", finishedAt: "2026-05-18T07:00:00Z" }, origin: { kind: "host" }, hosts: [{ ...aHost("2022"), vms: [aVm("2022")] }], ...over });
const file = (name: string, text: string | Uint8Array) => ({ name, bytes: typeof text === "string" ? bytesOf(text) : text });

describe("a Quiesce inventory", () => {
  it("is read with its digest, faults and dropped keys", () => {
    const reading = readOne([jsonFile("a.json", { ...document(), colour: 1, hosts: [{ ...aHost("2022"), vms: [aVm("2022"), { name: "B", disks: [{ sizeBytes: "1" }] }] }] })]);
    expect(reading).toMatchObject({ kind: "quiesce", label: "Quiesce inventory", refused: null, ignored: [{ key: "colour", count: 1 }] });
    expect(reading.documents[0]).toMatchObject({ dropped: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string, faults: [{ vm: "B", place: "hosts[0].vms[1].disks[0].sizeBytes" }] });
  });

  it("has the same digest at another time, in other words of the header, with keys in another order", () => {
    const digest = (value: object) => readOne([jsonFile("a", value)]).documents[0]?.digest;
    expect(digest({ ...document(), header: { documentId: "other", sequence: 7, finishedAt: "2026-05-18T07:30:00Z" } })).toBe(digest(Object.fromEntries(Object.entries(document()).reverse())));
  });

  it("may come several in one list, and one broken costs only itself", () => {
    const reading = readOne([jsonFile("a", [document(), document({ schema: "quiesce.inventory/9" }), document({ header: { documentId: "d2" } })])]);
    expect(reading.documents).toHaveLength(2);
    expect(reading.refused?.problem).toBe("Document 2 of 3: The inventory is of version 9; this Quiesce reads version 1.");
  });
});

describe("one broken file in many", () => {
  it.each([
    ["empty", file("x", ""), "The file is empty."],
    ["not JSON", file("x", "hello"), "Not JSON at byte 0, line 1: a value is expected, \"hello\" is found."],
    ["cut off", file("x", JSON.stringify(document()).slice(0, 500)), "Cut off at byte 500, line 1: the text ends inside a string."],
    ["10,000 deep", file("x", "[".repeat(10_000)), "Objects and lists lie more than 64 deep inside each other at byte 64, line 1."],
    ["a prototype key", file("x", "{\"schema\":\"quiesce.inventory/1\",\"__proto__\":{\"a\":1}}"), "The key at __proto__ is refused"],
    ["another JSON", file("x", "{\"apiVersion\":\"v1\",\"kind\":\"Pod\"}"), "Nothing that Quiesce reads: a Quiesce inventory, an SCVMM export, or Hyper-V cmdlets through ConvertTo-Json is expected, an object with apiVersion, kind is found."],
    ["a list of others", file("x", "[{\"a\":1},{}]"), "a list of 2, its first entry an object with a is found."],
    ["a number", file("x", "7"), "a number is found."],
    ["Clixml", file("x", "<Objs Version=\"1.1.0.1\"><Obj/></Objs>"), "PowerShell's Export-Clixml is found."],
    ["CSV", file("x", "\"Name\",\"State\"\r\n\"A\",\"Running\"\r\n"), "CSV is found."],
    ["a printed table", file("x", "\r\nName State   CPUUsage(%)\r\n---- -----\r\nA    Running 0"), "a table as PowerShell prints it is found."],
    ["a ZIP", file("x", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])), "a ZIP file is found."],
    ["a program", file("x", new Uint8Array([0x4d, 0x5a, 0x90, 0])), "a program is found."],
    ["zeros", file("x", new Uint8Array(64)), "Not JSON at byte 0, line 1"],
    ["a directory of templates", jsonFile("x", { images: [{ Name: "T" }] }), "an object with images is found."],
  ])("costs only itself: %s", (_name, broken, problem) => {
    const readings = read([jsonFile("1", document()), { ...broken, name: "2" }, jsonFile("3", document())]);
    expect(readings.map(({ refused }) => refused !== null)).toEqual([false, true, false]);
    expect(readings[1]?.refused?.problem).toContain(problem);
    expect(readings[1]?.refused?.mend).not.toBe("");
    expect(readings[1]?.documents).toEqual([]);
  });

  it("is refused by its size before it is read", () => {
    expect(readOne([file("x", "[]  ")], { maxBytes: 3 }).refused?.problem).toBe("The file has 4 bytes; 3 is the limit.");
  });
});

describe("200 MB", () => {
  const MB = 1_000_000;
  it("of brackets is refused without being built", () => {
    const bytes = new Uint8Array(200 * MB).fill(0x20);
    for (let index = 0; index < 100 * MB; index += 3) bytes.set([0x5b, 0x5d, 0x2c], index);
    bytes[0] = 0x5b;
    const before = process.memoryUsage().rss;
    expect(readOne([{ name: "x", bytes }]).refused?.problem).toMatch(/^The text holds more than 14,000,000 values/);
    expect(process.memoryUsage().rss - before).toBeLessThan(900 * MB);
  }, 30_000);

  it("in one name costs that VM only", () => {
    const text = JSON.stringify(document({ hosts: [{ ...aHost("2022"), vms: [{ name: "@" }, aVm("2022")] }] })).replace("\"@\"", `"${"x".repeat(200 * MB)}"`);
    const [first, second] = vmsOf(inventoryOf([file("x", text)]));
    expect(first?.name).toHaveLength(512);
    expect(first?.absent[0]?.text).toBe("name: has more than 512 characters");
    expect(second?.state).toBe("Running");
  }, 30_000);
});

describe("what is given by hand", () => {
  const bare = { ...document(), header: { documentId: "d" }, hosts: [{ name: "A", vms: [] }, { name: "B", osVersion: "10.0.17763", vms: [] }] };

  it("fills gaps only, for every host that lacks it, and is recorded", () => {
    const reading = readOne([jsonFile("x", bare)], { hostOs: "2012 R2", collectedAt: "2026-05-17T10:00:00+02:00" });
    const inventory = reading.documents[0]?.inventory;
    expect(inventory?.hosts).toMatchObject([
      { osVersion: "6.3.9600", osBuild: 9600, productType: 3, given: ["collectedAt", "osVersion"], observedAt: "2026-05-17T08:00:00Z" },
      { osVersion: "10.0.17763", productType: null, given: ["collectedAt"] },
    ]);
    expect(inventory?.header).toMatchObject({ finishedAt: "2026-05-17T08:00:00Z", timeFrom: "given" });
    expect(reading.notes).toEqual(["Collected at 2026-05-17T08:00:00Z, as given by hand.", "Windows version of 1 of 2 hosts given by hand: 2012 R2."]);
  });

  it("says of a bare version nothing about the kind of Windows", () => {
    expect(inventoryOf([jsonFile("x", bare)], { hostOs: "10.0.20348" }).hosts[0]).toMatchObject({ osVersion: "10.0.20348", osBuild: 20348, productType: null });
  });

  it.each([["2008", "6.0.6002"], ["2008R2", "6.1.7601"], ["2012", "6.2.9200"], ["Windows Server 2016", "10.0.14393"], ["2019", "10.0.17763"], ["2022", "10.0.20348"], ["2025", "10.0.26100"]])("knows the release %s", (hostOs, version) => {
    expect(inventoryOf([jsonFile("x", bare)], { hostOs }).hosts[0]?.osVersion).toBe(version);
  });

  it("gives the host id to the one host of a file, and to none of several", () => {
    const one = { ...bare, hosts: [{ name: "A", vms: [] }] };
    expect(inventoryOf([jsonFile("x", one)], { hostId: "my-host" }).hosts[0]).toMatchObject({ installId: "my-host", given: ["hostId"] });
    expect(readOne([jsonFile("x", bare)], { hostId: "my-host" }).notes).toContain("The host id given by hand is left out: the file has 2 hosts.");
    expect(inventoryOf([jsonFile("x", document())], { hostId: "my-host" }).hosts[0]?.installId).toBe(aHost("2022").installId);
  });

  it("counts a file without a time as collected at import, and says so", () => {
    const reading = readOne([jsonFile("x", bare)]);
    expect(reading.documents[0]?.inventory).toMatchObject({ header: { finishedAt: "2026-05-18T07:40:00Z", timeFrom: "import" }, hosts: [{ observedAt: "2026-05-18T07:40:00Z" }, {}] });
    expect(reading.notes).toEqual(["No collection time in the file: it counts as collected at import, 2026-05-18T07:40:00Z."]);
  });

  it.each([[{ hostOs: "2003" }], [{ hostOs: "constructor" }], [{ hostId: "" }], [{ collectedAt: "yesterday" }], [{ collectedAt: "2099-01-01T00:00:00Z" }]])("refuses the option %j", (options) => {
    expect(() => read([jsonFile("x", bare)], { ...options, now: NOW })).toThrow(AppError);
  });
});
