import type pg from "pg";
import { clusterKeysOf, clusterLabel, findCluster, keepView } from "./clusters";
import { foldHost, foldVm, type HostReading, type HostState, newHost, type VmState } from "./fold";
import { compareKeys, HOST_KEYS, matchHost } from "./host-keys";
import { type JudgeContext, judgeAndStore } from "./judge-hosts";
import { refold } from "./refold";
import { findCandidates, loadHosts, loadVms, loadVmsOf } from "./state";

const KEY_WORDS = { installId: "install id", hardwareUuid: "hardware UUID", fqdn: "FQDN", name: "name" } as const;

interface Identified {
  state: HostState;
  isNew: boolean;
  /** Rows that turned out to be the same machine. */
  merge: string[];
}

/** Finds the host of a reading, or makes one; contradictions between keys are flagged on both sides and never merged. */
async function identify(client: pg.PoolClient, reading: HostReading): Promise<Identified> {
  const match = matchHost(reading.keys, await findCandidates(client, reading.keys));
  const [known] = match.id === null ? [] : await loadHosts(client, [match.id]);
  const state = known ?? newHost(reading);
  for (const conflict of match.conflicts) {
    const [other] = await loadHosts(client, [conflict.id]);
    if (other === undefined) continue;
    const differs = HOST_KEYS.find((key) => reading.keys[key] !== null && other.keys[key] !== null && reading.keys[key] !== other.keys[key]) ?? "name";
    const why = compareKeys(reading.keys, other.keys).relation === "conflict" ? `but the ${KEY_WORDS[differs]} differs` : "and nothing tells which of them it is";
    state.conflict = `Has the ${KEY_WORDS[conflict.by]} of another host (${other.facts.name}), ${why}.`;
    await client.query(`UPDATE "Host" SET "conflict" = $2 WHERE "id" = $1`, [other.id, `Has the ${KEY_WORDS[conflict.by]} of another host (${reading.host.name}), ${why}.`]);
  }
  return { state, isNew: known === undefined, merge: match.merge };
}

async function linkDocument(client: pg.PoolClient, reading: HostReading, hostId: string): Promise<void> {
  await client.query(
    `INSERT INTO "DocumentHost" ("documentId", "place", "hostId", "collectedAt", "installId", "hardwareUuid", "fqdn", "name", "vms") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [reading.documentId, reading.place, hostId, reading.collectedAt, reading.keys.installId, reading.keys.hardwareUuid, reading.keys.fqdn, reading.host.name, reading.vms.length],
  );
}

/** A bare row, so that documents and VMs can point at a host that is judged a moment later. */
async function placeHost(client: pg.PoolClient, state: HostState): Promise<void> {
  await client.query(
    `INSERT INTO "Host" ("id", "name", "nameKey", "keyKind", "release", "facts", "sections", "fresh", "synthetic", "neighbours", "createdAt", "installId", "hardwareUuid", "fqdn", "conflict")
     VALUES ($1, $2, $3, 'name', '', '{}', '{}', false, false, '{}', $4, $5, $6, $7, $8) ON CONFLICT ("id") DO NOTHING`,
    [state.id, state.facts.name, state.keys.name, state.createdAt, state.keys.installId, state.keys.hardwareUuid, state.keys.fqdn, state.conflict],
  );
}

/** Folds the listing of one host. @returns hosts that lost a VM to it. */
async function foldListing(client: pg.PoolClient, state: HostState, reading: HostReading, context: JudgeContext): Promise<Set<string>> {
  const scopeId = state.clusterId ?? state.id;
  const known = await loadVms(client, scopeId, reading.vms.map((vm) => vm.id), [state.id]);
  const byGuid = new Map<string, VmState>(known.map((vm) => [vm.guid, vm]));
  const former = new Set<string>();
  for (const vm of reading.vms) {
    const before = byGuid.get(vm.id) ?? null;
    const owner = before?.hostId;
    const after = foldVm(before, vm, reading, state, scopeId);
    if (owner !== undefined && owner !== after.hostId) former.add(owner);
    byGuid.set(vm.id, after);
  }
  const own = [...byGuid.values()].filter((vm) => vm.hostId === state.id);
  await judgeAndStore(client, state, own, context);
  // Newer facts of this document for a VM that another host has listed since.
  const elsewhere = [...byGuid.values()].filter((vm) => vm.hostId !== state.id);
  for (const vm of elsewhere) {
    await client.query(`UPDATE "Vm" SET "facts" = $2::jsonb, "sections" = $3::jsonb WHERE "id" = $1`, [vm.id, JSON.stringify(vm.facts), JSON.stringify(vm.marks)]);
    former.add(vm.hostId);
  }
  former.delete(state.id);
  return former;
}

/** Judges hosts again whose own documents did not change. */
export async function judgeAgain(client: pg.PoolClient, hostIds: readonly string[], context: JudgeContext): Promise<number> {
  let judged = 0;
  for (const state of await loadHosts(client, hostIds)) judged += await judgeAndStore(client, state, await loadVmsOf(client, [state.id]), context);
  return judged;
}

export interface FoldedHost {
  id: string;
  name: string;
}

/**
 * Folds a kept document into the current state and judges what it touches. A host that is new to a cluster, leaves one
 * or turns out to be two rows is folded again from all its documents.
 */
export async function foldDocument(client: pg.PoolClient, readings: readonly HostReading[], context: JudgeContext): Promise<FoldedHost[]> {
  const folded: FoldedHost[] = [];
  const again = new Set<string>();
  const anew = new Set<string>();
  const clusters = new Set<string>();
  for (const reading of readings) {
    const { state, isNew, merge } = await identify(client, reading);
    folded.push({ id: state.id, name: reading.host.name });
    const before = state.clusterId;
    foldHost(state, reading);
    if (isNew) await placeHost(client, state);
    await linkDocument(client, reading, state.id);
    const keys = clusterKeysOf(state);
    state.clusterId = keys === null ? null : await findCluster(client, keys, clusterLabel(state));
    if (merge.length > 0) {
      await client.query(`UPDATE "DocumentHost" SET "hostId" = $1 WHERE "hostId" = ANY($2::uuid[])`, [state.id, merge]);
      await client.query(`UPDATE "Vm" SET "hostId" = $1 WHERE "hostId" = ANY($2::uuid[])`, [state.id, merge]);
      for (const id of merge) anew.add(id);
    }
    if (merge.length > 0 || (!isNew && before !== state.clusterId)) {
      anew.add(state.id);
      continue;
    }
    if (state.clusterId !== null && state.view !== null) {
      await keepView(client, state.clusterId, state.view);
      clusters.add(state.clusterId);
    }
    for (const id of await foldListing(client, state, reading, context)) again.add(id);
  }
  if (anew.size > 0) await refold(client, anew, context);
  // Members that did not read the cluster themselves are judged with the newest view of it.
  const { rows } = await client.query<{ id: string }>(`SELECT "id" FROM "Host" WHERE "clusterId" = ANY($1::uuid[]) AND "clusterView" IS NULL`, [[...clusters]]);
  for (const row of rows) again.add(row.id);
  await judgeAgain(client, [...again], context);
  return folded;
}
