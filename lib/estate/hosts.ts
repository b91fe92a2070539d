import "server-only";
import { pool } from "@/lib/db/client";
import type { HostCollector, HostListItem, HostPage, HostStateId } from "./host-contract";
import { countHostStates, HOST_LATE_SINCE, HOST_READ_AT, hostFresh, hostState, stateRank, sumOf } from "./host-state";
import { hostLimitHours } from "./policy-in-force";

const PAGE = 100;

export interface HostRow {
  id: string; name: string; release: string; clusterId: string | null; clusterName: string | null; keyKind: HostListItem["key"]; conflict: string | null;
  readAt: Date | null; fresh: boolean; state: HostStateId; dueAt: Date | null; heardAt: Date | null; clockOffsetSeconds: number | null; lateSince: Date | null;
  collectorId: string | null; collectorName: string | null; collectorState: HostCollector["state"] | null; server: HostCollector | null; synthetic: boolean; vms: number;
}

/** The management server that sent the newest inventory of a host without a collector of its own. */
const SERVER = `CASE WHEN k."publicId" IS NULL AND h."heardAt" IS NOT NULL THEN (
  SELECT json_build_object('id', m."publicId", 'name', m."name", 'state', m."state") FROM "Collector" m WHERE m."kind" = 'management-server' AND m."id" = (
    SELECT d."collectorId" FROM "DocumentHost" dh JOIN "Document" d ON d."id" = dh."documentId" WHERE dh."hostId" = h."id" ORDER BY dh."collectedAt" DESC, d."receivedAt" DESC LIMIT 1)) END`;

/** Columns of a host's row; `$1` is the policy's limit in hours. */
export const HOST_COLUMNS = `h."id", h."name", h."nameKey", h."release", h."clusterId", c."name" AS "clusterName", h."keyKind", h."conflict", ${HOST_READ_AT} AS "readAt",
  ${hostFresh("$1")} AS "fresh", ${hostState("$1")} AS "state", h."dueAt", h."heardAt", coalesce(h."clockOffsetSeconds", k."clockOffsetSeconds") AS "clockOffsetSeconds", ${HOST_LATE_SINCE} AS "lateSince",
  k."publicId" AS "collectorId", k."name" AS "collectorName", k."state" AS "collectorState", ${SERVER} AS "server", h."synthetic", h."vmCount" AS "vms"`;
/** The newest living collector that shares a key with a host speaks for it. */
export const HOST_FROM = `"Host" h LEFT JOIN "Cluster" c ON c."id" = h."clusterId" LEFT JOIN LATERAL (
  SELECT "publicId", "name", "state", CASE WHEN "state" <> 'revoked' THEN "clockOffsetSeconds" END AS "clockOffsetSeconds" FROM "Collector"
  WHERE "kind" = 'host' AND ("hostId" = h."id" OR lower("installId") = lower(h."installId") OR "hardwareUuid" = h."hardwareUuid") ORDER BY "state" = 'revoked', "lastSeenAt" DESC NULLS LAST, "id" LIMIT 1) k ON true`;

const iso = (at: Date | null) => at?.toISOString() ?? null;

export function collectorOf(row: { collectorId: string | null; collectorName: string | null; collectorState: HostCollector["state"] | null }): HostCollector | null {
  return row.collectorId === null || row.collectorState === null ? null : { id: row.collectorId, name: row.collectorName ?? "", state: row.collectorState };
}

export function hostItemOf(row: HostRow): HostListItem {
  return {
    id: row.id, name: row.name, release: row.release, cluster: row.clusterId === null ? null : { id: row.clusterId, name: row.clusterName ?? "" },
    key: row.keyKind, weak: row.keyKind === "fqdn" || row.keyKind === "name", conflict: row.conflict, readAt: iso(row.readAt), fresh: row.fresh, state: row.state,
    dueAt: iso(row.dueAt), heardAt: iso(row.heardAt), clockOffsetSeconds: row.clockOffsetSeconds, lateSince: iso(row.lateSince), collector: collectorOf(row), server: row.server,
    vms: row.vms, synthetic: row.synthetic, filter: { host: [row.id] },
  };
}

/** All hosts that an inventory spoke of, by name. */
export async function readHosts(): Promise<HostListItem[]> {
  const { rows } = await pool().query<HostRow>(`SELECT ${HOST_COLUMNS} FROM ${HOST_FROM} ORDER BY h."nameKey", h."id"`, [await hostLimitHours()]);
  return rows.map(hostItemOf);
}

/** What the list of hosts is asked for. */
export interface HostListRequest {
  /** Part of a name; empty: all. */
  q: string;
  state: HostStateId | null;
  /** From 1 on. */
  page: number;
}

/** A page of hosts, worst state first, with the counts of every state under the same words. */
export async function readHostPage({ q, state, page }: HostListRequest): Promise<HostPage> {
  const limit = await hostLimitHours();
  const pattern = `%${q.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const states = await countHostStates(pool(), limit, pattern);
  const total = state === null ? sumOf(states) : states[state];
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const at = Math.min(Math.max(1, page), pages);
  const { rows } = await pool().query<HostRow>(
    `SELECT * FROM (SELECT ${HOST_COLUMNS} FROM ${HOST_FROM} WHERE lower(h."name") LIKE $2 AND ($3::text IS NULL OR ${hostState("$1")} = $3)) h
     ORDER BY ${stateRank(`h."state"`)}, h."nameKey", h."id" LIMIT $4 OFFSET $5`, [limit, pattern, state, PAGE, (at - 1) * PAGE],
  );
  return { items: rows.map(hostItemOf), total, page: at, pages, states };
}
