import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type pg from "pg";
import { AppError } from "@/lib/errors";
import type { ProblemDocument, QuarantinedBody, QuarantineItem } from "./contract";

const pack = promisify(gzip);
const unpack = promisify(gunzip);
const DAY_MS = 86_400_000;
/** Bytes that one body takes in the table. */
export const PACKED_BYTES = 256 * 1024;

type Connection = Pick<pg.Pool, "query">;

interface Row extends Omit<QuarantineItem, "receivedAt"> {
  receivedAt: Date;
}
const COLUMNS = `q."id", q."collectorId", c."name" AS "collectorName", q."receivedAt", q."problem", q."bodyBytes", q."cut", q."sha256"`;
const itemOf = (row: Row): QuarantineItem => ({ ...row, receivedAt: row.receivedAt.toISOString() });

/** Bodies that could not be accepted, newest first; of one collector, when told. */
export async function listQuarantine(pool: Connection, { collectorId = null }: { collectorId?: string | null } = {}): Promise<QuarantineItem[]> {
  const { rows } = await pool.query<Row>(`SELECT ${COLUMNS} FROM "Quarantine" q JOIN "Collector" c ON c."id" = q."collectorId" WHERE $1::uuid IS NULL OR q."collectorId" = $1 ORDER BY q."receivedAt" DESC, q."id"`, [collectorId]);
  return rows.map(itemOf);
}

/** One body with its text. @throws AppError `not-found` */
export async function readQuarantined(pool: Connection, id: string): Promise<QuarantinedBody> {
  const { rows } = await pool.query<Row & { body: Buffer }>(`SELECT ${COLUMNS}, q."body" FROM "Quarantine" q JOIN "Collector" c ON c."id" = q."collectorId" WHERE q."id"::text = $1`, [id]);
  const [row] = rows;
  if (row === undefined) throw new AppError("not-found", "No body with this id is in quarantine; it may have been removed or have aged out.");
  const { body, ...item } = row;
  return { ...itemOf(item), text: (await unpack(body)).toString("utf8") };
}

/** Removes one body. @throws AppError `not-found` */
export async function deleteQuarantined(pool: Connection, id: string): Promise<void> {
  const { rowCount } = await pool.query(`DELETE FROM "Quarantine" WHERE "id"::text = $1`, [id]);
  if (rowCount === 0) throw new AppError("not-found", "No body with this id is in quarantine; it may have been removed or have aged out.");
}

/** Longer bodies are cut before they are packed at all: no text of use packs to less than a tenth. */
const TRIED_BYTES = 10 * PACKED_BYTES;

/** Halves what is kept until it fits; what a gzip makes of a text cannot be known before. */
async function packed(body: Buffer): Promise<{ bytes: Buffer; cut: boolean }> {
  for (let kept = body.subarray(0, TRIED_BYTES); ; kept = kept.subarray(0, Math.floor(kept.length / 2))) {
    const bytes = await pack(kept);
    if (bytes.length <= PACKED_BYTES) return { bytes, cut: kept.length < body.length };
  }
}

export interface Refused {
  collectorId: string;
  problem: ProblemDocument;
  /** As it was sent, unpacked as far as that went; perhaps only its beginning. */
  body: Buffer;
  /** Bytes of the whole. */
  bodyBytes: number;
  sha256: string;
}

/** Keeps a refused body, bounded in size, number and age; the same body of a collector once. */
export async function quarantine(client: Connection, refused: Refused, limits: { each: number; all: number; days: number }, now: number): Promise<void> {
  if (limits.each < 1 || limits.all < 1 || limits.days <= 0) return;
  const { bytes, cut } = await packed(refused.body);
  const { rows } = await client.query<{ isNew: boolean }>(
    `INSERT INTO "Quarantine" ("id", "collectorId", "receivedAt", "problem", "body", "bodyBytes", "cut", "sha256") VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT ("collectorId", "sha256") DO UPDATE SET "receivedAt" = EXCLUDED."receivedAt", "problem" = EXCLUDED."problem" RETURNING xmax = 0 AS "isNew"`,
    [randomUUID(), refused.collectorId, new Date(now), JSON.stringify(refused.problem), bytes, Math.min(refused.bodyBytes, 2 ** 31 - 1), cut || refused.body.length < refused.bodyBytes, refused.sha256],
  );
  if (rows[0]?.isNew !== true) return;
  await client.query(
    `DELETE FROM "Quarantine" WHERE "receivedAt" < $1
       OR "id" IN (SELECT "id" FROM "Quarantine" WHERE "collectorId" = $2 ORDER BY "receivedAt" DESC, "id" OFFSET $3)
       OR "id" IN (SELECT "id" FROM "Quarantine" ORDER BY "receivedAt" DESC, "id" OFFSET $4)`,
    [new Date(now - limits.days * DAY_MS), refused.collectorId, limits.each, limits.all],
  );
}
