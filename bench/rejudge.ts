import pg from "pg";
import { acceptFiles } from "@/lib/ingest/accept-files";
import { rejudgeAll, rejudgeOutdated, rejudgeProgress } from "@/lib/ingest/judged/rejudge";
import { DEFAULT_POLICY, policySchema } from "@/lib/judge/policy";
import { estateOf, JUDGED_AT } from "@/lib/simulate/estate";
import { timedAsync } from "./measure";

export interface RejudgeTimes {
  vms: number;
  /** VMs whose verdict is another afterwards. */
  changed: number;
  /** Milliseconds. */
  rejudge: number;
  floor: number;
}

/** One VM in so many has little room in its guest, which only the second policy minds. */
const ONE_IN = 20;
/** Shares of changed verdicts with which the figure is what it says. */
const CHANGING = { least: 0.03, most: 0.08 };
const ROOM = 6 * 1024 ** 3;
const FLOOR_MB = 8192;

function filesOf(vms: number): { name: string; bytes: Uint8Array }[] {
  let number = 0;
  return [...estateOf({ vms, families: ["windows"], condition: (draw) => (draw < 0.8 ? "healthy" : "faulty") })].map((inventory) => {
    for (const vm of inventory.hosts[0]?.vms ?? []) {
      const [volume] = vm.guest?.volumes ?? [];
      if (number % ONE_IN === 0 && volume !== undefined) volume.freeBytes = ROOM;
      number += 1;
    }
    return { name: `${inventory.origin.name ?? "host"}.json`, bytes: Buffer.from(JSON.stringify(inventory)) };
  });
}

/** Copies a judged estate until it is so many times as large: rows of the same content under ids of their own. */
async function multiply(pool: pg.Pool, times: number): Promise<void> {
  const copy = async (table: string, given: Readonly<Record<string, string>>) => {
    const { rows } = await pool.query<{ name: string }>(`SELECT column_name AS "name" FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1 ORDER BY ordinal_position`, [table]);
    const values = rows.map(({ name }) => given[name] ?? `t."${name}"`).join(", ");
    await pool.query(`INSERT INTO "${table}" (${rows.map(({ name }) => `"${name}"`).join(", ")}) SELECT ${values} FROM "${table}" t, generate_series(2, ${times}) AS n`);
  };
  const id = (column: string) => `md5(t."${column}"::text || n)::uuid`;
  await copy("Cluster", { id: id("id"), clusterKey: `t."clusterKey" || n` });
  await copy("Host", { id: id("id"), clusterId: id("clusterId"), installId: `t."installId" || n`, hardwareUuid: "NULL", fqdn: `t."fqdn" || n` });
  await copy("Vm", { id: id("id"), hostId: id("hostId"), scopeId: id("scopeId"), clusterId: id("clusterId") });
  await copy("Finding", { vmId: id("vmId") });
  await copy("Tally", { hostId: id("hostId") });
}

/** Judges every VM by another policy as the app does, against reading and parsing the same facts. `base` VMs are imported and copied. */
export async function timeRejudge({ url, vms: wanted, base }: { url: string; vms: number; base: number }): Promise<RejudgeTimes> {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  try {
    await acceptFiles(pool, filesOf(base), { via: "cli", policy: DEFAULT_POLICY, now: JUDGED_AT });
    await multiply(pool, Math.ceil(wanted / base));
    // Once by the same policy, so that the copies have digests of their own.
    await rejudgeAll(pool, { policy: DEFAULT_POLICY, now: JUDGED_AT });
    await pool.query("VACUUM ANALYZE");
    await pool.query(`CREATE TABLE "Before" AS SELECT "id", "verdict", "class" FROM "Vm"`);
    let vms = 0;
    const floor = await timedAsync(async () => {
      const hosts = await pool.query<{ id: string }>(`SELECT "id" FROM "Host"`);
      for (const { id } of hosts.rows) {
        const { rows } = await pool.query<{ facts: string }>(`SELECT "facts"::text AS "facts" FROM "Vm" WHERE "hostId" = $1`, [id]);
        for (const row of rows) if (JSON.parse(row.facts) !== null) vms += 1;
      }
    });
    const policy = policySchema.parse({ ...DEFAULT_POLICY, name: "more room", estate: { ...DEFAULT_POLICY.estate, guestFloorMb: FLOOR_MB } });
    const rejudge = await timedAsync(() => rejudgeOutdated(pool, () => Promise.resolve(policy), () => JUDGED_AT));
    const { hosts, done } = await rejudgeProgress(pool, policy);
    if (hosts !== done) throw new Error(`${done} of ${hosts} hosts were judged again.`);
    const { rows } = await pool.query<{ changed: number }>(`SELECT count(*)::int AS "changed" FROM "Vm" v JOIN "Before" b USING ("id") WHERE v."verdict" <> b."verdict" OR v."class" <> b."class"`);
    const changed = rows[0]?.changed ?? 0;
    const share = changed / vms;
    if (!(share >= CHANGING.least && share <= CHANGING.most)) throw new Error(`${changed} of ${vms} verdicts changed; the figure is of about one in ${ONE_IN}.`);
    return { vms, changed, rejudge, floor };
  } finally {
    await pool.end();
  }
}
