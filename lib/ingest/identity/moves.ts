import type pg from "pg";
import { confirmationOf, isConfirmed } from "@/lib/inventory/confirmed";
import { type Marks, timeOf } from "@/lib/inventory/current";

/** A VM of these is a copy by intent: it is never the VM that has gone elsewhere. */
const REPLICA: ReadonlySet<string> = new Set(["Replica", "ExtendedReplica", "TestReplica"]);

interface Row {
  id: string;
  vmGuid: string;
  hostId: string;
  scopeId: string;
  createdAt: Date;
  sections: Marks;
  role: string | null;
  /** It was there before this transaction, so that somebody may have its address. */
  isShown: boolean;
  confirmedFrom: string | null;
  confirmedMark: string | null;
}

/**
 * Where it was, oldest first, without a host twice in a row, and at the end where it is: its own owners and those of
 * the VM that has gone, or that another row of this GUID had taken over from one that has gone.
 */
async function joinOwners(client: pg.PoolClient, head: Row, from: Row, adopted: "all" | "foreign"): Promise<void> {
  const { rows } = await client.query<{ hostId: string; hostName: string; since: Date }>(
    `SELECT DISTINCT o."hostId", o."hostName", o."since" FROM "VmOwner" o LEFT JOIN "Host" h ON h."id" = o."hostId"
     WHERE o."vmId" = $1 OR (o."vmId" = $2 AND ($3 OR coalesce(h."clusterId", h."id", o."hostId") <> $4)) ORDER BY o."since", o."hostId"`, [head.id, from.id, adopted === "all", from.scopeId],
  );
  const owners = rows.filter((row, index) => rows[index - 1]?.hostId !== row.hostId);
  const last = owners.at(-1);
  const missing = from.sections["vms.missing"];
  const since = missing === undefined ? null : new Date(timeOf(missing));
  if (since !== null && last !== undefined && last.hostId !== head.hostId) owners.push({ hostId: head.hostId, hostName: rows.find((row) => row.hostId === head.hostId)?.hostName ?? "", since });
  await client.query(
    `DELETE FROM "VmOwner" o WHERE o."vmId" = $1 OR (o."vmId" = $2 AND EXISTS (SELECT 1 FROM "Host" h WHERE h."id" = o."hostId" AND coalesce(h."clusterId", h."id") <> $3))`, [head.id, from.id, from.scopeId],
  );
  await client.query(
    `INSERT INTO "VmOwner" ("vmId", "hostId", "hostName", "since") SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::timestamptz[]) ON CONFLICT DO NOTHING`,
    [head.id, owners.map((owner) => owner.hostId), owners.map((owner) => owner.hostName), owners.map((owner) => owner.since)],
  );
}

/** Of VMs that moved away from this scope, by GUID: where they come back, all that was said of them here counts again. */
export async function movedAwayFrom(client: pg.PoolClient, scopeId: string, guids: readonly string[]): Promise<Set<string>> {
  if (guids.length === 0) return new Set();
  const { rows } = await client.query<{ vmGuid: string }>(
    `SELECT DISTINCT v."vmGuid" FROM "Vm" v JOIN "VmOwner" o ON o."vmId" = v."id" JOIN "Host" h ON h."id" = o."hostId"
     WHERE v."vmGuid" = ANY($1::uuid[]) AND v."scopeId" <> $2 AND coalesce(h."clusterId", h."id") = $2`, [guids, scopeId],
  );
  return new Set(rows.map((row) => row.vmGuid));
}

/** Owners that a VM took over when another one moved to it, and which that one, which is back, has itself. */
async function partOwners(client: pg.PoolClient, vmIds: readonly string[]): Promise<void> {
  await client.query(
    `DELETE FROM "VmOwner" o USING "Vm" v, "Vm" other, "Host" h WHERE o."vmId" = ANY($1::uuid[]) AND v."id" = o."vmId" AND h."id" = o."hostId"
     AND other."vmGuid" = v."vmGuid" AND other."scopeId" <> v."scopeId" AND other."scopeId" = coalesce(h."clusterId", h."id")`, [vmIds],
  );
}

async function join(client: pg.PoolClient, head: Row, gone: Row): Promise<Row> {
  const isOlder = gone.createdAt < head.createdAt || (gone.createdAt.getTime() === head.createdAt.getTime() && gone.id < head.id);
  const [kept, former] = isOlder ? [gone, head] : [head, gone];
  await joinOwners(client, head, gone, "all");
  await client.query(
    `UPDATE "Vm" h SET "formerIds" = ARRAY(SELECT DISTINCT unnest(h."formerIds" || g."formerIds" || $3::uuid[])) FROM "Vm" g WHERE h."id" = $1 AND g."id" = $2`, [head.id, gone.id, former.isShown ? [former.id] : []],
  );
  await client.query(`DELETE FROM "Vm" WHERE "id" = $1`, [gone.id]);
  await client.query(`UPDATE "Vm" SET "id" = $2, "createdAt" = $3, "judgedDigest" = NULL WHERE "id" = $1`, [head.id, kept.id, kept.createdAt]);
  return { ...head, id: kept.id, createdAt: kept.createdAt, isShown: kept.isShown };
}

/**
 * A VM that complete listings of its host lack and that another host or cluster lists since: one VM that moved. Its row
 * goes along with its older id; the newer id still leads to it. A replica is another VM with the same GUID.
 * @returns hosts to be judged again
 */
export async function joinMoved(client: pg.PoolClient, guids: ReadonlySet<string>): Promise<Set<string>> {
  const again = new Set<string>();
  if (guids.size === 0) return again;
  const { rows } = await client.query<Row>(
    `SELECT v."id", v."vmGuid", v."hostId", v."scopeId", v."createdAt", v."sections", v."facts"->>'replicationMode' AS "role", v."createdAt" < now() AS "isShown", h."confirmedFrom", h."confirmedMark"
     FROM "Vm" v JOIN "Host" h ON h."id" = v."hostId"
     WHERE v."vmGuid" IN (SELECT "vmGuid" FROM "Vm" WHERE "vmGuid" = ANY($1::uuid[]) GROUP BY "vmGuid" HAVING count(*) > 1)`, [[...guids]],
  );
  if (rows.length > 0) await partOwners(client, rows.map((row) => row.id));
  const byGuid = new Map<string, Row[]>();
  for (const row of rows) if (!REPLICA.has(row.role ?? "")) byGuid.set(row.vmGuid, [...(byGuid.get(row.vmGuid) ?? []), row]);
  const listed = (row: Row) => {
    const confirmation = confirmationOf(row);
    return isConfirmed(row.sections, confirmation) ? confirmation.until : row.sections["vms.listed"] ?? "";
  };
  for (const same of byGuid.values()) {
    const [newest, ...others] = same.sort((a, b) => (listed(a) > listed(b) ? -1 : 1));
    if (newest === undefined) continue;
    let head = newest;
    const isGone = (row: Row) => row.sections["vms.missing"] !== undefined;
    for (const other of others.filter((row) => !isGone(row))) await joinOwners(client, head, other, "foreign");
    for (const gone of others.filter(isGone)) {
      again.add(head.hostId).add(gone.hostId);
      head = await join(client, head, gone);
    }
  }
  return again;
}
