import { describe, expect, it } from "vitest";
import { reasonOf } from "@/lib/inventory/fact";
import type { Raw } from "../raw";
import { bytesOf, captures, filesOf, inventoryOf, jsonFile, read, readOne, utf16, vmsOf } from "../testing";

describe.each(captures("hyper-v-cmdlets", "hyper-v-cmdlets"))("cmdlets of one host through ConvertTo-Json, $label", (capture) => {
  it("joins the files of the host to one document", ({ skip }) => {
    const files = filesOf(capture, skip);
    const reading = readOne(files);
    expect(reading).toMatchObject({ kind: "cmdlets", refused: null, files: files.map(({ name }) => name) });
    expect(reading.label).toMatch(/^Get-VM, Get-VHD, Get-VMHardDiskDrive, Get-VMHost, Get-Cluster, Get-ClusterNode/);
    const { hosts: [host], clusters: [cluster] } = inventoryOf(files);
    expect(host).toMatchObject({ osVersion: "6.3.9600", osBuild: 9600, isClusterNode: true, clusterName: cluster?.name, clusterId: cluster?.id });
    expect(host?.fqdn?.toLowerCase()).toMatch(new RegExp(`^${host?.name.toLowerCase() ?? ""}\\.example\\.\\w+$`));
    expect(cluster?.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(cluster?.nodes).toMatchObject([{ state: "Up", osBuild: 9600 }]);
  });

  it("reads numbers, flattened text and time spans of the two VMs", ({ skip }) => {
    const [off, running] = vmsOf(inventoryOf(filesOf(capture, skip)));
    expect(off).toMatchObject({ state: "Off", stateRaw: 3, generation: 1, version: "5.0", operational: ["Ok"], uptimeSeconds: 0, heartbeat: null, memoryAssignedBytes: 4294967296, replicationMode: "None", replicationHealth: "NotApplicable", fibreChannelHbas: 0 });
    expect(running).toMatchObject({ state: "Running", stateRaw: 2, generation: 2, operational: ["Ok"], uptimeSeconds: 526_874, heartbeat: "Disabled", memoryAssignedBytes: 4294967296 });
    expect(reasonOf(off?.absent ?? [], "heartbeat").reason).toBe("vm-off");
    expect(reasonOf(off?.absent ?? [], "secondaryOperational").reason).toBe("empty");
  });

  it("keeps the number of a replication state as digits: PowerShell and WMI number it differently", ({ skip }) => {
    for (const vm of vmsOf(inventoryOf(filesOf(capture, skip)))) expect(vm.replicationState).toBe("0");
  });

  it("leaves unread what only type names stand for, and uses no display text", ({ skip }) => {
    for (const vm of vmsOf(inventoryOf(filesOf(capture, skip)))) {
      expect(vm.integration).toBeNull();
      expect(vm.checkpoints).toBeNull();
      expect(vm.checkpointType).toBeNull();
      expect(JSON.stringify(vm)).not.toMatch(/Operating normally|Normaler Betrieb|Microsoft\.HyperV/);
    }
  });

  it("joins drives with their files; a file without a parent is a whole chain", ({ skip }) => {
    const [first, second] = vmsOf(inventoryOf(filesOf(capture, skip)));
    expect([first?.disks?.length, second?.disks?.length]).toEqual([1, 2]);
    for (const disk of [...(first?.disks ?? []), ...(second?.disks ?? [])]) {
      expect(disk).toMatchObject({ kind: "vhd", controllerType: "SCSI", format: "VHDX", type: "Dynamic", logicalSector: 512, physicalSector: 4096, persistentReservations: false, isSmb: false, chainError: "none", chain: [disk.path] });
    }
    expect(second?.disks?.map(({ sizeBytes, lun }) => [sizeBytes, lun])).toEqual([[128849018880, 0], [32212254720, 1]]);
  });

  it("reads the same from UTF-8 with and without its mark and from UTF-16", ({ skip }) => {
    const files = filesOf(capture, skip);
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    const digest = readOne(files).documents[0]?.digest;
    for (const encode of [(bytes: Uint8Array) => bytesOf(`\ufeff${text(bytes)}`), (bytes: Uint8Array) => utf16(text(bytes)), (bytes: Uint8Array) => utf16(text(bytes), false)]) {
      expect(readOne(files.map(({ name, bytes }) => ({ name, bytes: encode(bytes) }))).documents[0]?.digest).toBe(digest);
    }
  });

  it("reads each file alone", ({ skip }) => {
    const tells = ["get_vm.json", "get_vm_hard_disk_drive.json", "get_vm_host.json", "get_cluster_node.json"];
    for (const file of filesOf(capture, skip)) {
      const reading = readOne([file]);
      expect(reading.kind).toBe("cmdlets");
      expect(reading.documents.length, file.name).toBe(tells.includes(file.name) ? 1 : 0);
      if (!tells.includes(file.name)) expect(reading.refused?.problem).toMatch(/^Understood, but nothing in it tells of a VM or its host\. \S/);
    }
  });
});

const ID = "7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4";
const vm = { Id: ID, Name: "A", ComputerName: "HV01", State: 2, Generation: 2, Version: "9.0", Heartbeat: 6, OperationalStatus: [2], SecondaryOperationalStatus: null };
const oneVm = (over: Raw, ...more: [string, unknown][]) => vmsOf(inventoryOf([jsonFile("h/vm.json", [{ ...vm, ...over }]), ...more.map(([name, value]) => jsonFile(`h/${name}`, value))]))[0];

describe("Get-VM", () => {
  it.each([[32783], [32784], [32785], [32796]])("does not guess the state %i, which builds of the module read differently", (State) => {
    expect(oneVm({ State })).toMatchObject({ state: null, stateRaw: State });
  });

  it.each([[2, "Running"], [3, "Off"], [6, "Saved"], [9, "Paused"], [32779, "FastSaved"], ["Running", "Running"], ["OffCritical", "OffCritical"], [{ value: 2, Value: "Running" }, "Running"]])("reads State %j as %s", (State, state) => {
    expect(oneVm({ State })?.state).toBe(state);
  });

  it.each([[[32769], "ApplyingSnapshot"], [[23769], "ApplyingSnapshot"], [32776, "BackingUpVirtualMachine"], ["MergingDisks", "MergingDisks"]])("reads the operation %j", (SecondaryOperationalStatus, word) => {
    expect(oneVm({ SecondaryOperationalStatus: Array.isArray(SecondaryOperationalStatus) ? SecondaryOperationalStatus[0] : SecondaryOperationalStatus })?.secondaryOperational).toBe(word);
  });

  it("reads an operational status with a number of no name as unread", () => {
    expect(oneVm({ OperationalStatus: [2, 99_999] })?.operational).toBeNull();
  });

  it("takes 0.0 for a version that the host cannot see", () => {
    expect(oneVm({ IntegrationServicesVersion: { Major: 0, Minor: 0, Build: -1, Revision: -1 } })?.icVersionHostView).toBeNull();
    expect(oneVm({ IntegrationServicesVersion: { Major: 6, Minor: 3, Build: 9600, Revision: 18692 } })?.icVersionHostView).toBe("6.3.9600.18692");
  });

  it.each([["{value, Count}", { value: [vm], Count: 1 }], ["one object", vm], ["a list in a list", [[vm]]], ["a script's object", { vm: [vm], note: "x" }]])("reads %s", (_name, value) => {
    expect(vmsOf(inventoryOf([jsonFile("a", value)]))[0]).toMatchObject({ id: ID, state: "Running" });
  });

  it("lists a VM without a GUID, and costs only itself with a name that cannot be kept", () => {
    const reading = readOne([jsonFile("a", [{ ...vm, Id: undefined }, { ...vm, Name: "bad\u0000" }])]);
    expect(reading.documents[0]?.inventory.hosts[0]?.vms.map(({ id, state }) => [id, state])).toEqual([[null, "Running"], [ID, null]]);
    expect(reading.documents[0]?.faults).toHaveLength(1);
  });
});

describe("what belongs to a VM", () => {
  const component = (guid: string, over: Raw = {}) => ({ Id: `Microsoft:${ID.toUpperCase()}\\${guid}`, Name: "Volumeschattenkopie-Anforderer", Enabled: true, PrimaryOperationalStatus: 2, SecondaryOperationalStatus: null, PrimaryStatusDescription: "OK", VMId: ID, VMName: "A", ComputerName: "HV01", ...over });
  const VSS = "5CED1297-4598-4915-A5FC-AD21BB4D02A4";

  it.each([["German", "Volumeschattenkopie"], ["French", "Cliché instantané de volume"], ["Japanese", "バックアップ (ボリューム シャドウ コピー)"]])("finds the VSS component by its GUID under its %s name", (_language, Name) => {
    expect(oneVm({}, ["ic.json", [component(VSS, { Name, PrimaryOperationalStatus: 32775 })]])?.integration).toMatchObject([{ role: "vss", enabled: true, primaryStatus: "ProtocolMismatch" }]);
  });

  it("reads a missing status of a VM that is off as off, not as a fault", () => {
    const off = oneVm({ State: 3 }, ["ic.json", [component(VSS, { PrimaryOperationalStatus: null })]]);
    expect(reasonOf(off?.absent ?? [], "integration[0].primaryStatus").reason).toBe("vm-off");
  });

  it("reads checkpoints with their kind and time", () => {
    const snapshot = { Id: "0d6d1d3e-0000-4000-8000-000000000001", Name: "before update", SnapshotType: 1, CreationTime: "/Date(1465573273343)/", IsAutomaticCheckpoint: false, VMId: ID, VMName: "A", ComputerName: "HV01" };
    expect(oneVm({}, ["s.json", snapshot])?.checkpoints).toEqual([{ id: snapshot.Id, name: "before update", type: "Recovery", createdAt: "2016-06-10T15:41:13.343Z", isAutomatic: false }]);
  });

  const drive = (over: Raw = {}) => ({ VMId: ID, VMName: "A", ComputerName: "HV01", ControllerType: 1, ControllerNumber: 0, ControllerLocation: 0, DiskNumber: null, Path: "D:\\VMs\\A\\a.avhdx", SupportPersistentReservations: false, ...over });
  const vhd = (Path: string, ParentPath: string | null) => ({ Path, ParentPath, VhdFormat: 3, VhdType: ParentPath === null ? 3 : 4, Size: 1, FileSize: 1, ComputerName: "HV01" });

  it("follows the chain to its base, and does not call it whole when a parent did not come", () => {
    const active = vhd("D:\\VMs\\A\\a.avhdx", "D:\\VMs\\A\\base.vhdx");
    expect(oneVm({}, ["d.json", [drive()]], ["v.json", [active, vhd("d:\\vms\\a\\BASE.vhdx", null)]])?.disks?.[0]).toMatchObject({ type: "Differencing", chainError: "none", chain: ["D:\\VMs\\A\\a.avhdx", "D:\\VMs\\A\\base.vhdx"] });
    expect(oneVm({}, ["d.json", [drive()]], ["v.json", [active]])?.disks?.[0]).toMatchObject({ chain: null, chainError: "not-read" });
    expect(oneVm({}, ["d.json", [drive()]], ["v.json", [active, vhd("D:\\VMs\\A\\base.vhdx", "D:\\VMs\\A\\a.avhdx")]])?.disks?.[0]?.chainError).toBe("broken");
    expect(oneVm({}, ["d.json", [drive()]])?.disks?.[0]).toMatchObject({ format: "VHDX", type: null, chain: null, chainError: "not-read" });
  });

  it("reads a physical disk, a VHD set and a share", () => {
    const disks = oneVm({}, ["d.json", [drive({ DiskNumber: 4, Path: "Disk 4 100.00 GB" }), drive({ ControllerLocation: 1, Path: "C:\\ClusterStorage\\V1\\s.vhds" }), drive({ ControllerLocation: 2, Path: "\\\\fs\\vms\\a.vhd" })]])?.disks;
    expect(disks?.map(({ kind, format, isSmb }) => [kind, format ?? null, isSmb])).toEqual([["passthrough", null, false], ["vhdset", "VHDSet", false], ["vhd", "VHD", true]]);
  });

  it("adds an unknown disk for each that Get-VM counts and Get-VMHardDiskDrive did not bring", () => {
    const { disks, absent } = oneVm({ HardDrives: "Microsoft.HyperV.PowerShell.HardDiskDrive Microsoft.HyperV.PowerShell.HardDiskDrive" }, ["d.json", [drive()]]) ?? {};
    expect(disks?.map(({ kind }) => kind)).toEqual(["vhd", null]);
    expect(reasonOf(absent ?? [], "disks[1].kind").text).toContain("Get-VM counts this drive");
    expect(oneVm({ HardDrives: "" })?.disks).toEqual([]);
    expect(oneVm({})?.disks).toBeNull();
  });

  it("reads services that came without Get-VM as VMs of unread state", () => {
    expect(vmsOf(inventoryOf([jsonFile("a", [component(VSS)])]))).toMatchObject([{ id: ID, name: "A", state: null, integration: [{ role: "vss" }] }]);
  });
});

describe("what belongs to a host", () => {
  const system = { Caption: "Microsoft Windows Server 2022 Datacenter", Version: "10.0.20348", BuildNumber: "20348", ProductType: 3, OperatingSystemSKU: 8, CSName: "HV01", LocalDateTime: "/Date(1779088800000)/" };
  it("reads Win32_OperatingSystem, whose time is the time of collection", () => {
    const inventory = inventoryOf([jsonFile("h/vm.json", [vm]), jsonFile("h/os.json", system)]);
    expect(inventory.hosts[0]).toMatchObject({ osVersion: "10.0.20348", osBuild: 20348, productType: 3, edition: "ServerDatacenter" });
    expect(inventory.header).toMatchObject({ finishedAt: "2026-05-18T07:20:00Z", timeFrom: "sender" });
  });

  it("reads Get-Volume: drives by letter, CSVs by the cluster's path, numbers of no sure name not at all", () => {
    const volume = (over: Raw) => ({ DriveLetter: null, Path: "\\\\?\\Volume{c5}\\", UniqueId: "\\\\?\\Volume{c5}\\", FileSystem: "NTFS", FileSystemType: 14, Size: 100, SizeRemaining: 50, AllocationUnitSize: 4096, DriveType: "Fixed", ...over });
    const csv = { Name: "Cluster Disk 1", State: 2, OwnerNode: { Name: "HV01" }, SharedVolumeInfo: [{ FriendlyVolumeName: "C:\\ClusterStorage\\Volume1", FaultState: 1, MaintenanceMode: false, RedirectedAccess: false, Partition: { Name: "\\\\?\\Volume{c5}\\", FileSystem: "CSVFS" } }] };
    const state = { Name: "Cluster Disk 1", Node: "HV01", StateInfo: 3, FileSystemRedirectedIOReason: 33, BlockRedirectedIOReason: 0, VolumeFriendlyName: "Volume1", VolumeName: "\\\\?\\Volume{c5}\\" };
    const { hosts, clusters } = inventoryOf([jsonFile("vm", [{ ...vm, IsClustered: true }]), jsonFile("v", [volume({ DriveLetter: "d", UniqueId: "\\\\?\\Volume{d}\\" }), volume({ FileSystem: "CSVFS", FileSystemType: "CSVFS_ReFS" })]), jsonFile("c", { Name: "CL1", SharedVolumesRoot: "C:\\ClusterStorage", ClusterFunctionalLevel: 11, S2DEnabled: 1 }), jsonFile("csv", [csv]), jsonFile("state", state)]);
    expect(hosts[0]?.volumes).toMatchObject([{ path: "D:\\", fileSystem: "NTFS", fileSystemDetail: null, isCsv: false, blockSize: 4096, driveType: "Fixed" }, { path: "C:\\ClusterStorage\\Volume1", fileSystem: "CSVFS", fileSystemDetail: "CSVFS_ReFS", isCsv: true }]);
    expect(clusters[0]).toMatchObject({ name: "CL1", functionalLevel: 11, s2dEnabled: true, csvs: [{ state: "Online", ownerNode: "HV01", faultState: ["NoDirectIO"], perNode: [{ node: "HV01", stateInfo: "FileSystemRedirected", fsRedirectReason: ["UserRequest", "FileSystemReFs"], blockRedirectReason: [] }] }] });
  });

  it("makes a document of each host in one folder, and gives files that name none to nobody then", () => {
    const reading = readOne([jsonFile("vm", [vm, { ...vm, ComputerName: "HV02" }]), jsonFile("os", { ...system, CSName: undefined })]);
    expect(reading.documents.map(({ inventory }) => inventory.hosts[0]?.name)).toEqual(["HV01", "HV02"]);
    expect(new Set(reading.documents.map(({ inventory }) => inventory.header.documentId)).size).toBe(2);
    expect(reading.documents[0]?.inventory.hosts[0]?.osVersion).toBeNull();
    expect(reading.notes.join(" ")).toContain("1 of Win32_OperatingSystem name no host while there are 2");
  });

  it("keeps folders apart", () => {
    expect(read([jsonFile("hv01/vm.json", [vm]), jsonFile("hv02\\vm.json", [{ ...vm, ComputerName: "HV02" }])]).map(({ files }) => files)).toEqual([["hv01/vm.json"], ["hv02\\vm.json"]]);
  });
});
