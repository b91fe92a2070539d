import "server-only";
import { pool } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { VmHistory } from "./contract";
import { HOST_LATE_SINCE } from "./host-state";

const OWNERS_SHOWN = 20;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Row {
  missingSince: Date | null; contested: boolean; operationSince: Date | null; lateSince: Date | null; formerIds: string[];
}

/** The hosts that a VM was on, newest first. */
export async function readOwners(id: string): Promise<VmHistory["owners"]> {
  const { rows } = await pool().query<{ hostId: string; hostName: string; since: Date; known: boolean }>(
    `SELECT o."hostId", o."hostName", o."since", h."id" IS NOT NULL AS "known" FROM "VmOwner" o LEFT JOIN "Host" h ON h."id" = o."hostId" WHERE o."vmId" = $1 ORDER BY o."since" DESC, o."hostId" LIMIT ${OWNERS_SHOWN}`, [id],
  );
  return rows.map((of) => ({ host: { id: of.hostId, name: of.hostName }, known: of.known, since: of.since.toISOString() }));
}

/** What is known of a VM beyond its newest facts: where it was, who else lists it, since when it is missing. */
export async function readVmHistory(id: string): Promise<VmHistory> {
  const [{ rows }, owners, { rows: claims }] = await Promise.all([
    pool().query<Row>(
      `SELECT v."missingSince", v."contested", v."operationSince", v."formerIds", ${HOST_LATE_SINCE} AS "lateSince" FROM "Vm" v JOIN "Host" h ON h."id" = v."hostId" WHERE v."id" = $1`, [id],
    ),
    readOwners(id),
    pool().query<{ id: string; name: string; listedAt: Date }>(
      `SELECT h."id", h."name", c."listedAt" FROM "VmClaim" c JOIN "Host" h ON h."id" = c."hostId" WHERE c."vmId" = $1 ORDER BY c."listedAt" DESC, h."id"`, [id],
    ),
  ]);
  const [row] = rows;
  return {
    missingSince: row?.missingSince?.toISOString() ?? null, contested: row?.contested ?? false, operationSince: row?.operationSince?.toISOString() ?? null,
    lateSince: row?.lateSince?.toISOString() ?? null, formerIds: row?.formerIds ?? [],
    claims: claims.map((of) => ({ host: { id: of.id, name: of.name }, listedAt: of.listedAt.toISOString() })),
    owners,
  };
}

/** The id that a VM has now, or had when it went, by one that it had before it moved; null when no VM had it. */
export async function movedTo(formerId: string): Promise<string | null> {
  if (!UUID.test(formerId)) return null;
  const { rows } = await pool().query<{ id: string }>(`SELECT "id" FROM "Vm" WHERE "formerIds" @> ARRAY[$1]::uuid[] ORDER BY "gone" LIMIT 1`, [formerId]);
  return rows[0]?.id ?? null;
}

/** Whether a read failed because no VM that counts has this id. */
export function isNotThere(problem: unknown): problem is AppError {
  return problem instanceof AppError && (problem.code === "not-found" || problem.code === "gone");
}

/** Reads a VM by its id, or by one that it had before it moved. @throws what `read` throws; AppError `not-found` or `gone` */
export async function byAnyId<T>(id: string, read: (id: string) => Promise<T>): Promise<T> {
  try {
    return await read(id);
  } catch (problem) {
    const now = isNotThere(problem) ? await movedTo(id) : null;
    if (now === null) throw problem;
    return read(now);
  }
}
