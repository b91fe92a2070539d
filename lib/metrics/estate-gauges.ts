import type pg from "pg";
import { Gauge, register } from "prom-client";
import type { HostStateId } from "@/lib/estate/filters";
import { countHostStates } from "@/lib/estate/host-state";
import { hostLimitHours } from "@/lib/estate/policy-in-force";

type Labelled = Record<string, string>;
interface Reading {
  labels: Labelled;
  value: number;
}
interface EstateGauge {
  name: string;
  help: string;
  labels: readonly string[];
  read(client: Pick<pg.Pool, "query">, now: string): Promise<Reading[]>;
}

async function one(client: Pick<pg.Pool, "query">, text: string, values: readonly unknown[] = []): Promise<Reading[]> {
  const { rows } = await client.query<{ value: number | null }>(text, [...values]);
  return [{ labels: {}, value: Number(rows[0]?.value ?? 0) }];
}
async function labelled(client: Pick<pg.Pool, "query">, text: string, values: readonly unknown[] = []): Promise<Reading[]> {
  const { rows } = await client.query<Labelled & { value: number }>(text, [...values]);
  return rows.map(({ value, ...labels }) => ({ labels, value: Number(value) }));
}
/** Hosts of these states, each host being in one. */
const inStates = (...states: readonly HostStateId[]): EstateGauge["read"] => async (client) => {
  const counts = await countHostStates(client, await hostLimitHours(client));
  return [{ labels: {}, value: states.reduce((sum, state) => sum + counts[state], 0) }];
};

/** What Prometheus is told of the estate; each is one query on an index or a roll-up. */
const GAUGES: readonly EstateGauge[] = [
  { name: "quiesce_vms", help: "VMs by class and verdict.", labels: ["class", "verdict"],
    read: (client) => labelled(client, `SELECT split_part("key", '|', 1) AS "class", split_part("key", '|', 2) AS "verdict", sum("count")::int AS "value" FROM "Tally" WHERE "kind" = 'verdict' GROUP BY 1, 2`) },
  { name: "quiesce_hosts", help: "Hosts that are known.", labels: [], read: (client) => one(client, `SELECT count(*)::int AS "value" FROM "Host"`) },
  { name: "quiesce_hosts_overdue", help: "Hosts whose next inventory is overdue, two intervals having passed, and whose facts are within the policy's limit.", labels: [], read: inStates("overdue") },
  { name: "quiesce_hosts_listing_failed", help: "Hosts within the policy's limit whose newest listing of VMs failed.", labels: [], read: inStates("failed") },
  { name: "quiesce_hosts_stale", help: "Hosts whose facts are older than the policy's limit, or were never read.", labels: [], read: inStates("silent", "never") },
  { name: "quiesce_hosts_rejudge_late", help: "Hosts whose judgement should have changed by time and was not renewed yet.", labels: [],
    read: (client, now) => one(client, `SELECT count(*)::int AS "value" FROM "Host" WHERE "nextChangeAt" < $1`, [now]) },
  { name: "quiesce_inventories_waiting", help: "Inventories that are kept and wait to be judged.", labels: [],
    read: (client) => one(client, `SELECT count(*)::int AS "value" FROM "Document" WHERE "foldedAt" IS NULL`) },
  { name: "quiesce_inventories_waiting_oldest_seconds", help: "Age of the oldest inventory that waits to be judged.", labels: [],
    read: (client, now) => one(client, `SELECT coalesce(extract(epoch FROM $1::timestamptz - min("receivedAt")), 0)::float8 AS "value" FROM "Document" WHERE "foldedAt" IS NULL`, [now]) },
  { name: "quiesce_collectors", help: "Collectors by state.", labels: ["state"],
    read: (client) => labelled(client, `SELECT "state", count(*)::int AS "value" FROM "Collector" GROUP BY 1`) },
  { name: "quiesce_collectors_refused", help: "Active collectors whose newest document was refused.", labels: [],
    read: (client) => one(client, `SELECT count(*)::int AS "value" FROM "Collector" WHERE "state" = 'active' AND "refused" > 0`) },
  { name: "quiesce_quarantined_bodies", help: "Bodies that are kept because they could not be accepted.", labels: [],
    read: (client) => one(client, `SELECT count(*)::int AS "value" FROM "Quarantine"`) },
];

function gaugeOf({ name, help, labels }: EstateGauge): Gauge {
  const known = register.getSingleMetric(name);
  return known instanceof Gauge ? known : new Gauge({ name, help, labelNames: [...labels] });
}

/**
 * The text of all metrics for Prometheus. What the database does not tell is left out, and `quiesce_database_up` is 0.
 * @param now milliseconds since 1970
 */
export async function metricsText(client: () => Pick<pg.Pool, "query">, now: number): Promise<{ type: string; text: string }> {
  const up = gaugeOf({ name: "quiesce_database_up", help: "1 when the database answered this scrape.", labels: [], read: () => Promise.resolve([]) });
  try {
    const read = await Promise.all(GAUGES.map(async (each) => ({ each, readings: await each.read(client(), new Date(now).toISOString()) })));
    for (const { each, readings } of read) {
      const gauge = gaugeOf(each);
      gauge.reset();
      for (const { labels, value } of readings) gauge.set(labels, value);
    }
    up.set(1);
  } catch (error) {
    // A gauge without labels would say 0 hosts, which nobody read.
    for (const { name } of GAUGES) register.removeSingleMetric(name);
    up.set(0);
    console.warn(`The metrics of the estate could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { type: register.contentType, text: await register.metrics() };
}
