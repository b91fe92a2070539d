import fs from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

let loading: Promise<void> | undefined;

/**
 * Runs work with Prisma's schema engine as WebAssembly on one database. It needs no native engine
 * and no download, so migrations run anywhere.
 * @param databaseUrl postgresql://…
 * @param datamodel the text of schema.prisma, for comparing
 */
export async function withSchemaEngine<Result>(
  databaseUrl: string,
  work: (engine: engineModule.SchemaEngine) => Promise<Result>,
  datamodel?: string,
): Promise<Result> {
  loading ??= loadModule();
  await loading;
  // The engine never closes the connections that it opens, so they are ours.
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
    const datamodels: [string, string][] | undefined = datamodel === undefined ? undefined : [["schema.prisma", datamodel]];
    const engine = await engineModule.SchemaEngine.new({ datamodels }, () => undefined, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

/** The package expects a bundler that can import .wasm files. */
async function loadModule(): Promise<void> {
  const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bytes = await fs.readFile(script.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes), { "./schema_engine_bg.js": { ...engineModule } });
  engineModule.__wbg_set_wasm(instance.exports);
  const start = instance.exports["__wbindgen_start"];
  if (typeof start === "function") start();
}
