import type { Cluster, Guest, Host, Inventory, Vm } from "../document";
import { SCHEMA_ID } from "../document";
import { SECTIONS } from "../host";
import { aCluster, aHost, aVm, type GuestFamily, type HostRelease, onCsv } from "../testing";

/** One made-up VM: healthy but for what `given` bends. */
export interface SyntheticVm {
  name: string;
  family?: GuestFamily;
  given?(vm: Vm, guest: Guest): void;
}
export interface SyntheticHost {
  name: string;
  release: HostRelease;
  cluster?: string;
  /** Hours before the estate's collection time at which this host was read. */
  hoursAgo?: number;
  given?(host: Host, cluster: Cluster | null): void;
  vms: readonly SyntheticVm[];
}

/** A stable GUID of a name: four FNV-1a hashes. Made-up data needs no secrecy, only the same id every time. */
export function guidOf(name: string): string {
  const hash = (seed: number) => {
    let value = seed;
    for (let index = 0; index < name.length; index += 1) value = Math.imul(value ^ name.charCodeAt(index), 16_777_619) >>> 0;
    return value.toString(16).padStart(8, "0");
  };
  const digits = [2166136261, 84696351, 3735928559, 1597463007].map(hash).join("");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

const rename = (value: string, from: string, to: string) => value.replaceAll(from, to);

function vmOf(host: SyntheticHost, of: SyntheticVm, readAt: string): Vm {
  const family = of.family ?? "windows";
  const plain = aVm(host.release, family);
  const base = host.cluster === undefined ? plain : { ...onCsv(host.release).vm, guest: plain.guest };
  const vm: Vm = structuredClone(base);
  const own = (path: string | null) => (path === null ? null : rename(path, "VM01", of.name));
  Object.assign(vm, { id: guidOf(`vm ${of.name}`), name: of.name, observedAt: null, configLocation: own(vm.configLocation), snapshotFileLocation: own(vm.snapshotFileLocation) });
  for (const disk of vm.disks ?? []) Object.assign(disk, { path: own(disk.path), chain: disk.chain?.map((file) => rename(file, "VM01", of.name)) ?? null });
  vm.lastSuccessfulBackupTime = new Date(Date.parse(readAt) - 9 * 3_600_000).toISOString();
  if (vm.guest !== null) {
    vm.guest.collectedAt = readAt;
    of.given?.(vm, vm.guest);
  }
  return vm;
}

/** The inventory document of one made-up host, as its collector would send it; `synthetic` in the header. */
export function documentOf(of: SyntheticHost, collectedAt: string): Inventory {
  const readAt = new Date(Date.parse(collectedAt) - (of.hoursAgo ?? 0) * 3_600_000).toISOString();
  const vms = of.vms.map((vm) => vmOf(of, vm, readAt));
  const cluster = of.cluster === undefined ? null : aCluster(of.release, {
    id: guidOf(`cluster ${of.cluster}`), name: of.cluster, fqdn: `${of.cluster.toLowerCase()}.example.test`, observedAt: readAt,
    nodes: [1, 2].map((node) => ({ name: `${of.name.slice(0, -1)}${node}`, state: "Up", osBuild: aHost(of.release).osBuild })),
    roles: vms.map((vm) => ({ name: vm.name, vmId: vm.id, state: vm.state === "Off" ? "Offline" : "Online", owner: of.name })),
  });
  for (const csv of cluster?.csvs ?? []) {
    csv.ownerNode = of.name;
    csv.perNode?.forEach((entry, index) => { entry.node = `${of.name.slice(0, -1)}${index + 1}`; });
  }
  const shape = cluster === null ? aHost(of.release) : { ...onCsv(of.release).host, clusterName: cluster.name, clusterId: cluster.id };
  const host: Host = structuredClone({
    ...shape, name: of.name, fqdn: `${of.name.toLowerCase()}.example.test`, installId: guidOf(`host ${of.name}`), hardwareUuid: guidOf(`board ${of.name}`), observedAt: readAt,
    attempted: SECTIONS.map((section) => ({ section, complete: true, rows: section === "vms" ? vms.length : null, durationMs: null, errors: [] })),
  });
  of.given?.(host, cluster);
  return {
    schema: SCHEMA_ID,
    header: { documentId: `synthetic-${of.name}-${readAt}`, senderId: guidOf(`host ${of.name}`), epoch: null, sequence: null, intervalSeconds: 3600, startedAt: readAt, finishedAt: readAt, timeFrom: "sender", synthetic: true, collector: { name: "quiesce synthetic estate", version: "1", elevated: true, runAs: null, psVersion: null, psEdition: null, language: null, computer: null }, dropped: null },
    origin: { kind: "host", name: of.name, format: "quiesce" },
    clusters: cluster === null ? [] : [cluster],
    hosts: [{ ...host, vms }],
  };
}
