import type pg from "pg";

let ensured: Promise<void> | undefined;

/**
 * Makes the index for searching in names, once per process. It stands outside the migrations because a server without
 * pg_trgm, or without the right to add it, works too: it then searches row by row.
 */
export function ensureSearchIndex(pool: pg.Pool): Promise<void> {
  ensured ??= make(pool);
  return ensured;
}

async function make(pool: pg.Pool): Promise<void> {
  try {
    await pool.query("CREATE EXTENSION IF NOT EXISTS pg_trgm");
    await pool.query(`CREATE INDEX IF NOT EXISTS "Vm_searchName_idx" ON "Vm" USING GIN ("searchName" gin_trgm_ops)`);
  } catch (error) {
    console.warn(`Names are searched without an index: ${error instanceof Error ? error.message : String(error)}`);
  }
}
