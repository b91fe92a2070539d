import type { Cluster, Host } from "./document";

const same = (a: string | null, b: string | null) => a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
const shortName = (name: string) => name.split(".")[0] ?? name;

/** The cluster of a host among those of its document: by id, else by name or FQDN; null for a host in none. */
export function clusterOf(host: Pick<Host, "isClusterNode" | "clusterId" | "clusterName">, clusters: readonly Cluster[]): Cluster | null {
  if (host.isClusterNode === false) return null;
  const byId = clusters.find((cluster) => same(cluster.id, host.clusterId));
  if (byId !== undefined) return byId;
  const wanted = host.clusterName;
  if (wanted === null) return null;
  return clusters.find((cluster) => same(cluster.name, wanted) || same(cluster.fqdn, wanted) || same(shortName(cluster.name), shortName(wanted))) ?? null;
}
