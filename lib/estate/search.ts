import "server-only";
import { pool } from "@/lib/db/client";
import type { Coverage, VerdictId } from "@/lib/judge/judgement";
import { REQUIREMENTS } from "@/lib/judge/requirements";
import type { FilterChoices, SearchHits } from "./contract";
import { hostLimitHours } from "./policy-in-force";
import { whereOf } from "./vm-where";

const SHOWN = 8;
const CHOICES = 200;

const matches = (words: string) => (text: string) => text.toLowerCase().includes(words.toLowerCase());

/** What the palette finds: VMs and hosts by name, requirements by title or id. Names that begin with the words come first. */
export async function search(words: string): Promise<SearchHits> {
  const q = words.trim();
  if (q === "") return { vms: [], hosts: [], requirements: [], vmCount: 0 };
  const where = whereOf({ q }, await hostLimitHours());
  const starts = q.toLowerCase().replace(/[\\%_]/g, "\\$&");
  const hit = matches(q);
  const [vms, hosts, count] = await Promise.all([
    pool().query<{ id: string; name: string; verdict: VerdictId; atBest: boolean; coverage: Coverage; host: string }>(
      `SELECT v."id", v."name", v."verdict", v."atBest", v."coverage", v."hostName" AS "host" FROM "Vm" v WHERE ${where.text}
       ORDER BY (v."searchName" LIKE $${where.values.length + 1}) DESC, v."nameKey", v."id" LIMIT ${SHOWN}`, [...where.values, `${starts}%`],
    ),
    pool().query<{ id: string; name: string }>(`SELECT "id", "name" FROM "Host" WHERE lower("name") LIKE $1 ORDER BY "nameKey", "id" LIMIT ${SHOWN}`, [`%${starts}%`]),
    pool().query<{ count: number }>(`SELECT count(*)::int AS "count" FROM "Vm" v WHERE ${where.text}`, where.values),
  ]);
  return {
    vms: vms.rows, hosts: hosts.rows, vmCount: count.rows[0]?.count ?? 0,
    requirements: REQUIREMENTS.filter((requirement) => hit(requirement.id) || hit(requirement.title)).slice(0, SHOWN).map(({ id, title }) => ({ id, title })),
  };
}

/** Values that the filters of the list may take, most frequent first; names of hosts and clusters by name. */
export async function readChoices(): Promise<FilterChoices> {
  const values = async (column: "release" | "osName" | "version" | "generation") => {
    const { rows } = await pool().query<{ value: string; count: number }>(
      `SELECT "${column}"::text AS "value", count(*)::int AS "count" FROM "Vm" WHERE NOT "gone" AND "${column}" IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${CHOICES}`,
    );
    return rows;
  };
  const [clusters, hosts, releases, guests, versions, generations] = await Promise.all([
    pool().query<FilterChoices["clusters"][number]>(
      `SELECT c."id", c."name", sum(h."vmCount")::int AS "count" FROM "Cluster" c JOIN "Host" h ON h."clusterId" = c."id" GROUP BY 1, 2 ORDER BY 2, 1`,
    ),
    pool().query<FilterChoices["hosts"][number]>(
      `SELECT "id", "name", "vmCount" AS "count" FROM "Host" ORDER BY "nameKey", "id"`,
    ),
    values("release"), values("osName"), values("version"), values("generation"),
  ]);
  const orNone = (rows: { value: string; count: number }[], empty: string) => rows.map((row) => (row.value === empty ? { ...row, value: "none" } : row));
  return {
    clusters: clusters.rows, hosts: hosts.rows, releases, guests, versions: orNone(versions, ""), generations: orNone(generations, "0"),
    requirements: REQUIREMENTS.map(({ id, title }) => ({ id, title })),
  };
}
