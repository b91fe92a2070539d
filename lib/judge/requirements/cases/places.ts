import { aDisk } from "@/lib/inventory/testing";
import type { Given } from "./case";

/** Puts every file of the VM on \\fs01\vms, whose file server is in order. */
export function onShare({ host, vm }: Given): void {
  vm.disks = (vm.disks ?? []).map((disk) => ({ ...disk, path: "\\\\fs01\\vms\\VM01\\disk0.vhdx", isSmb: true, hostVolumeId: null }));
  vm.configLocation = "\\\\fs01\\vms\\VM01";
  host.smbShares = [{ share: "\\\\fs01\\vms", byAddress: false, vssAgent: "installed", hostAccountFullControl: true }];
}

/** Leaves the VM a pass-through disk only, and no configuration that was read. */
export function onlyPassThrough({ vm }: Given): void {
  vm.disks = [aDisk({ kind: "passthrough", path: "Disk 4", diskNumber: 4, hostVolumeId: null })];
  vm.configLocation = null;
}

/** Changes every volume of the host. */
export function volumes({ host }: Given, over: Partial<NonNullable<Given["host"]["volumes"]>[number]>): void {
  for (const volume of host.volumes ?? []) Object.assign(volume, over);
}
