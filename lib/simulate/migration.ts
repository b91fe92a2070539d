import type { Inventory, Vm } from "@/lib/inventory/document";
import { drawsOf, hostOf } from "./estate";
import type { SimulationOptions } from "./history";

/** The second node of a pair reads so many intervals before the first, so that a VM may be seen on both, and on none. */
const SECOND_IS_EARLIER = 0.5;
const RETURNING = 0.3;

/** The other node of a host's cluster, when VMs move between the two; null when it has none. */
export function otherNodeOf(options: SimulationOptions, host: number): number | null {
  if ((options.migrating ?? 0) === 0) return null;
  const other = host % 2 === 0 ? host + 1 : host - 1;
  return other < options.hosts && hostOf({ vms: 0, seed: options.seed }, host, 0, 0).cluster !== undefined ? other : null;
}

/** Intervals since the start at which a host is read for its document `place`. */
export function readingOf(options: SimulationOptions, host: number, place: number): number {
  return host % 2 === 1 && otherNodeOf(options, host) !== null ? place - SECOND_IS_EARLIER : place;
}

/**
 * The node that has a VM, so many intervals after the start: the host on which it begins, or the other one. Every move
 * is over before either node sends its last document.
 */
export function nodeOf(options: SimulationOptions, host: number, index: number, intervals: number): number {
  const other = otherNodeOf(options, host);
  const draw = drawsOf(Math.imul(options.seed, 52_711) + host * options.vmsPerHost + index);
  const places = options.documents - 2;
  if (other === null || places < 1 || draw() >= (options.migrating ?? 0)) return host;
  const move = (from: number) => from + Math.floor(draw() * (places - from)) + (draw() < 0.5 ? 0.25 : 0.75);
  const away = move(0);
  const next = Math.ceil(away);
  const back = draw() < RETURNING && next < places ? move(next) : Number.POSITIVE_INFINITY;
  return intervals > away && intervals <= back ? other : host;
}

/** The id of each VM and the number of the host that has it in the end. */
export function ownersOf(options: SimulationOptions, vmsOf: (host: number) => readonly Pick<Vm, "id">[]): Map<string, number> {
  const owners = new Map<string, number>();
  for (let host = 0; host < options.hosts; host += 1) {
    for (const [index, { id }] of vmsOf(host).entries()) if (id !== null) owners.set(id, nodeOf(options, host, index, options.documents));
  }
  return owners;
}

/** Leaves in a host's document the VMs that it has at this time, with those that came from the other node; the cluster says who has which. */
export function moveVms(options: SimulationOptions, host: number, other: number, intervals: number, document: Inventory, vmsOfOther: readonly Vm[]): void {
  const [own] = document.hosts;
  if (own === undefined) return;
  const all = [[host, own.vms], [other, vmsOfOther]] as const;
  const placed = all.flatMap(([home, vms]) => vms.map((vm, index) => ({ vm, node: nodeOf(options, home, index, intervals) })));
  own.vms = placed.filter(({ node }) => node === host).map(({ vm }) => vm);
  for (const each of own.attempted ?? []) if (each.section === "vms") each.rows = own.vms.length;
  const nameOf = (node: number) => hostOf({ vms: 0, seed: options.seed }, node, 0, 0).name;
  for (const cluster of document.clusters) cluster.roles = placed.map(({ vm, node }) => ({ name: vm.name, vmId: vm.id, state: vm.state === "Off" ? "Offline" : "Online", owner: nameOf(node) }));
}
