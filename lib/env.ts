import path from "node:path";
import { z } from "zod";

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === "" ? undefined : text))
  .optional();

const envSchema = z.object({
  /** Set by `npm start` to the embedded database when the user gives none. */
  DATABASE_URL: optionalText,
  /** Connections that one process holds at most. */
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  QUIESCE_DATA: optionalText,
  QUIESCE_ADMIN_TOKEN: optionalText,
  /** Further names by which browsers reach a server that is bound to another address, with commas. */
  QUIESCE_ALLOWED_HOSTS: optionalText,
  /** Bytes of one imported file. */
  QUIESCE_IMPORT_LIMIT: z.coerce.number().int().min(1).default(256 * 1024 * 1024),
  HOST: optionalText,
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
});

/** The settings of this process. */
export interface Env {
  databaseUrl: string | undefined;
  databasePool: number;
  /** Absolute path. */
  dataFolder: string;
  adminToken: string | undefined;
  /** Lower case, without ports. */
  allowedHosts: readonly string[];
  importLimitBytes: number;
  /** undefined: both loopback addresses. */
  host: string | undefined;
  port: number;
}

/**
 * Reads the settings.
 * @throws Error with one sentence that names the variable
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`The environment variable ${issue?.path.join(".") ?? "?"} cannot be used: ${issue?.message ?? "unknown reason"}.`);
  }
  const values = parsed.data;
  return {
    databaseUrl: values.DATABASE_URL,
    databasePool: values.DATABASE_POOL,
    dataFolder: path.resolve(/* turbopackIgnore: true */ values.QUIESCE_DATA ?? ".quiesce"),
    adminToken: values.QUIESCE_ADMIN_TOKEN,
    allowedHosts: splitList(values.QUIESCE_ALLOWED_HOSTS),
    importLimitBytes: values.QUIESCE_IMPORT_LIMIT,
    host: values.HOST,
    port: values.PORT,
  };
}

function splitList(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== "");
}
