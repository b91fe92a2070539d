import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import type { Inventory } from "@/lib/inventory/document";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { judgeDue } from "../judged/judge-again";
import { rejudgeAll } from "../judged/rejudge";
import { accept, aDocument, clear, minutesAgo, NOW, snapshot, type Told, vmStates } from "../testing";
import { type Arrival, arrive, byClock, sequenced } from "../order/testing-arrivals";

const HOUR = 3_600_000;
const context = { settings: settingsFor(DEFAULT_POLICY), now: NOW };
beforeEach(async () => {
  await clear();
  await pool().query(`DELETE FROM "Collector"`);
});

const sent = (sequence: number, told: Told, over: Partial<Arrival> = {}): Arrival => ({ inventory: sequenced(aDocument(told), sequence), sender: told.host, ...over });
const off = (vm: { state: string | null; stateRaw: number | null }) => { Object.assign(vm, { state: "Off", stateRaw: 3 }); };

test("within a sender the sequence decides, whatever its clock says, and in any order of arrival", async () => {
  // The clock was three hours ahead, unnoticed, and then was set right: the second document states an earlier time.
  const received = (minutes: number) => ({ receivedAt: minutesAgo(minutes) });
  const documents = [
    sent(1, { host: "HV1", at: minutesAgo(120 - 180), vms: ["A"] }, received(120)),
    sent(2, { host: "HV1", at: minutesAgo(125), vms: ["A"], vm: off }, received(60)),
  ];
  const powerOf = async () => (await pool().query(`SELECT "power", "listedAt" FROM "Vm"`)).rows;
  for (const document of documents) await arrive(document);
  expect(await powerOf()).toEqual([{ power: "off", listedAt: new Date(minutesAgo(120)) }]);
  const inOrder = await snapshot();
  await clear();
  for (const document of [...documents].reverse()) await arrive(document);
  expect(await powerOf()).toEqual([{ power: "off", listedAt: new Date(minutesAgo(120)) }]);
  expect(await snapshot()).toEqual(inOrder);
});

test("a clock that is a day ahead is corrected and flagged; without a word of its offset no time is later than the arrival", async () => {
  const ahead = byClock(aDocument({ host: "HV1", at: minutesAgo(30), vms: ["A"] }), 86_400);
  const told = async () => (await pool().query(`SELECT "readAt", "clockOffsetSeconds", "fresh" FROM "Host"`)).rows;
  await arrive({ inventory: sequenced(ahead, 1), sender: "HV1", clockOffsetSeconds: 86_400 });
  expect(await told()).toEqual([{ readAt: new Date(minutesAgo(30)), clockOffsetSeconds: 86_400, fresh: true }]);
  expect((await pool().query(`SELECT "readAt" FROM "Vm"`)).rows).toEqual([{ readAt: new Date(minutesAgo(30)) }]);
  await clear();
  await arrive({ inventory: sequenced(ahead, 1), sender: "HV1" });
  expect(await told()).toMatchObject([{ readAt: new Date(NOW) }]);
});

test("a host is overdue after two intervals and unknown past the limit, by itself", async () => {
  await arrive(sent(1, { host: "HV1", at: minutesAgo(30), vms: ["A"] }));
  const { rows } = await pool().query<{ dueAt: Date; nextChangeAt: Date }>(`SELECT "dueAt", "nextChangeAt" FROM "Host"`);
  expect(rows[0]?.dueAt).toEqual(new Date(Date.parse(minutesAgo(30)) + 2 * HOUR));
  const states = async () => (await vmStates()).map((vm) => vm.class);
  const limit = Date.parse(minutesAgo(30)) + 48 * HOUR;
  for (let at = NOW + HOUR; at < limit; at += HOUR) await judgeDue(pool(), at, context);
  expect(await states()).toEqual(["ready"]);
  await judgeDue(pool(), limit + 1, context);
  expect(await states()).toEqual(["unknown"]);
  expect((await pool().query(`SELECT "missing", "fresh" FROM "Vm"`)).rows).toEqual([{ missing: ["stale"], fresh: false }]);
  expect(await judgeDue(pool(), limit + HOUR, context)).toBe(0);
});

test("a file that an administrator imports says nothing of how often the collector sends, nor of its clock, whichever comes first", async () => {
  const document = sequenced(aDocument({ host: "HV1", at: minutesAgo(180), vms: ["A"] }), 1);
  const daily = { inventory: byClock({ ...document, header: { ...document.header, intervalSeconds: 86_400 } }, 7200), sender: "HV1", clockOffsetSeconds: 7200 };
  const file = aDocument({ host: "HV1", at: minutesAgo(120), vms: ["A"], bend: (_, { header }) => { header.intervalSeconds = null; } });
  const told = async () => (await pool().query(`SELECT "intervalSeconds", "clockOffsetSeconds", "dueAt" FROM "Host"`)).rows;
  const expected = [{ intervalSeconds: 86_400, clockOffsetSeconds: 7200, dueAt: new Date(Date.parse(minutesAgo(120)) + 48 * HOUR) }];
  await arrive(daily);
  await accept([file]);
  expect(await told()).toEqual(expected);
  await clear();
  await accept([file]);
  expect(await told()).toEqual([{ intervalSeconds: null, clockOffsetSeconds: null, dueAt: null }]);
  await arrive(daily);
  expect(await told()).toEqual(expected);
});

test("an operation that holds a VM for 24 hours of inventories becomes stuck; one that paused in between does not", async () => {
  const held = (sequence: number, hoursAgo: number, operation: string | null): Arrival => sent(sequence, {
    host: "HV1", at: minutesAgo(hoursAgo * 60), vms: ["A"], vm: (vm) => { vm.secondaryOperational = operation; if (operation !== null) vm.absent = vm.absent.filter((entry) => entry.fact !== "secondaryOperational"); },
  });
  const finding = async () => (await pool().query<{ status: string }>(`SELECT "status" FROM "Finding" WHERE "requirement" = 'vm-not-busy'`)).rows[0]?.status;
  await arrive(held(1, 25, "MergingDisks"));
  await arrive(held(2, 13, "MergingDisks"));
  expect(await finding()).toBe("warning");
  // Nobody saw it since: whether it lasts, time alone does not tell.
  await rejudgeAll(pool(), { policy: DEFAULT_POLICY, now: NOW + 13 * HOUR });
  expect(await finding()).toBe("warning");
  await arrive(held(4, 0, "MergingDisks"));
  expect(await finding()).toBe("fail");
  expect((await pool().query(`SELECT "operationSince" FROM "Vm"`)).rows).toEqual([{ operationSince: new Date(minutesAgo(25 * 60)) }]);
  // The document between them comes late: the operation was over once.
  await arrive(held(3, 6, null));
  expect(await finding()).toBe("warning");
  expect((await pool().query(`SELECT "operationSince" FROM "Vm"`)).rows).toEqual([{ operationSince: new Date(minutesAgo(0)) }]);
});

const machine = (sequence: number, told: Told, keys: { installId: string; hardwareUuid: string; fqdn?: string }, sender: string): Arrival =>
  ({ inventory: sequenced(aDocument({ ...told, bend: (host) => { Object.assign(host, { fqdn: null, ...keys }); } }), sequence), sender });
const UUID = "4c4c4544-0042-3510-8052-b4c04f4a4d32";

test("a renamed host is the same host, with the names that it had", async () => {
  await arrive(machine(1, { host: "OLD", at: minutesAgo(60), vms: ["A"] }, { installId: "one", hardwareUuid: UUID, fqdn: "old.example.test" }, "one"));
  await arrive(machine(2, { host: "NEW", at: minutesAgo(30), vms: ["A"] }, { installId: "one", hardwareUuid: UUID, fqdn: "new.example.test" }, "one"));
  const { rows } = await pool().query(`SELECT "name", "names" FROM "Host"`);
  expect(rows).toEqual([{ name: "NEW", names: [
    { name: "OLD", fqdn: "old.example.test", from: minutesAgo(60) }, { name: "NEW", fqdn: "new.example.test", from: minutesAgo(30) },
  ] }]);
  expect((await vmStates()).map((vm) => vm.host)).toEqual(["NEW"]);
});

test("one hardware UUID with two living senders is flagged and never merged; when the old one is revoked, the new one takes over", async () => {
  await arrive(machine(1, { host: "HV1", at: minutesAgo(60), vms: ["A"] }, { installId: "one", hardwareUuid: UUID }, "one"));
  const [before] = await vmStates();
  await arrive(machine(1, { host: "HV1", at: minutesAgo(50), vms: ["A"] }, { installId: "two", hardwareUuid: UUID }, "two"));
  const hosts = async () => (await pool().query<{ installId: string; conflict: string | null }>(`SELECT "installId", "conflict" FROM "Host" ORDER BY "installId"`)).rows;
  expect((await hosts()).map((host) => [host.installId, host.conflict?.includes("install id differs")])).toEqual([["one", true], ["two", true]]);
  await pool().query(`UPDATE "Collector" SET "state" = 'revoked' WHERE "publicId" = 'one'`);
  await arrive(machine(2, { host: "HV1", at: minutesAgo(40), vms: ["A"] }, { installId: "two", hardwareUuid: UUID }, "two"));
  expect(await hosts()).toEqual([{ installId: "two", conflict: null }]);
  expect((await vmStates()).map((vm) => vm.id)).toEqual([before?.id]);
});

test("a name that went from one machine to another leaves no doubt, whichever document comes first", async () => {
  const one = { installId: "one", hardwareUuid: UUID };
  const documents = [
    machine(1, { host: "HV1", at: minutesAgo(60), vms: ["A"] }, { ...one, fqdn: "hv1.example.test" }, "one"),
    machine(2, { host: "HV1-OLD", at: minutesAgo(50), vms: ["A"] }, { ...one, fqdn: "hv1-old.example.test" }, "one"),
    machine(1, { host: "HV1", at: minutesAgo(40), vms: ["B"] }, { installId: "two", hardwareUuid: "4c4c4544-0042-3510-8052-b4c04f4a4d33", fqdn: "hv1.example.test" }, "two"),
  ];
  const conflicts = async () => (await pool().query<{ conflict: string | null }>(`SELECT "conflict" FROM "Host" ORDER BY "name"`)).rows.map((row) => row.conflict);
  const states = [];
  for (const order of [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]) {
    await clear();
    for (const [place, index] of order.entries()) {
      const document = documents[index];
      if (document !== undefined) await arrive(document);
      const isShared = place === 1 && !order.slice(0, 2).includes(1);
      if (isShared) for (const conflict of await conflicts()) expect(conflict).toBe("Has the FQDN of another host (HV1), but the install id differs.");
    }
    expect(await conflicts()).toEqual([null, null]);
    states.push(await snapshot());
  }
  for (const state of states) expect(state).toEqual(states[0]);
  // After the next document of each, a document that says the same again needs no fold.
  for (const [index, sequence] of [[1, 3], [2, 2]] as const) {
    const document = documents[index];
    if (document !== undefined) await arrive({ ...document, inventory: sequenced(document.inventory, sequence) });
  }
  expect((await pool().query(`SELECT "steadyMark" IS NULL AS "is" FROM "Host"`)).rows).toEqual([{ is: false }, { is: false }]);
});

test("two nodes of a cluster in one document of a management server: one VM and a claim", async () => {
  const told = (host: string, vms: string[]): Inventory => aDocument({ host, cluster: "CL", at: minutesAgo(10), vms, bend: (_, inventory) => { for (const cluster of inventory.clusters) cluster.roles = null; } });
  const one = told("N1", ["A"]);
  await arrive({ inventory: { ...one, origin: { kind: "management-server", name: "MS1", format: "quiesce" }, hosts: [...one.hosts, ...told("N2", ["A"]).hosts] }, sender: "MS1" });
  expect((await pool().query(`SELECT "hostName", "contested" FROM "Vm"`)).rows).toEqual([{ hostName: "N1", contested: true }]);
  expect((await pool().query(`SELECT h."name" FROM "VmClaim" c JOIN "Host" h ON h."id" = c."hostId"`)).rows).toEqual([{ name: "N2" }]);
});

test("what was pruned stays in the history of a VM that is read again", async () => {
  const host = (hours: number, sequence: number): Arrival => sent(sequence, { host: "HV1", at: minutesAgo(hours * 60), vms: ["A"] });
  await arrive(host(30, 1));
  await arrive(host(20, 2));
  await pool().query(`DELETE FROM "Document" WHERE "sequence" = 1`);
  // A host that joins a cluster is folded again from the documents that are kept.
  await arrive({ inventory: sequenced(aDocument({ host: "HV1", cluster: "CL", at: minutesAgo(10), vms: ["A"] }), 3), sender: "HV1" });
  expect((await pool().query(`SELECT "hostName", "since" FROM "VmOwner"`)).rows).toEqual([{ hostName: "HV1", since: new Date(minutesAgo(30 * 60)) }]);
});
