import type pg from "pg";
import { HOLDING_EFFECTS } from "@/lib/estate/filters";
import type { Judgement } from "@/lib/judge/judgement";
import { type Columns, writeRows } from "./rows";

/** A count of one host, written in the judging transaction; every number of the estate is a sum of these. */
export interface TallyRow {
  hostId: string;
  kind: "verdict" | "finding" | "holds-back" | "finding-missing" | "fix-alone" | "missing";
  key: string;
  status: string;
  count: number;
}
const TALLY_ROW: Columns<TallyRow> = { hostId: "uuid", kind: "text", key: "text", status: "text", count: "int4" };

/** Effects that lower verdict or coverage; those of the filter `holds-back`. */
const HOLDING: ReadonlySet<string> = new Set(HOLDING_EFFECTS);
const COUNTED_APART: ReadonlySet<string> = new Set(["offline", "excluded"]);

/** Counts of one host. Findings count for VMs that are judged for live backup, latent ones for none. */
export function tallyRows(hostId: string, judgements: readonly Judgement[]): TallyRow[] {
  const counts = new Map<string, TallyRow>();
  const add = (kind: TallyRow["kind"], key: string, status = "") => {
    const id = `${kind}\n${key}\n${status}`;
    const known = counts.get(id);
    if (known === undefined) counts.set(id, { hostId, kind, key, status, count: 1 });
    else known.count += 1;
  };
  for (const { verdict, findings } of judgements) {
    add("verdict", [verdict.class, verdict.verdict, verdict.coverage, verdict.atBest].join("|"));
    if (COUNTED_APART.has(verdict.class)) continue;
    const missing = new Set<string>();
    for (const finding of findings) {
      if (finding.latent || finding.status === "pass" || finding.status === "not-applicable") continue;
      add("finding", finding.requirement, finding.status);
      if (HOLDING.has(finding.effect ?? "")) add("holds-back", finding.requirement);
      if (finding.status !== "unknown") continue;
      for (const reason of new Set(finding.missing.map((each) => each.reason))) {
        add("finding-missing", finding.requirement, reason);
        missing.add(reason);
      }
    }
    for (const requirement of verdict.fixAlone) add("fix-alone", requirement);
    if (verdict.class !== "unknown") continue;
    for (const reason of missing) add("missing", reason);
    if (missing.size === 0) add("missing", "none");
  }
  return [...counts.values()];
}

const idOf = (row: TallyRow) => `${row.hostId}\n${row.kind}\n${row.key}\n${row.status}\n${row.count}`;

/** Writes the counts of hosts, each as far as they are not as they were. */
export async function writeTallies(client: pg.PoolClient, hostIds: readonly string[], tallies: readonly TallyRow[]): Promise<void> {
  const { rows } = await client.query<TallyRow>({ name: "tallies-of", text: `SELECT "hostId", "kind", "key", "status", "count" FROM "Tally" WHERE "hostId" = ANY($1::uuid[])`, values: [hostIds] });
  const before = new Set(rows.map(idOf));
  const after = new Set(tallies.map(idOf));
  const changed = new Set([...rows.filter((row) => !after.has(idOf(row))), ...tallies.filter((row) => !before.has(idOf(row)))].map((row) => row.hostId));
  if (changed.size === 0) return;
  await client.query(`DELETE FROM "Tally" WHERE "hostId" = ANY($1::uuid[])`, [[...changed]]);
  await writeRows(client, "Tally", TALLY_ROW, tallies.filter((row) => changed.has(row.hostId)), [], 1000);
}
