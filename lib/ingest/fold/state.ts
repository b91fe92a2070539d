import type pg from "pg";
import { inTransaction } from "@/lib/db/transaction";
import { confirmationOf, confirmedVm } from "@/lib/inventory/confirmed";
import type { Cluster, Host, Vm } from "@/lib/inventory/document";
import type { Mark, Marks } from "@/lib/inventory/current";
import { loadClaims } from "../identity/claims";
import { type HostState, nodesOf, shortNode, type VmState } from "./fold";
import type { Candidate, HostKeys } from "../identity/host-keys";
import type { HostName } from "../identity/host-names";
import { spokeKey } from "../identity/ownership";

/** Any number that no other program uses: writers of the estate take turns by it. */
export const WRITERS_LOCK = 7_163_302_012;

export interface HostRow {
  id: string;
  createdAt: Date;
  installId: string | null;
  hardwareUuid: string | null;
  fqdn: string | null;
  nameKey: string;
  conflict: string | null;
  clusterId: string | null;
  facts: Host;
  clusterView: Cluster | null;
  sections: Marks;
  failedText: string | null;
  intervalSeconds: number | null;
  synthetic: boolean;
  heardAt: Date | null;
  clockOffsetSeconds: number | null;
  names: HostName[];
}
interface VmRow {
  id: string;
  createdAt: Date;
  vmGuid: string;
  scopeId: string;
  hostId: string;
  documentId: string;
  facts: Vm;
  sections: Marks;
  synthetic: boolean;
  judgedDigest: string | null;
  nodeName: string;
  confirmedFrom: string | null;
  confirmedMark: string | null;
}

/**
 * Runs `work` in one transaction, alone among the writers of the estate: identity and fold read what they then write.
 * Either all of it is kept or nothing.
 */
export function writing<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock($1)", [WRITERS_LOCK]);
    return work(client);
  });
}

const keysOfRow = (row: Pick<HostRow, "installId" | "hardwareUuid" | "fqdn" | "nameKey">): HostKeys =>
  ({ installId: row.installId, hardwareUuid: row.hardwareUuid, fqdn: row.fqdn, name: row.nameKey });

export function hostOf(row: HostRow): HostState {
  return {
    id: row.id, createdAt: row.createdAt, keys: keysOfRow(row), conflict: row.conflict, clusterId: row.clusterId, facts: row.facts,
    view: row.clusterView, marks: row.sections, failedText: row.failedText, intervalSeconds: row.intervalSeconds, synthetic: row.synthetic,
    heardAt: row.heardAt?.toISOString() ?? null, clockOffsetSeconds: row.clockOffsetSeconds, names: row.names,
  };
}
function vmOf(row: VmRow): VmState {
  const kept = { facts: row.facts, marks: row.sections };
  const { facts, marks } = confirmedVm(kept, confirmationOf(row));
  return {
    id: row.id, createdAt: row.createdAt, guid: row.vmGuid, scopeId: row.scopeId, hostId: row.hostId, documentId: row.documentId,
    facts, marks: { ...marks }, synthetic: row.synthetic, judgedDigest: row.judgedDigest, kept: { ...kept, digest: row.judgedDigest },
    node: shortNode(row.nodeName), claims: [], claimsAnew: false, owners: [], ownersAnew: [], stored: true,
  };
}

/** Only in a cluster, whose id is then the scope, can another node speak of a VM. */
async function withClaims(client: pg.PoolClient, rows: readonly VmRow[]): Promise<VmState[]> {
  const claims = await loadClaims(client, rows.filter((row) => row.scopeId !== row.hostId).map((row) => row.id));
  return rows.map((row) => ({ ...vmOf(row), claims: claims.get(row.id) ?? [] }));
}

/** Hosts that share any key with these. */
export async function findCandidates(client: pg.PoolClient, keys: HostKeys): Promise<Candidate[]> {
  const { rows } = await client.query<HostRow>(
    `SELECT "id", "createdAt", "installId", "hardwareUuid", "fqdn", "nameKey" FROM "Host"
     WHERE "installId" = $1 OR "hardwareUuid" = $2 OR "fqdn" = $3 OR "nameKey" = $4 ORDER BY "createdAt", "id"`,
    [keys.installId, keys.hardwareUuid, keys.fqdn, keys.name],
  );
  return rows.map((row) => ({ id: row.id, keys: keysOfRow(row), createdAt: row.createdAt }));
}

export const HOST_COLUMNS = `"id", "createdAt", "installId", "hardwareUuid", "fqdn", "nameKey", "conflict", "clusterId", "facts", "clusterView", "sections", "failedText", "intervalSeconds", "synthetic", "heardAt", "clockOffsetSeconds", "names"`;
const VM_ROWS = `SELECT "Vm"."id", "Vm"."createdAt", "vmGuid", "scopeId", "hostId", "documentId", "Vm"."facts", "Vm"."sections", "Vm"."synthetic", "judgedDigest", h."nameKey" AS "nodeName", h."confirmedFrom", h."confirmedMark"
  FROM "Vm" JOIN "Host" h ON h."id" = "Vm"."hostId"`;

export async function loadHosts(client: pg.PoolClient, ids: readonly string[]): Promise<HostState[]> {
  const { rows } = await client.query<HostRow>(`SELECT ${HOST_COLUMNS} FROM "Host" WHERE "id" = ANY($1::uuid[]) ORDER BY "createdAt", "id"`, [ids]);
  return rows.map(hostOf);
}

/** Of the VMs of a scope, those of which this document of a host may speak although it does not list them. */
async function spokenOf(client: pg.PoolClient, scopeId: string, { id, names, mark, isLate }: SpeakingHost): Promise<string[]> {
  if (scopeId === id) return [];
  const { rows } = await client.query<{ id: string }>(
    `SELECT "vmId" AS "id" FROM "VmClaim" WHERE "hostId" = $1
     UNION SELECT v."id" FROM "VmOwner" o JOIN "Vm" v ON v."id" = o."vmId" WHERE o."hostId" = $1 AND v."hostId" <> $1 AND ($2 OR (v."sections"->>'vms.settled') COLLATE "C" > $3)
     UNION SELECT "id" FROM "Vm" WHERE $2 AND "scopeId" = $4 AND "sections" ?| $5`, [id, isLate, mark, scopeId, nodesOf(names).map(spokeKey)],
  );
  return rows.map((row) => row.id);
}

export interface SpeakingHost {
  id: string;
  names: readonly HostName[];
  mark: Mark;
  /** Newer documents of it were folded before. */
  isLate: boolean;
}

/**
 * VMs of a scope with one of these GUIDs, all that this host last had or claims, and those of the scope that it ever had
 * or claimed of which others spoke after this document of it.
 */
export async function loadVms(client: pg.PoolClient, scopeId: string, guids: readonly string[], host: SpeakingHost): Promise<VmState[]> {
  const { rows } = await client.query<VmRow>(
    `${VM_ROWS} WHERE ("scopeId" = $1 AND "vmGuid" = ANY($2::uuid[])) OR "hostId" = $3 OR "Vm"."id" = ANY($4::uuid[])`,
    [scopeId, guids, host.id, await spokenOf(client, scopeId, host)],
  );
  return withClaims(client, rows);
}

/** VMs of a host with these GUIDs, of which no other node speaks. */
export async function loadVmsByGuid(client: pg.PoolClient, hostId: string, guids: readonly string[]): Promise<VmState[]> {
  const { rows } = await client.query<VmRow>({ name: "vms-by-guid", text: `${VM_ROWS} WHERE "hostId" = $1 AND "vmGuid" = ANY($2::uuid[])`, values: [hostId, guids] });
  return rows.map(vmOf);
}

/** All VMs that these hosts last had, gone ones too. */
export async function loadVmsOf(client: pg.PoolClient, hostIds: readonly string[]): Promise<VmState[]> {
  const { rows } = await client.query<VmRow>(`${VM_ROWS} WHERE "hostId" = ANY($1::uuid[])`, [hostIds]);
  return withClaims(client, rows);
}

/** The same host by host, in this order; while one is looked at, the next is read. */
export async function* eachHostsVms(client: pg.PoolClient, hosts: readonly HostState[]): AsyncGenerator<{ host: HostState; vms: VmState[] }> {
  const claims = await loadClaims(client, hosts.flatMap((host) => (host.clusterId === null ? [] : [host.id])), "hosts");
  const read = (place: number) => {
    const host = hosts[place];
    return host === undefined ? null : client.query<VmRow>({ name: "vms-of-host", text: `${VM_ROWS} WHERE "hostId" = $1`, values: [host.id] });
  };
  let next = read(0);
  for (const [place, host] of hosts.entries()) {
    const rows = (await next)?.rows ?? [];
    next = read(place + 1);
    next?.catch(() => undefined);
    yield { host, vms: rows.map((row) => ({ ...vmOf(row), claims: claims.get(row.id) ?? [] })) };
  }
}

export async function loadClusterFacts(client: pg.PoolClient, id: string): Promise<Cluster | null> {
  const { rows } = await client.query<{ facts: Cluster | null }>(`SELECT "facts" FROM "Cluster" WHERE "id" = $1`, [id]);
  return rows[0]?.facts ?? null;
}

/** Members of a cluster, all of them. */
export async function membersOf(client: pg.PoolClient, clusterId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`SELECT "id" FROM "Host" WHERE "clusterId" = $1`, [clusterId]);
  return rows.map((row) => row.id);
}
