import { describe, expect, it } from "vitest";
import { canonicalContent } from "./canonical";
import { inventorySchema } from "./document";
import { isKnownAbsent, reasonOf } from "./fact";
import { parseInventory } from "./parse";
import { aHost, aVm, NOW } from "./testing";

const plain = { schema: "quiesce.inventory/1", header: { documentId: "a" }, origin: { kind: "host" }, hosts: [{ ...aHost("2022"), vms: [aVm("2022")] }] };

function parsed(value: unknown) {
  const result = parseInventory(value, { now: NOW });
  if (!("inventory" in result)) throw new Error(JSON.stringify(result));
  return result;
}

describe("what the collector adds to the document", () => {
  it("is read: the witness, the mend of an attempt, the sender's PowerShell, what it dropped, what another node owns", () => {
    const vm = { ...aVm("2022"), vssComponent: { raw: "Online\\VM01", method: "online" }, absent: [{ fact: "disks[0]", reason: "other-node", text: "in use on HV02" }] };
    const attempted = [{ section: "vms", complete: false, errors: [{ reason: "permission-denied", text: "no", mend: "Add-LocalGroupMember -SID S-1-5-32-578" }] }];
    const header = { ...plain.header, dropped: { documents: 3, since: "2026-05-18T01:00:00Z" }, collector: { name: "quiesce collector", psVersion: "5.1.20348.1", psEdition: "Desktop", language: "de-DE", computer: "HV01" } };
    const { inventory, faults, dropped } = parsed({ ...plain, header, hosts: [{ ...aHost("2022"), attempted, vms: [vm] }] });
    expect(faults).toEqual([]);
    expect(dropped).toEqual([]);
    expect(inventory.header.dropped).toEqual({ documents: 3, since: "2026-05-18T01:00:00Z" });
    expect(inventory.header.collector).toMatchObject({ psEdition: "Desktop", language: "de-DE", computer: "HV01" });
    const [host] = inventory.hosts;
    expect(host?.attempted[0]?.errors[0]?.mend).toBe("Add-LocalGroupMember -SID S-1-5-32-578");
    expect(host?.vms[0]?.vssComponent).toEqual({ raw: "Online\\VM01", method: "online" });
    const reason = reasonOf(host?.vms[0]?.absent ?? [], "disks[0].chain").reason;
    expect(reason).toBe("other-node");
    expect(isKnownAbsent(reason)).toBe(false);
  });

  it("changes no digest of a document without it", () => {
    const richer = inventorySchema.parse({ ...plain, header: { documentId: "b", dropped: { documents: 1, since: null }, collector: { name: "x", psVersion: "7.6" } } });
    expect(canonicalContent(richer).text).toBe(canonicalContent(inventorySchema.parse(plain)).text);
    expect(canonicalContent(richer).text).not.toContain("vssComponent");
  });

  it("faults only the VM whose witness is of a wrong kind", () => {
    const { faults, inventory } = parsed({ ...plain, hosts: [{ ...aHost("2022"), vms: [{ ...aVm("2022"), vssComponent: "online" }] }] });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.place).toContain("vssComponent");
    expect(inventory.hosts[0]?.vms).toHaveLength(1);
  });
});
