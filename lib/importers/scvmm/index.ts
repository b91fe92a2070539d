import type { InventoryInput } from "@/lib/inventory/document";
import { hostNames, IgnoredKeys, isRaw, type Raw, rawList, textOf } from "../raw";
import { addSharedVolumes, clusterOf, type ScvmmCluster } from "./clusters";
import { type HostInput, hostOf, type ScvmmHost } from "./hosts";
import { hostAddressOf, type VmInput, vmOf } from "./vms";

/** The outputs of one SCVMM that came together. Null = that cmdlet's output is not among them. */
export interface ScvmmParts {
  vms: readonly Raw[] | null;
  hosts: readonly Raw[] | null;
  clusters: readonly Raw[] | null;
  /** A single VM where a list is usual may be a filtered output: then nobody may conclude that others are gone. */
  listed: boolean;
}

type Attempts = NonNullable<HostInput["attempted"]>;
const attempt = (section: Attempts[number]["section"], rows: number | null): Attempts[number] => ({ section, complete: true, rows });

function attemptsOf(of: ScvmmHost | null, vms: readonly VmInput[] | null, parts: ScvmmParts): Attempts {
  const attempts: Attempts = [];
  if (of && !of.reachable) {
    const errors = [{ reason: "unreachable", text: "SCVMM cannot reach the host" }];
    return [{ section: "host", complete: false, errors }, ...(vms ? [{ section: "vms" as const, complete: false, errors }] : [])];
  }
  if (of) {
    attempts.push(attempt("host", 1));
    if (of.host.volumes) attempts.push(attempt("volumes", of.host.volumes.length));
    if (of.host.smbShares) attempts.push(attempt("shares", of.host.smbShares.length));
  }
  if (parts.clusters) attempts.push(attempt("cluster", null));
  if (vms) attempts.push({ section: "vms", complete: parts.listed, rows: vms.length }, attempt("disks", null), attempt("checkpoints", null), attempt("integration", null));
  return attempts;
}

function serverOf(parts: ScvmmParts): string | null {
  for (const record of [...(parts.vms ?? []), ...(parts.hosts ?? [])]) {
    const server = record["ServerConnection"];
    if (isRaw(server)) return textOf(server["FQDN"]) ?? textOf(server["FullyQualifiedDomainName"]) ?? textOf(server["Name"]);
  }
  return null;
}

interface Grouped {
  hosts: { of: ScvmmHost | null; address: string; vms: Raw[] }[];
  inLibrary: number;
}

function group(parts: ScvmmParts, ignored: IgnoredKeys): Grouped {
  const hosts = new Map<string, Grouped["hosts"][number]>();
  for (const raw of parts.hosts ?? []) {
    const of = hostOf(raw, ignored);
    if (of) hosts.set((of.host.fqdn ?? of.host.name).toLowerCase(), { of, address: of.host.fqdn ?? of.host.name, vms: [] });
  }
  let inLibrary = 0;
  for (const raw of parts.vms ?? []) {
    const address = hostAddressOf(raw);
    if (address === null) {
      inLibrary += 1;
      continue;
    }
    const known = hosts.get(address.toLowerCase()) ?? { of: null, address, vms: [] };
    hosts.set(address.toLowerCase(), known);
    known.vms.push(raw);
  }
  return { hosts: [...hosts.values()], inLibrary };
}

function join(clusters: readonly ScvmmCluster[], hosts: Map<string, HostInput>): void {
  for (const entry of clusters) {
    const members: HostInput[] = [];
    for (const node of entry.nodes) {
      const host = hosts.get(node) ?? { ...hostNames(node), attempted: [{ section: "cluster" as const, complete: true }] };
      hosts.set(node, host);
      host.isClusterNode = true;
      host.clusterName = entry.cluster.name;
      members.push(host);
    }
    addSharedVolumes(entry, members);
  }
}

const counted = (count: number, of: string) => `${count} ${of}${count === 1 ? "" : "s"}`;

/** SCVMM's outputs to one document of a management server. What they do not carry stays unread. */
export function scvmmDocument(parts: ScvmmParts, header: InventoryInput["header"]): { document: InventoryInput; notes: string[]; ignored: IgnoredKeys } {
  const ignored = new IgnoredKeys();
  const clusters = (parts.clusters ?? []).flatMap((raw) => clusterOf(raw, ignored) ?? []);
  const grouped = group(parts, ignored);
  const hosts = new Map<string, HostInput>();
  let vmCount = 0;
  let withoutId = 0;
  for (const { of, address, vms: raws } of grouped.hosts) {
    const vms = parts.vms === null ? null : raws.map((raw) => vmOf(raw, of?.volumeIds ?? new Map<string, string>(), ignored));
    vmCount += vms?.length ?? 0;
    withoutId += vms?.filter(({ id }) => id === null).length ?? 0;
    const host: HostInput = of?.host ?? { ...hostNames(address), absent: [{ fact: "*", reason: "not-collected", text: "the export holds no host: add the output of Get-SCVMHost" }] };
    hosts.set(address.toLowerCase(), { ...host, vms: vms ?? [], attempted: attemptsOf(of, vms, parts) });
  }
  join(clusters, hosts);
  const notes = [
    `${counted(vmCount, "VM")} on ${counted(hosts.size, "host")}${clusters.length > 0 ? `, ${counted(clusters.length, "cluster")}` : ""}.`,
    "Guest services and volumes, checkpoint kinds, statuses of integration services and disk chains are not in this kind of file: unknown.",
  ];
  if (grouped.inLibrary > 0) notes.push(`${counted(grouped.inLibrary, "VM")} in the library, on no host: left out.`);
  if (withoutId > 0) notes.push(`${counted(withoutId, "VM")} without a GUID in VMCPath: judge shows, nothing stores ${withoutId === 1 ? "it" : "them"}.`);
  if (parts.hosts === null && parts.vms !== null) notes.push("The file holds no hosts: Windows version and volumes are unknown. Get-SCVMHost adds them.");
  const document: InventoryInput = { schema: "quiesce.inventory/1", header, origin: { kind: "management-server", name: serverOf(parts), format: "scvmm" }, clusters: clusters.map(({ cluster }) => cluster), hosts: [...hosts.values()] };
  return { document, notes, ignored };
}

const looksLikeVm = (record: Raw) => "VMCPath" in record || (("VirtualMachineStateString" in record || "VirtualMachineState" in record) && ("HostName" in record || "VMHost" in record));
const looksLikeHost = (record: Raw) => "HyperVStateString" in record || ("VirtualizationPlatformString" in record && "DiskVolumes" in record);
const looksLikeCluster = (record: Raw) => "Nodes" in record && ("ClusterName" in record || "ClusterReserve" in record || "HostCluster" in record);

/** Which of the three outputs a record is from; null for any other record. */
export function scvmmPartOf(record: Raw): "vms" | "hosts" | "clusters" | null {
  return looksLikeVm(record) ? "vms" : looksLikeHost(record) ? "hosts" : looksLikeCluster(record) ? "clusters" : null;
}

/** The bundle of one script: `{ems, vms, hosts, clusters, images, ...}`. Null when it is none. */
export function scvmmBundle(value: unknown): (ScvmmParts & { templates: number; others: string[] }) | null {
  if (!isRaw(value) || !("vms" in value) || !("hosts" in value)) return null;
  const vms = rawList(value["vms"]);
  const hosts = rawList(value["hosts"]);
  if (![...vms, ...hosts].some((record) => scvmmPartOf(record) !== null) && !("ems" in value)) return null;
  const part = (key: string) => key in value ? rawList(value[key]) : null;
  return {
    vms: vms.filter(looksLikeVm), hosts, clusters: part("clusters"), listed: Array.isArray(value["vms"]),
    templates: part("images")?.length ?? 0,
    others: Object.keys(value).filter((key) => !["vms", "hosts", "clusters", "images", "ems"].includes(key)),
  };
}
