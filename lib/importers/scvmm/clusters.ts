import type { InventoryInput } from "@/lib/inventory/document";
import { hostNames, type IgnoredKeys, isRaw, type Raw, rawList, textOf, versionOf } from "../raw";
import type { HostInput } from "./hosts";

export type ClusterInput = NonNullable<InventoryInput["clusters"]>[number];

export interface ScvmmCluster {
  cluster: ClusterInput;
  /** Lower-case FQDNs or names of its nodes. */
  nodes: string[];
}

/** A cluster of `Get-SCVMHostCluster`. `ID` is SCVMM's own and no key of the cluster; its FQDN stands with its nodes. */
export function clusterOf(raw: Raw, ignored: IgnoredKeys): ScvmmCluster | null {
  const named = textOf(raw["ClusterName"]) ?? textOf(raw["Name"]);
  if (named === null) return null;
  ignored.add("cluster", raw, ["ClusterName", "Name", "Nodes", "ID"]);
  const nodes = rawList(raw["Nodes"]);
  const fqdns = nodes.map((node) => isRaw(node["HostCluster"]) ? textOf(node["HostCluster"]["Name"]) : textOf(node["HostCluster"])).filter((text): text is string => text !== null && text.includes("."));
  const names = hostNames(named);
  const addresses = nodes.map((node) => textOf(node["FullyQualifiedDomainName"]) ?? textOf(node["Name"])).filter((text): text is string => text !== null);
  return {
    cluster: {
      name: names.name,
      fqdn: names.fqdn ?? fqdns[0] ?? null,
      nodes: addresses.length === 0 ? null : nodes.flatMap((node) => {
        const address = textOf(node["FullyQualifiedDomainName"]) ?? textOf(node["Name"]);
        const build = versionOf(node["OperatingSystemVersion"])?.split(".")[2];
        return address === null ? [] : [{ name: hostNames(address).name, osBuild: build === undefined ? null : Number(build) }];
      }),
    },
    nodes: addresses.map((address) => address.toLowerCase()),
  };
}

/** The cluster's shared volumes as its nodes list them: path and id, all that SCVMM tells of them. */
export function addSharedVolumes({ cluster }: ScvmmCluster, members: readonly HostInput[]): void {
  const seen = new Map<string, { volumePath: string | null; volumeId: string | null }>();
  for (const member of members) {
    for (const volume of member.volumes ?? []) {
      if (volume.isCsv !== true) continue;
      const key = (volume.uniqueId ?? volume.path ?? "").toLowerCase();
      seen.set(key, { volumePath: volume.path ?? null, volumeId: volume.uniqueId ?? null });
    }
  }
  if (members.some(({ volumes }) => Array.isArray(volumes))) cluster.csvs = [...seen.values()];
}
