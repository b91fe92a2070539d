import { pool } from "@/lib/db/client";
import { confirmationOf, confirmedVm } from "@/lib/inventory/confirmed";
import type { Marks } from "@/lib/inventory/current";
import type { HostWithVms, Inventory, Vm } from "@/lib/inventory/document";
import type { ImportAccount } from "@/lib/inventory/account";
import { documentOf, guidOf } from "@/lib/inventory/synthetic/host-document";
import { DEFAULT_POLICY, type Policy } from "@/lib/judge/policy";
import { acceptFiles } from "./accept-files";

/** Database tests of the write path: synthetic documents in, state out without ids. */
export const NOW = Date.parse("2026-05-18T12:00:00Z");
/** An ISO time so many minutes before `NOW`. */
export const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000).toISOString();

export interface Told {
  host: string;
  at: string;
  vms: readonly string[];
  cluster?: string;
  /** Bends the document after it was made. */
  bend?(host: HostWithVms, inventory: Inventory): void;
  vm?(vm: Vm): void;
}

/** A synthetic document of one Server 2022 host, whole and healthy unless bent. */
export function aDocument(told: Told): Inventory {
  const inventory = documentOf({
    name: told.host, release: "2022", ...(told.cluster === undefined ? {} : { cluster: told.cluster }),
    vms: told.vms.map((name) => ({ name, given: (vm) => told.vm?.(vm) })),
  }, told.at);
  const [host] = inventory.hosts;
  if (host === undefined) throw new Error("A document has a host.");
  told.bend?.(host, inventory);
  return inventory;
}
export const vmGuid = (name: string) => guidOf(`vm ${name}`);

export function fileOf(inventory: unknown, name = "inventory.json"): { name: string; bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(typeof inventory === "string" ? inventory : JSON.stringify(inventory)) };
}

/** Imports documents, each as a file of one import. */
export function accept(documents: readonly Inventory[], { policy = DEFAULT_POLICY, now = NOW }: { policy?: Policy; now?: number } = {}): Promise<ImportAccount> {
  return acceptFiles(pool(), documents.map((document, index) => fileOf(document, `${index}.json`)), { via: "api", policy, now });
}
export function acceptText(text: string | Uint8Array): Promise<ImportAccount> {
  const file = typeof text === "string" ? fileOf(text) : { name: "inventory.json", bytes: text };
  return acceptFiles(pool(), [file], { via: "api", policy: DEFAULT_POLICY, now: NOW });
}

export async function clear(): Promise<void> {
  await pool().query(`TRUNCATE "Import", "Document", "Content", "DocumentHost", "Host", "Cluster", "Vm", "Finding", "Tally", "Policy" CASCADE`);
}

export interface VmState {
  id: string; name: string; guid: string; host: string; scope: string; gone: boolean; class: string; verdict: string; because: string;
}
/** VMs by name and host, with the scope as a name. */
export async function vmStates(): Promise<VmState[]> {
  const { rows } = await pool().query<VmState>(
    `SELECT v."id", v."name", v."vmGuid" AS "guid", h."name" AS "host", coalesce(c."name", h2."name") AS "scope", v."gone", v."class", v."verdict", v."because"
     FROM "Vm" v JOIN "Host" h ON h."id" = v."hostId" LEFT JOIN "Cluster" c ON c."id" = v."scopeId" LEFT JOIN "Host" h2 ON h2."id" = v."scopeId" ORDER BY v."name", h."name", v."vmGuid"`,
  );
  return rows;
}

/** Reasons have no order: the longest path decides. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, key === "absent" && Array.isArray(each) ? each.map((entry) => JSON.stringify(entry)).sort() : sorted(each)]));
}

interface ShownVm {
  facts: Vm; sections: Marks; confirmedFrom: string | null; confirmedMark: string | null;
}

/** VMs as whoever reads them has them: with the times of the newest inventory that says the same of them. */
async function shownVms(): Promise<unknown> {
  const { rows } = await pool().query<ShownVm>(
    `SELECT v."name", "vmGuid", "hostName", "clusterName", "gone", "class", "verdict", "coverage", "atBest", "scoreLow", "scoreHigh", "because", "decidedBy", "fixAlone", "missing", v."fresh", v."facts", v."sections", "contested", "missingSince", "operationSince",
       h."confirmedFrom", h."confirmedMark" FROM "Vm" v JOIN "Host" h ON h."id" = v."hostId" ORDER BY v."vmGuid", "hostName"`,
  );
  return sorted(rows.map(({ facts, sections, confirmedFrom, confirmedMark, ...row }) => ({ ...row, ...confirmedVm({ facts, marks: sections }, confirmationOf({ confirmedFrom, confirmedMark })) })));
}

/** Each host counts its VMs as its tallies and its VMs do. */
async function checkCounts(): Promise<void> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT "name" FROM "Host" h WHERE ("vmCount", "vmCount") <> ((SELECT coalesce(sum(t."count"), 0) FROM "Tally" t WHERE t."hostId" = h."id" AND t."kind" = 'verdict'), (SELECT count(*) FROM "Vm" v WHERE v."hostId" = h."id" AND NOT v."gone"))`,
  );
  if (rows.length > 0) throw new Error(`Other counts than VMs: ${rows.map((row) => row.name).join(", ")}.`);
}

/** The whole state without ids and times of writing: two ways to the same facts must give the same. */
export async function snapshot(): Promise<unknown> {
  await checkCounts();
  const query = async (text: string) => sorted((await pool().query<Record<string, unknown>>(text)).rows);
  return {
    hosts: await query(`SELECT h."name", "installId", "hardwareUuid", h."fqdn", h."release", h."facts", "clusterView", "sections", h."readAt", "fresh", "failedText", h."conflict", h."names", h."dueAt", h."nextChangeAt", c."name" AS "cluster"
      FROM "Host" h LEFT JOIN "Cluster" c ON c."id" = h."clusterId" ORDER BY h."nameKey", h."installId"`),
    clusters: await query(`SELECT "clusterKey", "fqdn", "name", "keyKind", "facts", "readAt" FROM "Cluster" ORDER BY "name", "clusterKey"`),
    vms: await shownVms(),
    claims: await query(`SELECT v."vmGuid", h."name" AS "host", c."facts", c."sections", c."listedAt" FROM "VmClaim" c JOIN "Vm" v ON v."id" = c."vmId" JOIN "Host" h ON h."id" = c."hostId" ORDER BY 1, 2`),
    owners: await query(`SELECT v."vmGuid", v."hostName" AS "on", o."hostName", o."since" FROM "VmOwner" o JOIN "Vm" v ON v."id" = o."vmId" ORDER BY 1, 2, o."since", 3`),
    findings: await query(`SELECT v."vmGuid", v."hostName", "requirement", "status", "effect", "latent", f."because", f."fixAlone", f."missing" FROM "Finding" f JOIN "Vm" v ON v."id" = f."vmId" ORDER BY 1, 2, 3, 6`),
    tallies: await query(`SELECT h."name", "kind", "key", "status", "count" FROM "Tally" t JOIN "Host" h ON h."id" = t."hostId" ORDER BY 1, 2, 3, 4`),
  };
}

/** The snapshot without what an older document adds: since when, and under which names, a VM or host is known. */
export async function presentState(): Promise<unknown> {
  const text = JSON.stringify(await snapshot(), (key, value: unknown) => (key === "owners" || key === "names" || key === "owner.since" ? undefined : value));
  return JSON.parse(text);
}
