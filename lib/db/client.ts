import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { AppError } from "../errors";
import { readEnv } from "../env";
import { PrismaClient } from "./generated/client";

interface Connections {
  client: PrismaClient;
  pool: pg.Pool;
}

// On globalThis, because a module is evaluated again at each reload in development.
const kept = globalThis as typeof globalThis & { quiesceConnections?: Connections };

/** The Prisma client of this process; it connects at the first query. */
export function db(): PrismaClient {
  return connections().client;
}

/** The pool below `db()`, for COPY, cursors and statements that Prisma does not have. */
export function pool(): pg.Pool {
  return connections().pool;
}

/** Closes all connections, so that a command can end. */
export async function disconnect(): Promise<void> {
  const open = kept.quiesceConnections;
  if (open === undefined) return;
  delete kept.quiesceConnections;
  await open.client.$disconnect();
  await open.pool.end();
}

function connections(): Connections {
  kept.quiesceConnections ??= connect();
  return kept.quiesceConnections;
}

function connect(): Connections {
  const { databaseUrl, databasePool } = readEnv();
  if (databaseUrl === undefined) {
    throw new AppError("database-unavailable", "DATABASE_URL is not set; start Quiesce with npm start, which sets it.");
  }
  const open = new pg.Pool({ connectionString: durable(databaseUrl), max: databasePool, connectionTimeoutMillis: 10_000 });
  // Without a listener, an idle connection that the server closes would end the process.
  open.on("error", (error) => {
    if (!isOrderlyEnd(error)) console.warn(`A database connection was lost: ${error.message}`);
  });
  // The same for one that is lost in the middle of a transaction: its statement fails, which the caller is told.
  open.on("connect", (client) => client.on("error", () => undefined));
  return { client: new PrismaClient({ adapter: new PrismaPg(open) }), pool: open };
}

/** With a commit on disk before it is told, whatever the server, the database or the role is set to: 202 says so. */
function durable(url: string): string {
  if (!URL.canParse(url)) return url;
  const address = new URL(url);
  address.searchParams.set("options", `${address.searchParams.get("options") ?? ""} -c synchronous_commit=on`.trim());
  return address.href;
}

/** 57P01: the server was told to stop, as it is when Quiesce ends. */
function isOrderlyEnd(error: Error): boolean {
  return "code" in error && error.code === "57P01";
}
