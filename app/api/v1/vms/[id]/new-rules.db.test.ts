import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import type { VmDetail } from "@/lib/estate/contract";
import { rejudgeAll } from "@/lib/ingest/judged/rejudge";
import { accept, aDocument, clear, minutesAgo, NOW } from "@/lib/ingest/testing";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { savePolicy } from "@/lib/policy/stored-policy";
import { GET } from "./route";

beforeEach(clear);

test("a VM whose host new rules did not judge yet says that the lists still have the verdict of the old ones", async () => {
  await accept([aDocument({ host: "HV1", at: minutesAgo(10), vms: ["A"], vm: (vm) => { vm.checkpointType = "Disabled"; } })]);
  const { rows } = await pool().query<{ id: string }>(`SELECT "id" FROM "Vm"`);
  const id = rows[0]?.id ?? "";
  const read = async () => await (await GET(new Request(`http://localhost:3000/api/v1/vms/${id}`, { headers: { host: "localhost:3000" } }), { params: Promise.resolve({ id }) })).json() as VmDetail;
  const before = await read();
  expect([before.itemRules, before.item.verdict]).toEqual(["in-force", before.verdict.verdict]);
  const policy = { ...DEFAULT_POLICY, estate: { ...DEFAULT_POLICY.estate, ruleset: "article-2008r2" as const } };
  await savePolicy(pool(), policy, NOW, null);
  const during = await read();
  expect([during.itemRules, during.item.score, during.ruleset, during.score]).toEqual(["former", before.item.score, "article-2008r2", null]);
  expect(before.item.score).not.toBeNull();
  await rejudgeAll(pool(), { policy, now: NOW });
  const after = await read();
  expect([after.itemRules, after.item.score, after.item.verdict]).toEqual(["in-force", null, after.verdict.verdict]);
});
