import { describe, expect, it } from "vitest";
import { captures, filesOf, jsonFile, read, readOne, vmsOf } from "../testing";

describe.each(captures("integration-services-2022", "integration-services"))("integration services of a monitoring agent, $label", (capture) => {
  it("reads 9 and 17 VMs by name only, each file for itself", ({ skip }) => {
    const readings = read(filesOf(capture, skip));
    expect(readings.map(({ kind, refused, documents }) => [kind, refused, documents.flatMap(({ inventory }) => vmsOf(inventory)).length])).toEqual([["integration-services", null, 9], ["integration-services", null, 17]]);
    for (const vm of readings.flatMap(({ documents }) => documents.flatMap(({ inventory }) => vmsOf(inventory)))) {
      expect(vm.id).toBeNull();
      expect(["Running", "Off"]).toContain(vm.state);
      expect(vm.icVersionHostView).toBeNull();
      expect(vm.integration?.map(({ role }) => role).sort()).toEqual(["guest-service-interface", "heartbeat", "kvp", "shutdown", "timesync", "vss"]);
    }
  });

  it("reads VMs that are off as offered but without a status, one heartbeat in error, two with a second status", ({ skip }) => {
    const vms = read(filesOf(capture, skip)).flatMap(({ documents }) => documents.flatMap(({ inventory }) => vmsOf(inventory)));
    for (const vm of vms.filter(({ state }) => state === "Off")) {
      expect(vm.integration?.find(({ role }) => role === "vss")).toMatchObject({ enabled: true, primaryStatus: null });
      expect(vm.absent.every(({ reason }) => reason === "vm-off")).toBe(true);
    }
    const heartbeats = vms.flatMap(({ integration }) => integration?.filter(({ role }) => role === "heartbeat") ?? []);
    expect(heartbeats.filter(({ primaryStatus }) => primaryStatus === "Error")).toHaveLength(1);
    expect(heartbeats.filter(({ secondaryStatus }) => secondaryStatus === "Ok").length).toBeGreaterThanOrEqual(2);
  });

  it("says that nothing of it is stored", ({ skip }) => {
    expect(read(filesOf(capture, skip))[0]?.notes[0]).toBe("9 VMs with names only, no GUIDs: judge shows them, nothing stores them.");
  });
});

describe("names of services", () => {
  it("maps English names and leaves any other unknown", () => {
    const service = (name: string) => ({ service: name, enabled: true, primary_operational_status: "OK", secondary_operational_status: null });
    const reading = readOne([jsonFile("a", [{ name: "A", state: 2, integration_services_state: "", services: [service("vss"), service("Volumeschattenkopie")] }])]);
    expect(vmsOf(reading.documents[0]?.inventory ?? (() => { throw new Error("no document"); })())[0]?.integration?.map(({ role, statusText }) => [role, statusText])).toEqual([["vss", null], [null, "Volumeschattenkopie"]]);
    expect(reading.notes).toContain("1 integration services have names that are not English: unknown.");
  });
});
