import type { Guest, Host, Inventory, Vm } from "@/lib/inventory/document";
import { documentOf, type SyntheticHost, type SyntheticVm } from "@/lib/inventory/synthetic/host-document";
import { addPassThrough, backupComponent, switchOff, withoutGuest } from "@/lib/inventory/synthetic/old-hosts";
import { aDisk, aGuestVolume, type GuestFamily, type HostRelease } from "@/lib/inventory/testing";

/** When the made-up estate claims to have been read; the bench judges ten minutes later. */
export const COLLECTED_AT = "2026-05-18T07:00:00Z";
export const JUDGED_AT = Date.parse(COLLECTED_AT) + 600_000;

/** What a made-up VM is for; `mixed` draws: 70 of 100 healthy, 15 faulty, 10 without guest facts, 5 off. */
export type Condition = "healthy" | "faulty" | "guest-unread" | "off";
export interface EstateOptions {
  vms: number;
  vmsPerHost?: number;
  /** The same seed gives the same estate; another one gives another, which has no name and no id in common with it. */
  seed?: number;
  /** Draws the condition of each VM from a number in [0, 1); default as said at `Condition`. */
  condition?(draw: number): Condition;
  /** Families to draw from; default 8 of 10 Windows, 1 Linux, 1 BSD. */
  families?: readonly GuestFamily[];
  /** When it claims to have been read, ISO; default `COLLECTED_AT`. */
  collectedAt?: string;
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function drawsOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
function pick<Value>(from: readonly [Value, ...Value[]], draw: number): Value {
  return from[Math.floor(draw * from.length)] ?? from[0];
}

const RELEASES = ["2008R2", "2012", "2012R2", "2016", "2016", "2019", "2019", "2022", "2022", "2025"] as const satisfies readonly HostRelease[];
const FAMILIES = ["windows", "windows", "windows", "windows", "windows", "windows", "windows", "windows", "linux", "bsd"] as const satisfies readonly GuestFamily[];
const ROLES = ["SQL", "WEB", "APP", "FIL", "DC", "ERP"] as const;

type Bend = (vm: Vm, guest: Guest) => void;
const FAULTS: readonly [Bend, ...Bend[]] = [
  (vm) => { for (const entry of backupComponent(vm)) entry.enabled = false; },
  (vm) => { for (const entry of backupComponent(vm)) entry.primaryStatus = "NoContact"; },
  addPassThrough,
  (vm) => { if (vm.checkpointType !== null) vm.checkpointType = "Disabled"; },
  (_vm, guest) => { Object.assign(guest.vssWriters?.[0] ?? {}, { state: 8, lastError: "Timed out" }); },
  (_vm, guest) => { Object.assign(guest.volumes?.[0] ?? {}, { freeBytes: 212 * 1024 ** 2 }); },
  (_vm, guest) => { guest.iscsiSessions = 2; },
  (_vm, guest) => { guest.volumes?.push(aGuestVolume({ driveLetter: "F:", mountPaths: ["F:\\"], fileSystem: "exFAT" })); },
  (vm, guest) => { Object.assign(guest.volumes?.[0] ?? {}, { isDynamic: true }); for (const entry of backupComponent(vm)) entry.primaryStatus = "Degraded"; },
];

/** Writers of a Windows server with SQL Server, beside the four that every synthetic guest has. */
const MORE_WRITERS: readonly (readonly [string, string])[] = [
  ["a65faa63-5ea8-4ebc-9dbd-a0c4db26912a", "SqlServerWriter"], ["be000cbe-11fe-4426-9c58-531aa6355fc4", "ASR Writer"],
];

/** A second disk and its volume, and the writers of a server that does something: 5 to 6 kB as for a real VM. */
function furnish(vm: Vm, guest: Guest): void {
  const [first] = vm.disks ?? [];
  if (first !== undefined) {
    const file = first.path?.replace("disk0", "disk1") ?? null;
    vm.disks?.push(aDisk({ ...first, controllerType: "SCSI", lun: 1, path: file, chain: file === null ? null : [file] }));
  }
  guest.volumes?.push(aGuestVolume({ deviceId: "\\\\?\\Volume{c0000000-0000-4000-8000-000000000002}\\", driveLetter: "E:", mountPaths: ["E:\\"] }));
  for (const [id, name] of MORE_WRITERS) guest.vssWriters?.push({ id, name, state: 1, lastError: "none" });
  for (const system of [guest.linux, guest.bsd]) system?.mounts?.push({ source: "/dev/sdb1", target: "/srv", fsType: guest.linux === null ? "ufs" : "ext4", readOnly: false, esp: false });
}

function drawCondition(draw: number): Condition {
  return draw < 0.7 ? "healthy" : draw < 0.85 ? "faulty" : draw < 0.95 ? "guest-unread" : "off";
}

/** Windows Server 2008 with SP2, in the bucket of 2008 R2 (domain.md). */
const SERVER_2008 = { osCaption: "Microsoft Windows Server 2008 Datacenter", osVersion: "6.0.6002", osBuild: 6002, icVersion: "6.0.6002.18005" };

function turnInto2008(host: Host): void {
  Object.assign(host, SERVER_2008);
}
function serveBy2008(vm: Vm, guest: Guest): void {
  if (vm.icVersionHostView !== null) vm.icVersionHostView = SERVER_2008.icVersion;
  if (guest.integrationServicesVersion !== null) guest.integrationServicesVersion = SERVER_2008.icVersion;
}

function vmOf(name: string, draw: () => number, options: EstateOptions): SyntheticVm {
  const [first = "windows", ...rest] = options.families ?? FAMILIES;
  const family = pick([first, ...rest], draw());
  const condition = (options.condition ?? drawCondition)(draw());
  const bend = pick(FAULTS, draw());
  const memory = 2 ** (1 + Math.floor(draw() * 6)) * 1024 ** 3;
  return {
    name, family,
    given(vm, guest) {
      furnish(vm, guest);
      vm.memoryAssignedBytes = memory;
      if (condition === "faulty") bend(vm, guest);
      else if (condition === "guest-unread") withoutGuest(vm, "not-collected", "no KVP, no credential");
      else if (condition === "off") switchOff(vm);
    },
  };
}

/** In the names, and by them in the ids, of every seed's estate but the first's. */
const markOf = (seed: number) => (seed === 1 ? "" : `S${seed}-`);

/** A host of the estate by its number from 0; its own draws, so that any host can be made without those before it. */
export function hostOf(options: EstateOptions, number: number, count: number, firstVm: number): SyntheticHost {
  const seed = options.seed ?? 1;
  const draw = drawsOf(Math.imul(seed, 1_000_003) + number);
  const pair = Math.floor(number / 2);
  const mark = markOf(seed);
  const label = `${mark}${String(pair + 1).padStart(4, "0")}`;
  const vms = Array.from({ length: count }, (_none, index) => vmOf(`${pick(ROLES, draw())}-${mark}${String(firstVm + index + 1).padStart(6, "0")}`, draw, options));
  const name = `HV-${label}-${(number % 2) + 1}`;
  const release = pick(RELEASES, drawsOf(seed + pair)());
  if (pair % 2 === 1) return { name, release, vms, cluster: `CL-${label}` };
  // Only 2008 R2 has cluster shared volumes.
  if (release !== "2008R2" || number % 2 === 1) return { name, release, vms };
  return { name, release, given: turnInto2008, vms: vms.map((vm) => ({ ...vm, given(made, guest) { vm.given?.(made, guest); serveBy2008(made, guest); } })) };
}

/**
 * A made-up estate of any size, one document per host (`synthetic: true`), made as it is read so that it needs no
 * memory. Half of the hosts are nodes of clusters of two; no VM id repeats.
 */
export function* estateOf(options: EstateOptions): Generator<Inventory> {
  const vmsPerHost = options.vmsPerHost ?? 50;
  for (let made = 0, number = 0; made < options.vms; number += 1) {
    const count = Math.min(vmsPerHost, options.vms - made);
    yield documentOf(hostOf(options, number, count, made), options.collectedAt ?? COLLECTED_AT);
    made += count;
  }
}
