import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import type { Inventory } from "@/lib/inventory/document";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { removeImport } from "../remove";
import { accept, aDocument, clear, minutesAgo, NOW, snapshot } from "../testing";
import { arrive, sequenced } from "./testing-arrivals";

beforeEach(async () => {
  await clear();
  await pool().query(`DELETE FROM "Collector"`);
});

const by = { policy: DEFAULT_POLICY, now: NOW };
const timesBySequence = async () => (await pool().query<{ sequence: string; at: Date; hostAt: Date }>(
  `SELECT d."sequence", d."effectiveAt" AS "at", dh."collectedAt" AS "hostAt" FROM "Document" d JOIN "DocumentHost" dh ON dh."documentId" = d."id" ORDER BY d."sequence"`,
)).rows.map((row) => [Number(row.sequence), row.at.toISOString(), row.hostAt.toISOString()]);
const at = (minutes: number) => [new Date(minutesAgo(minutes)).toISOString(), new Date(minutesAgo(minutes)).toISOString()];
const ofServer = (inventory: Inventory): Inventory => ({ ...inventory, origin: { kind: "management-server", name: "MS1", format: "quiesce" } });

test("a host that is read again keeps the time that another host's document of the same management server gave it", async () => {
  // The clock of MS1 went back by more than what lies between its documents.
  await arrive({ inventory: sequenced(ofServer(aDocument({ host: "HV1", at: minutesAgo(20), vms: ["A"] })), 1), sender: "MS1" });
  await arrive({ inventory: sequenced(ofServer(aDocument({ host: "HV2", at: minutesAgo(40), vms: ["B"] })), 2), sender: "MS1" });
  expect(await timesBySequence()).toEqual([[1, ...at(20)], [2, ...at(20)]]);
  // Joining a cluster, HV2 is folded again from all its documents.
  await arrive({ inventory: sequenced(ofServer(aDocument({ host: "HV2", cluster: "CL", at: minutesAgo(10), vms: ["B"] })), 3), sender: "MS1" });
  expect(await timesBySequence()).toEqual([[1, ...at(20)], [2, ...at(20)], [3, ...at(10)]]);
});

test("a time that a pruned document gave, and a name that it told, outlive it", async () => {
  const keys = (fqdn: string) => ({ bend: (host: { installId: string | null; hardwareUuid: string | null; fqdn: string | null }) => { Object.assign(host, { installId: "one", hardwareUuid: null, fqdn }); } });
  await arrive({ inventory: sequenced(aDocument({ host: "OLD", at: minutesAgo(20), vms: ["A"], ...keys("old.example.test") }), 1), sender: "one" });
  await arrive({ inventory: sequenced(aDocument({ host: "NEW", at: minutesAgo(40), vms: ["A"], ...keys("new.example.test") }), 2), sender: "one" });
  const names = async () => (await pool().query<{ names: { name: string; from: string }[] }>(`SELECT "names" FROM "Host"`)).rows[0]?.names.map(({ name, from }) => [name, from]);
  const before = await names();
  expect(before).toEqual([["OLD", minutesAgo(20)], ["NEW", minutesAgo(20)]]);
  await pool().query(`DELETE FROM "Document" WHERE "sequence" = 1`);
  await arrive({ inventory: sequenced(aDocument({ host: "NEW", cluster: "CL", at: minutesAgo(10), vms: ["A"], ...keys("new.example.test") }), 3), sender: "one" });
  expect(await timesBySequence()).toEqual([[2, ...at(20)], [3, ...at(10)]]);
  expect(await names()).toEqual(before);
});

test("the names of two rows that turn out to be one machine are those of both, whatever of their documents was pruned", async () => {
  const told = (host: string, minutes: number, keys: { installId?: string; hardwareUuid?: string }) =>
    aDocument({ host, at: minutesAgo(minutes), vms: ["A"], bend: (of) => { Object.assign(of, { installId: null, hardwareUuid: null, fqdn: null, ...keys }); } });
  const hardwareUuid = "4c4c4544-0042-3510-8052-b4c04f4a4d32";
  await accept([told("FIRST", 60, { installId: "one" })]);
  await accept([told("SECOND", 50, { hardwareUuid })]);
  await pool().query(`DELETE FROM "Document"`);
  await accept([told("THIRD", 40, { installId: "one", hardwareUuid })]);
  const { rows } = await pool().query<{ names: { name: string }[] }>(`SELECT "names" FROM "Host"`);
  expect(rows.map((row) => row.names.map(({ name }) => name))).toEqual([["FIRST", "SECOND", "THIRD"]]);
});

test("a host that had another name for a while has the same names in any order of arrival", async () => {
  const told = (sequence: number, host: string) => ({ inventory: sequenced(aDocument({ host, at: minutesAgo(60 - 10 * sequence), vms: ["A"], bend: (of) => { Object.assign(of, { installId: "one", hardwareUuid: null, fqdn: null }); } }), sequence), sender: "one" });
  const documents = [told(1, "HV"), told(2, "HV-TEST"), told(3, "HV"), told(4, "HV")];
  const states = [];
  for (const order of [[0, 1, 2, 3], [0, 2, 1, 3], [3, 2, 1, 0], [3, 0, 1, 2]]) {
    await clear();
    for (const index of order) {
      const document = documents[index];
      if (document !== undefined) await arrive(document);
    }
    states.push(await snapshot());
  }
  for (const state of states) expect(state).toEqual(states[0]);
  const { rows } = await pool().query<{ names: { name: string }[] }>(`SELECT "names" FROM "Host"`);
  expect(rows[0]?.names.map(({ name }) => name)).toEqual(["HV", "HV-TEST", "HV"]);
});

const file = (sequence: number, host: string, minutes: number): Inventory => {
  const inventory = sequenced(aDocument({ host, at: minutesAgo(minutes), vms: [host] }), sequence);
  return { ...inventory, header: { ...inventory.header, senderId: "file-server" } };
};

test("without a removed import its sender's later documents have the times and names that they had without it", async () => {
  await accept([file(2, "HV1", 40), file(4, "HV2", 30)]);
  const without = await snapshot();
  await clear();
  const removed = await accept([file(1, "HV3", 20)]);
  await accept([file(2, "HV1", 40), file(4, "HV2", 30)]);
  const late = await accept([file(3, "HV1", 15)]);
  expect(await timesBySequence()).toEqual([[1, ...at(20)], [2, ...at(20)], [3, ...at(15)], [4, ...at(15)]]);
  await removeImport(pool(), late.id, by);
  expect(await timesBySequence()).toEqual([[1, ...at(20)], [2, ...at(20)], [4, ...at(20)]]);
  await removeImport(pool(), removed.id, by);
  expect(await timesBySequence()).toEqual([[2, ...at(40)], [4, ...at(30)]]);
  expect(await snapshot()).toEqual(without);
});
