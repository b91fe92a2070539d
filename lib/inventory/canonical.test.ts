import { describe, expect, it } from "vitest";
import { canonicalContent, canonicalText } from "./canonical";
import { inventorySchema, type Inventory } from "./document";
import { aGuest, aHost, aVm } from "./testing";

const base = (): Inventory => inventorySchema.parse({ schema: "quiesce.inventory/1", header: { documentId: "a" }, origin: { kind: "host" }, hosts: [{ ...aHost("2022"), vms: [aVm("2022"), { ...aVm("2022"), id: "00000000-0000-4000-8000-0000000000aa", name: "B" }] }] });

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, reversed(inner)]));
}
const text = (inventory: Inventory) => canonicalText(inventory);
const changed = (change: (inventory: Inventory) => void) => {
  const inventory = structuredClone(base());
  change(inventory);
  return text(inventory);
};

describe("canonicalContent", () => {
  it("is the same whatever the order of keys, VMs and reasons", () => {
    expect(text(reversed(base()) as Inventory)).toBe(text(base()));
    expect(changed((inventory) => { inventory.hosts[0]?.vms.reverse(); inventory.hosts[0]?.absent.reverse(); })).toBe(text(base()));
  });

  it("leaves out the header and the volatile facts, and keeps these beside", () => {
    const moved = changed((inventory) => {
      const [host] = inventory.hosts;
      const [vm] = host?.vms ?? [];
      if (!host || !vm) throw new Error("no VM");
      inventory.header = { ...inventory.header, documentId: "b", finishedAt: "2026-05-19T00:00:00Z" };
      host.observedAt = "2026-05-19T00:00:00Z";
      host.volumes?.forEach((volume) => { volume.freeBytes = 1; });
      vm.uptimeSeconds = 5;
      vm.disks?.forEach((disk) => { disk.fileBytes = 1; });
      vm.guest = aGuest("2022", "windows", { collectedAt: "2026-05-19T00:00:00Z" });
    });
    expect(moved).toBe(text(base()));
    const { text: whole, volatile } = canonicalContent(base());
    expect(whole).toBe(text(base()));
    expect(volatile).toContainEqual({ path: "hosts[0].vms[0].uptimeSeconds", value: 86_400 });
    expect(volatile).toContainEqual({ path: "hosts[0].vms[0].guest.volumes[0].freeBytes", value: 8e10 });
  });

  it.each<[string, (inventory: Inventory) => void]>([
    ["a state", (inventory) => { const vm = inventory.hosts[0]?.vms[0]; if (vm) vm.state = "Off"; }],
    ["an empty list for one not read", (inventory) => { const vm = inventory.hosts[0]?.vms[0]; if (vm) vm.disks = null; }],
    ["the reason of a fact", (inventory) => { inventory.hosts[0]?.vms[0]?.absent.push({ fact: "x", reason: "error" }); }],
    ["the order of a chain", (inventory) => { const disk = inventory.hosts[0]?.vms[0]?.disks?.[0]; if (disk) disk.chain = ["b", "a"]; }],
  ])("changes with %s", (_name, change) => {
    expect(changed(change)).not.toBe(text(base()));
  });
});
