import fs from "node:fs/promises";
import path from "node:path";
import type { DiffTarget } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { noFilter } from "./migrate";
import { withSchemaEngine } from "./schema-engine";

const prismaFolder = path.resolve(import.meta.dirname, "../../prisma");
const migrationsFolder = path.join(prismaFolder, "migrations");
/**
 * schema.prisma as the newest migration left it. Two schemas are compared, not a schema and
 * a database: the engine cannot describe one through the driver adapter (it meets the type "char").
 */
const migratedSchema = path.join(migrationsFolder, "migrated.prisma");

/**
 * Writes prisma/migrations/<time>_<name>/migration.sql with what schema.prisma has and the
 * migrations lack.
 * @param databaseUrl any database: the engine asks for its version
 * @param name kebab or snake case
 * @param now gives the folder its time
 * @returns the folder's name, or undefined when nothing differs
 */
export async function draftMigration(databaseUrl: string, name: string, now: Date): Promise<string | undefined> {
  const schema = await fs.readFile(path.join(prismaFolder, "schema.prisma"), "utf8");
  const sql = await compareSchemas(databaseUrl, await readIfThere(migratedSchema), schema);
  if (sql === "") return undefined;
  const folder = `${now.toISOString().replace(/\D/g, "").slice(0, 14)}_${name.replaceAll("-", "_")}`;
  await fs.mkdir(path.join(migrationsFolder, folder), { recursive: true });
  await fs.writeFile(path.join(migrationsFolder, folder, "migration.sql"), `${sql}\n`);
  await fs.writeFile(migratedSchema, schema);
  return folder;
}

/**
 * The SQL that leads from one Prisma schema to another.
 * @param from undefined: an empty database
 * @returns "" when nothing differs
 */
export async function compareSchemas(databaseUrl: string, from: string | undefined, to: string): Promise<string> {
  const script = await withSchemaEngine(
    databaseUrl,
    (engine) =>
      engine.diff({
        from: from === undefined ? { tag: "empty" } : datamodel(from),
        to: datamodel(to),
        script: true,
        exitCode: null,
        filters: noFilter,
      }),
    to,
  );
  // Every database has this schema, and making it needs a right that an ordinary owner may lack.
  const sql = (script.stdout ?? "").replace(/^-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n/m, "").trim();
  return sql === "-- This is an empty migration." ? "" : sql;
}

function datamodel(content: string): DiffTarget {
  return { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] };
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await fs.readFile(file, "utf8");
  } catch {
    return undefined;
  }
}
