import type { InventoryInput } from "@/lib/inventory/document";
import { guidOf, hostNames, IgnoredKeys, type Raw, textOf } from "../raw";
import { clusterOf, type ClusterInput, nameIn } from "./cluster";
import { isOfNow, vhdsByPath } from "./disks";
import { type CmdletFamily, isReadFamily, READ_FAMILIES } from "./families";
import { type HostInput, hostOf, readAt } from "./hosts";
import { ownerOf, type VmInput, vmNameOf, vmOf, type VmRelated } from "./vms";

export interface CmdletFile {
  families: ReadonlyMap<CmdletFamily, readonly Raw[]>;
  /** False when one object stands where a list is usual: it may be one VM of many. */
  listed: boolean;
}

const CLUSTER_FAMILIES: readonly CmdletFamily[] = ["Get-Cluster", "Get-ClusterNode", "Get-ClusterSharedVolume", "Get-ClusterSharedVolumeState", "Get-ClusterGroup"];

/** The computer that a record names; null when it names none. */
function computerOf(family: CmdletFamily, raw: Raw): string | null {
  if (CLUSTER_FAMILIES.includes(family)) return null;
  const named = textOf(raw["ComputerName"]) ?? textOf(raw["PSComputerName"]) ?? textOf(raw["CSName"]);
  return named ?? (family === "Get-VMHost" ? textOf(raw["Name"]) : nameIn(raw["CimSystemProperties"]));
}

interface HostRecords {
  address: string;
  families: Map<CmdletFamily, Raw[]>;
}

interface Sorted {
  hosts: HostRecords[];
  cluster: Map<CmdletFamily, Raw[]>;
  /** Records that name no host while several hosts are there, by family. */
  homeless: Map<CmdletFamily, number>;
}

function put(families: Map<CmdletFamily, Raw[]>, family: CmdletFamily, raw: Raw): void {
  const list = families.get(family);
  if (list) list.push(raw);
  else families.set(family, [raw]);
}

/** Sorts records by the host that they name; those that name none belong to the only host there is. */
function sortByHost(files: readonly CmdletFile[], unnamed: string): Sorted {
  const hosts = new Map<string, HostRecords>();
  const cluster = new Map<CmdletFamily, Raw[]>();
  const nameless: [CmdletFamily, Raw][] = [];
  for (const { families } of files) {
    for (const [family, records] of families) {
      if (!isReadFamily(family)) continue;
      for (const raw of records) {
        if (CLUSTER_FAMILIES.includes(family)) {
          put(cluster, family, raw);
          continue;
        }
        const address = computerOf(family, raw);
        if (address === null) {
          nameless.push([family, raw]);
          continue;
        }
        const key = hostNames(address).name.toLowerCase();
        const host = hosts.get(key) ?? { address, families: new Map<CmdletFamily, Raw[]>() };
        if (hostNames(host.address).fqdn === null && hostNames(address).fqdn !== null) host.address = address;
        hosts.set(key, host);
        put(host.families, family, raw);
      }
    }
  }
  const homeless = new Map<CmdletFamily, number>();
  if (hosts.size === 0 && nameless.length > 0) hosts.set("", { address: unnamed, families: new Map() });
  const [only] = [...hosts.values()];
  for (const [family, raw] of nameless) {
    if (hosts.size === 1 && only) put(only.families, family, raw);
    else homeless.set(family, (homeless.get(family) ?? 0) + 1);
  }
  return { hosts: [...hosts.values()], cluster, homeless };
}

/** Drives, checkpoints or services of one VM: by GUID, and by name only where the record has no GUID. */
function related(records: readonly Raw[] | undefined, id: string | null, name: string): Raw[] | undefined {
  return records?.filter((raw) => {
    const owner = ownerOf(raw);
    return owner === null ? id === null && vmNameOf(raw) === name : owner === id;
  });
}

interface VmsOfHost {
  vms: VmInput[];
  /** Records of VMs that Get-VM does not list. */
  strays: number;
}

function vmsOf({ families }: HostRecords, ignored: IgnoredKeys): VmsOfHost {
  const drives = families.get("Get-VMHardDiskDrive")?.filter(isOfNow);
  const snapshots = families.get("Get-VMSnapshot");
  const services = families.get("Get-VMIntegrationService");
  const vhds = vhdsByPath(families.get("Get-VHD") ?? [], ignored);
  const gather = (id: string | null, name: string): VmRelated => ({ drives: related(drives, id, name), snapshots: related(snapshots, id, name), services: related(services, id, name), vhds });
  const listed = families.get("Get-VM");
  if (listed) {
    const ids = new Set(listed.map((raw) => guidOf(raw["Id"]) ?? guidOf(raw["VMId"])));
    const strays = [...(drives ?? []), ...(snapshots ?? []), ...(services ?? [])].filter((raw) => !ids.has(ownerOf(raw))).length;
    return { strays, vms: listed.map((raw) => {
      const named = { id: guidOf(raw["Id"]) ?? guidOf(raw["VMId"]), name: vmNameOf({ VMName: raw["Name"] ?? raw["VMName"] }) };
      return vmOf(raw, named, gather(named.id, named.name), ignored);
    }) };
  }
  const named = new Map<string, { id: string | null; name: string }>();
  for (const raw of [...(drives ?? []), ...(snapshots ?? []), ...(services ?? [])]) {
    const id = ownerOf(raw);
    const name = typeof raw["VMName"] === "string" ? raw["VMName"] : "";
    if (id !== null || name !== "") named.set(id ?? `name ${name}`, { id, name });
  }
  return { strays: 0, vms: [...named.values()].map((of) => vmOf(null, of, gather(of.id, of.name), ignored)) };
}

function attemptsOf(families: ReadonlyMap<CmdletFamily, readonly Raw[]>, cluster: ClusterInput | null, listed: boolean): NonNullable<HostInput["attempted"]> {
  const rows = (family: CmdletFamily) => families.get(family)?.length ?? null;
  const sections: [NonNullable<HostInput["attempted"]>[number]["section"], CmdletFamily][] = [["volumes", "Get-Volume"], ["vms", "Get-VM"], ["disks", "Get-VMHardDiskDrive"], ["checkpoints", "Get-VMSnapshot"], ["integration", "Get-VMIntegrationService"]];
  return [
    ...(families.has("Win32_OperatingSystem") || families.has("Get-VMHost") ? [{ section: "host" as const, complete: true }] : []),
    ...(cluster ? [{ section: "cluster" as const, complete: true }] : []),
    ...sections.filter(([, family]) => families.has(family)).map(([section, family]) => ({ section, complete: section !== "vms" || listed, rows: rows(family) })),
  ];
}

/** Nodes as hosts, where only outputs about the cluster came. */
function nodesAsHosts(cluster: ClusterInput): HostRecords[] {
  return (cluster.nodes ?? []).map(({ name }) => ({ address: name, families: new Map<CmdletFamily, Raw[]>() }));
}

/** Names of the cmdlets whose output is among the files, for people. */
export function familiesText(files: readonly CmdletFile[]): string {
  const found = new Set(files.flatMap(({ families }) => [...families.keys()]));
  const order = [...READ_FAMILIES, ...[...found].filter((family) => !isReadFamily(family))];
  return order.filter((family) => found.has(family)).join(", ");
}

/**
 * Cmdlet outputs that came together to one document per host. What a file does not carry stays unread; what names no
 * host belongs to the only one there is. `unnamed` is the host's name where no file names any.
 */
export function cmdletDocuments(files: readonly CmdletFile[], headerOf: (host: string) => InventoryInput["header"], unnamed: string): { documents: InventoryInput[]; notes: string[]; ignored: IgnoredKeys } {
  const ignored = new IgnoredKeys();
  const sorted = sortByHost(files, unnamed);
  const cluster = clusterOf(sorted.cluster, ignored);
  const listed = files.every((file) => file.listed || !file.families.has("Get-VM"));
  const notes: string[] = [];
  const records = sorted.hosts.length > 0 ? sorted.hosts : cluster ? nodesAsHosts(cluster) : [];
  const documents = records.flatMap((of): InventoryInput[] => {
    for (const [family, list] of sorted.cluster) of.families.set(family, list);
    const host = hostOf(of.address, of.families, cluster, ignored);
    const { vms, strays } = vmsOf(of, ignored);
    const ofCluster = host.isClusterNode === true && cluster !== null;
    if (strays > 0) notes.push(`${strays} drives, checkpoints or services on ${host.name} belong to VMs that Get-VM does not list: left out.`);
    const time = readAt(of.families);
    const attempted = attemptsOf(of.families, ofCluster ? cluster : null, listed);
    if (attempted.length === 0) return [];
    return [{
      schema: "quiesce.inventory/1", header: { ...headerOf(of.address), ...(time === null ? {} : { finishedAt: time }) },
      origin: { kind: "host", name: host.name, format: "cmdlets" }, clusters: ofCluster ? [cluster] : [],
      hosts: [{ ...host, vms, attempted }],
    }];
  });
  const unread = [...new Set(files.flatMap(({ families }) => [...families.keys()]))].filter((family) => !isReadFamily(family));
  if (unread.length > 0) notes.push(`${unread.join(", ")}: understood; no requirement reads what ${unread.length === 1 ? "it holds" : "they hold"}.`);
  for (const [family, count] of sorted.homeless) notes.push(`${count} of ${family} name no host while there are ${sorted.hosts.length}: left out. Put the files of each host into a folder of its own.`);
  if (documents.length === 0 && sorted.hosts.length > 0) notes.push(`${familiesText(files)} alone says nothing of a VM: add the output of Get-VM and Get-VMHardDiskDrive.`);
  if (cluster && documents.length === 0) notes.push(`Cluster ${cluster.name} without its nodes: add the output of Get-ClusterNode.`);
  return { documents, notes, ignored };
}
