import { createHash } from "node:crypto";
import type pg from "pg";

type Connection = Pick<pg.PoolClient, "query">;

/** The ids by which a machine is known. Lower case; null for one that it does not tell. */
export interface MachineIds {
  installId: string | null;
  hardwareUuid: string | null;
}
interface Twin {
  id: string;
  installId: string | null;
}

/** Numbers of locks, below zero so that none is that of another lock of ours; those of one machine come in one order. */
function lockNumbers({ installId, hardwareUuid }: MachineIds): number[] {
  const named = [installId === null ? [] : [`install ${installId}`], hardwareUuid === null ? [] : [`hardware ${hardwareUuid}`]].flat();
  return named.map((name) => -1 - createHash("sha256").update(name).digest().readUIntBE(0, 6)).sort((a, b) => a - b);
}

/**
 * Other living collectors of hosts with this install id or hardware: a machine that was installed anew, or a clone.
 * Until the end of the transaction no other collector gets this machine.
 */
export async function findTwins(client: Connection, machine: MachineIds, than: string | null = null): Promise<Twin[]> {
  await client.query("SELECT pg_advisory_xact_lock(n) FROM unnest($1::int8[]) n", [lockNumbers(machine)]);
  const { rows } = await client.query<Twin>(
    `SELECT "id", "installId" FROM "Collector" WHERE "kind" = 'host' AND "state" <> 'revoked' AND ("hardwareUuid" = $1 OR "installId" = $2) AND "id" IS DISTINCT FROM $3`, [machine.hardwareUuid, machine.installId, than],
  );
  return rows;
}

/** Flags collectors one of whose machines another living one has. */
export async function flagTwins(client: Connection, ids: readonly string[]): Promise<void> {
  await client.query(`UPDATE "Collector" SET "conflict" = 'known-host' WHERE "id" = ANY($1::uuid[]) AND "conflict" IS NULL`, [ids]);
}

/** Takes the flag from collectors whose twins are all revoked, and from these and their twins, whom an administrator lets both live. */
export async function unflagTwins(client: Connection, approved: readonly string[] = []): Promise<void> {
  await client.query(
    `UPDATE "Collector" c SET "conflict" = NULL WHERE c."conflict" = 'known-host' AND (c."id" = ANY($1::uuid[])
       OR EXISTS (SELECT 1 FROM "Collector" o WHERE o."id" = ANY($1::uuid[]) AND (o."installId" = c."installId" OR o."hardwareUuid" = c."hardwareUuid"))
       OR NOT EXISTS (SELECT 1 FROM "Collector" o WHERE o."id" <> c."id" AND o."kind" = 'host' AND o."state" <> 'revoked' AND (o."installId" = c."installId" OR o."hardwareUuid" = c."hardwareUuid")))`, [approved],
  );
}

/**
 * Claims a machine for a token that is bound to none, inside the transaction that keeps its first document; until its end
 * no other collector gets the machine. Where a living collector has the same install id nothing would tell the machines
 * apart: then this one is bound to it, both are flagged, and it waits for approval instead of writing into the other's
 * host.
 * @returns `waits`: the transaction is to be committed, and nothing may be taken now; else the twins to be flagged by
 *   `flagTwins` once the token is bound
 */
export async function claimMachine(client: Connection, collectorId: string, machine: MachineIds & { fqdn: string | null; hostName: string }): Promise<{ waits: boolean; twins: string[] }> {
  const found = await findTwins(client, machine, collectorId);
  const twins = found.map((twin) => twin.id);
  if (machine.installId === null || !found.some((twin) => twin.installId === machine.installId)) return { waits: false, twins };
  const { rowCount } = await client.query(
    `UPDATE "Collector" SET "state" = 'pending', "installId" = $2, "hardwareUuid" = $3, "fqdn" = $4, "hostName" = $5
     WHERE "id" = $1 AND "state" = 'active' AND "installId" IS NULL AND "hardwareUuid" IS NULL AND "fqdn" IS NULL AND "hostName" IS NULL`,
    [collectorId, machine.installId, machine.hardwareUuid, machine.fqdn, machine.hostName],
  );
  // Else another first document of this token was faster: it waits with that one, or is compared with its machine.
  if (rowCount === 1) await flagTwins(client, [collectorId, ...twins]);
  return { waits: rowCount === 1, twins };
}
