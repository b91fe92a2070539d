import type pg from "pg";
import { clusterKeysOf, clusterLabel, findCluster, keepView } from "../identity/clusters";
import { settleDoubts } from "../identity/doubt";
import { foldHost, type HostReading, type HostState, newHost } from "./fold";
import { foldListing } from "./fold-listing";
import { HOST_KEYS, type HostKeys, type Match, matchHost } from "../identity/host-keys";
import { judgeAgain } from "../judged/judge-again";
import type { JudgeContext } from "../judged/judge-hosts";
import { joinMoved } from "../identity/moves";
import { refold } from "./refold";
import type { FormerTellings } from "../order/settle-order";
import { findCandidates, loadHosts } from "./state";

interface Identified {
  state: HostState;
  isNew: boolean;
  /** Rows that turned out to be the same machine. */
  merge: string[];
  /** Other rows have a key of it, although they are not the same machine. */
  sharesKeys: boolean;
}

/** Hosts among these whose own senders are all revoked: a machine that was installed anew, or its successor, takes over. */
async function retired(client: pg.PoolClient, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await client.query<{ id: string }>(
    `SELECT "hostId" AS "id" FROM "Collector" WHERE "hostId" = ANY($1::uuid[]) AND "kind" = 'host' GROUP BY "hostId" HAVING bool_and("state" = 'revoked')`, [ids],
  );
  return rows.map((row) => row.id);
}

/** A host with the same hardware and another install id is the same one as soon as its old sender is revoked. */
async function withRetired(client: pg.PoolClient, match: Match): Promise<Match> {
  const left = await retired(client, match.conflicts.filter((conflict) => conflict.by === "hardwareUuid").map((conflict) => conflict.id));
  if (left.length === 0) return match;
  const conflicts = match.conflicts.filter((conflict) => !left.includes(conflict.id));
  const [first, ...rest] = match.id === null ? left : [match.id, ...left];
  return { id: first ?? null, merge: [...match.merge, ...rest], conflicts };
}

/** Finds the host of a reading, or makes one; rows whose keys contradict each other are never merged. */
async function identify(client: pg.PoolClient, reading: HostReading): Promise<Identified> {
  const match = await withRetired(client, matchHost(reading.keys, await findCandidates(client, reading.keys)));
  const [known] = match.id === null ? [] : await loadHosts(client, [match.id]);
  return { state: known ?? newHost(reading), isNew: known === undefined, merge: match.merge, sharesKeys: match.conflicts.length > 0 };
}

/** Notes whose document it is, and on its collector which host that is; not of a document of an epoch before a reset. */
async function linkDocument(client: pg.PoolClient, reading: HostReading, hostId: string): Promise<void> {
  await client.query({
    name: "link-document",
    text: `WITH bound AS (UPDATE "Collector" c SET "hostId" = $3 WHERE c."id" = $7 AND c."kind" = 'host' AND c."hostId" IS DISTINCT FROM $3 AND NOT EXISTS (SELECT 1 FROM "Document" d WHERE d."id" = $1 AND d."epoch" < c."epoch"))
      INSERT INTO "DocumentHost" ("documentId", "place", "hostId", "collectedAt", "name", "vms") VALUES ($1, $2, $3, $4, $5, $6)`,
    values: [reading.documentId, reading.place, hostId, reading.collectedAt, reading.host.name, reading.vms.length, reading.byServer ? null : reading.collectorId],
  });
}

/** A bare row, so that documents and VMs can point at a host that is judged a moment later. */
export async function placeHost(client: pg.PoolClient, host: Pick<HostState, "id" | "createdAt" | "conflict"> & { name: string; keys: HostKeys }): Promise<void> {
  await client.query(
    `INSERT INTO "Host" ("id", "name", "nameKey", "keyKind", "release", "facts", "sections", "fresh", "synthetic", "neighbours", "createdAt", "installId", "hardwareUuid", "fqdn", "conflict")
     VALUES ($1, $2, $3, 'name', '', '{}', '{}', false, false, '{}', $4, $5, $6, $7, $8) ON CONFLICT ("id") DO NOTHING`,
    [host.id, host.name, host.keys.name, host.createdAt, host.keys.installId, host.keys.hardwareUuid, host.keys.fqdn, host.conflict],
  );
}

export interface FoldedHost {
  id: string;
  name: string;
}

/**
 * Folds a kept document into the current state and judges what it touches. A host that is new to a cluster, leaves one
 * or turns out to be two rows is folded again from all its documents.
 * @param reordered hosts whose documents got another order by this one, with what those told by their former times
 */
export async function foldDocument(client: pg.PoolClient, readings: readonly HostReading[], context: JudgeContext, reordered: FormerTellings = new Map()): Promise<FoldedHost[]> {
  const folded: FoldedHost[] = [];
  const again = new Set<string>();
  const anew = new Set(reordered.keys());
  const clusters = new Set<string>();
  const moved = new Set<string>();
  const doubtful = new Set<string>();
  for (const reading of readings) {
    const { state, isNew, merge, sharesKeys } = await identify(client, reading);
    const keysBefore = { ...state.keys };
    folded.push({ id: state.id, name: reading.host.name });
    const before = state.clusterId;
    const newest = state.marks["key.name"] ?? "";
    const names = state.names.length;
    foldHost(state, reading);
    if (isNew || sharesKeys || state.conflict !== null || HOST_KEYS.some((key) => state.keys[key] !== keysBefore[key])) doubtful.add(state.id);
    // Between two names that were one until now: only its documents tell from when on it had the former again.
    const renamedBetween = reading.mark < newest && state.names.length > names;
    if (isNew) await placeHost(client, { ...state, name: state.facts.name });
    await linkDocument(client, reading, state.id);
    const keys = clusterKeysOf(state);
    state.clusterId = keys === null ? null : await findCluster(client, keys, clusterLabel(state));
    if (merge.length > 0) {
      await client.query(`UPDATE "DocumentHost" SET "hostId" = $1 WHERE "hostId" = ANY($2::uuid[])`, [state.id, merge]);
      await client.query(`UPDATE "Collector" SET "hostId" = $1 WHERE "hostId" = ANY($2::uuid[])`, [state.id, merge]);
      await client.query(`UPDATE "Vm" SET "hostId" = $1 WHERE "hostId" = ANY($2::uuid[])`, [state.id, merge]);
      await client.query(`UPDATE "Host" SET "names" = "names" || coalesce((SELECT jsonb_agg(n) FROM "Host" m, jsonb_array_elements(m."names") n WHERE m."id" = ANY($2::uuid[])), '[]') WHERE "id" = $1`, [state.id, merge]);
      for (const id of merge) anew.add(id);
    }
    if (merge.length > 0 || renamedBetween || (!isNew && before !== state.clusterId)) {
      anew.add(state.id);
      continue;
    }
    if (state.clusterId !== null && state.view !== null) {
      await keepView(client, state.clusterId, state.view);
      clusters.add(state.clusterId);
    }
    const listing = await foldListing(client, state, reading, newest, context);
    for (const id of listing.again) again.add(id);
    for (const guid of listing.moved) moved.add(guid);
  }
  for (const id of await joinMoved(client, moved)) again.add(id);
  if (anew.size > 0) await refold(client, anew, context, reordered.size > 0 ? "anew" : "kept", reordered);
  if (doubtful.size > 0) await settleDoubts(client, [...doubtful]);
  // Members that did not read the cluster themselves are judged with the newest view of it.
  if (clusters.size > 0) {
    const { rows } = await client.query<{ id: string }>(`SELECT "id" FROM "Host" WHERE "clusterId" = ANY($1::uuid[]) AND "clusterView" IS NULL`, [[...clusters]]);
    for (const row of rows) again.add(row.id);
  }
  if (again.size > 0) await judgeAgain(client, [...again], context);
  return folded;
}
