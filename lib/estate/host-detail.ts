import "server-only";
import { pool } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { currentHost, type Marks, timeOf } from "@/lib/inventory/current";
import type { Cluster, Host } from "@/lib/inventory/document";
import { SECTIONS } from "@/lib/inventory/host";
import { REQUIREMENTS } from "@/lib/judge/requirements";
import { countsOf, type VerdictTally } from "./counts";
import { JUDGED_CLASSES } from "./filters";
import type { HostBurden, HostCollector, HostDetail, HostDocument, HostName, HostSection } from "./host-contract";
import { hostFindings } from "./host-findings";
import { collectorOf, HOST_COLUMNS, HOST_FROM, hostItemOf, type HostRow } from "./hosts";
import { hostLimitHours, policyInForce } from "./policy-in-force";

const DOCUMENTS_SHOWN = 12;
const BURDENS_SHOWN = 8;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface DetailRow extends HostRow {
  installId: string | null; hardwareUuid: string | null; fqdn: string | null; facts: Host; view: Cluster | null; clusterFacts: Cluster | null; sections: Marks;
  intervalSeconds: number | null; failedAt: Date | null; completeAt: Date | null; failedText: string | null; names: HostName[]; judgedAt: Date | null;
  contested: number; missing: number; backingUp: number;
}

async function findHost(id: string, limit: number): Promise<DetailRow> {
  const { rows } = UUID.test(id) ? await pool().query<DetailRow>(
    `SELECT ${HOST_COLUMNS}, h."installId", h."hardwareUuid", h."fqdn", h."facts", h."clusterView" AS "view", c."facts" AS "clusterFacts", h."sections", h."intervalSeconds", h."failedAt",
      h."completeAt", h."failedText", h."names", h."judgedAt", coalesce((h."neighbours"->>'backingUp')::int, 0) AS "backingUp",
      (SELECT count(*)::int FROM "Vm" v WHERE v."hostId" = h."id" AND v."contested" AND NOT v."gone") AS "contested",
      (SELECT count(*)::int FROM "Vm" v WHERE v."hostId" = h."id" AND v."missingSince" IS NOT NULL AND NOT v."gone") AS "missing"
     FROM ${HOST_FROM} WHERE h."id" = $2`, [limit, id],
  ) : { rows: [] };
  const [row] = rows;
  if (row === undefined) throw new AppError("not-found", "There is no such host; it may have been forgotten, or the import that spoke of it was removed.");
  return row;
}

function sectionsOf(facts: Host, marks: Marks): HostSection[] {
  return SECTIONS.flatMap((section): HostSection[] => {
    const attempt = facts.attempted.find((of) => of.section === section);
    const mark = section === "vms" ? marks["vms.complete"] : marks[section];
    if (attempt === undefined && mark === undefined) return [];
    return [{ section, readAt: mark === undefined ? (attempt?.complete === true ? facts.observedAt : null) : timeOf(mark), complete: attempt?.complete ?? true, rows: attempt?.rows ?? null, errors: attempt?.errors ?? [] }];
  });
}

async function readDocuments(hostId: string): Promise<{ documents: HostDocument[]; count: number }> {
  const [{ rows }, { rows: counted }] = await Promise.all([
    pool().query<{
      id: string; collectedAt: Date; receivedAt: Date; foldedAt: Date | null; vms: number; importId: string | null; fileName: string; sequence: string | null;
      collectorId: string | null; collectorName: string | null; collectorState: HostCollector["state"] | null;
    }>(
      `SELECT d."id", dh."collectedAt", d."receivedAt", d."foldedAt", dh."vms", d."importId", d."fileName", d."sequence"::text AS "sequence", k."publicId" AS "collectorId", k."name" AS "collectorName", k."state" AS "collectorState"
       FROM "DocumentHost" dh JOIN "Document" d ON d."id" = dh."documentId" LEFT JOIN "Collector" k ON k."id" = d."collectorId"
       WHERE dh."hostId" = $1 ORDER BY dh."collectedAt" DESC, d."id" LIMIT $2`, [hostId, DOCUMENTS_SHOWN],
    ),
    pool().query<{ count: number }>(`SELECT count(DISTINCT "documentId")::int AS "count" FROM "DocumentHost" WHERE "hostId" = $1`, [hostId]),
  ]);
  return {
    count: counted[0]?.count ?? 0,
    documents: rows.map((row) => ({
      id: row.id, collectedAt: row.collectedAt.toISOString(), receivedAt: row.receivedAt.toISOString(), vms: row.vms, judgedAt: row.foldedAt?.toISOString() ?? null,
      import: row.importId === null ? null : { id: row.importId, file: row.fileName }, collector: collectorOf(row), sequence: row.sequence,
    })),
  };
}

const TITLES = new Map(REQUIREMENTS.map((requirement) => [requirement.id, requirement.title]));

async function readCounts(hostId: string): Promise<{ tallies: VerdictTally[]; burdens: HostBurden[] }> {
  const { rows } = await pool().query<{ kind: string; key: string; count: number }>(
    `SELECT "kind", "key", sum("count")::int AS "count" FROM "Tally" WHERE "hostId" = $1 AND "kind" IN ('verdict', 'holds-back', 'fix-alone') GROUP BY 1, 2`, [hostId],
  );
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const alone = new Map(of("fix-alone").map((row) => [row.key, row.count]));
  const host = [hostId];
  const burdens = of("holds-back").map(({ key, count }): HostBurden => ({
    requirement: key, title: TITLES.get(key) ?? key, failing: count, failingFilter: { host, class: [...JUDGED_CLASSES], requirement: key, status: ["holds-back"] },
    makesReady: alone.get(key) ?? 0, makesReadyFilter: { host, fixAlone: key },
  })).sort((one, other) => other.makesReady - one.makesReady || other.failing - one.failing || one.requirement.localeCompare(other.requirement, "en"));
  return { tallies: of("verdict"), burdens: burdens.slice(0, BURDENS_SHOWN) };
}

/**
 * Everything about one host: state, facts, own findings, counts of its VMs, and the inventories that spoke of it.
 * @throws AppError `not-found`
 */
export async function readHost(id: string): Promise<HostDetail> {
  const limit = await hostLimitHours();
  const row = await findHost(id, limit);
  const [{ settings }, { documents, count }, { tallies, burdens }] = await Promise.all([policyInForce(), readDocuments(row.id), readCounts(row.id)]);
  const now = Date.now();
  const host = currentHost(row.facts, row.sections, limit, now);
  const cluster = row.view ?? row.clusterFacts;
  const own = settings({ clusterName: cluster?.name ?? host.clusterName, hostName: host.name, vmName: "", vmId: null });
  const failed = row.failedAt !== null && (row.completeAt === null || row.failedAt > row.completeAt) ? { at: row.failedAt.toISOString(), text: row.failedText } : null;
  return {
    item: hostItemOf(row), identity: { installId: row.installId, hardwareUuid: row.hardwareUuid, fqdn: row.fqdn }, facts: host, cluster, intervalSeconds: row.intervalSeconds,
    sections: sectionsOf(row.facts, row.sections), failed, counts: countsOf(tallies), findings: hostFindings(host, cluster, own, row.backingUp, now), burdens,
    documents, documentCount: count, names: row.names.filter((of) => of.name !== row.name || of.fqdn !== row.fqdn), contested: row.contested, missing: row.missing,
    judgedAt: row.judgedAt?.toISOString() ?? null,
  };
}
