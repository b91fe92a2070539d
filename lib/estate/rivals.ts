import "server-only";
import { pool } from "@/lib/db/client";
import { currentHost, currentVm, listingOf, type Marks } from "@/lib/inventory/current";
import type { Cluster, Host, Vm } from "@/lib/inventory/document";
import type { JudgeSubject } from "@/lib/judge/judge";

interface Row {
  facts: Vm; sections: Marks; hostFacts: Host; hostView: Cluster | null; hostSections: Marks; failedText: string | null; intervalSeconds: number | null; clusterFacts: Cluster | null;
}

const HOUR = 3_600_000;

/** What other nodes that were heard within the limit say of a VM that they list too, as it may be judged at `now` (ms). */
export async function readRivals(vmId: string, hostHours: number, now: number): Promise<JudgeSubject[]> {
  const { rows } = await pool().query<Row>(
    `SELECT k."facts", k."sections", h."facts" AS "hostFacts", h."clusterView" AS "hostView", h."sections" AS "hostSections", h."failedText", h."intervalSeconds", c."facts" AS "clusterFacts"
     FROM "VmClaim" k JOIN "Host" h ON h."id" = k."hostId" LEFT JOIN "Cluster" c ON c."id" = h."clusterId" WHERE k."vmId" = $1 AND k."listedAt" >= $2 ORDER BY h."nameKey", h."id"`,
    [vmId, new Date(now - hostHours * HOUR)],
  );
  return rows.map((row) => {
    const listing = listingOf(row.sections, { marks: row.hostSections, failedText: row.failedText, name: row.hostFacts.name });
    return {
      host: currentHost(row.hostFacts, row.hostSections, hostHours, now), cluster: row.hostView ?? row.clusterFacts,
      vm: currentVm(row.facts, row.sections, listing, hostHours, now), intervalSeconds: row.intervalSeconds,
    };
  });
}
