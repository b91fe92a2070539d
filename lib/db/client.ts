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
  const open = new pg.Pool({ connectionString: databaseUrl, max: databasePool, connectionTimeoutMillis: 10_000 });
  // Without a listener, an idle connection that the server closes would end the process.
  open.on("error", (error) => {
    if (!isOrderlyEnd(error)) console.warn(`A database connection was lost: ${error.message}`);
  });
  // The same for one that is lost in the middle of a transaction: its statement fails, which the caller is told.
  open.on("connect", (client) => {
    client.on("error", () => undefined);
    // The first of its statements, whatever the server is set to: what is told as committed is on disk. As an option at
    // the start a connection pooler would refuse it. If it fails, so does what follows.
    client.query("SET synchronous_commit = on").catch(() => undefined);
  });
  return { client: new PrismaClient({ adapter: new PrismaPg(open) }), pool: open };
}

/** 57P01: the server was told to stop, as it is when Quiesce ends. */
function isOrderlyEnd(error: Error): boolean {
  return "code" in error && error.code === "57P01";
}
