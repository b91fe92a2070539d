import type pg from "pg";
import { readEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { keyedHash, type Pepper, readPepper } from "./pepper";

/**
 * The pepper under which new credentials may be made: the same as every other process of this database has.
 * @throws AppError `conflict` when credentials of this database were made under another one
 */
export async function checkedPepper(connection: Pick<pg.Pool, "query">): Promise<Pepper> {
  const pepper = readPepper(readEnv());
  const own = keyedHash(pepper, pepper.current, "check");
  const key = `pepper-check-${pepper.current}`;
  await connection.query(`INSERT INTO "Setting" ("key", "value") VALUES ($1, to_jsonb($2::text)) ON CONFLICT ("key") DO NOTHING`, [key, own]);
  const { rows } = await connection.query<{ value: string }>(`SELECT "value" FROM "Setting" WHERE "key" = $1`, [key]);
  if (rows[0]?.value === own) return pepper;
  throw new AppError("conflict", `Version ${pepper.current} of the pepper here is not the one under which this database's credentials were made; copy the file pepper from the first data folder, or set QUIESCE_PEPPER to the same value for every process.`);
}
