import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { readUploads } from "@/lib/importers";
import { confirmationOf, confirmedVm } from "@/lib/inventory/confirmed";
import type { Marks } from "@/lib/inventory/current";
import type { Inventory, Vm } from "@/lib/inventory/document";
import { eachVolatile } from "@/lib/inventory/volatile";
import { DEFAULT_ESTATE_SETTINGS, DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { foldStored } from "../fold/accept-document";
import { packDocument } from "../keep/read-ahead";
import { rejudgeAll } from "./rejudge";
import { writing } from "../fold/state";
import { storeDocument } from "../keep/store-document";
import { aDocument, clear, fileOf, minutesAgo, NOW } from "../testing";

const GIB = 1024 ** 3;
beforeEach(clear);

async function addCollector(): Promise<string> {
  const id = randomUUID();
  await pool().query(`INSERT INTO "Collector" ("id", "publicId", "kind", "name", "state", "epoch", "createdAt") VALUES ($1, $2, 'host', 'HV1', 'active', 1, now())`, [id, id.slice(0, 12)]);
  return id;
}

/** Sends a document and judges it; `collectorId` null: it comes as a file, of which every row is written. */
async function send(inventory: Inventory, at: string, sequence: number, collectorId: string | null): Promise<void> {
  // The synthetic host was backed up some hours before each reading; this one was once.
  for (const vm of inventory.hosts[0]?.vms ?? []) vm.lastSuccessfulBackupTime = minutesAgo(900);
  inventory.header = { ...inventory.header, documentId: `document ${sequence}`, epoch: 1, sequence, startedAt: at, finishedAt: at };
  const [reading] = await readUploads([fileOf(inventory)], { now: NOW });
  const [document] = reading?.documents ?? [];
  if (document === undefined) throw new Error("The synthetic document is refused.");
  const packed = await packDocument(document);
  const id = randomUUID();
  await writing(pool(), async (client) => { await storeDocument(client, packed, { id, importId: null, collectorId, fileName: "", fileSha: "", kind: "quiesce", collectedAt: at, receivedAt: at, effectiveAt: at }); });
  await foldStored(pool(), id, { settings: settingsFor(DEFAULT_POLICY), now: NOW });
}

interface Row {
  name: string; written: string; facts: Vm; sections: Marks; listedAt: Date; confirmedFrom: string | null; confirmedMark: string | null;
}
async function rows(): Promise<Row[]> {
  const found = await pool().query<Row>(`SELECT v."name", v.xmin::text AS "written", v."facts", v."sections", v."listedAt", h."confirmedFrom", h."confirmedMark" FROM "Vm" v JOIN "Host" h ON h."id" = v."hostId" ORDER BY v."name"`);
  return found.rows;
}
const shown = (row: Row) => confirmedVm({ facts: row.facts, marks: row.sections }, confirmationOf(row));
const written = async () => new Map((await rows()).map((row) => [row.name, row.written]));

test("an inventory that says the same writes no VM; its age and its verdict are those of the newest", async () => {
  const collector = await addCollector();
  await send(aDocument({ host: "HV1", at: minutesAgo(180), vms: ["A", "B"] }), minutesAgo(180), 1, collector);
  const before = await written();
  const later = aDocument({ host: "HV1", at: minutesAgo(60), vms: ["A", "B"] });
  eachVolatile(later, (record, fact) => { if (fact === "uptimeSeconds") record[fact] = 99_999; });
  await send(later, minutesAgo(60), 2, collector);
  expect(await written()).toEqual(before);
  const [a] = (await rows()).map(shown);
  expect(a?.marks["vms.listed"]?.slice(0, 24)).toBe(minutesAgo(60));
  expect(Date.parse(a?.facts.observedAt ?? "")).toBe(Date.parse(minutesAgo(60)));
  // What is judged long after the first reading, but soon after the confirmation, is fresh.
  await rejudgeAll(pool(), { policy: DEFAULT_POLICY, now: Date.parse(minutesAgo(90)) + DEFAULT_ESTATE_SETTINGS.freshness.hostHours * 3_600_000 });
  expect((await pool().query(`SELECT 1 FROM "Vm" WHERE NOT "fresh" OR "class" = 'unknown'`)).rowCount).toBe(0);
});

test("of a listing in which one VM changed, only its row is written; one that is missing was last seen when it was confirmed last", async () => {
  const collector = await addCollector();
  await send(aDocument({ host: "HV1", at: minutesAgo(240), vms: ["A", "B", "C"] }), minutesAgo(240), 1, collector);
  const first = await written();
  await send(aDocument({ host: "HV1", at: minutesAgo(180), vms: ["A", "B", "C"], vm: (vm) => { if (vm.name === "B") vm.memoryAssignedBytes = GIB; } }), minutesAgo(180), 2, collector);
  const second = await written();
  expect([second.get("A") === first.get("A"), second.get("B") === first.get("B"), second.get("C") === first.get("C")]).toEqual([true, false, true]);
  await send(aDocument({ host: "HV1", at: minutesAgo(120), vms: ["A", "B"], vm: (vm) => { if (vm.name === "B") vm.memoryAssignedBytes = GIB; } }), minutesAgo(120), 3, collector);
  const missing = (await rows()).find((row) => row.name === "C");
  expect(missing?.listedAt.toISOString()).toBe(minutesAgo(180));
  expect(missing === undefined ? null : shown(missing).marks["vms.listed"]?.slice(0, 24)).toBe(minutesAgo(180));
});

/** What happens to a VM from one inventory to the next. */
const step = fc.record({ lacks: fc.constantFrom(null, null, null, "A", "B"), free: fc.constantFrom(100, 100.2, 0.2), memory: fc.constantFrom(4, 4, 8), guest: fc.constantFrom(true, true, true, false), rules: fc.constantFrom(null, null, 300, 400_000) });

test("whether rows are written or confirmed, and judged again in whole or in part, verdicts, findings, counts and ages are the same", async () => {
  const tell = async () => ({
    vms: (await rows()).map((row) => ({ name: row.name, marks: shown(row).marks, observedAt: shown(row).facts.observedAt, guestAt: shown(row).facts.guest?.collectedAt ?? null, memory: row.facts.memoryAssignedBytes })),
    verdicts: (await pool().query(`SELECT "name", "class", "verdict", "because", "scoreLow", "scoreHigh", "gone", "fresh", "missing" FROM "Vm" ORDER BY 1`)).rows,
    findings: (await pool().query(`SELECT v."name", f."requirement", f."status", f."because" FROM "Finding" f JOIN "Vm" v ON v."id" = f."vmId" ORDER BY 1, 2, 3, 4`)).rows,
    tallies: (await pool().query(`SELECT "kind", "key", "status", "count" FROM "Tally" ORDER BY 1, 2, 3`)).rows,
  });
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
    const told: unknown[] = [];
    for (const isSent of [true, false]) {
      await clear();
      const collector = isSent ? await addCollector() : null;
      for (const [index, { lacks, free, memory, guest, rules }] of steps.entries()) {
        const at = minutesAgo(600 - index * 60);
        await send(aDocument({ host: "HV1", at, vms: ["A", "B", "C"].filter((name) => name !== lacks), vm: (vm) => {
          vm.memoryAssignedBytes = memory * GIB;
          if (!guest && vm.name === "A") vm.guest = null;
          const [volume] = vm.name === "B" ? vm.guest?.volumes ?? [] : [];
          if (volume !== undefined) Object.assign(volume, { capacityBytes: 400 * GIB, freeBytes: Math.round(free * GIB) });
        } }), at, index + 1, collector);
        if (rules === null) continue;
        // A row of which it is not known what was judged is written whole.
        if (!isSent) await pool().query(`UPDATE "Vm" SET "judgedDigest" = NULL`);
        await rejudgeAll(pool(), { policy: { ...DEFAULT_POLICY, estate: { ...DEFAULT_POLICY.estate, guestFloorMb: rules } }, now: NOW + index });
      }
      told.push(await tell());
    }
    expect(told[0]).toEqual(told[1]);
  }), { numRuns: 15 });
}, 120_000);
