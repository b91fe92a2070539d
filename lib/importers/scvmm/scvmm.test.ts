import { describe, expect, it } from "vitest";
import { reasonOf } from "@/lib/inventory/fact";
import { clusterOf } from "@/lib/inventory/cluster-of";
import { judgeHost } from "@/lib/judge/judge-host";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { captures, filesOf, inventoryOf, jsonFile, NOW, readOne, utf16, vmsOf } from "../testing";
import { rawList, type Raw } from "../raw";

interface Bundle { vms: Raw[]; hosts: Raw[]; clusters: Raw[] }
const parse = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as Bundle;

describe.each(captures("scvmm-lab", "scvmm"))("an SCVMM bundle, $label", (capture) => {
  it("holds 28 VMs on 3 hosts and one cluster; 10 run, 15 are off, 3 saved", ({ skip }) => {
    const inventory = inventoryOf(filesOf(capture, skip));
    const states = new Map<string | null, number>();
    for (const { state } of vmsOf(inventory)) states.set(state, (states.get(state) ?? 0) + 1);
    expect(Object.fromEntries(states)).toEqual({ Running: 10, Off: 15, Saved: 3 });
    expect(inventory.origin).toMatchObject({ kind: "management-server", format: "scvmm" });
    expect(inventory.hosts).toHaveLength(3);
    expect(inventory.clusters).toHaveLength(1);
  });

  it("takes the GUID of VMCPath: 28 distinct ones, though a BiosGuid repeats and ID is SCVMM's own", ({ skip }) => {
    const files = filesOf(capture, skip);
    const raw = files.flatMap(({ bytes }) => parse(bytes).vms);
    expect(new Set(raw.map((vm) => vm["BiosGuid"])).size).toBe(27);
    const ids = vmsOf(inventoryOf(files)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(28);
    const foreign = new Set(raw.flatMap((vm) => [String(vm["ID"]), String(vm["BiosGuid"])]));
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      expect(foreign.has(id ?? "")).toBe(false);
    }
  });

  it("knows nothing of guests, statuses, checkpoint kinds, chains and physical disks", ({ skip }) => {
    for (const vm of vmsOf(inventoryOf(filesOf(capture, skip)))) {
      expect(vm.guest).toBeNull();
      expect(reasonOf(vm.absent, "guest.services").reason).toBe("not-collected");
      expect(vm.integration?.find(({ role }) => role === "vss")).toMatchObject({ enabled: true, primaryStatus: null });
      expect(vm.operational).toBeNull();
      for (const { type } of vm.checkpoints ?? []) expect(type).toBeNull();
      for (const { chain, persistentReservations } of vm.disks ?? []) expect([chain, persistentReservations]).toEqual([null, null]);
      expect(vm.disks?.at(-1)).toMatchObject({ kind: null, path: null });
    }
  });

  it("reads disks with format by extension and their host volume by SCVMM's id", ({ skip }) => {
    const inventory = inventoryOf(filesOf(capture, skip));
    for (const { volumes, vms } of inventory.hosts) {
      const ids = new Set(volumes?.map(({ uniqueId }) => uniqueId));
      for (const disk of vms.flatMap(({ disks }) => disks?.slice(0, -1) ?? [])) {
        expect(disk.format).toBe(/\.a?vhdx$/.test(disk.path ?? "") ? "VHDX" : "VHD");
        expect(disk.isSmb).toBe(disk.path?.startsWith("\\\\"));
        if (!disk.isSmb) expect(ids.has(disk.hostVolumeId)).toBe(true);
      }
    }
    const disks = vmsOf(inventory).flatMap(({ disks: list }) => list ?? []);
    expect(disks.some(({ isSmb }) => isSmb === true)).toBe(true);
    expect(disks.some(({ type }) => type === "Differencing")).toBe(true);
  });

  it("takes nothing that SCVMM remembers of the host that does not answer", ({ skip }) => {
    const host = inventoryOf(filesOf(capture, skip)).hosts.find(({ vms }) => vms.length === 0);
    expect(host).toMatchObject({ osVersion: null, hardwareUuid: null, volumes: null });
    expect(reasonOf(host?.absent ?? [], "osVersion").reason).toBe("unreachable");
    expect(host?.attempted.find(({ section }) => section === "vms")).toMatchObject({ complete: false });
  });

  it("reads the reachable hosts as nodes of the cluster, its key the FQDN and not SCVMM's id", ({ skip }) => {
    const files = filesOf(capture, skip);
    const { hosts, clusters } = inventoryOf(files);
    const [cluster] = clusters;
    for (const host of hosts.filter(({ vms }) => vms.length > 0)) {
      expect(host).toMatchObject({ osVersion: "6.3.9600", osBuild: 9600, isClusterNode: true, clusterName: cluster?.name });
      expect(host.hardwareUuid).toMatch(/^[0-9a-f-]{36}$/);
      expect(host.volumes?.some(({ isCsv, fileSystem }) => isCsv === true && fileSystem === "CSVFS")).toBe(true);
      // SCVMM shows 0 of 0 bytes for what it could not look into.
      for (const volume of host.volumes ?? []) expect(volume.capacityBytes).not.toBe(0);
    }
    expect(cluster).toMatchObject({ id: null, fqdn: expect.stringMatching(/^\w+\.lab\.example\./) as string });
    expect(cluster?.csvs?.length).toBeGreaterThan(0);
  });

  it("is judged: none ready, 18 offline, each of the 10 that run unknown, weaker or not live", ({ skip }) => {
    const { hosts, clusters } = inventoryOf(filesOf(capture, skip));
    const classes = hosts.flatMap((host) => judgeHost({ host, cluster: clusterOf(host, clusters), vms: host.vms, intervalSeconds: null }, settingsFor(DEFAULT_POLICY), NOW).map(({ verdict }) => verdict.class));
    expect(classes.filter((of) => of === "offline")).toHaveLength(18);
    expect(classes.filter((of) => ["unknown", "weaker", "not-live"].includes(of))).toHaveLength(10);
  });

  it("leaves out templates and says so, without a refusal and without a faulty VM", ({ skip }) => {
    const reading = readOne(filesOf(capture, skip));
    expect(reading).toMatchObject({ kind: "scvmm", encoding: "UTF-8", refused: null });
    expect(reading.notes).toContain("22 templates are no VMs: left out.");
    expect(reading.notes[0]).toBe("28 VMs on 3 hosts, 1 cluster.");
    expect(reading.documents[0]?.faults).toEqual([]);
    expect(reading.ignored.length).toBeGreaterThan(0);
  });

  it("has one digest in any encoding and at any time of import", ({ skip }) => {
    const [file] = filesOf(capture, skip);
    if (!file) throw new Error("no file");
    const wide = { name: "other name.txt", bytes: utf16(new TextDecoder().decode(file.bytes)) };
    const late = readOne([wide], { now: Date.parse("2027-01-01T00:00:00Z") });
    expect(late.encoding).toBe("UTF-16LE");
    expect(late.documents[0]?.digest).toBe(readOne([file]).documents[0]?.digest);
  });

  it("reads the output of each cmdlet alone, and joins them in one folder to the same facts", ({ skip }) => {
    const files = filesOf(capture, skip);
    const bundle = files.map(({ bytes }) => parse(bytes))[0];
    if (!bundle) throw new Error("no bundle");
    const parts = { vms: jsonFile("lab/a.json", bundle.vms), hosts: jsonFile("lab/b.json", bundle.hosts), clusters: jsonFile("lab/c.json", bundle.clusters) };
    expect(vmsOf(inventoryOf([parts.vms]))).toHaveLength(28);
    expect(inventoryOf([parts.vms]).hosts[0]).toMatchObject({ osVersion: null, volumes: null });
    expect(inventoryOf([parts.hosts]).hosts.map(({ vms, attempted }) => [vms.length, attempted.some(({ section }) => section === "vms")])).toEqual([[0, false], [0, false], [0, false]]);
    expect(inventoryOf([parts.clusters]).hosts.map(({ isClusterNode }) => isClusterNode)).toEqual([true, true]);
    const joined = readOne(Object.values(parts));
    expect(joined.files).toHaveLength(3);
    expect(joined.documents[0]?.digest).toBe(readOne(files).documents[0]?.digest);
  });
});

describe("Get-SCVirtualMachine", () => {
  const vm = { Name: "A", ID: "366f28d8-89f8-4257-8112-138a62c435e8", VMCPath: "D:\\VMs\\A\\Virtual Machines\\18FD7270-3DC6-4518-92D4-347C9232FB4C.vmcx", HostName: "hv.example.test", VirtualMachineStateString: "Running", StatusString: "Running", Memory: 1024, VirtualHardDisks: [] };
  const one = (over: Raw) => vmsOf(inventoryOf([jsonFile("a", [{ ...vm, ...over }])]))[0];

  it("keeps a state that Hyper-V does not have as it is, and never takes StatusString for a state", () => {
    expect(one({ VirtualMachineStateString: "HostNotResponding" })?.state).toBe("HostNotResponding");
    expect(one({ VirtualMachineStateString: undefined, VirtualMachineState: 0 })?.state).toBeNull();
  });

  it("gives a VM without VMCPath no id", () => {
    const reading = readOne([jsonFile("a", [{ ...vm, VMCPath: null }])]);
    expect(reading.documents[0]?.inventory.hosts[0]?.vms[0]?.id).toBeNull();
    expect(reading.notes).toContain("1 VM without a GUID in VMCPath: judge shows, nothing stores it.");
  });

  it("takes one object where a list is usual, and then concludes nothing about other VMs", () => {
    const [host] = inventoryOf([jsonFile("a", vm)]).hosts;
    expect(host?.vms).toHaveLength(1);
    expect(host?.attempted.find(({ section }) => section === "vms")?.complete).toBe(false);
  });

  it("shows physical disks and a whole list where VirtualDiskDrives came", () => {
    const disks = one({ VirtualHardDisks: [{ Location: "D:\\VMs\\A\\a.vhdx" }], VirtualDiskDrives: [{ PassThroughDisk: null }, { PassThroughDisk: "\\\\.\\PHYSICALDRIVE2" }] })?.disks;
    expect(disks?.map(({ kind }) => kind)).toEqual(["vhd", "passthrough"]);
  });

  it("reads the folder above Virtual Machines as the place of the configuration", () => {
    expect(one({})).toMatchObject({ id: "18fd7270-3dc6-4518-92d4-347c9232fb4c", configLocation: "D:\\VMs\\A" });
    expect(one({ VMCPath: "D:\\Virtual Machines\\18FD7270-3DC6-4518-92D4-347C9232FB4C.xml" })?.configLocation).toBe("D:\\");
  });

  it("finds records in lists of lists and in wrappers", () => {
    expect(rawList({ value: [[vm], vm], Count: 2 })).toHaveLength(2);
  });
});
