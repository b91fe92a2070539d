import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { prune } from "./prune";
import { removeImport } from "../remove";
import { accept, aDocument, clear, minutesAgo, NOW, snapshot } from "../testing";

const DAY = 86_400_000;
const LIMITS = { keepDays: 30, quarantineDays: 30 };
const count = async (table: string) => (await pool().query(`SELECT 1 FROM "${table}"`)).rowCount;
beforeEach(clear);

test("what no fact rests on goes after its time, with its content and its import; the state stays, and so does a fold of it", async () => {
  const whole = aDocument({ host: "HV1", at: minutesAgo(50), vms: ["A", "B"] });
  // Guest facts and volumes come only from this one; the later ones do not try to read them.
  await accept([whole]);
  for (const minutes of [40, 30, 20]) {
    await accept([aDocument({ host: "HV1", at: minutesAgo(minutes), vms: ["A", "B"], bend: (host) => {
      host.attempted = host.attempted.filter(({ section }) => section !== "guest" && section !== "volumes");
      host.volumes = null;
    }, vm: (vm) => {
      vm.guest = null;
      vm.memoryAssignedBytes = minutes * 1024 ** 3;
    } })]);
  }
  const other = await accept([aDocument({ host: "HV2", at: minutesAgo(45), vms: ["C"] })]);
  const before = await snapshot();
  const inTime = await prune(pool(), LIMITS, NOW + 29 * DAY);
  expect(inTime).toEqual({ documents: 0, contents: 0, imports: 0, quarantined: 0 });
  const pruned = await prune(pool(), LIMITS, NOW + 31 * DAY);
  expect(pruned).toEqual({ documents: 2, contents: 2, imports: 2, quarantined: 0 });
  expect(await count("Document")).toBe(3);
  expect(await count("Content")).toBe(3);
  expect(await snapshot()).toEqual(before);
  expect(await prune(pool(), LIMITS, NOW + 31 * DAY)).toMatchObject({ documents: 0 });

  // A fold from what is left, as the removal of an import makes one, gives the same.
  await accept([aDocument({ host: "HV1", at: minutesAgo(10), vms: ["A"] })]);
  const { rows } = await pool().query<{ id: string }>(`SELECT "id" FROM "Import" WHERE "id" <> $1 ORDER BY "receivedAt" DESC, "hosts" LIMIT 3`, [other.id]);
  const newest = await pool().query<{ importId: string }>(`SELECT "importId" FROM "Document" ORDER BY "collectedAt" DESC LIMIT 1`);
  expect(rows.map((row) => row.id)).toContain(newest.rows[0]?.importId);
  await removeImport(pool(), newest.rows[0]?.importId ?? "", { policy: DEFAULT_POLICY, now: NOW });
  expect(await snapshot()).toEqual(before);
});

test("a document that waits to be judged is never pruned", async () => {
  await accept([aDocument({ host: "HV1", at: minutesAgo(50), vms: ["A"] }), aDocument({ host: "HV1", at: minutesAgo(10), vms: ["A"] })]);
  await pool().query(`UPDATE "Document" SET "foldedAt" = NULL`);
  expect(await prune(pool(), LIMITS, NOW + 400 * DAY)).toMatchObject({ documents: 0, contents: 0 });
});
