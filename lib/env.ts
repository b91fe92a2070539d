import path from "node:path";
import { z } from "zod";

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === "" ? undefined : text))
  .optional();

const MIB = 1024 * 1024;
const versionText = optionalText.refine((text) => text === undefined || /^\d{1,9}(\.\d{1,9}){0,3}$/.test(text), "a version such as 1.4.0 is expected");

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
  /** Secrets of the keyed hashes of credentials, such as `2:<secret>,1:<older secret>`; without it one is made and kept in the data folder. */
  QUIESCE_PEPPER: optionalText,
  /** Bytes of one sent inventory as they come, and unpacked. */
  QUIESCE_INGEST_WIRE_BYTES: z.coerce.number().int().min(1).max(2 ** 31).default(4 * MIB),
  QUIESCE_INGEST_BYTES: z.coerce.number().int().min(1).max(2 ** 29).default(64 * MIB),
  /** Bytes of all sent inventories that are read or stored at one time. */
  QUIESCE_INGEST_FLIGHT: z.coerce.number().int().min(1).default(128 * MIB),
  QUIESCE_INGEST_DEPTH: z.coerce.number().int().min(8).max(64).default(16),
  QUIESCE_INGEST_BODY_SECONDS: z.coerce.number().min(0.1).max(600).default(30),
  QUIESCE_INGEST_QUEUE_SECONDS: z.coerce.number().min(0).max(60).default(10),
  /** Requests of one collector at one time, per process. */
  QUIESCE_INGEST_PARALLEL: z.coerce.number().int().min(1).max(64).default(2),
  /** Days for which an inventory is kept that no current verdict rests on. */
  QUIESCE_KEEP_DAYS: z.coerce.number().min(1).max(36_500).default(30),
  QUIESCE_QUARANTINE_EACH: z.coerce.number().int().min(0).default(20),
  QUIESCE_QUARANTINE_ALL: z.coerce.number().int().min(0).default(500),
  QUIESCE_QUARANTINE_DAYS: z.coerce.number().min(0).default(30),
  /** Failed attempts to enrol a minute, from one address and in all. */
  QUIESCE_ENROL_PER_MINUTE: z.coerce.number().int().min(1).max(100_000).default(10),
  /** Version that collectors are told to have, and the lowest whose inventories are taken. */
  QUIESCE_COLLECTOR_WANTED: versionText,
  QUIESCE_COLLECTOR_MINIMUM: versionText,
  HOST: optionalText,
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
});

/** What the network door takes at most. */
export interface IngestLimits {
  wireBytes: number;
  bytes: number;
  /** Of all bodies together. */
  flightBytes: number;
  /** Objects and lists inside each other. */
  depth: number;
  bodySeconds: number;
  queueSeconds: number;
  /** Requests of one collector at one time. */
  parallel: number;
}

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
  /** As given; lib/collectors reads it. */
  pepper: string | undefined;
  ingest: IngestLimits;
  keepDays: number;
  quarantine: { each: number; all: number; days: number };
  enrolPerMinute: number;
  collectorVersion: { wanted: string | undefined; minimum: string | undefined };
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
    pepper: values.QUIESCE_PEPPER,
    ingest: {
      wireBytes: values.QUIESCE_INGEST_WIRE_BYTES, bytes: values.QUIESCE_INGEST_BYTES, flightBytes: values.QUIESCE_INGEST_FLIGHT, depth: values.QUIESCE_INGEST_DEPTH,
      bodySeconds: values.QUIESCE_INGEST_BODY_SECONDS, queueSeconds: values.QUIESCE_INGEST_QUEUE_SECONDS, parallel: values.QUIESCE_INGEST_PARALLEL,
    },
    keepDays: values.QUIESCE_KEEP_DAYS,
    quarantine: { each: values.QUIESCE_QUARANTINE_EACH, all: values.QUIESCE_QUARANTINE_ALL, days: values.QUIESCE_QUARANTINE_DAYS },
    enrolPerMinute: values.QUIESCE_ENROL_PER_MINUTE,
    collectorVersion: { wanted: values.QUIESCE_COLLECTOR_WANTED, minimum: values.QUIESCE_COLLECTOR_MINIMUM },
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
