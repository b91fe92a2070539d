import { randomUUID } from "node:crypto";
import type pg from "pg";
import { inTransaction } from "@/lib/db/transaction";
import { AppError } from "@/lib/errors";
import { checkedPepper } from "./checked-pepper";
import type { CollectorKind, GivenToken } from "./contract";
import { keyedHash, type Pepper } from "./pepper";
import { hashedPart, newPublicId, newSecret, tokenText } from "./tokens";
import { unflagTwins } from "./twins";

export const OVERLAP_DAYS = 7;
const DAY_MS = 86_400_000;

type Connection = Pick<pg.PoolClient, "query">;

export interface NewCollector {
  kind: CollectorKind;
  name: string;
  state: "active" | "pending";
  scope: string | null;
  intervalSeconds: number | null;
  /** Hosts that a management server may speak for; `*` is every host. */
  hosts?: readonly string[];
}

/** Gives a collector one more secret, told in its token; only the keyed hash is kept. */
export async function addSecret(client: Connection, pepper: Pepper, collector: { id: string; publicId: string }, at: Date): Promise<string> {
  const secret = newSecret();
  const hash = keyedHash(pepper, pepper.current, hashedPart(collector.publicId, secret));
  await client.query(`INSERT INTO "CollectorSecret" ("id", "collectorId", "hash", "pepperVersion", "createdAt") VALUES ($1, $2, $3, $4, $5)`, [randomUUID(), collector.id, hash, pepper.current, at]);
  return tokenText(collector.publicId, secret);
}

/** Lists hosts for a management server; those that were refused or wait are approved by it. */
export async function listHosts(client: Connection, collectorId: string, names: readonly string[], state: "listed" | "approved" | "refused", now: number): Promise<void> {
  if (names.length === 0) return;
  await client.query(
    `INSERT INTO "CollectorHost" ("collectorId", "nameKey", "name", "state", "firstSeenAt") SELECT DISTINCT ON (lower(n)) $1::uuid, lower(n), n, $3, $4::timestamptz FROM unnest($2::text[]) n
     ON CONFLICT ("collectorId", "nameKey") DO UPDATE SET "state" = EXCLUDED."state"`,
    [collectorId, names.map((name) => name.trim()).filter((name) => name !== ""), state, new Date(now)],
  );
}

/** Makes a collector inside the caller's transaction. The token is shown once: only its keyed hash is kept. */
export async function insertCollector(client: Connection, pepper: Pepper, collector: NewCollector, now: number): Promise<GivenToken> {
  const given = { id: randomUUID(), publicId: newPublicId() };
  const at = new Date(now);
  await client.query(
    `INSERT INTO "Collector" ("id", "publicId", "kind", "name", "state", "scope", "epoch", "createdAt", "approvedAt", "intervalSeconds") VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $8, $9)`,
    [given.id, given.publicId, collector.kind, collector.name, collector.state, collector.scope, at, collector.state === "active" ? at : null, collector.intervalSeconds],
  );
  const token = await addSecret(client, pepper, given, at);
  await listHosts(client, given.id, collector.hosts ?? [], "listed", now);
  return { id: given.id, collectorId: given.publicId, token, epoch: 1 };
}

/** Makes a collector with a credential of its own, ready to send. */
export async function createCollector(pool: pg.Pool, collector: { kind: CollectorKind; name: string; scope?: string | null; intervalSeconds?: number | null; hosts?: readonly string[] }, now: number): Promise<GivenToken> {
  const pepper = await checkedPepper(pool);
  return inTransaction(pool, (client) => insertCollector(client, pepper, { scope: null, intervalSeconds: null, ...collector, state: "active" }, now));
}

interface Named {
  id: string;
  publicId: string;
  epoch: string;
  state: string;
}

/** Finds and locks a collector by our id, its public id, or a name that only it has. @throws AppError `not-found`, `conflict` */
async function lockCollector(client: Connection, idOrName: string): Promise<Named> {
  const { rows } = await client.query<Named & { name: string }>(`SELECT "id", "publicId", "epoch", "state", "name" FROM "Collector" WHERE "publicId" = $1 OR "id"::text = $1 OR "name" = $1 ORDER BY "createdAt" FOR UPDATE`, [idOrName]);
  const exact = rows.find((row) => row.id === idOrName || row.publicId === idOrName);
  const [first, second] = exact === undefined ? rows : [exact];
  if (first === undefined) throw new AppError("not-found", `No collector is ${idOrName}; GET /api/v1/collectors and quiesce collector list name them.`);
  if (second !== undefined) throw new AppError("conflict", `${rows.length} collectors are named ${idOrName}; name the one that is meant by its id, such as ${first.publicId}.`);
  return first;
}

/** Gives a new secret; the ones before stay valid for the overlap. A revoked collector gets none. */
export function rotateCollector(pool: pg.Pool, idOrName: string, { overlapDays = OVERLAP_DAYS, now }: { overlapDays?: number; now: number }): Promise<GivenToken> {
  return inTransaction(pool, async (client) => {
    const pepper = await checkedPepper(client);
    const collector = await lockCollector(client, idOrName);
    if (collector.state === "revoked") throw new AppError("conflict", "The collector is revoked; enrol it again.");
    const until = new Date(now + overlapDays * DAY_MS);
    await client.query(`UPDATE "CollectorSecret" SET "expiresAt" = least(coalesce("expiresAt", $2), $2) WHERE "collectorId" = $1`, [collector.id, until]);
    await client.query(`DELETE FROM "CollectorSecret" WHERE "collectorId" = $1 AND "expiresAt" <= $2`, [collector.id, new Date(now)]);
    const token = await addSecret(client, pepper, collector, new Date(now));
    return { id: collector.id, collectorId: collector.publicId, token, epoch: Number(collector.epoch) };
  });
}

/** Ends a collector: its next request is refused. What it sent is kept. */
export function revokeCollector(pool: pg.Pool, idOrName: string, now: number): Promise<string> {
  return inTransaction(pool, async (client) => {
    const { id } = await lockCollector(client, idOrName);
    await client.query(`UPDATE "Collector" SET "state" = 'revoked', "revokedAt" = coalesce("revokedAt", $2) WHERE "id" = $1`, [id, new Date(now)]);
    await client.query(`DELETE FROM "CollectorSecret" WHERE "collectorId" = $1`, [id]);
    await unflagTwins(client);
    return id;
  });
}

/** Lets a waiting collector send. */
export function approveCollector(pool: pg.Pool, idOrName: string, now: number): Promise<string> {
  return inTransaction(pool, async (client) => {
    const { id, state } = await lockCollector(client, idOrName);
    if (state === "revoked") throw new AppError("conflict", "The collector is revoked; enrol it again.");
    await client.query(`UPDATE "Collector" SET "state" = 'active', "approvedAt" = coalesce("approvedAt", $2) WHERE "id" = $1`, [id, new Date(now)]);
    await unflagTwins(client, [id]);
    return id;
  });
}

/** Gives a new epoch, in which the sender counts from 1 again, and frees the token for the host that sends next. */
export function resetCollector(pool: pg.Pool, idOrName: string): Promise<{ id: string; epoch: number }> {
  return inTransaction(pool, async (client) => {
    const { id, epoch } = await lockCollector(client, idOrName);
    const next = Number(epoch) + 1;
    await client.query(`UPDATE "Collector" SET "epoch" = $2, "conflict" = NULL, "installId" = NULL, "hardwareUuid" = NULL, "fqdn" = NULL, "hostName" = NULL, "hostId" = NULL WHERE "id" = $1`, [id, next]);
    await unflagTwins(client);
    return { id, epoch: next };
  });
}

export function renameCollector(pool: pg.Pool, idOrName: string, name: string): Promise<string> {
  return inTransaction(pool, async (client) => {
    const { id } = await lockCollector(client, idOrName);
    await client.query(`UPDATE "Collector" SET "name" = $2 WHERE "id" = $1`, [id, name]);
    return id;
  });
}

/** Settles for which hosts a management server may speak. `*` is every host. @throws AppError `conflict` for a host's own collector */
export function settleHosts(pool: pg.Pool, idOrName: string, { approve = [], refuse = [] }: { approve?: readonly string[]; refuse?: readonly string[] }, now: number): Promise<string> {
  return inTransaction(pool, async (client) => {
    const { id } = await lockCollector(client, idOrName);
    const { rows } = await client.query<{ kind: string }>(`SELECT "kind" FROM "Collector" WHERE "id" = $1`, [id]);
    if (rows[0]?.kind !== "management-server") throw new AppError("conflict", "This collector speaks for its one host; only a management server has a list of hosts.");
    await listHosts(client, id, approve, "approved", now);
    await listHosts(client, id, refuse, "refused", now);
    return id;
  });
}
