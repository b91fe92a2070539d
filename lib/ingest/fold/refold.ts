import type pg from "pg";
import { writeClaims } from "../identity/claims";
import { settleDoubts } from "../identity/doubt";
import { clusterKeysOf, clusterLabel, dropEmptyClusters, findCluster, keepView } from "../identity/clusters";
import { foldHost, type HostState, newHost, type VmState } from "./fold";
import { judgeAgain } from "../judged/judge-again";
import { type JudgeContext, judgeAndStore } from "../judged/judge-hosts";
import { telling, withPrunedNames } from "../identity/host-names";
import { eachReading, keptRows } from "../keep/kept-readings";
import { joinMoved } from "../identity/moves";
import { takeReading } from "../order/replay";
import type { FormerTellings } from "../order/settle-order";
import { loadHosts, loadVmsOf, membersOf } from "./state";

/** Everything that shares a cluster with these hosts, or had a VM that they have, them included. */
async function withPeers(client: pg.PoolClient, hostIds: ReadonlySet<string>): Promise<Set<string>> {
  const all = new Set(hostIds);
  const { rows } = await client.query<{ id: string }>(
    `SELECT h."id" FROM "Vm" v JOIN "VmOwner" o ON o."vmId" = v."id" JOIN "Host" h ON h."id" = o."hostId" WHERE v."hostId" = ANY($1::uuid[])
     UNION SELECT v."hostId" FROM "VmOwner" o JOIN "Vm" v ON v."id" = o."vmId" WHERE o."hostId" = ANY($1::uuid[])`, [[...hostIds]],
  );
  for (const row of rows) all.add(row.id);
  for (const host of await loadHosts(client, [...all])) {
    if (host.clusterId !== null) for (const id of await membersOf(client, host.clusterId)) all.add(id);
  }
  return all;
}

async function settleClusters(client: pg.PoolClient, hosts: Iterable<HostState>): Promise<void> {
  for (const host of hosts) {
    const keys = clusterKeysOf(host);
    host.clusterId = keys === null ? null : await findCluster(client, keys, clusterLabel(host));
    if (host.clusterId !== null && host.view !== null) await keepView(client, host.clusterId, host.view);
  }
}

/**
 * Gives folded VMs the ids that they had: the oldest row of the same GUID in the same scope, or of a host now in it; else
 * one that nobody claims, of a VM that had moved.
 */
function keepIds(vms: readonly VmState[], before: readonly VmState[], hosts: ReadonlyMap<string, HostState>): void {
  const scopeOf = (hostId: string) => hosts.get(hostId)?.clusterId ?? hostId;
  const byGuid = new Map<string, VmState[]>();
  for (const vm of before) byGuid.set(vm.guid, [...(byGuid.get(vm.guid) ?? []), vm]);
  const used = new Set<string>();
  const keep = (vm: VmState, fits: (old: VmState) => boolean): boolean => {
    const fitting = (byGuid.get(vm.guid) ?? []).filter((old) => !used.has(old.id) && fits(old));
    const oldest = fitting.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1))[0];
    if (oldest === undefined) return false;
    used.add(oldest.id);
    Object.assign(vm, { id: oldest.id, createdAt: oldest.createdAt, stored: true });
    return true;
  };
  const owned = (vm: VmState) => (byGuid.get(vm.guid)?.some((old) => old.hostId === vm.hostId) === true ? 0 : 1);
  const left = [...vms].sort((a, b) => owned(a) - owned(b)).filter((vm) => !keep(vm, (old) => old.scopeId === vm.scopeId || scopeOf(old.hostId) === vm.scopeId));
  for (const vm of left) keep(vm, () => true);
}

interface Refolded {
  ids: string[];
  hosts: Map<string, HostState>;
  vms: VmState[];
}

/** Reads hosts, clusters and VMs from their documents; null when a cluster turned out to have further members. */
async function foldAll(client: pg.PoolClient, ids: string[], former: FormerTellings): Promise<Refolded | Set<string>> {
  const oldHosts = await loadHosts(client, ids);
  const oldVms = await loadVmsOf(client, ids);
  const kept = await keptRows(client, ids);
  await client.query(`UPDATE "Cluster" SET "facts" = NULL, "readAt" = NULL WHERE "id" = ANY($1::uuid[])`, [oldHosts.flatMap((host) => host.clusterId ?? [])]);
  const hosts = new Map<string, HostState>();
  const told = new Map<string, Set<string>>();
  await eachReading(client, kept, (hostId, reading) => {
    const old = oldHosts.find((host) => host.id === hostId);
    const state = hosts.get(hostId) ?? { ...newHost(reading, hostId, old?.createdAt), conflict: old?.conflict ?? null };
    hosts.set(hostId, state);
    foldHost(state, reading);
    told.set(hostId, (told.get(hostId) ?? new Set(former.get(hostId))).add(telling(reading.host.name, reading.collectedAt)));
  });
  for (const old of oldHosts) {
    const state = hosts.get(old.id);
    if (state !== undefined) state.names = withPrunedNames(state.names, old.names, told.get(old.id) ?? new Set());
  }
  await settleClusters(client, hosts.values());
  const joined = await withPeersOfClusters(client, hosts.values(), ids);
  if (joined.size > 0) return joined;
  const scopes = new Map<string, Map<string, VmState>>();
  await eachReading(client, kept, (hostId, reading) => {
    const scopeId = hosts.get(hostId)?.clusterId ?? hostId;
    const vms = scopes.get(scopeId) ?? new Map<string, VmState>();
    scopes.set(scopeId, vms);
    takeReading(vms, reading, hostId, scopeId);
  });
  const vms = [...scopes.values()].flatMap((scope) => [...scope.values()]);
  keepIds(vms, oldVms, hosts);
  return { ids, hosts, vms };
}

/**
 * Folds all kept documents of these hosts, and of the clusters they are or were in, from the beginning: after a removal,
 * a merge of hosts, a change of cluster, or of the order of documents. Hosts without a document are removed. Ids of hosts
 * and VMs stay.
 * @param history `kept`: owners of a time of which no document is left are those of pruned documents; `anew`: they are
 *   of removed ones, or of another order
 * @param former what documents of these hosts told that were removed, or have another time now
 */
export async function refold(client: pg.PoolClient, hostIds: ReadonlySet<string>, context: JudgeContext, history: "kept" | "anew" = "kept", former: FormerTellings = new Map()): Promise<void> {
  const wanted = await withPeers(client, hostIds);
  const folded = await foldAll(client, [...wanted], former);
  if (folded instanceof Set) {
    await refold(client, new Set([...wanted, ...folded]), context, history, former);
    return;
  }
  const { ids, hosts, vms } = folded;
  const vmIds = vms.map((vm) => vm.id);
  await client.query(`DELETE FROM "Vm" WHERE "hostId" = ANY($1::uuid[]) AND NOT ("id" = ANY($2::uuid[]))`, [ids, vmIds]);
  // Scopes are freed before they are given again, so that no order of writing meets a row of yesterday.
  await client.query(`UPDATE "Vm" SET "scopeId" = "id" WHERE "id" = ANY($1::uuid[])`, [vmIds]);
  await client.query(`DELETE FROM "VmClaim" WHERE "hostId" = ANY($1::uuid[])`, [ids]);
  if (history === "anew") await client.query(`DELETE FROM "VmOwner" WHERE "vmId" = ANY($1::uuid[]) AND "hostId" = ANY($2::uuid[])`, [vmIds, ids]);
  for (const host of hosts.values()) await judgeAndStore(client, host, vms.filter((vm) => vm.hostId === host.id), context);
  await client.query(`DELETE FROM "Host" WHERE "id" = ANY($1::uuid[])`, [ids.filter((id) => !hosts.has(id))]);
  await writeClaims(client, vms.map((vm) => ({ ...vm, claimsAnew: true, ownersAnew: ids })));
  // What a claimant's host says is complete only now.
  const again = await joinMoved(client, new Set(vms.map((vm) => vm.guid)));
  for (const vm of vms) if (vm.claims.length > 0) again.add(vm.hostId);
  await judgeAgain(client, [...again], context);
  await settleDoubts(client, ids);
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
