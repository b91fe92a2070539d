import type pg from "pg";
import { inTransaction } from "@/lib/db/transaction";

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

/** Any number that no other program uses: whoever gives a machine to a collector takes turns by it. */
const MACHINES_LOCK = 7_163_302_013;

/**
 * Other living collectors of hosts with this install id or hardware: a machine that was installed anew, or a clone.
 * Until the end of the transaction no other collector gets a machine.
 */
export async function findTwins(client: Connection, { installId, hardwareUuid }: MachineIds, than: string | null = null): Promise<Twin[]> {
  await client.query("SELECT pg_advisory_xact_lock($1)", [MACHINES_LOCK]);
  const { rows } = await client.query<Twin>(
    `SELECT "id", "installId" FROM "Collector" WHERE "kind" = 'host' AND "state" <> 'revoked' AND ("hardwareUuid" = $1 OR "installId" = $2) AND "id" IS DISTINCT FROM $3`, [hardwareUuid, installId, than],
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
 * Binds a token to the machine of its first document. Where a living collector has that machine, both are flagged; with
 * the same install id too nothing would tell the machines apart, so that this one waits for approval instead of writing
 * into the other's host.
 * @returns `waits`: nothing may be taken from it now
 */
export function bindMachine(pool: pg.Pool, collectorId: string, machine: MachineIds & { fqdn: string | null; hostName: string }): Promise<"bound" | "waits"> {
  return inTransaction(pool, async (client) => {
    const twins = await findTwins(client, machine, collectorId);
    const waits = machine.installId !== null && twins.some((twin) => twin.installId === machine.installId);
    const { rowCount } = await client.query(
      `UPDATE "Collector" SET "state" = CASE WHEN $6 THEN 'pending' ELSE "state" END, "installId" = $2, "hardwareUuid" = $3, "fqdn" = $4, "hostName" = $5
       WHERE "id" = $1 AND "state" = 'active' AND "installId" IS NULL AND "hardwareUuid" IS NULL AND "fqdn" IS NULL AND "hostName" IS NULL`,
      [collectorId, machine.installId, machine.hardwareUuid, machine.fqdn, machine.hostName, waits],
    );
    // Another first document of this token was faster; it is compared with that one's machine.
    if (rowCount === 0) return "bound";
    if (twins.length > 0) await flagTwins(client, [collectorId, ...twins.map((twin) => twin.id)]);
    return waits ? "waits" : "bound";
  });
}
