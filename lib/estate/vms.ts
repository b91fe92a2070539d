import "server-only";
import { pool } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { CLASSES, type ClassId } from "@/lib/judge/judgement";
import type { VmCount, VmListItem, VmPage } from "./contract";
import { isCursorTime } from "./cursor-time";
import { FILTER_KEYS, type FilterKey, filtersOf, type VmFilters, type VmListRequest } from "./filters";
import { hostLimitHours } from "./policy-in-force";
import { itemColumns, itemOf, type ItemRow, VM_FROM, VM_READ_AT } from "./vm-item";
import { castOf, SORT_COLUMNS, whereOf } from "./vm-where";

/** A cursor is the sort columns of the last row, with the sort it belongs to. */
interface Cursor {
  sort: string;
  direction: string;
  values: (string | number)[];
}

function readCursor(text: string, request: VmListRequest): (string | number)[] {
  const wrong = new AppError("invalid-request", "cursor: it does not belong to this list; leave it out to start at the first page.", { members: { place: "query.cursor" } });
  let cursor: Partial<Cursor>;
  try {
    cursor = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as Partial<Cursor>;
  } catch {
    throw wrong;
  }
  const columns = SORT_COLUMNS[request.sort];
  const fits = cursor.sort === request.sort && cursor.direction === request.direction && Array.isArray(cursor.values) && cursor.values.length === columns.length
    && cursor.values.every((value, index) => {
      const cast = castOf(columns[index] ?? "");
      if (cast.startsWith("int")) return typeof value === "number" && Number.isSafeInteger(value) && Math.abs(value) <= (cast === "int2" ? 32_767 : 2_147_483_647);
      if (cast === "uuid") return typeof value === "string" && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
      if (cast === "timestamptz") return typeof value === "string" && isCursorTime(value);
      return typeof value === "string" && !value.includes("\0");
    });
  if (!fits || cursor.values === undefined) throw wrong;
  return cursor.values;
}

function writeCursor(request: VmListRequest, row: Record<string, unknown>): string {
  const values = SORT_COLUMNS[request.sort].map((column) => {
    const value = row[column];
    return value instanceof Date ? value.toISOString() : value;
  });
  return Buffer.from(JSON.stringify({ sort: request.sort, direction: request.direction, values })).toString("base64url");
}

/** What a sort column stands for: the age of a VM is that of the newest inventory that confirmed it. */
const columnOf = (column: string) => (column === "readAt" ? VM_READ_AT : `v."${column}"`);

/** SQL of a list from its cursor on; the CSV streams the same. */
async function listQuery(request: VmListRequest, limit: number | null): Promise<{ text: string; values: unknown[] }> {
  const hostHours = await hostLimitHours();
  const where = whereOf(filtersOf(request), hostHours);
  const values = [...where.values, hostHours];
  const item = itemColumns(`$${values.length}`);
  const columns = SORT_COLUMNS[request.sort];
  const conditions = [where.text];
  if (request.cursor !== undefined) {
    const after = readCursor(request.cursor, request).map((value, index) => {
      values.push(value);
      return `$${values.length}::${castOf(columns[index] ?? "")}`;
    });
    conditions.push(`(${columns.map(columnOf).join(", ")}) ${request.direction === "asc" ? ">" : "<"} (${after.join(", ")})`);
  }
  const order = columns.map((column) => `${columnOf(column)} ${request.direction === "asc" ? "ASC" : "DESC"}`).join(", ");
  if (limit !== null) values.push(limit);
  return {
    text: `SELECT ${item}, ${columns.map((column) => `${columnOf(column)} AS "${column}"`).join(", ")} FROM ${VM_FROM} WHERE ${conditions.join(" AND ")} ORDER BY ${order}${limit === null ? "" : ` LIMIT $${values.length}`}`,
    values,
  };
}

/**
 * One page of VMs by keyset: pages neither skip nor repeat a VM, whatever else is written meanwhile. There is no total;
 * `readCount` has it.
 * @throws AppError `invalid-request` when the cursor is of another sort
 */
export async function readVms(request: VmListRequest): Promise<VmPage> {
  const { rows } = await pool().query<ItemRow & Record<string, unknown>>(await listQuery(request, request.limit + 1));
  const items = rows.slice(0, request.limit);
  const last = items.at(-1);
  return { items: items.map(itemOf), nextCursor: rows.length > request.limit && last !== undefined ? writeCursor(request, last) : null };
}

/** How many VMs the filters leave, by class. */
export async function readCount(filters: VmFilters): Promise<VmCount> {
  const where = whereOf(filters, await hostLimitHours());
  const { rows } = await pool().query<{ class: ClassId; count: number }>(`SELECT v."class", count(*)::int AS "count" FROM "Vm" v WHERE ${where.text} GROUP BY v."class"`, where.values);
  const classes = Object.fromEntries(CLASSES.map((id) => [id, 0])) as Record<ClassId, number>;
  for (const row of rows) classes[row.class] = row.count;
  return { count: rows.reduce((sum, row) => sum + row.count, 0), classes };
}

/** For a list that is empty: how many VMs there are without each one of its filters. */
export async function readCountsWithout(filters: VmFilters): Promise<Partial<Record<FilterKey, number>>> {
  const counts: Partial<Record<FilterKey, number>> = {};
  for (const key of FILTER_KEYS) {
    if (filters[key] === undefined) continue;
    const { [key]: _left, ...rest } = filters;
    counts[key] = (await readCount(rest)).count;
  }
  return counts;
}

const ROWS_A_FETCH = 500;

/** All VMs of a list in its order, from one snapshot, a few hundred in memory at a time. */
export async function* eachVm(request: VmListRequest): AsyncGenerator<VmListItem> {
  const { cursor: _cursor, ...whole } = request;
  const { text, values } = await listQuery(whole, null);
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN READ ONLY");
    await client.query(`DECLARE vms NO SCROLL CURSOR FOR ${text}`, values);
    for (;;) {
      const { rows } = await client.query<ItemRow>(`FETCH ${ROWS_A_FETCH} FROM vms`);
      for (const row of rows) yield itemOf(row);
      if (rows.length < ROWS_A_FETCH) break;
    }
  } finally {
    await client.query("ROLLBACK").catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error(String(failure));
    });
    client.release(broken);
  }
}
