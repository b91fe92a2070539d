import type { EstateOverview, VmPage } from "@/lib/estate/contract";
import { endOf, type SimulationOptions } from "@/lib/simulate/history";
import type { Lab } from "./lab";

/** The estate as the database holds it: a line a VM, with verdict, score, place and findings; no ids and no times of judging. */
export async function snapshotOf(lab: Lab): Promise<string[]> {
  const rows = await lab.query<{ line: string }>(
    `SELECT concat_ws('|', v."vmGuid", v."name", v."hostName", v."clusterName", v."gone", v."class", v."verdict", v."coverage", v."scoreLow", v."scoreHigh", v."decidedBy", v."contested",
       (SELECT string_agg(concat_ws(':', f."requirement", f."status", f."latent"), ',' ORDER BY f."requirement", f."latent") FROM "Finding" f WHERE f."vmId" = v."id")) AS "line"
     FROM "Vm" v ORDER BY 1`,
  );
  return rows.map(({ line }) => line);
}

/** VMs of a simulation that are on another host than the one that has them in the end, or on none. */
export async function misplacedIn(lab: Lab, simulation: SimulationOptions): Promise<string[]> {
  const rows = await lab.query<{ vmGuid: string; hostName: string }>(`SELECT "vmGuid"::text AS "vmGuid", "hostName" FROM "Vm" WHERE NOT "gone"`);
  const found = new Map(rows.map(({ vmGuid, hostName }) => [vmGuid.toLowerCase(), hostName]));
  return [...endOf(simulation)].filter(([id, host]) => found.get(id) !== host).map(([id, host]) => `VM ${id} is on ${host}; ${found.get(id) ?? "no host"} is shown`);
}

const text = (verdicts: Iterable<readonly [string, number]>) => JSON.stringify([...verdicts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1)));

/** VMs by verdict as four places tell it: the rows, the roll-up, the estate and the list of the API. */
export async function countsAgree(lab: Lab): Promise<{ agree: boolean; text: string }> {
  const rows = await lab.query<{ verdict: string; count: number }>(`SELECT "verdict", count(*)::int AS "count" FROM "Vm" WHERE NOT "gone" GROUP BY 1`);
  const tallies = await lab.query<{ verdict: string; count: number }>(`SELECT split_part("key", '|', 2) AS "verdict", sum("count")::int AS "count" FROM "Tally" WHERE "kind" = 'verdict' GROUP BY 1`);
  const estate = await lab.call<EstateOverview>("/api/v1/estate");
  const listed = new Map<string, number>();
  let cursor: string | null = null;
  do {
    const page: VmPage = await lab.call(`/api/v1/vms?limit=200${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`);
    for (const { verdict } of page.items) listed.set(verdict, (listed.get(verdict) ?? 0) + 1);
    cursor = page.nextCursor;
  } while (cursor !== null);
  const told = [text(rows.map((row) => [row.verdict, row.count] as const)), text(tallies.map((row) => [row.verdict, row.count] as const)), text(Object.entries(estate.counts.verdicts)), text(listed)];
  return { agree: new Set(told).size === 1, text: new Set(told).size === 1 ? `${estate.counts.total} VMs in rows, roll-up, estate and list` : `rows ${told[0]}, roll-up ${told[1]}, estate ${told[2]}, list ${told[3]}` };
}
