import { createHash } from "node:crypto";
import type pg from "pg";

type Connection = Pick<pg.PoolClient, "query">;

/** The keys by which a machine is known, strongest first. Lower case; null for one that it does not tell. */
export interface Machine {
  installId: string | null;
  hardwareUuid: string | null;
  fqdn: string | null;
  name: string | null;
}
export interface Twin {
  id: string;
  installId: string | null;
  hardwareUuid: string | null;
  fqdn: string | null;
  hostName: string | null;
  /** Nothing would tell the two apart; else they share hardware and say that they are two. */
  isSame: boolean;
}

const onlyName = (of: string) => `num_nonnulls(${of}."installId", ${of}."hardwareUuid", ${of}."fqdn") = 0`;
/** As `keysOf` compares names. */
const nameOf = (of: string) => `lower(btrim(${of}."hostName", E' \\t\\r\\n'))`;
/** The strongest key that both have decides, as it does for hosts; a name only where one of them has nothing else. */
const isSame = (a: string, b: string) =>
  `coalesce(${a}."installId" = ${b}."installId", ${a}."hardwareUuid" = ${b}."hardwareUuid", ${a}."fqdn" = ${b}."fqdn", ${nameOf(a)} = ${nameOf(b)} AND (${onlyName(a)} OR ${onlyName(b)}), false)`;
const isTwin = (a: string, b: string) => `(${isSame(a, b)} OR ${a}."hardwareUuid" = ${b}."hardwareUuid")`;

/** Numbers of locks, below zero so that none is that of another lock of ours; those of one machine come in one order. */
function lockNumbers({ installId, hardwareUuid, fqdn, name }: Machine): number[] {
  const named = Object.entries({ install: installId, hardware: hardwareUuid, fqdn, name }).flatMap(([kind, value]) => (value === null ? [] : [`${kind} ${value}`]));
  return named.map((text) => -1 - createHash("sha256").update(text).digest().readUIntBE(0, 6)).sort((a, b) => a - b);
}

/**
 * Other living collectors of hosts that are this machine, or have its hardware: a machine that was installed anew, or a
 * clone. Until the end of the transaction no other collector gets this machine.
 */
export async function findTwins(client: Connection, machine: Machine, than: string | null = null): Promise<Twin[]> {
  await client.query("SELECT pg_advisory_xact_lock(n) FROM unnest($1::int8[]) n", [lockNumbers(machine)]);
  const { rows } = await client.query<Twin>(
    `SELECT c."id", c."installId", c."hardwareUuid", c."fqdn", c."hostName", ${isSame("m", "c")} AS "isSame"
     FROM "Collector" c, (SELECT $1::text AS "installId", $2::text AS "hardwareUuid", $3::text AS "fqdn", $4::text AS "hostName") m
     WHERE c."kind" = 'host' AND c."state" <> 'revoked' AND ${isTwin("m", "c")} AND c."id" IS DISTINCT FROM $5`,
    [machine.installId, machine.hardwareUuid, machine.fqdn, machine.name, than],
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
       OR EXISTS (SELECT 1 FROM "Collector" o WHERE o."id" = ANY($1::uuid[]) AND ${isTwin("o", "c")})
       OR NOT EXISTS (SELECT 1 FROM "Collector" o WHERE o."id" <> c."id" AND o."kind" = 'host' AND o."state" <> 'revoked' AND ${isTwin("o", "c")}))`, [approved],
  );
}

/**
 * Claims a machine for a token that is bound to none, inside the transaction that keeps its first document; until its end
 * no other collector gets the machine. Where nothing would tell it from the machine of a living collector, this one is
 * bound to it, both are flagged, and it waits for approval instead of writing into the other's host.
 * @param hostName as it is shown
 * @returns `waits`: the transaction is to be committed, and nothing may be taken now; else the twins to be flagged by
 *   `flagTwins` once the token is bound
 */
export async function claimMachine(client: Connection, collectorId: string, machine: Machine, hostName: string): Promise<{ waits: boolean; twins: string[] }> {
  const found = await findTwins(client, machine, collectorId);
  const twins = found.map((twin) => twin.id);
  if (!found.some((twin) => twin.isSame)) return { waits: false, twins };
  const { rowCount } = await client.query(
    `UPDATE "Collector" SET "state" = 'pending', "installId" = $2, "hardwareUuid" = $3, "fqdn" = $4, "hostName" = $5
     WHERE "id" = $1 AND "state" = 'active' AND "installId" IS NULL AND "hardwareUuid" IS NULL AND "fqdn" IS NULL AND "hostName" IS NULL`,
    [collectorId, machine.installId, machine.hardwareUuid, machine.fqdn, hostName],
  );
  // Else another first document of this token was faster: it waits with that one, or is compared with its machine.
  if (rowCount === 1) await flagTwins(client, [collectorId, ...twins]);
  return { waits: rowCount === 1, twins };
}
