import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { judgeDue } from "./judge-again";
import { rejudgeOutdated } from "./rejudge";
import { accept, aDocument, clear, minutesAgo, NOW, vmStates } from "../testing";

const HOUR = 3_600_000;
const context = { settings: settingsFor(DEFAULT_POLICY), now: NOW };
beforeEach(clear);

/** Three hosts; the record of the second cannot be read. */
async function oneBroken(): Promise<void> {
  await accept(["HV1", "HV2", "HV3"].map((host) => aDocument({ host, at: minutesAgo(10), vms: [`VM of ${host}`] })));
  await pool().query(`UPDATE "Host" SET "facts" = 'null' WHERE "name" = 'HV2'`);
}

test("a host that cannot be judged holds up no other whose time has come, and is told", async () => {
  await oneBroken();
  await expect(judgeDue(pool(), NOW + 49 * HOUR, context)).rejects.toThrow("cannot be judged");
  expect((await vmStates()).map((vm) => [vm.host, vm.class])).toEqual([["HV1", "unknown"], ["HV2", "ready"], ["HV3", "unknown"]]);
});

test("a process that ends stops between two steps; what is left is judged the next time", async () => {
  await accept([aDocument({ host: "HV1", at: minutesAgo(10), vms: ["A"] })]);
  expect(await judgeDue(pool(), NOW + 49 * HOUR, context, () => true)).toBe(0);
  expect((await vmStates()).map((vm) => vm.class)).toEqual(["ready"]);
  expect(await judgeDue(pool(), NOW + 49 * HOUR, context, () => false)).toBe(1);
  expect((await vmStates()).map((vm) => vm.class)).toEqual(["unknown"]);
});

test("a host that cannot be judged holds up no other under new rules; a process that ends stops between two steps", async () => {
  await oneBroken();
  await pool().query(`UPDATE "Host" SET "judgedUnder" = 'before'`);
  const left = async () => (await pool().query<{ name: string }>(`SELECT "name" FROM "Host" WHERE "judgedUnder" = 'before' ORDER BY "name"`)).rows.map((row) => row.name);
  expect(await rejudgeOutdated(pool(), () => Promise.resolve(null))).toMatchObject({ hosts: 0 });
  expect(await left()).toEqual(["HV1", "HV2", "HV3"]);
  await expect(rejudgeOutdated(pool(), () => Promise.resolve(DEFAULT_POLICY), () => NOW)).rejects.toThrow("cannot be judged");
  expect(await left()).toEqual(["HV2"]);
});
