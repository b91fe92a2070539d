import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { createCollector } from "@/lib/collectors/manage";
import type { GivenToken } from "@/lib/collectors/contract";
import { pool } from "@/lib/db/client";
import type { HostWithVms, Inventory } from "@/lib/inventory/document";
import { documentOf } from "@/lib/inventory/synthetic/host-document";

/** Database tests of the network door: synthetic documents as a collector sends them. */
export const pack = promisify(gzip);
export const ADDRESS = "http://localhost:3000/api/v1/inventories";

export async function clearDoor(): Promise<void> {
  await pool().query(`TRUNCATE "Import", "Document", "DocumentHost", "Content", "Host", "Cluster", "Vm", "Finding", "Tally", "Policy", "Collector", "EnrolmentCode", "Quarantine" CASCADE`);
}

export interface Sent {
  host?: string;
  sequence?: number | null;
  epoch?: number | null;
  documentId?: string;
  minutesAgo?: number;
  bend?(inventory: Inventory, host: HostWithVms): void;
}

/** A synthetic document of one host with two VMs. */
export function aSent({ host = "HV1", sequence = null, epoch = sequence === null ? null : 1, documentId, minutesAgo = 5, bend }: Sent = {}): Inventory {
  const inventory = documentOf({ name: host, release: "2022", vms: [{ name: `${host}-A` }, { name: `${host}-B` }] }, new Date(Date.now() - minutesAgo * 60_000).toISOString());
  Object.assign(inventory.header, { sequence, epoch, documentId: documentId ?? `${host}-${epoch ?? 0}-${sequence ?? minutesAgo}` });
  const [first] = inventory.hosts;
  if (first !== undefined) bend?.(inventory, first);
  return inventory;
}

/** A synthetic document of a management server with several hosts. */
export function aFleet(hosts: readonly string[], bend?: (inventory: Inventory) => void): Inventory {
  const inventory = aSent({ host: hosts[0] ?? "HV1", documentId: `fleet-${hosts.join("-")}` });
  inventory.origin = { kind: "management-server", name: "SCVMM1", format: "scvmm" };
  inventory.hosts = hosts.flatMap((host) => aSent({ host }).hosts);
  bend?.(inventory);
  return inventory;
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
