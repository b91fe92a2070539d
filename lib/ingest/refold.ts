import type pg from "pg";
import { clusterKeysOf, clusterLabel, dropEmptyClusters, findCluster, keepView } from "./clusters";
import { foldHost, foldVm, type HostReading, type HostState, newHost, readingsOf, type VmState } from "./fold";
import { readKept } from "./kept-document";
import { type JudgeContext, judgeAndStore } from "./judge-hosts";
import { loadHosts, loadVmsOf, membersOf } from "./state";

interface KeptRow {
  documentId: string;
  place: number;
  hostId: string;
  sha256: string;
  receivedAt: Date;
}

/** Everything that shares a cluster with these hosts, them included. */
async function withPeers(client: pg.PoolClient, hostIds: ReadonlySet<string>): Promise<Set<string>> {
  const all = new Set(hostIds);
  for (const host of await loadHosts(client, [...hostIds])) {
    if (host.clusterId !== null) for (const id of await membersOf(client, host.clusterId)) all.add(id);
  }
  return all;
}

/** The kept documents of these hosts, oldest first, one at a time. */
async function eachReading(client: pg.PoolClient, kept: readonly KeptRow[], use: (hostId: string, reading: HostReading) => void): Promise<void> {
  let documentId = "";
  let readings: HostReading[] = [];
  for (const row of kept) {
    if (row.documentId !== documentId) {
      const inventory = await readKept(client, row.documentId);
      if (inventory === null) continue;
      readings = readingsOf(inventory, { id: row.documentId, sha256: row.sha256, receivedAt: row.receivedAt.toISOString() });
      documentId = row.documentId;
    }
    const reading = readings[row.place];
    if (reading !== undefined) use(row.hostId, reading);
  }
}

async function settleClusters(client: pg.PoolClient, hosts: Iterable<HostState>): Promise<void> {
  for (const host of hosts) {
    const keys = clusterKeysOf(host);
    host.clusterId = keys === null ? null : await findCluster(client, keys, clusterLabel(host));
    if (host.clusterId !== null && host.view !== null) await keepView(client, host.clusterId, host.view);
  }
}

/** Gives folded VMs the ids that they had: the oldest row of the same GUID in the same scope, or of a host now in it. */
function keepIds(vms: readonly VmState[], before: readonly VmState[], hosts: ReadonlyMap<string, HostState>): void {
  const scopeOf = (hostId: string) => hosts.get(hostId)?.clusterId ?? hostId;
  const byGuid = new Map<string, VmState[]>();
  for (const vm of before) byGuid.set(vm.guid, [...(byGuid.get(vm.guid) ?? []), vm]);
  const used = new Set<string>();
  const owned = (vm: VmState) => (byGuid.get(vm.guid)?.some((old) => old.hostId === vm.hostId) === true ? 0 : 1);
  for (const vm of [...vms].sort((a, b) => owned(a) - owned(b))) {
    const fitting = (byGuid.get(vm.guid) ?? []).filter((old) => !used.has(old.id) && (old.scopeId === vm.scopeId || scopeOf(old.hostId) === vm.scopeId));
    const oldest = fitting.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1))[0];
    if (oldest === undefined) continue;
    used.add(oldest.id);
    vm.id = oldest.id;
    vm.createdAt = oldest.createdAt;
  }
}

/**
 * Folds all kept documents of these hosts, and of the clusters they are or were in, from the beginning: after a removal,
 * a merge of hosts, or a change of cluster. Hosts without a document are removed. Ids of hosts and VMs stay.
 */
export async function refold(client: pg.PoolClient, hostIds: ReadonlySet<string>, context: JudgeContext): Promise<void> {
  const ids = [...(await withPeers(client, hostIds))];
  const oldHosts = await loadHosts(client, ids);
  const oldVms = await loadVmsOf(client, ids);
  const { rows: kept } = await client.query<KeptRow>(
    `SELECT dh."documentId", dh."place", dh."hostId", d."sha256", d."receivedAt" FROM "DocumentHost" dh JOIN "Document" d ON d."id" = dh."documentId"
     WHERE dh."hostId" = ANY($1::uuid[]) ORDER BY d."collectedAt", d."sha256", dh."documentId", dh."place"`, [ids],
  );
  await client.query(`UPDATE "Cluster" SET "facts" = NULL, "readAt" = NULL WHERE "id" = ANY($1::uuid[])`, [oldHosts.flatMap((host) => host.clusterId ?? [])]);
  const hosts = new Map<string, HostState>();
  await eachReading(client, kept, (hostId, reading) => {
    const old = oldHosts.find((host) => host.id === hostId);
    const state = hosts.get(hostId) ?? { ...newHost(reading, hostId, old?.createdAt), conflict: old?.conflict ?? null };
    hosts.set(hostId, state);
    foldHost(state, reading);
  });
  await settleClusters(client, hosts.values());
  const joined = await withPeersOfClusters(client, hosts.values(), ids);
  if (joined.size > 0) {
    await refold(client, new Set([...ids, ...joined]), context);
    return;
  }
  const vms = new Map<string, VmState>();
  await eachReading(client, kept, (hostId, reading) => {
    const host = hosts.get(hostId);
    if (host === undefined) return;
    const scopeId = host.clusterId ?? host.id;
    for (const vm of reading.vms) vms.set(`${scopeId} ${vm.id}`, foldVm(vms.get(`${scopeId} ${vm.id}`) ?? null, vm, reading, host, scopeId));
  });
  const folded = [...vms.values()];
  keepIds(folded, oldVms, hosts);
  await client.query(`DELETE FROM "Vm" WHERE "hostId" = ANY($1::uuid[]) AND NOT ("id" = ANY($2::uuid[]))`, [ids, folded.map((vm) => vm.id)]);
  await client.query(`DELETE FROM "Host" WHERE "id" = ANY($1::uuid[])`, [ids.filter((id) => !hosts.has(id))]);
  // Scopes are freed before they are given again, so that no order of writing meets a row of yesterday.
  await client.query(`UPDATE "Vm" SET "scopeId" = "id" WHERE "id" = ANY($1::uuid[])`, [folded.map((vm) => vm.id)]);
  for (const host of hosts.values()) await judgeAndStore(client, host, folded.filter((vm) => vm.hostId === host.id), context);
  await dropEmptyClusters(client);
}

/** Members of the clusters that these hosts are in now and that are not among `ids`. */
async function withPeersOfClusters(client: pg.PoolClient, hosts: Iterable<HostState>, ids: readonly string[]): Promise<Set<string>> {
  const outside = new Set<string>();
  for (const host of hosts) {
    if (host.clusterId === null) continue;
    for (const id of await membersOf(client, host.clusterId)) if (!ids.includes(id)) outside.add(id);
  }
  return outside;
}
