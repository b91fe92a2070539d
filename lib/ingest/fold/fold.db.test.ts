import { beforeEach, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import type { HostWithVms } from "@/lib/inventory/document";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { judgeDue } from "../judged/judge-again";
import { rejudgeAll } from "../judged/rejudge";
import { forgetHost, removeImport } from "../remove";
import { accept, aDocument, clear, minutesAgo, NOW, presentState, snapshot, vmStates } from "../testing";

beforeEach(clear);
const by = { policy: DEFAULT_POLICY, now: NOW };
const listing = (complete: boolean) => (host: HostWithVms) => {
  for (const attempt of host.attempted) if (attempt.section === "vms") Object.assign(attempt, { complete, errors: complete ? [] : [{ reason: "error", text: "access denied" }] });
};
const names = async () => (await vmStates()).filter((vm) => !vm.gone).map((vm) => vm.name);

describe("fold", () => {
  test("the same document twice has one effect", async () => {
    const document = aDocument({ host: "HV1", at: minutesAgo(10), vms: ["A", "B"] });
    await accept([document]);
    const before = await snapshot();
    const again = await accept([document]);
    expect(again).toMatchObject({ accepted: 0, known: 1, refused: 0 });
    expect(again.files[0]?.summary).toContain("Nothing changed");
    expect(await snapshot()).toEqual(before);
  });

  test("an older document changes nothing newer", async () => {
    await accept([aDocument({ host: "HV1", at: minutesAgo(10), vms: ["A", "B"] })]);
    const before = await presentState();
    await accept([aDocument({ host: "HV1", at: minutesAgo(60), vms: ["A", "B", "OLD"], vm: (vm) => { vm.checkpointType = "Disabled"; } })]);
    expect((await vmStates()).find((vm) => vm.name === "OLD")).toMatchObject({ gone: false, class: "unknown" });
    await rejudgeAll(pool(), { policy: DEFAULT_POLICY, now: NOW + 24 * 3_600_000 });
    expect(await names()).toEqual(["A", "B"]);
    await pool().query(`DELETE FROM "Vm" WHERE "gone"`);
    await rejudgeAll(pool(), by);
    expect(await presentState()).toEqual(before);
  });

  test("a complete newer listing without the VM: unknown for the grace period, then gone from every count; with it again: back, with its id", async () => {
    await accept([aDocument({ host: "HV1", at: minutesAgo(30), vms: ["A", "B"] })]);
    const id = (await vmStates()).find((vm) => vm.name === "B")?.id;
    await accept([aDocument({ host: "HV1", at: minutesAgo(20), vms: ["A"] })]);
    const missing = async () => (await vmStates()).map((vm) => [vm.name, vm.class, vm.gone]);
    expect(await missing()).toEqual([["A", "ready", false], ["B", "unknown", false]]);
    const told = await pool().query(`SELECT "missingSince", "missing" FROM "Vm" WHERE "name" = 'B'`);
    expect(told.rows).toEqual([{ missingSince: new Date(minutesAgo(20)), missing: ["stale"] }]);
    // The grace period ends by itself, without a document.
    const due = await pool().query<{ at: Date }>(`SELECT "nextChangeAt" AS "at" FROM "Host"`);
    expect(due.rows[0]?.at.getTime()).toBe(Date.parse(minutesAgo(20)) + 24 * 3_600_000);
    const context = { settings: settingsFor(DEFAULT_POLICY), now: NOW };
    expect(await judgeDue(pool(), Date.parse(minutesAgo(21)) + 24 * 3_600_000, context)).toBe(0);
    expect(await judgeDue(pool(), Date.parse(minutesAgo(19)) + 24 * 3_600_000, context)).toBe(1);
    expect(await names()).toEqual(["A"]);
    const { rows } = await pool().query(`SELECT sum("count")::int AS n FROM "Tally" WHERE "kind" = 'verdict'`);
    expect(rows).toEqual([{ n: 1 }]);
    await accept([aDocument({ host: "HV1", at: minutesAgo(10), vms: ["A", "B"] })]);
    expect((await vmStates()).find((vm) => vm.name === "B")).toMatchObject({ id, gone: false });
  });

  test("a failed listing makes a VM that it lacks unknown, with its own words, and no VM gone or ready", async () => {
    await accept([aDocument({ host: "HV1", at: minutesAgo(30), vms: ["A", "B"] })]);
    expect((await vmStates()).map((vm) => vm.class)).toEqual(["ready", "ready"]);
    const account = await accept([aDocument({ host: "HV1", at: minutesAgo(20), vms: [], bend: listing(false) })]);
    expect(account.files[0]).toMatchObject({ result: "partly", failedSections: [{ section: "vms", problem: "access denied" }] });
    const states = await vmStates();
    expect(states.map((vm) => [vm.gone, vm.class])).toEqual([[false, "unknown"], [false, "unknown"]]);
    const { rows } = await pool().query<{ missing: string[] }>(`SELECT "missing" FROM "Vm"`);
    for (const row of rows) expect(row.missing).toContain("error");
  });

  test("a document replaces only the sections that it attempted", async () => {
    await accept([aDocument({ host: "HV1", at: minutesAgo(30), vms: ["A"] })]);
    await accept([aDocument({
      host: "HV1", at: minutesAgo(20), vms: ["A"],
      bend: (host) => {
        host.attempted = host.attempted.filter((attempt) => attempt.section === "vms");
        host.volumes = null;
        for (const vm of host.vms) Object.assign(vm, { disks: null, guest: null, checkpoints: null, integration: null, state: "Off", stateRaw: 3 });
      },
    })]);
    const { rows } = await pool().query<{ power: string; facts: { guest: object | null; disks: unknown[] | null } }>(`SELECT "power", "facts" FROM "Vm"`);
    expect(rows[0]?.power).toBe("off");
    expect(rows[0]?.facts.guest).not.toBeNull();
    expect(rows[0]?.facts.disks).toHaveLength(1);
  });

  test("removing an import is folding without it; forgetting a host leaves nothing of it", async () => {
    await accept([aDocument({ host: "HV1", at: minutesAgo(40), vms: ["A", "B"] })]);
    await accept([aDocument({ host: "HV2", cluster: "CL", at: minutesAgo(40), vms: ["C"] })]);
    const before = await snapshot();
    const ids = (await vmStates()).map((vm) => vm.id);
    const { id } = await accept([
      aDocument({ host: "HV1", at: minutesAgo(20), vms: ["A", "D"], vm: (vm) => { vm.state = "Off"; vm.stateRaw = 3; } }),
      aDocument({ host: "HV3", cluster: "CL", at: minutesAgo(20), vms: ["C", "E"] }),
    ]);
    expect(await names()).toEqual(["A", "B", "C", "D", "E"]);
    await removeImport(pool(), id, by);
    expect(await snapshot()).toEqual(before);
    expect((await vmStates()).map((vm) => vm.id)).toEqual(ids);
    await expect(removeImport(pool(), id, by)).rejects.toMatchObject({ code: "not-found" });
    const { rows } = await pool().query<{ id: string }>(`SELECT "id" FROM "Host" WHERE "name" = 'HV2'`);
    await forgetHost(pool(), rows[0]?.id ?? "", by);
    expect(await names()).toEqual(["A", "B"]);
    expect((await pool().query(`SELECT 1 FROM "Cluster"`)).rows).toEqual([]);
    await accept([aDocument({ host: "HV2", cluster: "CL", at: minutesAgo(40), vms: ["C"] })]);
    expect(await snapshot()).toEqual(before);
  });
});

describe("identity", () => {
  test("equal GUIDs in two scopes are two VMs; within a cluster the newest listing has the VM", async () => {
    await accept([aDocument({ host: "HV1", at: minutesAgo(40), vms: ["A"] }), aDocument({ host: "HV2", at: minutesAgo(40), vms: ["A"] })]);
    expect((await vmStates()).map((vm) => vm.scope)).toEqual(["HV1", "HV2"]);
    await clear();
    await accept([aDocument({ host: "N1", cluster: "CL", at: minutesAgo(40), vms: ["A"] })]);
    const [before] = await vmStates();
    await accept([aDocument({ host: "N2", cluster: "CL", at: minutesAgo(30), vms: ["A"] })]);
    await accept([aDocument({ host: "N1", cluster: "CL", at: minutesAgo(20), vms: [] })]);
    expect(await vmStates()).toMatchObject([{ id: before?.id, host: "N2", scope: "CL", gone: false }]);
    expect((await pool().query(`SELECT h."name" FROM "Tally" t JOIN "Host" h ON h."id" = t."hostId" WHERE "kind" = 'verdict'`)).rows).toEqual([{ name: "N2" }]);
  });

  test("a host that joins a cluster takes its VMs along with their ids; on a collision the older row's id survives", async () => {
    await accept([aDocument({ host: "N1", at: minutesAgo(40), vms: ["A", "B"] })]);
    const [first] = await vmStates();
    await accept([aDocument({ host: "N2", cluster: "CL", at: minutesAgo(30), vms: ["A"] })]);
    expect(await vmStates()).toHaveLength(3);
    await accept([aDocument({ host: "N1", cluster: "CL", at: minutesAgo(20), vms: ["B"] })]);
    const states = await vmStates();
    expect(states.map((vm) => [vm.name, vm.scope, vm.host])).toEqual([["A", "CL", "N2"], ["B", "CL", "N1"]]);
    expect(states[0]?.id).toBe(first?.id);
  });

  test("install id decides before hardware UUID, which decides before FQDN; fillers decide nothing", async () => {
    const told = (host: string, minutes: number, keys: Partial<HostWithVms>) => aDocument({ host, at: minutesAgo(minutes), vms: [host], bend: (of) => { Object.assign(of, keys); } });
    const filler = "03000200-0400-0500-0006-000700080009";
    await accept([told("A", 50, { installId: null, hardwareUuid: filler, fqdn: "a.example.test" }), told("B", 50, { installId: null, hardwareUuid: filler, fqdn: "b.example.test" })]);
    expect((await pool().query(`SELECT "keyKind" FROM "Host"`)).rows).toEqual([{ keyKind: "fqdn" }, { keyKind: "fqdn" }]);
    // A learns its install id, then is renamed: still the same host.
    await accept([told("A", 40, { installId: "one", hardwareUuid: null, fqdn: "a.example.test" })]);
    await accept([told("A2", 30, { installId: "one", hardwareUuid: null, fqdn: "a2.example.test" })]);
    expect((await pool().query(`SELECT "name", "keyKind" FROM "Host" ORDER BY "name"`)).rows).toEqual([{ name: "A2", keyKind: "installId" }, { name: "B", keyKind: "fqdn" }]);
    // Another machine with the same name is flagged, never merged.
    await accept([told("A2", 20, { installId: "two", hardwareUuid: null, fqdn: "a2.example.test" })]);
    const { rows } = await pool().query<{ conflict: string | null }>(`SELECT "conflict" FROM "Host" WHERE "name" = 'A2'`);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(row.conflict).toContain("install id differs");
  });

  test("two rows of one machine become one when a document carries both keys", async () => {
    const told = (minutes: number, keys: Partial<HostWithVms>) => aDocument({ host: "A", at: minutesAgo(minutes), vms: ["X"], bend: (of) => { Object.assign(of, { installId: null, hardwareUuid: null, fqdn: null, ...keys }); } });
    await accept([told(50, { fqdn: "a.example.test" })]);
    const [oldest] = await vmStates();
    await accept([told(40, { installId: "one" })]);
    expect(await vmStates()).toHaveLength(2);
    await accept([told(30, { installId: "one", fqdn: "a.example.test" })]);
    expect(await vmStates()).toMatchObject([{ id: oldest?.id, name: "X" }]);
  });
});
