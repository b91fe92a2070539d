import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { readDocument, readVm } from "@/lib/estate/vm-detail";
import { judgedUnder } from "@/lib/ingest/judged/judged-under";
import { judgeAgain } from "@/lib/ingest/judged/judge-again";
import { rejudgeAll } from "@/lib/ingest/judged/rejudge";
import { writing } from "@/lib/ingest/fold/state";
import { aDocument, clear, minutesAgo, NOW } from "@/lib/ingest/testing";
import { arrive, sequenced } from "@/lib/ingest/order/testing-arrivals";
import { eachVolatile } from "@/lib/inventory/volatile";
import { DEFAULT_ASSIGNMENT_SETTINGS, DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";

const GIB = 1024 ** 3;
beforeEach(clear);

async function send(sequence: number, minutes: number, uptimeSeconds: number, freeGib?: number): Promise<void> {
  const inventory = sequenced(aDocument({ host: "HV1", at: minutesAgo(minutes), vms: ["A", "B"], vm: (vm) => { vm.lastSuccessfulBackupTime = minutesAgo(900); } }), sequence);
  eachVolatile(inventory, (record, fact) => { if (fact === "uptimeSeconds") record[fact] = uptimeSeconds; });
  const [volume] = inventory.hosts[0]?.vms[0]?.guest?.volumes ?? [];
  if (freeGib !== undefined && volume !== undefined) Object.assign(volume, { capacityBytes: 400 * GIB, freeBytes: Math.round(freeGib * GIB) });
  await arrive({ inventory, sender: "one", receivedAt: minutesAgo(minutes) });
}

test("a VM that no row was written of shows each fact as the newest inventory has it, beside its time, and leads to that inventory", async () => {
  await send(1, 180, 10_000);
  const written = async () => (await pool().query<{ id: string; at: string }>(`SELECT "id", xmin::text AS "at" FROM "Vm" WHERE "name" = 'A'`)).rows[0];
  const before = await written();
  await send(2, 60, 17_200);
  expect(await written()).toEqual(before);
  const { facts } = await readVm(before?.id ?? "", judgedUnder);
  expect([facts.vm.observedAt, facts.vm.uptimeSeconds]).toEqual([minutesAgo(60), 17_200]);
  // Judged again from its row, it is written with the newer marks: the values follow them all the same.
  const { item } = await readVm(before?.id ?? "", judgedUnder);
  await pool().query(`UPDATE "Vm" SET "judgedDigest" = NULL`);
  await writing(pool(), async (client) => judgeAgain(client, [item.host.id], { settings: settingsFor(DEFAULT_POLICY), now: NOW }));
  expect(await written()).not.toEqual(before);
  expect((await readVm(before?.id ?? "", judgedUnder)).facts.vm.uptimeSeconds).toBe(17_200);
  const { document } = await readDocument(before?.id ?? "");
  expect(document.header.sequence).toBe(2);
  expect(facts.vm).toMatchObject({ uptimeSeconds: document.hosts[0]?.vms[0]?.uptimeSeconds });
});

test("under a policy that tells apart the size of its row and the newest one, page and list say the same of a VM", async () => {
  await send(1, 180, 10_000, 100.6);
  await send(2, 60, 17_200, 100.1);
  const policy = { ...DEFAULT_POLICY, settings: { guestFree: { ...DEFAULT_ASSIGNMENT_SETTINGS.guestFree, warnBytes: Math.round(100.3 * GIB) } } };
  await pool().query(`INSERT INTO "Policy" ("name", "document", "savedAt") VALUES ('synthetic', $1, now())`, [JSON.stringify(policy)]);
  await rejudgeAll(pool(), { policy, now: NOW });
  const { rows: [row] } = await pool().query<{ id: string; because: string; documentId: string }>(
    `SELECT v."id", f."because", d."documentId" FROM "Vm" v JOIN "Document" d ON d."id" = v."documentId" JOIN "Finding" f ON f."vmId" = v."id" AND f."requirement" = 'guest-free-space' AND NOT f."latent" WHERE v."name" = 'A'`);
  const { findings, facts, verdict, item } = await readVm(row?.id ?? "", judgedUnder);
  expect(findings.find((finding) => finding.requirement === "guest-free-space")).toMatchObject({ status: "warning", because: row?.because });
  expect([facts.guest?.volumes?.[0]?.freeBytes, verdict.verdict]).toEqual([Math.round(100.1 * GIB), item.verdict]);
  expect(row?.documentId).toMatch(/-1-2$/);
});
