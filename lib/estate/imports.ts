import "server-only";
import { pool } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import type { FileAccount, FileResult, ImportAccount } from "@/lib/inventory/account";
import type { ImportListItem, ImportPage, NetworkSummary } from "./contract";
import { isCursorTime } from "./cursor-time";

interface Row {
  id: string; receivedAt: Date; via: string; durationMs: number; accepted: number; known: number; refused: number; hosts: number; vms: number; synthetic: boolean;
  result: string; names: string[]; fileCount: number; documents: number;
}
const COLUMNS = `i."id", i."receivedAt", i."via", i."durationMs", i."accepted", i."known", i."refused", i."hosts", i."vms", i."synthetic", i."result", i."names", i."fileCount",
  (SELECT count(*)::int FROM "Document" d WHERE d."importId" = i."id") AS "documents"`;
const PAGE = 25;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const head = (row: Row) => ({
  id: row.id, receivedAt: row.receivedAt.toISOString(), via: row.via, durationMs: row.durationMs, accepted: row.accepted, known: row.known, refused: row.refused,
  hosts: row.hosts, vms: row.vms, synthetic: row.synthetic,
});
/** An import that never came to its end was cut off in part: what it had taken is kept. */
const resultOf = (result: string): FileResult => (result === "running" ? "partly" : result as FileResult);

const itemOf = (row: Row): ImportListItem => ({ ...head(row), names: row.names, fileCount: row.fileCount, result: resultOf(row.result), removable: row.documents > 0 });

/** Imports, newest first, 25 a page. */
export async function readImports(cursor?: string): Promise<ImportPage> {
  const match = cursor === undefined ? null : /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_([0-9a-f-]{36})$/.exec(cursor);
  if (cursor !== undefined && (match === null || !isCursorTime(match[1] ?? "") || !UUID.test(match[2] ?? ""))) {
    throw new AppError("invalid-request", "cursor: it does not belong to this list; leave it out to start at the first page.", { members: { place: "query.cursor" } });
  }
  const { rows } = await pool().query<Row>(
    `SELECT ${COLUMNS} FROM "Import" i ${match === null ? "" : `WHERE (i."receivedAt", i."id") < ($2::timestamptz, $3::uuid)`} ORDER BY i."receivedAt" DESC, i."id" DESC LIMIT $1`,
    match === null ? [PAGE + 1] : [PAGE + 1, match[1], match[2]],
  );
  const items = rows.slice(0, PAGE).map(itemOf);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > PAGE && last !== undefined ? `${last.receivedAt}_${last.id}` : null };
}

/**
 * The account of one import, as it was given when it came.
 * @throws AppError `not-found`
 */
export async function readImport(id: string): Promise<ImportAccount> {
  const { rows } = UUID.test(id)
    ? await pool().query<Row & { account: { files?: FileAccount[]; estate?: ImportAccount["estate"] } }>(`SELECT ${COLUMNS}, i."account" FROM "Import" i WHERE i."id" = $1`, [id])
    : { rows: [] };
  const [row] = rows;
  if (row === undefined) throw new AppError("not-found", "There is no such import; it may have been removed.");
  return { ...head(row), files: row.account.files ?? [], estate: row.account.estate ?? { vms: 0, hosts: 0 } };
}

/** What came by the network: how much, from how many collectors, in which time, and what of it waits or came late. */
export async function readNetwork(): Promise<NetworkSummary> {
  const { rows } = await pool().query<{ documents: number; collectors: number; lastDay: number; waiting: number; oldest: Date | null; newest: Date | null }>(
    `SELECT count(*)::int AS "documents", count(DISTINCT "collectorId")::int AS "collectors", count(*) FILTER (WHERE "receivedAt" > now() - interval '24 hours')::int AS "lastDay",
      count(*) FILTER (WHERE "foldedAt" IS NULL)::int AS "waiting", min("receivedAt") AS "oldest", max("receivedAt") AS "newest" FROM "Document" WHERE "importId" IS NULL`,
  );
  const [row] = rows;
  return {
    documents: row?.documents ?? 0, collectors: row?.collectors ?? 0, lastDay: row?.lastDay ?? 0, waiting: row?.waiting ?? 0,
    oldest: row?.oldest?.toISOString() ?? null, newest: row?.newest?.toISOString() ?? null,
  };
}
