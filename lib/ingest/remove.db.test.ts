import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { DEFAULT_ESTATE_SETTINGS, DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { foldStored } from "./fold/accept-document";
import { packDocument } from "./keep/read-ahead";
import { rejudgeAll } from "./judged/rejudge";
import { forgetHost, removeImport } from "./remove";
import { writing } from "./fold/state";
import { storeDocument } from "./keep/store-document";
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

describe("hosts that a removed import had made one", () => {
  const UUID = "4c4c4544-0042-3510-8052-b4c04f4a4d32";
  const OTHER = "4c4c4544-0042-3510-8052-b4c04f4a4d33";
  const told = (name: string, minutes: number, keys: { installId?: string; hardwareUuid?: string; fqdn?: string }) =>
    aDocument({ host: name, at: minutesAgo(minutes), vms: [name], bend: (host) => { Object.assign(host, { installId: null, hardwareUuid: null, fqdn: null, ...keys }); } });
  const hosts = async () => (await pool().query<{ name: string; conflict: string | null }>(`SELECT "name", "conflict" FROM "Host" ORDER BY "name"`)).rows;

  test("are apart again, each with its VMs under the addresses that they had", async () => {
    const [one, other, bridge] = [told("ONE", 60, { installId: "one" }), told("TWO", 50, { hardwareUuid: UUID }), told("BOTH", 40, { installId: "one", hardwareUuid: UUID })];
    await accept([one]);
    await accept([other]);
    const without = await snapshot();
    const before = await vmStates();
    const removed = await accept([bridge]);
    expect((await hosts()).map(({ name }) => name)).toEqual(["BOTH"]);
    await removeImport(pool(), removed.id, by);
    expect(await snapshot()).toEqual(without);
    expect((await vmStates()).map((vm) => vm.id)).toEqual(before.map((vm) => vm.id));
  });

  test("are flagged where they share a weaker key", async () => {
    await accept([told("HV", 60, { installId: "one", hardwareUuid: UUID, fqdn: "hv.example.test" })]);
    const removed = await accept([told("HV", 50, { installId: "one", hardwareUuid: OTHER, fqdn: "hv.example.test" })]);
    await accept([told("HV", 40, { hardwareUuid: OTHER, fqdn: "hv.example.test" })]);
    expect(await hosts()).toEqual([{ name: "HV", conflict: null }]);
    await removeImport(pool(), removed.id, by);
    for (const { conflict } of await hosts()) expect(conflict).toBe("Has the FQDN of another host (HV), but the hardware UUID differs.");
    expect(await hosts()).toHaveLength(2);
  });

  test("stay one where others of their documents, or a pruned one, tell that they are", async () => {
    await accept([told("ONE", 60, { installId: "one" })]);
    const pruned = await accept([told("BOTH", 50, { installId: "one", hardwareUuid: UUID })]);
    await accept([told("TWO", 40, { hardwareUuid: UUID })]);
    const removed = [await accept([told("TWO", 30, { hardwareUuid: UUID })]), await accept([told("TWO", 20, { hardwareUuid: UUID })])];
    await removeImport(pool(), removed[0]?.id ?? "", by);
    expect(await hosts()).toHaveLength(1);
    await pool().query(`DELETE FROM "Document" WHERE "importId" = $1`, [pruned.id]);
    await removeImport(pool(), removed[1]?.id ?? "", by);
    expect(await hosts()).toHaveLength(1);
  });
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
