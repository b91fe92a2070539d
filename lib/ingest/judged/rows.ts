import type pg from "pg";

/** Rows a statement: on 5 to 6 kB of facts a row, 50 writes faster than 500. */
export const BATCH = 50;

export type ColumnType = "uuid" | "text" | "int4" | "int2" | "int8" | "float8" | "bool" | "timestamptz" | "jsonb" | "text[]";
export type Columns<Row> = { readonly [K in keyof Row & string]: ColumnType };

/** Backslash-u escapes that JSON allows and Postgres does not: NUL and lone surrogates. */
const UNSTORABLE = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/gi;

/** JSON text that Postgres takes as jsonb. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes("\\u") ? text.replace(UNSTORABLE, "$1\\ufffd") : text;
}

function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replace(/[\\"]/g, "\\$&")}"`).join(",")}}`;
}

function parameter(value: unknown, type: ColumnType): unknown {
  if (value === null || value === undefined) return null;
  if (type === "jsonb") return jsonText(value);
  if (type === "text[]") return arrayText(value as readonly string[]);
  if (type === "text") return String(value).replaceAll("\0", "\ufffd");
  return value;
}

/** Types that are sent as text and cast, because a list of lists cannot be unnested and JSON is text here. */
const sentAs = (type: ColumnType) => (type === "jsonb" || type === "text[]" ? "text" : type);

export interface Upsert<Row extends object> {
  table: string;
  columns: Columns<Row>;
  rows: readonly Row[];
  /** Columns of the key whose row is replaced; none: a conflict is an error. */
  conflict: readonly (keyof Row & string)[];
}
interface Statement {
  text: string;
  values: unknown[];
}

/** @param first number of its first parameter */
function upsert<Row extends object>({ table, columns, rows, conflict }: Upsert<Row>, first = 1): Statement {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const quoted = names.map((name) => `"${name}"`);
  const updates = names.filter((name) => !conflict.includes(name) && name !== "createdAt").map((name) => `"${name}" = EXCLUDED."${name}"`);
  const text = `INSERT INTO "${table}" (${quoted.join(", ")})
    SELECT ${names.map((name) => `u."${name}"${sentAs(columns[name]) === columns[name] ? "" : `::${columns[name]}`}`).join(", ")}
    FROM unnest(${names.map((name, index) => `$${first + index}::${sentAs(columns[name])}[]`).join(", ")}) AS u(${quoted.join(", ")})
    ${conflict.length === 0 ? "" : `ON CONFLICT (${conflict.map((name) => `"${name}"`).join(", ")}) DO UPDATE SET ${updates.join(", ")}`}`;
  return { text, values: names.map((name) => rows.map((row) => parameter(row[name], columns[name]))) };
}

/**
 * Writes rows with `INSERT … SELECT FROM unnest(…)`, fifty at a time.
 * @param conflict columns of the key whose row is replaced; none: a conflict is an error
 */
export async function writeRows<Row extends object>(client: pg.PoolClient, table: string, columns: Columns<Row>, rows: readonly Row[], conflict: readonly (keyof Row & string)[] = [], batchRows = BATCH): Promise<void> {
  for (let from = 0; from < rows.length; from += batchRows) {
    await client.query({ name: `write-${table}-${conflict.length}`, ...upsert({ table, columns, rows: rows.slice(from, from + batchRows), conflict }) });
  }
}

/** Writes a few rows of a table and a few of one that refers to them, in one statement. */
export async function writeWith<Row extends object, Other extends object>(client: pg.PoolClient, one: Upsert<Row>, other: Upsert<Other>): Promise<void> {
  const before = upsert(one);
  const { text, values } = upsert(other, before.values.length + 1);
  await client.query({ name: `write-${one.table}-${other.table}`, text: `WITH before AS (${before.text}) ${text}`, values: [...before.values, ...values] });
}

/** Writes these columns of rows that are there, by their id. */
export async function updateRows<Row extends { id: string }>(client: pg.PoolClient, table: string, columns: Columns<Row>, rows: readonly Row[], batchRows = 500): Promise<void> {
  const names = Object.keys(columns) as (keyof Row & string)[];
  const cast = (name: keyof Row & string) => `u."${name}"${sentAs(columns[name]) === columns[name] ? "" : `::${columns[name]}`}`;
  const text = `UPDATE "${table}" t SET ${names.filter((name) => name !== "id").map((name) => `"${name}" = ${cast(name)}`).join(", ")}
    FROM unnest(${names.map((name, index) => `$${index + 1}::${sentAs(columns[name])}[]`).join(", ")}) AS u(${names.map((name) => `"${name}"`).join(", ")}) WHERE t."id" = u."id"`;
  for (let from = 0; from < rows.length; from += batchRows) {
    const batch = rows.slice(from, from + batchRows);
    await client.query({ name: `update-${table}`, text, values: names.map((name) => batch.map((row) => parameter(row[name], columns[name]))) });
  }
}
