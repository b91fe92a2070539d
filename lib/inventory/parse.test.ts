import { describe, expect, it } from "vitest";
import type { InventoryInput } from "./document";
import { type ParsedInventory, parseInventory } from "./parse";
import { aGuest, aHost, aVm, NOW } from "./testing";

const doc = (over: Record<string, unknown> = {}) => structuredClone({ schema: "quiesce.inventory/1", header: { documentId: "d1", finishedAt: "2026-05-18T07:00:00Z" }, origin: { kind: "host" }, hosts: [{ ...aHost("2022"), vms: [aVm("2022")] }], ...over }) as unknown as InventoryInput & Record<string, unknown>;
const withVms = (...vms: unknown[]) => doc({ hosts: [{ ...aHost("2022"), vms }] });
const read = (value: unknown): ParsedInventory => {
  const result = parseInventory(value, { now: NOW });
  if ("refused" in result) throw new Error(result.refused.problem);
  return result;
};
const refused = (value: unknown) => {
  const result = parseInventory(value, { now: NOW });
  return "refused" in result ? result.refused : null;
};
const other = { id: "00000000-0000-4000-8000-0000000000aa", name: "OTHER" };

describe("parseInventory, the frame", () => {
  it("reads a healthy document without fault or loss", () => {
    const { inventory, faults, dropped } = read(doc());
    expect({ faults, dropped }).toEqual({ faults: [], dropped: [] });
    expect(inventory.hosts[0]?.vms[0]).toEqual(aVm("2022"));
  });

  it.each([
    ["a newer major version", doc({ schema: "quiesce.inventory/2" }), "The inventory is of version 2; this Quiesce reads version 1."],
    ["another kind of document", doc({ schema: "acme/1" }), "\"schema\": \"quiesce.inventory/1\" is expected, \"acme/1\" is found."],
    ["no host", doc({ hosts: [] }), "hosts: has fewer than 1 entries."],
    ["hosts that are no list", doc({ hosts: {} }), "hosts: a list is expected, an object is found."],
    ["a header without an id", doc({ header: {} }), "header.documentId: text is expected, nothing is found."],
    ["a list", [], "An inventory is an object; a list is found."],
  ])("refuses %s in a sentence", (_name, value, problem) => {
    expect(refused(value)?.problem).toBe(problem);
  });

  it("takes a newer minor version, drops what it does not know and counts it", () => {
    const value = doc({ schema: "quiesce.inventory/1.7", colour: "red", hosts: [{ ...aHost("2022"), attempted: [{ section: "vms", complete: true }, { section: "firmware", complete: true }], vms: [{ ...aVm("2022"), mood: 1, disks: [{ kind: "vhd", smell: 2 }, { smell: 3 }] }] }] });
    const { inventory, dropped } = read(value);
    expect(inventory.schema).toBe("quiesce.inventory/1");
    expect(inventory.hosts[0]?.attempted.map(({ section }) => section)).toEqual(["vms"]);
    expect(dropped).toEqual([{ path: "colour", count: 1 }, { path: "hosts[].attempted[].section", count: 1 }, { path: "hosts[].vms[].disks[].smell", count: 2 }, { path: "hosts[].vms[].mood", count: 1 }]);
  });

  it("refuses a document dated more than 48 hours ahead and takes one of 47", () => {
    expect(refused(doc({ header: { documentId: "d", finishedAt: "2099-01-01T00:00:00Z" } }))?.problem).toContain("dated 2099-01-01T00:00:00Z, more than 48 hours ahead");
    expect(refused(doc({ header: { documentId: "d", finishedAt: "2026-05-20T06:40:00Z" } }))).toBeNull();
  });

  it("takes a document whose VM listing failed, with no VM and the reason", () => {
    const { inventory } = read(doc({ hosts: [{ ...aHost("2022"), vms: [], attempted: [{ section: "vms", complete: false, errors: [{ reason: "permission-denied", text: "Access denied" }] }] }] }));
    expect(inventory.hosts[0]).toMatchObject({ vms: [], attempted: [{ section: "vms", complete: false, errors: [{ text: "Access denied" }] }] });
  });

  it("derives the build and brings keys of hosts to one form", () => {
    const { inventory } = read(doc({ hosts: [{ name: "H", osVersion: "10.0.17763", hardwareUuid: "{ABCDEF00-0000-4000-8000-000000000001}" }] }));
    expect(inventory.hosts[0]).toMatchObject({ osBuild: 17763, hardwareUuid: "abcdef00-0000-4000-8000-000000000001" });
  });
});

describe("parseInventory, one host at a time", () => {
  const hosts = (...bent: unknown[]) => doc({ hosts: [{ ...aHost("2022"), vms: [aVm("2022")] }, ...bent] });

  it.each([
    ["without a name", {}, "hosts[1].name: text is expected, nothing is found."],
    ["with a number for its version", { name: "H", osVersion: 10 }, "hosts[1].osVersion: text is expected, 10 is found."],
    ["with VMs that are no list", { name: "H", vms: {} }, "hosts[1].vms: a list is expected, an object is found."],
    ["with a NUL", { name: "H", osCaption: "a\u0000" }, "hosts[1].osCaption: has a NUL or a lone surrogate, which no database keeps."],
    ["read in the future", { name: "H", observedAt: "2099-01-01T00:00:00Z" }, "hosts[1].observedAt: 2099-01-01T00:00:00Z is more than 48 hours ahead of 2026-05-18T07:40:00Z."],
    ["that is a text", "H", "hosts[1]: an object is expected, text \"H\" is found."],
  ])("lets a host %s cost that host only", (_name, bent, problem) => {
    const { inventory, faults } = read(hosts(bent));
    expect(inventory.hosts.map(({ name }) => name)).toEqual(["HV01"]);
    expect(faults).toEqual([{ place: problem.slice(0, problem.indexOf(":")), problem, mend: expect.any(String), vm: null }]);
  });

  it("refuses a document of whose hosts none can be read, for the first of them", () => {
    expect(refused(doc({ hosts: [{}, { name: 7 }] }))).toMatchObject({ place: "hosts[0].name", problem: "hosts[0].name: text is expected, nothing is found.", mend: "Mend it where the inventory is made and import again." });
  });

  it("names the places of the hosts that are read as they came", () => {
    expect(read(hosts({}, { ...aHost("2022"), name: "H3", vms: [{ ...aVm("2022"), state: 2 }] })).faults.map(({ place }) => place)).toEqual(["hosts[1].name", "hosts[2].vms[0].state"]);
  });
});

describe("parseInventory, one VM at a time", () => {
  it.each([
    ["a number as a string", { disks: [{ sizeBytes: "136365211648" }] }, "disks[0].sizeBytes: a number is expected, text \"136365211648\" is found"],
    ["a negative size", { memoryAssignedBytes: -1 }, "memoryAssignedBytes: -1 is below 0"],
    ["an absurd size", { disks: [{ sizeBytes: 1e300 }] }, "disks[0].sizeBytes: 1e+300 is above 9007199254740991"],
    ["an enum number for a word", { state: 2 }, "state: text is expected, 2 is found"],
    ["513 disks", { disks: Array.from({ length: 513 }, () => ({})) }, "disks: has more than 512 entries"],
    ["a NUL in its name", { name: "a\u0000b" }, "name: has a control character or a lone surrogate; rename the VM, then collect again"],
    ["a lone surrogate in its name", { name: "a\ud800" }, "name: has a control character or a lone surrogate; rename the VM, then collect again"],
    ["a NUL in a path", { disks: [{ path: "D:\\a\u0000" }] }, "disks[].path: has a NUL or a lone surrogate, which no database keeps"],
    ["a GUID that is none", { id: "VM-1" }, "id: text \"VM-1\" is not a GUID"],
  ])("lets %s cost that VM only", (_name, over, text) => {
    const { inventory, faults } = read(withVms({ ...aVm("2022"), ...over }, other));
    const [broken, whole] = inventory.hosts[0]?.vms ?? [];
    expect(broken).toMatchObject({ state: null, disks: null, guest: null, absent: [{ fact: "*", reason: "error", text }] });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ problem: `hosts[0].vms[0]: ${text}.` });
    expect(whole).toMatchObject({ ...other, absent: [] });
  });

  it("keeps id and readable name of a VM that is not read", () => {
    const vm = read(withVms({ ...aVm("2022"), name: "bad\u0007name" })).inventory.hosts[0]?.vms[0];
    expect(vm).toMatchObject({ id: aVm("2022").id, name: "bad\ufffdname" });
  });

  it("names at most five faults of a VM and counts the rest", () => {
    const { faults } = read(withVms({ name: "A", disks: Array.from({ length: 9 }, () => ({ sizeBytes: "1" })) }));
    expect(faults[0]?.problem).toMatch(/disks\[4\]\.sizeBytes: .*; 4 more\.$/);
  });

  it.each([null, 7, "VM", []])("lists a VM record that is %j", (raw) => {
    const { inventory, faults } = read(withVms(raw, other));
    expect(inventory.hosts[0]?.vms).toHaveLength(2);
    expect(faults).toHaveLength(1);
  });

  it.each(["=cmd|' /C calc'!A0", "'; Remove-VM *; '", "<script>alert(1)</script>", "\u202egnp.exe", "🖥️ VM", "x".repeat(300), "", "constructor"])("keeps the name %j as it is", (name) => {
    expect(read(withVms({ name })).inventory.hosts[0]?.vms[0]?.name).toBe(name);
  });

  it("makes both VMs of one GUID unknown, however the GUID is written", () => {
    const id = "7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4";
    const { inventory, faults } = read(withVms({ ...aVm("2022"), id: `{${id.toUpperCase()}}` }, { ...aVm("2022"), name: "TWIN" }, other));
    const [first, second, third] = inventory.hosts[0]?.vms ?? [];
    for (const vm of [first, second]) expect(vm).toMatchObject({ id, state: null, absent: [{ fact: "*", reason: "ambiguous", text: `the GUID ${id} stands 2 times in the listing of HV01` }] });
    expect(third?.absent).toEqual([]);
    expect(faults).toHaveLength(2);
  });

  it("takes a GUID in braces and upper case", () => {
    expect(read(withVms({ name: "A", id: "{7D0C4F1E-52A8-4B7B-9C1D-9E3A60B2F2A4}" })).inventory.hosts[0]?.vms[0]?.id).toBe("7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4");
  });

  it("reads 1601 as empty, 2099 and 1985 as not read with the reason", () => {
    const vm = read(withVms({ name: "A", lastSuccessfulBackupTime: "1601-01-01T00:00:00Z", checkpoints: [{ createdAt: "2099-01-01T00:00:00Z" }, { createdAt: "1985-01-01T00:00:00Z" }, { createdAt: "2026-05-01T10:00:00+02:00" }] })).inventory.hosts[0]?.vms[0];
    expect(vm?.checkpoints?.map(({ createdAt }) => createdAt)).toEqual([null, null, "2026-05-01T08:00:00Z"]);
    expect(vm?.absent).toEqual([
      { fact: "lastSuccessfulBackupTime", reason: "empty" },
      { fact: "checkpoints[0].createdAt", reason: "error", text: "2099-01-01T00:00:00Z is more than 48 hours ahead of 2026-05-18T07:40:00Z" },
      { fact: "checkpoints[1].createdAt", reason: "error", text: "1985-01-01T00:00:00Z is before 1990" },
    ]);
  });

  it.each(["2099-01-01T00:00:00Z", "1985-01-01T00:00:00Z"])("facts that say they were read on %s are not read: of a guest, of a VM; of a host the document is refused", (at) => {
    const { inventory, faults } = read(doc({ hosts: [{ ...aHost("2022"), vms: [{ ...aVm("2022"), name: "A", guest: { ...aGuest("2022"), collectedAt: at } }, { ...aVm("2022"), name: "B", id: "7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2b5", observedAt: at }] }] }));
    const [a, b] = inventory.hosts[0]?.vms ?? [];
    expect(a).toMatchObject({ name: "A", state: "Running", guest: null });
    expect(a?.absent.filter(({ fact }) => fact.startsWith("guest"))).toEqual([{ fact: "guest", reason: "error", text: expect.stringContaining(at) }]);
    expect(b).toMatchObject({ name: "B", id: "7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2b5", state: null, absent: [{ fact: "*", reason: "error" }] });
    expect(faults.map(({ place }) => place)).toEqual(["hosts[0].vms[0].guest.collectedAt", "hosts[0].vms[1].observedAt"]);
    expect(refused(doc({ hosts: [{ ...aHost("2022"), observedAt: at }] }))?.place).toBe("hosts[0].observedAt");
  });

  it("takes the role of a component from its GUID, never from its name", () => {
    const vm = read(withVms({ name: "A", integration: [{ componentId: "5CED1297-4598-4915-A5FC-AD21BB4D02A4", role: "heartbeat", statusText: "Volumeschattenkopie" }, { componentId: "00000000-0000-4000-8000-000000000000", role: "vss" }] })).inventory.hosts[0]?.vms[0];
    expect(vm?.integration?.map(({ role }) => role)).toEqual(["vss", null]);
  });

  it("keeps a word that it does not know, and a reason that it does not know as an error", () => {
    const { inventory, faults, dropped } = read(withVms({ name: "A", state: "Levitating", absent: [{ fact: "disks", reason: "quantum" }] }));
    expect(faults).toEqual([]);
    expect(dropped).toEqual([{ path: "hosts[].vms[].absent[].reason", count: 1 }]);
    expect(inventory.hosts[0]?.vms[0]).toMatchObject({ state: "Levitating", absent: [{ fact: "disks", reason: "error", text: "the reason \"quantum\" is not known to this version" }] });
  });

  it("holds 1,024 VMs with 64 disks each and 260 on one", () => {
    const disks = (count: number) => Array.from({ length: count }, (_, lun) => ({ controllerType: "SCSI", lun: lun % 64, path: `D:\\VMs\\disk${lun}.vhdx` }));
    const vms = Array.from({ length: 1024 }, (_, index) => ({ id: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`, name: `VM${index}`, disks: disks(index === 7 ? 260 : 64) }));
    const { inventory, faults } = read(withVms(...vms));
    expect(faults).toEqual([]);
    expect(inventory.hosts[0]?.vms[7]?.disks).toHaveLength(260);
  });
});

describe("the size of a document", () => {
  it("keeps a VM with two disks and a full guest within 6 kB of compact JSON", () => {
    const vm = aVm("2022");
    const [disk] = vm.disks ?? [];
    const volumes = vm.guest?.volumes ?? [];
    const reference = { ...vm, disks: [disk, { ...disk, lun: 1, path: "D:\\VMs\\VM01\\disk1.vhdx", chain: ["D:\\VMs\\VM01\\disk1.vhdx"] }], guest: { ...vm.guest, volumes: [...volumes, ...volumes, ...volumes, ...volumes] } };
    const bytes = new TextEncoder().encode(JSON.stringify(reference)).length;
    expect(bytes).toBeGreaterThan(4_000);
    expect(bytes).toBeLessThanOrEqual(6_000);
  });
});
