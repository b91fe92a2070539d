import type pg from "pg";
import { AppError } from "@/lib/errors";
import type { CollectorDetail, CollectorDocumentItem, CollectorHostItem, CollectorItem, CollectorSecretItem, EnrolmentCodeItem } from "./contract";
import { listQuarantine } from "./quarantine";

/** Expected of a sender that tells no interval. */
export const DEFAULT_INTERVAL_SECONDS = 3600;

type Connection = Pick<pg.Pool, "query">;
type Instants<Row, Key extends keyof Row> = Omit<Row, Key> & Record<Key, Date | null>;
type Row = Instants<Omit<CollectorItem, "epoch" | "dueAt">, "createdAt" | "approvedAt" | "revokedAt" | "lastSeenAt" | "lastAcceptedAt" | "lastRefusedAt"> & { epoch: string };

const iso = (value: Date | null) => value?.toISOString() ?? null;
const told = (value: Date | null) => (value ?? new Date(0)).toISOString();

const COLUMNS = `c."id", c."publicId", c."kind", c."name", c."state", c."scope", c."epoch", c."createdAt", c."approvedAt", c."revokedAt", c."hostName", c."fqdn", c."installId", c."hardwareUuid",
  c."version", c."psVersion", c."psEdition", c."language", c."elevated", c."runAs", c."contract", coalesce(c."intervalSeconds", ${DEFAULT_INTERVAL_SECONDS}) AS "intervalSeconds",
  c."lastSeenAt", c."lastAcceptedAt", c."lastRefusedAt", c."lastRefusal", c."refused", c."clockOffsetSeconds", c."dropped", c."conflict", c."unread",
  CASE WHEN c."kind" = 'host' THEN coalesce(c."hostId", (SELECT dh."hostId" FROM "Document" d JOIN "DocumentHost" dh ON dh."documentId" = d."id" WHERE d."collectorId" = c."id" AND (d."epoch" IS NULL OR d."epoch" = c."epoch") ORDER BY d."receivedAt" DESC LIMIT 1)) END AS "hostId",
  (SELECT count(*)::int FROM "Quarantine" q WHERE q."collectorId" = c."id") AS "quarantined",
  (SELECT count(*)::int FROM "CollectorHost" h WHERE h."collectorId" = c."id" AND h."state" = 'pending') AS "pendingHosts"`;

function itemOf(row: Row): CollectorItem {
  const since = row.lastAcceptedAt ?? row.approvedAt ?? row.createdAt;
  return {
    ...row, epoch: Number(row.epoch), createdAt: told(row.createdAt), approvedAt: iso(row.approvedAt), revokedAt: iso(row.revokedAt),
    lastSeenAt: iso(row.lastSeenAt), lastAcceptedAt: iso(row.lastAcceptedAt), lastRefusedAt: iso(row.lastRefusedAt),
    dueAt: row.state === "active" && since !== null ? new Date(since.getTime() + 2 * row.intervalSeconds * 1000).toISOString() : null,
  };
}

/** Every collector, by name; revoked ones last. */
export async function listCollectors(pool: Connection): Promise<CollectorItem[]> {
  const { rows } = await pool.query<Row>(`SELECT ${COLUMNS} FROM "Collector" c ORDER BY c."state" = 'revoked', lower(c."name"), c."createdAt", c."id"`);
  return rows.map(itemOf);
}

async function documentsOf(pool: Connection, id: string): Promise<CollectorDocumentItem[]> {
  const { rows } = await pool.query<Omit<CollectorDocumentItem, "receivedAt" | "collectedAt" | "epoch" | "sequence"> & { receivedAt: Date; collectedAt: Date; epoch: string | null; sequence: string | null }>(
    `SELECT d."id", d."documentId", d."receivedAt", d."collectedAt", d."epoch", d."sequence", coalesce((d."reply"->>'hosts')::int, 0) AS "hosts", coalesce((d."reply"->>'vms')::int, 0) AS "vms",
       coalesce(jsonb_array_length(CASE WHEN jsonb_typeof(d."reply"->'refused') = 'array' THEN d."reply"->'refused' END), 0) AS "refused", d."foldedAt" IS NOT NULL AS "folded"
     FROM "Document" d WHERE d."collectorId" = $1 ORDER BY d."receivedAt" DESC, d."sequence" DESC LIMIT 50`,
    [id],
  );
  return rows.map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString(), collectedAt: row.collectedAt.toISOString(), epoch: row.epoch === null ? null : Number(row.epoch), sequence: row.sequence === null ? null : Number(row.sequence) }));
}

/** One collector by our id or its public id. @throws AppError `not-found` */
export async function readCollector(pool: Connection, id: string): Promise<CollectorDetail> {
  const { rows } = await pool.query<Row>(`SELECT ${COLUMNS} FROM "Collector" c WHERE c."publicId" = $1 OR c."id"::text = $1`, [id]);
  const [row] = rows;
  if (row === undefined) throw new AppError("not-found", `No collector has the id ${id.slice(0, 64)}.`);
  const [secrets, hosts, documents, quarantine] = await Promise.all([
    pool.query<{ createdAt: Date; expiresAt: Date | null }>(`SELECT "createdAt", "expiresAt" FROM "CollectorSecret" WHERE "collectorId" = $1 ORDER BY "createdAt" DESC`, [row.id]),
    pool.query<Omit<CollectorHostItem, "firstSeenAt"> & { firstSeenAt: Date }>(`SELECT "nameKey", "name", "state", "firstSeenAt" FROM "CollectorHost" WHERE "collectorId" = $1 ORDER BY "state" <> 'pending', "nameKey"`, [row.id]),
    documentsOf(pool, row.id),
    listQuarantine(pool, { collectorId: row.id }),
  ]);
  return {
    ...itemOf(row), documents, quarantine,
    secrets: secrets.rows.map((secret): CollectorSecretItem => ({ createdAt: secret.createdAt.toISOString(), expiresAt: iso(secret.expiresAt) })),
    hosts: hosts.rows.map((host) => ({ ...host, firstSeenAt: host.firstSeenAt.toISOString() })),
  };
}

/** Every enrolment code, newest first; never the code itself. */
export async function listCodes(pool: Connection, now: number): Promise<EnrolmentCodeItem[]> {
  const { rows } = await pool.query<Omit<EnrolmentCodeItem, "createdAt" | "expiresAt" | "revokedAt" | "state"> & { createdAt: Date; expiresAt: Date; revokedAt: Date | null }>(
    `SELECT "id", "hint", "scope", "kind", "maxUses", "uses", "autoApprove", "intervalSeconds", "createdAt", "expiresAt", "revokedAt" FROM "EnrolmentCode" ORDER BY "createdAt" DESC, "id"`,
  );
  return rows.map((row) => ({
    ...row, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString(), revokedAt: iso(row.revokedAt),
    state: row.revokedAt !== null ? "revoked" : row.uses >= row.maxUses ? "used" : row.expiresAt.getTime() <= now ? "expired" : "open",
  }));
}
