import type { Cluster, Disk, Guest, Host, Vm, Volume } from "@/lib/inventory/document";
import { aDisk, aHost, aVm, type GuestFamily, type HostRelease, onCsv } from "@/lib/inventory/testing";
import type { Product } from "../../policy";

/** Synthetic faults for the table of domain.md 4.3: each breaks one thing on an otherwise healthy VM. Tests only. */
export interface World {
  host: Host;
  cluster: Cluster | null;
  vm: Vm;
  guest: Guest;
}
export interface Fault {
  /** Start of the table's cell "failed requirement". */
  row: string;
  requirement: string;
  name?: string;
  family?: GuestFamily;
  csv?: boolean;
  product?: Partial<Product>;
  /** Columns of the table where this fault can stand alone; the reason where it cannot. Default: all six. */
  columns?: readonly number[];
  why?: string;
  given(world: World): void;
}
export const RELEASE_OF_COLUMN: readonly HostRelease[] = ["2008R2", "2012", "2012R2", "2012R2", "2019", "2019"];

/** A fresh healthy world for a fault on a release. */
export function worldOf(fault: Pick<Fault, "csv" | "family">, release: HostRelease): World {
  const start = fault.csv === true ? onCsv(release) : { host: aHost(release), cluster: null, vm: aVm(release, fault.family ?? "windows") };
  const copy = structuredClone(start);
  if (copy.vm.guest === null) throw new Error("the healthy VM has guest facts");
  return { ...copy, guest: copy.vm.guest };
}
export function disk(world: World): Disk {
  const first = world.vm.disks?.[0];
  if (first === undefined) throw new Error("the healthy VM has a disk");
  return first;
}
export function volume(world: World): Volume {
  const first = world.host.volumes?.[0];
  if (first === undefined) throw new Error("the healthy host has a volume");
  return first;
}
export function guestVolume(world: World) {
  const first = world.guest.volumes?.[0];
  if (first === undefined) throw new Error("the healthy guest has a volume");
  return first;
}
export function service(world: World, name: string) {
  const found = world.guest.services?.find((entry) => entry.name === name);
  if (found === undefined) throw new Error(`the healthy guest has the service ${name}`);
  return found;
}
export function vss(world: World) {
  const found = world.vm.integration?.find((entry) => entry.role === "vss");
  if (found === undefined) throw new Error("the healthy VM has the backup component");
  return found;
}
export function addDisk(world: World, over: Partial<Disk>): void {
  world.vm.disks?.push(aDisk({ lun: 1, path: "D:\\VMs\\VM01\\disk1.vhdx", chain: ["D:\\VMs\\VM01\\disk1.vhdx"], ...over }));
}
export function moveToShare(world: World): void {
  for (const of of world.vm.disks ?? []) Object.assign(of, { path: "\\\\fs01\\vms\\VM01\\disk0.vhdx", chain: ["\\\\fs01\\vms\\VM01\\disk0.vhdx"], isSmb: true, hostVolumeId: null });
  Object.assign(world.vm, { configLocation: "\\\\fs01\\vms\\VM01", snapshotFileLocation: "\\\\fs01\\vms\\VM01" });
  world.host.smbShares = [{ share: "\\\\fs01\\vms", byAddress: false, vssAgent: "installed", hostAccountFullControl: true }];
}
export function shareVhdSet(world: World, over: Partial<NonNullable<Disk["guestCluster"]>>): void {
  addDisk(world, { kind: "vhdset", path: "D:\\VMs\\Shared\\q.vhds", chain: ["D:\\VMs\\Shared\\q.vhds"], format: "VHDSet", persistentReservations: true, guestCluster: { clustered: true, online: true, ownedOnce: true, activeActive: false, ...over } });
  world.vm.vmGroups = [{ id: "44444444-4444-4444-8444-444444444444", name: "G", type: "VMCollectionType" }];
}
