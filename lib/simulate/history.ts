import type { Inventory, Vm } from "@/lib/inventory/document";
import { documentOf } from "@/lib/inventory/synthetic/host-document";
import { backupComponent } from "@/lib/inventory/synthetic/old-hosts";
import { drawsOf, hostOf } from "./estate";
import { moveVms, otherNodeOf, ownersOf, readingOf } from "./migration";

export interface SimulationOptions {
  hosts: number;
  vmsPerHost: number;
  /** Documents that each host sends. */
  documents: number;
  /** The same options give the same documents. */
  seed: number;
  /** ISO time of the first document. */
  start: string;
  intervalSeconds: number;
  /** Share of the VMs, 0 to 1, whose backup component is switched off from time to time; default one in ten. */
  flipping?: number;
  /** Share of the hosts, 0 to 1, whose clock is a day ahead or behind; default none. */
  skewed?: number;
  /** Share of the VMs in clusters, 0 to 1, that are migrated live to the other node, some of them back; default none. */
  migrating?: number;
}

const DAY = 86_400_000;
/** A flipping VM is at fault in every third document. */
const PERIOD = 3;

/** The name of a host by its number from 0; no VM is made for it. */
export function hostNameOf(options: Pick<SimulationOptions, "seed">, host: number): string {
  return hostOf({ vms: 0, seed: options.seed }, host, 0, 0).name;
}

/** Milliseconds by which the clock of a host is wrong: 0 for all but the skewed ones. */
export function skewOf(options: SimulationOptions, host: number): number {
  const draw = drawsOf(Math.imul(options.seed, 7_919) + host);
  return draw() < (options.skewed ?? 0) ? (draw() < 0.5 ? -DAY : DAY) : 0;
}

function ageVm(vm: Vm, elapsedSeconds: number, draw: number): void {
  if (vm.uptimeSeconds !== null && vm.state === "Running") vm.uptimeSeconds += elapsedSeconds;
  const [volume] = vm.guest?.volumes ?? [];
  if (volume?.freeBytes !== null && volume?.freeBytes !== undefined) volume.freeBytes = Math.max(0, volume.freeBytes - Math.floor(draw * 4096) * 4096);
}

/**
 * Document `place` (from 0) of a host: the inventory that its collector would send then, `synthetic: true`. Uptime,
 * free space and times move on from document to document; of the flipping VMs each is at fault in every third.
 * @param epoch given by the server at enrolment; null for a file
 */
export function documentAt(options: SimulationOptions, host: number, place: number, epoch: number | null): Inventory {
  const { seed, intervalSeconds } = options;
  const intervals = readingOf(options, host, place);
  const elapsed = intervals * intervalSeconds;
  const readAt = new Date(Date.parse(options.start) + elapsed * 1000 + skewOf(options, host)).toISOString();
  const inventory = madeAt(options, host, place, elapsed, readAt);
  inventory.header = {
    ...inventory.header, documentId: `simulated-${seed}-${options.start}-${host}-${place}`, epoch, sequence: epoch === null ? null : place + 1, intervalSeconds,
    collector: inventory.header.collector === null ? null : { ...inventory.header.collector, name: "quiesce simulate" },
  };
  const other = otherNodeOf(options, host);
  if (other !== null) moveVms(options, host, other, intervals, inventory, madeAt(options, other, place, elapsed, readAt).hosts[0]?.vms ?? []);
  return inventory;
}

/** The name of the host on which each VM is in the end, by the VM's id. */
export function endOf(options: SimulationOptions): Map<string, string> {
  const owners = ownersOf(options, (host) => madeAt(options, host, 0, 0, options.start).hosts[0]?.vms ?? []);
  return new Map([...owners].map(([id, host]) => [id, hostNameOf(options, host)]));
}

/** A host with the VMs that begin there, as they are so many seconds after the start. */
function madeAt(options: SimulationOptions, host: number, place: number, elapsed: number, readAt: string): Inventory {
  const { seed, vmsPerHost } = options;
  const inventory = documentOf(hostOf({ vms: 0, seed }, host, vmsPerHost, host * vmsPerHost), readAt);
  for (const [index, vm] of (inventory.hosts[0]?.vms ?? []).entries()) {
    const draw = drawsOf(Math.imul(seed, 31_337) + host * vmsPerHost + index);
    const flips = draw() < (options.flipping ?? 0.1);
    if (flips && (place + Math.floor(draw() * PERIOD)) % PERIOD === 0) for (const component of backupComponent(vm)) component.enabled = !(component.enabled ?? false);
    // Last backups do not depend on the day of the simulation, so that only what is meant to change changes.
    vm.lastSuccessfulBackupTime = vm.lastSuccessfulBackupTime === null ? null : new Date(Date.parse(options.start) - 9 * 3_600_000).toISOString();
    ageVm(vm, elapsed, draw() * place);
  }
  return inventory;
}
