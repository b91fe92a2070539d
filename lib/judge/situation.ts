import type { Cluster, Guest, Host, Vm } from "@/lib/inventory/document";
import { reasonOf } from "@/lib/inventory/fact";
import { isGuestWritten, type Records } from "./freshness";
import { bucketOf, buildOf, type Bucket, releaseName } from "./facts/host-release";
import type { Level, Missing } from "./outcome";
import type { Product, Settings } from "./policy";
import { powerOf, type Power } from "./facts/power";
import type { Family } from "./facts/family";
import type { Facts } from "./requirement";
import { filesOf, type VmFile } from "./facts/storage";

/** What is derived once per VM and given to every check. */
export interface Situation {
  /** Milliseconds since 1970 of the judgement. */
  now: number;
  bucket: Bucket | null;
  build: number | null;
  /** "Server 2012 R2". */
  release: string;
  hostName: string;
  clusterName: string | null;
  vmId: string | null;
  vmName: string;
  /** Member of a cluster; null when not read. */
  clustered: boolean | null;
  power: Power | null;
  /** Family of the guest; null when nobody named it. During step 8 the engine may try each of the four. */
  family: Family | null;
  /** ReplicationMode Replica or ExtendedReplica and known not to run. */
  replicaAtRest: boolean;
  /** How the backup asks (domain.md 4.2): always vss up to W12R2 unless a guest agent. */
  api: "vss" | "wmi-checkpoint" | "guest-agent";
  settings: Settings;
  product: Product;
  /** Files of the VM (no pass-through) joined with the host's volumes; null when the disk list was not read. */
  files: readonly VmFile[] | null;
  /** When host and VM facts were read, and when guest facts were; null when not told. */
  readAt: string | null;
  guestReadAt: string | null;
  /** The guest itself wrote its facts: nobody else vouches for them. */
  guestWritten: boolean;
  /** Other VMs of the same host, for requirements about the host's VMs together; counts only. */
  neighbours: Neighbours;
  /** Why a fact has no value, or, where it has one that settles nothing, that value as `ambiguous`. */
  missing(level: Level, path: string): Missing;
}
export interface Neighbours {
  /** VMs of this host with the same name, this one included. */
  sameName: number;
  /** VMs of this host in BackingUpVirtualMachine. */
  backingUp: number;
  /** Bytes of disk of all VMs per lower-cased volume key (uniqueId or path). */
  diskBytesByVolume: ReadonlyMap<string, number>;
}
export const NO_NEIGHBOURS: Neighbours = { sameName: 1, backingUp: 0, diskBytesByVolume: new Map() };

export interface Subject {
  host: Host;
  cluster: Cluster | null;
  vm: Vm;
}

const FAMILIES: readonly string[] = ["windows", "linux", "bsd", "other"];
function familyOf(guest: Guest): Family | null {
  const word = guest.osFamily?.toLowerCase();
  return word !== undefined && FAMILIES.includes(word) ? word as Family : null;
}

/** What stands at a path of a record, such as `volumes[1].fileSystem`; undefined where nothing does. */
function valueAt(record: object, path: string): unknown {
  let value: unknown = record;
  for (const part of path.includes(".") || path.includes("[") ? path.split(/[.[\]]+/) : [path]) {
    if (part === "") continue;
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/** Derives the situation of one VM. `records` are the facts as the judge may use them (stale ones already removed). */
export function situationOf(records: Records, settings: Settings, now: number, neighbours: Neighbours): Situation {
  const { host, cluster, vm, guest } = records;
  const bucket = bucketOf(host);
  const power = powerOf(vm.state, vm.stateRaw);
  const product = settings.product;
  const replica = vm.replicationMode === "Replica" || vm.replicationMode === "ExtendedReplica";
  const api = product.api === "guest-agent" ? "guest-agent"
    : bucket !== null && bucket !== "W16+" ? "vss"
    : product.api === "vss" ? "vss" : "wmi-checkpoint";
  return {
    now, bucket, build: buildOf(host), release: releaseName(host), hostName: host.name,
    clusterName: host.clusterName, vmId: vm.id, vmName: vm.name, clustered: host.isClusterNode, power,
    family: familyOf(guest), replicaAtRest: replica && power !== null && power !== "running",
    api, settings, product, files: filesOf(vm, host, cluster),
    readAt: vm.observedAt ?? host.observedAt, guestReadAt: guest.collectedAt, guestWritten: isGuestWritten(guest.evidence), neighbours,
    missing(level, path) {
      const fact = `${level}.${path}`;
      const value = valueAt(records[level], path);
      if (typeof value === "string" || typeof value === "number") return { fact, reason: "ambiguous", text: value === "" ? "an empty word" : String(value).slice(0, 64) };
      const { reason, text } = level === "guest" ? reasonOf(records.guestAbsent, fact) : reasonOf(records[level].absent, path);
      return text === undefined ? { fact, reason } : { fact, reason, text };
    },
  };
}
export type { Facts };
