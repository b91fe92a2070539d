import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { DEFAULT_ESTATE_SETTINGS, DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { foldStored } from "./accept-document";
import { packDocument } from "./read-ahead";
import { rejudgeAll } from "./rejudge";
import { forgetHost, removeImport } from "./remove";
import { writing } from "./state";
import { storeDocument } from "./store-document";
import { accept, aDocument, clear, minutesAgo, NOW, snapshot, vmStates } from "./testing";

beforeEach(clear);
const by = { policy: DEFAULT_POLICY, now: NOW };
const namedA = (installId: string, minutes: number) =>
  aDocument({ host: "A", at: minutesAgo(minutes), vms: [installId], bend: (host) => { Object.assign(host, { installId, hardwareUuid: null, fqdn: "a.example.test" }); } });

test("a conflict ends with the host that made it: its import removed, or the host forgotten", async () => {
  await accept([namedA("one", 40)]);
  const before = await snapshot();
  const conflicts = async () => (await pool().query<{ id: string; conflict: string | null }>(`SELECT "id", "conflict" FROM "Host" ORDER BY "installId"`)).rows;
  const second = await accept([namedA("two", 30)]);
  for (const { conflict } of await conflicts()) expect(conflict).toContain("install id differs");
  await removeImport(pool(), second.id, by);
  expect(await snapshot()).toEqual(before);

  await accept([namedA("two", 30)]);
  const [, other] = await conflicts();
  await forgetHost(pool(), other?.id ?? "", by);
  expect(await snapshot()).toEqual(before);
});

test("a document that waits to be judged outlives the forgetting of a host", async () => {
  await accept([aDocument({ host: "HV1", at: minutesAgo(20), vms: ["A"] })]);
  const at = minutesAgo(10);
  const packed = await packDocument({ inventory: aDocument({ host: "HV2", at, vms: ["B"] }), faults: [], dropped: 0, digest: "" });
  const id = randomUUID();
  await writing(pool(), (client) => storeDocument(client, packed, { id, importId: null, collectorId: null, fileName: "", fileSha: "", kind: "quiesce", collectedAt: at, receivedAt: at, effectiveAt: at }));
  const { rows: [host] } = await pool().query<{ id: string }>(`SELECT "id" FROM "Host"`);
  expect(await forgetHost(pool(), host?.id ?? "", by)).toEqual({ documents: 1 });
  expect((await pool().query(`SELECT "id" FROM "Document"`)).rows).toEqual([{ id }]);
  expect(await foldStored(pool(), id, { settings: settingsFor(DEFAULT_POLICY), now: NOW })).toMatchObject([{ name: "HV2" }]);
});

test("freshness is judged again at rejudge with the policy's limits; facts stay and come back", async () => {
  const { freshness } = DEFAULT_ESTATE_SETTINGS;
  await accept([aDocument({ host: "HV1", at: minutesAgo(10), vms: ["A", "B"] })]);
  const before = await snapshot();
  expect((await vmStates()).map((vm) => vm.class)).toEqual(["ready", "ready"]);
  await rejudgeAll(pool(), { policy: DEFAULT_POLICY, now: NOW + (freshness.hostHours + 1) * 3_600_000 });
  expect((await vmStates()).map((vm) => vm.class)).toEqual(["unknown", "unknown"]);
  const { rows } = await pool().query<{ fresh: boolean; missing: string[] }>(`SELECT "fresh", "missing" FROM "Vm"`);
  for (const row of rows) expect(row).toEqual({ fresh: false, missing: ["stale"] });
  await rejudgeAll(pool(), { policy: { ...DEFAULT_POLICY, estate: { ...DEFAULT_POLICY.estate, freshness: { ...freshness, hostHours: 1000 } } }, now: NOW + (freshness.hostHours + 1) * 3_600_000 });
  expect((await vmStates()).map((vm) => vm.class)).toEqual(["ready", "ready"]);
  await rejudgeAll(pool(), by);
  expect(await snapshot()).toEqual(before);
});

test("equal GUIDs on two hosts of one document are two VMs; a replica keeps its own", async () => {
  const one = aDocument({ host: "HV1", at: minutesAgo(10), vms: ["A"] });
  const other = aDocument({ host: "HV2", at: minutesAgo(10), vms: ["A"], vm: (vm) => { vm.replicationMode = "Replica"; vm.state = "Off"; vm.stateRaw = 3; } });
  await accept([{ ...one, hosts: [...one.hosts, ...other.hosts] }]);
  const first = await vmStates();
  expect(first.map((vm) => [vm.host, vm.scope])).toEqual([["HV1", "HV1"], ["HV2", "HV2"]]);
  await accept([aDocument({ host: "HV2", at: minutesAgo(5), vms: ["A"] })]);
  expect((await vmStates()).map((vm) => vm.id)).toEqual(first.map((vm) => vm.id));
});
