import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { movedTo } from "@/lib/estate/vm-history";
import { readGoneVm } from "@/lib/estate/gone-vm";
import { judgeDue } from "@/lib/ingest/judged/judge-again";
import { accept, aDocument, clear, minutesAgo, NOW, vmGuid } from "@/lib/ingest/testing";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { GET as getDocument } from "./document/route";
import { GET } from "./route";

const DAY = 86_400_000;
beforeEach(clear);

const ask = (id: string, handler = GET) => handler(new Request(`http://localhost:3000/api/v1/vms/${id}`, { headers: { host: "localhost:3000" } }), { params: Promise.resolve({ id }) });

test("the address of a VM that is gone says since when, and where it was", async () => {
  await accept([aDocument({ host: "HV1", at: minutesAgo(60), vms: ["A", "B"] })]);
  const { rows } = await pool().query<{ id: string }>(`SELECT "id" FROM "Vm" WHERE "name" = 'A'`);
  const id = rows[0]?.id ?? "";
  await accept([aDocument({ host: "HV1", at: minutesAgo(30), vms: ["B"] })]);
  expect((await ask(id)).status).toBe(200);
  expect(await readGoneVm(id)).toBeNull();
  await judgeDue(pool(), NOW + DAY, { settings: settingsFor(DEFAULT_POLICY), now: NOW + DAY });
  const answer = await ask(id);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([410, "application/problem+json"]);
  expect(await answer.json()).toMatchObject({
    code: "gone", detail: `A is gone since ${minutesAgo(30)}: complete listings of HV1, where it was last, lack it. It is in no count.`,
    vm: { name: "A", vmGuid: vmGuid("A"), goneSince: minutesAgo(30), listedAt: minutesAgo(60), host: { name: "HV1" }, cluster: null, owners: [{ host: { name: "HV1" }, known: true, since: minutesAgo(60) }], elsewhere: [] },
  });
  expect((await ask(id, getDocument)).status).toBe(410);
  // An address from before a move leads to what is kept of it, too.
  const former = "00000000-0000-4000-8000-00000000f0f0";
  await pool().query(`UPDATE "Vm" SET "formerIds" = ARRAY[$2]::uuid[] WHERE "id" = $1`, [id, former]);
  expect(await movedTo(former)).toBe(id);
  expect(await (await ask(former)).json()).toMatchObject({ code: "gone", vm: { id } });
  // Another VM of its GUID is named.
  await accept([aDocument({ host: "HV2", at: minutesAgo(20), vms: ["A"], vm: (vm) => { vm.replicationMode = "Replica"; } })]);
  expect(await readGoneVm(id)).toMatchObject({ elsewhere: [{ name: "A", host: "HV2" }] });
  expect((await ask("00000000-0000-4000-8000-000000000000")).status).toBe(404);
});
