import type { GuestFamily, HostRelease } from "@/lib/inventory/testing";
import type { Coverage, VerdictId } from "../judgement";
import type { PolicyInput } from "../policy";
import { addDisk, disk, guestVolume, moveToShare, service, shareVhdSet, vss, type World } from "./faults/fault";
import { aGuestVolume, aVolume } from "@/lib/inventory/testing";

/** Cases of the domain reference, 5.1, by their id; synthetic. Facts not named are healthy and known. */
export interface TruthCase {
  id: string;
  release: HostRelease;
  family?: GuestFamily;
  csv?: boolean;
  product?: PolicyInput["product"];
  required?: "app-required";
  given(world: World): void;
  verdict: VerdictId;
  coverage?: Coverage;
  best?: VerdictId;
  atBest?: boolean;
  consistency?: string;
  /** Requirements that fail or warn, at the least; latent ones apart. Empty: none at all. */
  failing: readonly string[];
  warning?: readonly string[];
  latent?: readonly string[];
  info?: readonly string[];
}
const nothing = () => undefined;
const BEYOND = 65 * 1024 ** 4;

export const TRUTH_CASES: readonly TruthCase[] = [
  { id: "T01", release: "2008R2", given: (world) => { disk(world).controllerType = "IDE"; }, verdict: "live-application", failing: [] },
  { id: "T02", release: "2008R2", given: (world) => { vss(world).enabled = false; }, verdict: "saved-state", failing: ["ic-vss-offered"] },
  { id: "T03", release: "2022", given: (world) => { vss(world).enabled = false; }, verdict: "live-crash", failing: ["ic-vss-offered"] },
  { id: "T03 app-required", release: "2022", required: "app-required", given: (world) => { vss(world).enabled = false; }, verdict: "will-fail", failing: ["ic-vss-offered"] },
  { id: "T04", release: "2019", given: ({ guest }) => {
    const at = (over: Parameters<typeof aGuestVolume>[0]) => aGuestVolume({ driveLetter: "", mountPaths: [], diffAreaVolume: "none", diffAreaMaxBytes: 0, ...over });
    guest.volumes = [aGuestVolume(), at({ fileSystem: "FAT32", capacityBytes: 104_857_600, freeBytes: 70_000_000, partitionRole: "esp" }),
      at({ fileSystem: "", capacityBytes: 16_777_216, freeBytes: 0, partitionRole: "msr" }), at({ fileSystem: "NTFS", capacityBytes: 523_239_424, freeBytes: 90_000_000, partitionRole: "recovery" })];
  }, verdict: "live-application", failing: [] },
  { id: "T07", release: "2008R2", given: (world) => { disk(world).type = "Dynamic"; }, verdict: "live-application", failing: [] },
  { id: "T08", release: "2012", given: (world) => { disk(world).type = "Fixed"; world.guest.volumes?.push(aGuestVolume({ driveLetter: "D:", mountPaths: ["D:\\"], isDynamic: true })); }, verdict: "saved-state", failing: ["guest-disks-basic"] },
  { id: "T11", release: "2012R2", given: (world) => { world.vm.generation = 1; world.vm.controllers = { ide: 2, scsi: 0, scsiFreeSlots: 0, pmem: 0 }; disk(world).controllerType = "IDE"; }, verdict: "will-fail", failing: ["vm-scsi-controller"] },
  { id: "T13", release: "2019", given: ({ vm }) => { vm.version = "5.0"; }, verdict: "live-application", failing: [], warning: ["vm-config-version"] },
  { id: "T15", release: "2016", given: (world) => { Object.assign(service(world, "VSS"), { state: "Stopped", startMode: "Manual" }); Object.assign(service(world, "swprv"), { state: "Stopped", startMode: "Manual" }); }, verdict: "live-application", failing: [] },
  { id: "T18", release: "2019", family: "linux", given: nothing, verdict: "live-filesystem", failing: [] },
  { id: "T20", release: "2012", family: "linux", given: nothing, verdict: "saved-state", failing: ["linux-host-version"] },
  { id: "T21", release: "2012R2", family: "linux", given: (world) => { vss(world).primaryStatus = "Degraded"; }, verdict: "live-filesystem", failing: [] },
  { id: "T24", release: "2012R2", given: (world) => addDisk(world, { kind: "passthrough", diskNumber: 2, path: "Disk 2", chain: null, chainError: null, hostVolumeId: null, format: null, type: null }), verdict: "live-application", coverage: "partial", failing: ["disk-no-passthrough"] },
  { id: "T25", release: "2019", given: (world) => addDisk(world, { kind: "passthrough", diskNumber: 2, path: "Disk 2", chain: null, chainError: null, hostVolumeId: null, format: null, type: null }), verdict: "will-fail", failing: ["disk-no-passthrough"] },
  { id: "T27", release: "2008R2", given: (world) => { Object.assign(world.vm, { state: "Off", stateRaw: 3, heartbeat: null }); vss(world).enabled = false; guestVolume(world).isDynamic = true; }, verdict: "offline", failing: [], latent: ["ic-vss-offered", "guest-disks-basic"] },
  { id: "T29", release: "2016", given: (world) => addDisk(world, { path: "D:\\VMs\\Shared\\q.vhdx", chain: ["D:\\VMs\\Shared\\q.vhdx"], persistentReservations: true }), verdict: "will-fail", failing: ["disk-no-shared-vhdx"] },
  { id: "T31", release: "2019", given: (world) => shareVhdSet(world, { activeActive: true, ownedOnce: false }), verdict: "will-fail", failing: ["disk-vhdset-ready"] },
  { id: "T32 healthy", release: "2016", given: ({ vm }) => Object.assign(vm, { state: "Off", stateRaw: 3, replicationMode: "Replica", replicationState: "Replicating", replicationHealth: "Normal" }), verdict: "offline", consistency: "crash", failing: [] },
  { id: "T32 resynchronizing", release: "2016", given: ({ vm }) => Object.assign(vm, { state: "Off", stateRaw: 3, replicationMode: "Replica", replicationState: "Resynchronizing", replicationHealth: "Warning" }), verdict: "will-fail", failing: ["replica-vm"] },
  { id: "T33", release: "2008R2", csv: true, product: { preset: "other", csvAware: "no" }, given: nothing, verdict: "live-unverified", failing: ["csv-aware"] },
  { id: "T34", release: "2012", csv: true, product: { preset: "other", csvAware: "no" }, given: nothing, verdict: "live-application", failing: [] },
  { id: "T37", release: "2012R2", given: ({ host }) => { host.volumes = [aVolume({ fileSystem: "ReFS", fileSystemDetail: "ReFS" })]; }, verdict: "live-application", failing: [] },
  { id: "T39", release: "2022", given: ({ vm }) => { vm.icVersionHostView = "0.0"; }, verdict: "live-application", failing: [] },
  { id: "T40", release: "2019", given: (world) => { world.host.uiCulture = "de-DE"; vss(world).statusText = "Sicherung (Volumeschattenkopie)"; }, verdict: "live-application", failing: [] },
  { id: "T41", release: "2019", given: ({ vm }) => { vm.guest = null; vm.absent.push({ fact: "guest", reason: "not-collected", text: "no KVP, no credential" }); }, verdict: "unknown", best: "live-application", failing: [] },
  { id: "T45", release: "2008R2", given: ({ vm, host }) => { vm.snapshotFileLocation = "C:\\Snapshots"; host.volumes?.push(aVolume({ path: "C:\\", uniqueId: "\\\\?\\Volume{0c0c0c0c-0000-4000-8000-000000000001}\\" })); }, verdict: "saved-state", failing: ["snapshot-location"] },
  { id: "T45 on 2019", release: "2019", given: ({ vm, host }) => { vm.snapshotFileLocation = "C:\\Snapshots"; host.volumes?.push(aVolume({ path: "C:\\", uniqueId: "\\\\?\\Volume{0c0c0c0c-0000-4000-8000-000000000001}\\" })); }, verdict: "live-application", failing: [], info: ["snapshot-location"] },
  { id: "T48", release: "2019", given: ({ guest }) => { guest.volumes?.push(aGuestVolume({ driveLetter: "E:", mountPaths: ["E:\\"], capacityBytes: BEYOND, freeBytes: BEYOND / 2, busType: "Spaces", diffAreaMaxBytes: 0 })); }, verdict: "live-crash", failing: ["guest-vol-64tb"] },
  { id: "T48 app-required", release: "2019", required: "app-required", given: ({ guest }) => { guest.volumes?.push(aGuestVolume({ driveLetter: "E:", mountPaths: ["E:\\"], capacityBytes: BEYOND, freeBytes: BEYOND / 2, busType: "Spaces", diffAreaMaxBytes: 0 })); }, verdict: "will-fail", failing: ["guest-vol-64tb"] },
  { id: "T50", release: "2016", product: { preset: "other", mixedLocalAndSmbAllowed: "no" }, given: (world) => {
    const local = disk(world).path ?? "";
    moveToShare(world);
    addDisk(world, { path: local, chain: [local] });
  }, verdict: "will-fail", failing: ["vhds-same-volume"] },
  { id: "T51", release: "2012R2", csv: true, product: { preset: "other", isWsb: true }, given: nothing, verdict: "live-crash", failing: ["host-wsb-csv"] },
];
