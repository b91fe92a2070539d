import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Cluster } from "@/lib/inventory/document";
import type { HostState } from "../fold/fold";
import { jsonText } from "../judged/rows";

/** Keys of a cluster, strongest first: its id, else its FQDN, else its name, which is shown as weak. */
export interface ClusterKeys {
  clusterKey: string | null;
  fqdn: string | null;
  name: string;
}
interface ClusterRow extends ClusterKeys {
  id: string;
  label: string;
  conflict: string | null;
  createdAt: Date;
}

const lower = (value: string | null | undefined): string | null => (value === null || value === undefined || value.trim() === "" ? null : value.trim().toLowerCase());

/** The cluster that a host says it is a member of; null for a host that is in none, or does not say in which. */
export function clusterKeysOf(state: Pick<HostState, "facts" | "view">): ClusterKeys | null {
  const { facts, view } = state;
  if (facts.isClusterNode === false) return null;
  const given = lower(facts.clusterName) ?? lower(view?.name) ?? lower(view?.fqdn);
  if (given === null) return null;
  const dotted = given.includes(".") ? given : null;
  return { clusterKey: lower(facts.clusterId) ?? lower(view?.id), fqdn: lower(view?.fqdn) ?? dotted, name: given.split(".")[0] ?? given };
}

function relation(one: ClusterKeys, other: ClusterKeys): "same" | "other" | "conflict" {
  let differs = false;
  for (const key of ["clusterKey", "fqdn", "name"] as const) {
    if (one[key] === null || other[key] === null) continue;
    if (one[key] === other[key]) return differs ? "conflict" : "same";
    differs = true;
  }
  return "other";
}

/**
 * Finds or makes the row of a cluster and adds the keys that it lacked.
 * @returns its id
 */
export async function findCluster(client: pg.PoolClient, keys: ClusterKeys, label: string): Promise<string> {
  const { rows } = await client.query<ClusterRow>(
    `SELECT "id", "clusterKey", "fqdn", lower("name") AS "name", "name" AS "label", "conflict", "createdAt" FROM "Cluster"
     WHERE "clusterKey" = $1 OR "fqdn" = $2 OR lower("name") = $3 ORDER BY "createdAt", "id"`,
    [keys.clusterKey, keys.fqdn, keys.name],
  );
  const found = rows.find((row) => relation(keys, row) === "same");
  const contradicts = rows.filter((row) => row !== found && relation(keys, row) === "conflict");
  const conflict = contradicts.length === 0 ? found?.conflict ?? null : `Another cluster is named ${contradicts[0]?.label ?? ""} too, with a different id.`;
  const id = found?.id ?? randomUUID();
  const all: ClusterKeys = { clusterKey: keys.clusterKey ?? found?.clusterKey ?? null, fqdn: keys.fqdn ?? found?.fqdn ?? null, name: keys.name };
  const keyKind = all.clusterKey !== null ? "id" : all.fqdn !== null ? "fqdn" : "name";
  await client.query(
    `INSERT INTO "Cluster" ("id", "clusterKey", "fqdn", "name", "keyKind", "conflict", "createdAt") VALUES ($1, $2, $3, $4, $5, $6, now())
     ON CONFLICT ("id") DO UPDATE SET "clusterKey" = EXCLUDED."clusterKey", "fqdn" = EXCLUDED."fqdn", "keyKind" = EXCLUDED."keyKind", "conflict" = EXCLUDED."conflict"`,
    [id, all.clusterKey, all.fqdn, found?.label ?? label, keyKind, conflict],
  );
  return id;
}

/** Name for people: as the cluster's own view spells it, else as the host does. */
export function clusterLabel(state: Pick<HostState, "facts" | "view">): string {
  return state.view?.name ?? state.facts.clusterName?.split(".")[0] ?? "cluster";
}

/** Keeps the newest view of the cluster, for members that did not read it themselves. */
export async function keepView(client: pg.PoolClient, clusterId: string, view: Cluster): Promise<void> {
  await client.query(
    `UPDATE "Cluster" SET "facts" = $2::jsonb, "readAt" = $3, "name" = $4 WHERE "id" = $1 AND ("readAt" IS NULL OR "readAt" <= $3)`,
    [clusterId, jsonText(view), view.observedAt, view.name],
  );
}

/** Removes clusters that no host belongs to any more. */
export async function dropEmptyClusters(client: pg.PoolClient): Promise<void> {
  await client.query(`DELETE FROM "Cluster" c WHERE NOT EXISTS (SELECT 1 FROM "Host" h WHERE h."clusterId" = c."id")`);
}
