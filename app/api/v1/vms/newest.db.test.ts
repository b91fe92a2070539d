import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { readDocument, readVm } from "@/lib/estate/vm-detail";
import { judgeAgain } from "@/lib/ingest/judge-again";
import { writing } from "@/lib/ingest/state";
import { aDocument, clear, minutesAgo, NOW } from "@/lib/ingest/testing";
import { arrive, sequenced } from "@/lib/ingest/testing-arrivals";
import { eachVolatile } from "@/lib/inventory/volatile";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";

beforeEach(clear);

async function send(sequence: number, minutes: number, uptimeSeconds: number): Promise<void> {
  const inventory = sequenced(aDocument({ host: "HV1", at: minutesAgo(minutes), vms: ["A", "B"], vm: (vm) => { vm.lastSuccessfulBackupTime = minutesAgo(900); } }), sequence);
  eachVolatile(inventory, (record, fact) => { if (fact === "uptimeSeconds") record[fact] = uptimeSeconds; });
  await arrive({ inventory, sender: "one", receivedAt: minutesAgo(minutes) });
}

test("a VM that no row was written of shows each fact as the newest inventory has it, beside its time, and leads to that inventory", async () => {
  await send(1, 180, 10_000);
  const written = async () => (await pool().query<{ id: string; at: string }>(`SELECT "id", xmin::text AS "at" FROM "Vm" WHERE "name" = 'A'`)).rows[0];
  const before = await written();
  await send(2, 60, 17_200);
  expect(await written()).toEqual(before);
  const { facts } = await readVm(before?.id ?? "");
  expect([facts.vm.observedAt, facts.vm.uptimeSeconds]).toEqual([minutesAgo(60), 17_200]);
  // Judged again from its row, it is written with the newer marks: the values follow them all the same.
  const { item } = await readVm(before?.id ?? "");
  await pool().query(`UPDATE "Vm" SET "judgedDigest" = NULL`);
  await writing(pool(), async (client) => judgeAgain(client, [item.host.id], { settings: settingsFor(DEFAULT_POLICY), now: NOW }));
  expect(await written()).not.toEqual(before);
  expect((await readVm(before?.id ?? "")).facts.vm.uptimeSeconds).toBe(17_200);
  const { document } = await readDocument(before?.id ?? "");
  expect(document.header.sequence).toBe(2);
  expect(facts.vm).toMatchObject({ uptimeSeconds: document.hosts[0]?.vms[0]?.uptimeSeconds });
});
