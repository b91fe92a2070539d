import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { createCollector } from "@/lib/collectors/manage";
import type { GivenToken } from "@/lib/collectors/contract";
import { pool } from "@/lib/db/client";

export { aFleet, aSent, type Sent } from "./made-up";

/** Database tests of the network door. */
export const pack = promisify(gzip);
export const ADDRESS = "http://localhost:3000/api/v1/inventories";

export async function clearDoor(): Promise<void> {
  await pool().query(`TRUNCATE "Import", "Document", "DocumentHost", "Content", "Host", "Cluster", "Vm", "Finding", "Tally", "Policy", "Collector", "EnrolmentCode", "Quarantine" CASCADE`);
}

export const hostCollector = (name = "HV1"): Promise<GivenToken> => createCollector(pool(), { kind: "host", name }, Date.now());

export function request(token: string | null, body: BodyInit | null, headers: Record<string, string> = {}): Request {
  const own: Record<string, string> = { host: "localhost:3000", "content-type": "application/json", ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers };
  return new Request(ADDRESS, { method: "POST", body, headers: own, ...(body instanceof ReadableStream ? { duplex: "half" } : {}) } as RequestInit);
}

/** Counts of what the door writes. */
export async function counts(): Promise<{ documents: number; contents: number; quarantined: number }> {
  const { rows } = await pool().query<{ documents: number; contents: number; quarantined: number }>(
    `SELECT (SELECT count(*)::int FROM "Document") AS "documents", (SELECT count(*)::int FROM "Content") AS "contents", (SELECT count(*)::int FROM "Quarantine") AS "quarantined"`,
  );
  return rows[0] ?? { documents: -1, contents: -1, quarantined: -1 };
}
