import { aDisk, aGuestVolume } from "../testing";
import type { Vm } from "../document";
import type { SyntheticHost } from "./host-document";

export function backupComponent(vm: Vm) {
  return (vm.integration ?? []).filter((entry) => entry.role === "vss");
}
export function switchOff(vm: Vm): void {
  Object.assign(vm, { state: "Off", stateRaw: 3, heartbeat: null, uptimeSeconds: 0 });
  for (const entry of vm.integration ?? []) entry.primaryStatus = null;
  vm.absent.push({ fact: "heartbeat", reason: "empty" }, { fact: "integration", reason: "vm-off" });
}
export function withoutGuest(vm: Vm, reason: "not-collected" | "permission-denied", text: string): void {
  vm.guest = null;
  vm.absent.push({ fact: "guest", reason, text });
}
export function addPassThrough(vm: Vm): void {
  vm.disks?.push(aDisk({ lun: 2, kind: "passthrough", diskNumber: 3, path: "Disk 3 1863.01 GB Bus 0 Lun 3", format: null, type: null, chain: null, chainError: null, hostVolumeId: null }));
}

/** Hosts up to Server 2012 R2, where a backup may save the VM. */
export const OLD_HOSTS: readonly SyntheticHost[] = [
  { name: "HV-08-1", release: "2008R2", vms: [
    { name: "FIL-OLD-01" },
    { name: "ERP-OLD-02", given: (vm) => { for (const entry of backupComponent(vm)) entry.enabled = false; vm.memoryAssignedBytes = 32 * 1024 ** 3; } },
    { name: "SQL-OLD-03", given: (_vm, guest) => { Object.assign(guest.vssWriters?.[0] ?? {}, { state: 8, lastError: "Timed out" }); } },
    { name: "LNX-OLD-04", family: "linux" },
    { name: "TST-OLD-05", given: (vm, guest) => { for (const entry of backupComponent(vm)) entry.enabled = false; Object.assign(guest.volumes?.[0] ?? {}, { isDynamic: true }); switchOff(vm); } },
  ] },
  { name: "HV-12-1", release: "2012", vms: [
    { name: "WEB-12-01" },
    { name: "FIL-12-02", given: (_vm, guest) => { guest.volumes?.push(aGuestVolume({ driveLetter: "D:", mountPaths: ["D:\\"], isDynamic: true })); } },
    { name: "ARC-12-03", given: (_vm, guest) => { guest.volumes?.push(aGuestVolume({ driveLetter: "E:", mountPaths: ["E:\\"], fileSystem: "ReFS" })); } },
    { name: "LNX-12-04", family: "linux" },
  ] },
  { name: "HV-E-1", release: "2012R2", cluster: "CL-EDGE", vms: [
    { name: "DC-E-01", given: (_vm, guest) => { guest.productType = 2; } },
    { name: "PRN-E-02", given: (vm) => { Object.assign(vm, { generation: 1, controllers: { ide: 2, scsi: 0, scsiFreeSlots: 0, pmem: 0 } }); for (const disk of vm.disks ?? []) disk.controllerType = "IDE"; } },
    { name: "LNX-E-03", family: "linux", given: (vm) => { for (const entry of backupComponent(vm)) entry.primaryStatus = "Degraded"; } },
  ] },
  { name: "HV-E-2", release: "2012R2", cluster: "CL-EDGE", vms: [
    { name: "CLN-E-04", given: (vm) => { const [disk] = vm.disks ?? []; if (disk) vm.disks?.push({ ...disk, lun: 1, path: "C:\\ClusterStorage\\Volume1\\VMs\\Shared\\quorum.vhdx", chain: ["C:\\ClusterStorage\\Volume1\\VMs\\Shared\\quorum.vhdx"], persistentReservations: true }); } },
    { name: "APP-E-05", given: addPassThrough },
    { name: "APP-E-06", given: (vm) => { for (const entry of backupComponent(vm)) entry.primaryStatus = "NoContact"; } },
  ] },
];
