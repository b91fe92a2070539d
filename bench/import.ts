import pg from "pg";
import { acceptFiles } from "@/lib/ingest/accept-files";
import { VM_ROW, type VmRow } from "@/lib/ingest/judged/judged-rows";
import { writeRows } from "@/lib/ingest/judged/rows";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { COLLECTED_AT, estateOf, JUDGED_AT } from "@/lib/simulate/estate";
import { atLeast, type Figure, inWords } from "./figure";
import { median, timedAsync } from "./measure";
import type { BenchServer } from "./postgres";

interface ImportFile {
  name: string;
  bytes: Uint8Array;
}

/** The files of an estate as its hosts would send them, one document each. */
export function filesOf(vms: number, collectedAt = COLLECTED_AT): ImportFile[] {
  const files: ImportFile[] = [];
  for (const inventory of estateOf({ vms, collectedAt })) files.push({ name: `${inventory.origin.name}.json`, bytes: Buffer.from(JSON.stringify(inventory)) });
  return files;
}

/** Imports through the write path of `quiesce import`, and proves that every VM is there and judged. Milliseconds. */
export async function importInto(url: string, files: readonly ImportFile[], vms: number, now = JUDGED_AT): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  try {
    const time = await timedAsync(() => acceptFiles(pool, files, { via: "cli", policy: DEFAULT_POLICY, now }));
    const { rows } = await pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM "Vm" WHERE "judgedAt" IS NOT NULL`);
    if (rows[0]?.count !== vms) throw new Error(`${rows[0]?.count ?? 0} of ${vms} VMs are stored and judged.`);
    return time;
  } finally {
    await pool.end();
  }
}

/** Upserts the stored rows into a table of the same columns that has a primary key and nothing else. Milliseconds. */
async function upsert(client: pg.PoolClient, rows: readonly VmRow[], batch: number): Promise<number> {
  await client.query(`DROP TABLE IF EXISTS "Floor"; CREATE TABLE "Floor" (LIKE "Vm" INCLUDING DEFAULTS); ALTER TABLE "Floor" ADD PRIMARY KEY ("id"); CHECKPOINT`);
  return timedAsync(() => writeRows(client, "Floor", VM_ROW, rows, ["id"], batch));
}

async function floorsOf(url: string): Promise<{ fifty: number; fiveHundred: number }> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const client = await pool.connect();
  try {
    const { rows } = await client.query<VmRow>(`SELECT * FROM "Vm"`);
    return { fifty: await upsert(client, rows, 50), fiveHundred: await upsert(client, rows, 500) };
  } finally {
    client.release();
    await pool.end();
  }
}

/** VMs per second from files to durable and judged, against the upsert of the same rows alone, on the same PostgreSQL. */
export async function benchImport(server: BenchServer, options: { vms: number; rounds: number }): Promise<Figure[]> {
  const files = filesOf(options.vms);
  const imports: number[] = [];
  const floors: number[] = [];
  const shares: number[] = [];
  for (let round = 0; round < options.rounds; round += 1) {
    const url = await server.makeDatabase(`import_${round}`);
    const time = await importInto(url, files, options.vms);
    const { fifty, fiveHundred } = await floorsOf(url);
    const floor = Math.min(fifty, fiveHundred);
    imports.push(time);
    floors.push(floor);
    shares.push(floor / time);
  }
  const size = files.reduce((sum, file) => sum + file.bytes.length, 0) / options.vms;
  const perSecond = (time: number) => inWords(options.vms / time * 1000);
  return [{
    figure: "import", what: `import of ${inWords(options.vms)} VMs in ${files.length} files (${(size / 1000).toFixed(1)} kB a VM), durable and judged`,
    value: `${perSecond(median(imports))} VMs/s`, floor: `upsert of the rows alone ${perSecond(median(floors))}/s`, ...atLeast(median(shares), 0.25),
  }];
}
