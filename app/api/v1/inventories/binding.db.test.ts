import { beforeEach, expect, test } from "vitest";
import { approveCollector, createCollector, resetCollector, revokeCollector } from "@/lib/collectors/manage";
import { readCollector } from "@/lib/collectors/reads";
import { findTwins } from "@/lib/collectors/twins";
import { pool } from "@/lib/db/client";
import { foldStored } from "@/lib/ingest/fold/accept-document";
import { aFleet, aSent, clearDoor, counts, hostCollector, request, type Sent } from "@/lib/ingest/door/testing";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { POST } from "./route";

beforeEach(clearDoor);

const UUID = "4c4c4544-0042-3510-8052-b4c04f4a4d32";
const send = (token: string, of: Sent) => POST(request(token, JSON.stringify(aSent(of))), undefined);
const machine = (installId: string, sequence = 1): Sent => ({ sequence, documentId: `${installId}-${sequence}`, bend: (_inventory, host) => { Object.assign(host, { installId, hardwareUuid: UUID }); } });
const conflictsOf = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await readCollector(pool(), id)).conflict));

test("a second token on one machine waits for approval and is flagged with the first; nothing of it is taken meanwhile", async () => {
  const [first, second] = [await hostCollector("first"), await hostCollector("second")];
  expect((await send(first.token, machine("one"))).status).toBe(202);
  const answer = await send(second.token, machine("one", 2));
  expect([answer.status, await answer.json()]).toMatchObject([403, { code: "collector-pending", place: "/hosts/0", mend: expect.stringContaining("Revoke the other collector") }]);
  expect((await send(second.token, machine("one", 2))).status).toBe(403);
  expect(await readCollector(pool(), second.id)).toMatchObject({ state: "pending", installId: "one" });
  expect(await conflictsOf(first.id, second.id)).toEqual(["known-host", "known-host"]);
  expect((await counts()).documents).toBe(1);
  expect((await send(first.token, machine("one", 3))).status).toBe(202);

  await approveCollector(pool(), second.id, Date.now());
  expect((await send(second.token, machine("one", 2))).status).toBe(202);
  expect(await conflictsOf(first.id, second.id)).toEqual([null, null]);
});

test("a first document that has but the name of a living collector's host waits, also when the name is spelt otherwise", async () => {
  const named = (name: string, sequence: number): Sent => ({ sequence, documentId: `${name}-${sequence}`, bend: (_inventory, host) => { Object.assign(host, { name, installId: null, hardwareUuid: null, fqdn: null }); } });
  const [first, second] = [await hostCollector("first"), await hostCollector("second")];
  expect((await send(first.token, named("hv1 ", 1))).status).toBe(202);
  expect((await send(second.token, named("HV1", 2))).status).toBe(403);
  expect(await conflictsOf(first.id, second.id)).toEqual(["known-host", "known-host"]);
});

test("two first documents of one machine by two tokens at once: one is taken", async () => {
  const [first, second] = [await hostCollector("first"), await hostCollector("second")];
  const answers = await Promise.all([send(first.token, machine("one")), send(second.token, machine("one", 2))]);
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 403]);
  expect((await counts()).documents).toBe(1);
});

/** Holds the lock of a machine until `letGo`, and waits until so many ask for it. */
async function holdMachine(installId: string): Promise<{ waitFor(count: number): Promise<void>; letGo(): Promise<void> }> {
  const client = await pool().connect();
  await client.query("BEGIN");
  await findTwins(client, { installId, hardwareUuid: UUID, fqdn: null, name: null });
  return {
    waitFor: (count) => expect.poll(async () => (await pool().query(`SELECT DISTINCT "pid" FROM pg_locks WHERE "locktype" = 'advisory' AND NOT "granted" AND "database" = (SELECT "oid" FROM pg_database WHERE "datname" = current_database())`)).rows.length, { timeout: 20_000 }).toBe(count),
    async letGo() {
      await client.query("COMMIT");
      client.release();
    },
  };
}

test("two first documents at once by the second token on one machine: neither is taken", async () => {
  const [first, second] = [await hostCollector("first"), await hostCollector("second")];
  expect((await send(first.token, machine("one"))).status).toBe(202);
  const held = await holdMachine("one");
  const sent = Promise.all([send(second.token, machine("one", 2)), send(second.token, machine("one", 3))]);
  await held.waitFor(2);
  await held.letGo();
  const answers = await sent;
  expect(await Promise.all(answers.map(async (answer) => [answer.status, await answer.json()]))).toMatchObject([[403, { code: "collector-pending" }], [403, { code: "collector-pending" }]]);
  expect((await counts()).documents).toBe(1);
  expect(await conflictsOf(first.id, second.id)).toEqual(["known-host", "known-host"]);
});

test("a first document that is not kept binds nothing", async () => {
  const { token, id } = await hostCollector();
  await pool().query(`ALTER TABLE "Document" ADD CONSTRAINT "none_is_kept" CHECK ("documentId" <> 'one-1')`);
  try {
    expect((await send(token, machine("one"))).status).toBeGreaterThanOrEqual(500);
  } finally {
    await pool().query(`ALTER TABLE "Document" DROP CONSTRAINT "none_is_kept"`);
  }
  expect(await readCollector(pool(), id)).toMatchObject({ installId: null, hostName: null });
  expect((await send(token, machine("two"))).status).toBe(202);
});

test("one hardware by two install ids: both send, both are flagged, until one of them is revoked", async () => {
  const [first, second] = [await hostCollector("first"), await hostCollector("second")];
  expect((await send(first.token, machine("one"))).status).toBe(202);
  expect((await send(second.token, machine("two"))).status).toBe(202);
  expect(await conflictsOf(first.id, second.id)).toEqual(["known-host", "known-host"]);
  await revokeCollector(pool(), first.id, Date.now());
  expect(await conflictsOf(second.id)).toEqual([null]);
});

test("a late document of the machine before a reset is kept and binds nothing; the machine after it does", async () => {
  const { token, id } = await hostCollector();
  expect((await send(token, { host: "OLD", sequence: 1 })).status).toBe(202);
  await resetCollector(pool(), id);
  expect((await send(token, { host: "OLD", sequence: 2 })).status).toBe(202);
  const { rows } = await pool().query<{ id: string }>(`SELECT "id" FROM "Document" ORDER BY "sequence"`);
  for (const row of rows) await foldStored(pool(), row.id, { settings: settingsFor(DEFAULT_POLICY), now: Date.now() });
  expect(await readCollector(pool(), id)).toMatchObject({ installId: null, hostName: null });
  expect((await pool().query(`SELECT "hostId" FROM "Collector"`)).rows).toEqual([{ hostId: null }]);
  expect((await send(token, { host: "NEW", sequence: 1, epoch: 2 })).status).toBe(202);
  expect(await readCollector(pool(), id)).toMatchObject({ hostName: "NEW" });
  expect((await send(token, { host: "OLD", sequence: 2, epoch: 2 })).status).toBe(403);
});

const UUIDS = ["4c4c4544-0042-3510-8052-b4c04f4a4d33", "4c4c4544-0042-3510-8052-b4c04f4a4d34"] as const;
interface Keys { installId?: string | null; hardwareUuid?: string | null; fqdn?: string | null; name?: string }
let count = 0;
const keyed = (host: Keys, more: Sent = {}): Sent => {
  count += 1;
  return { sequence: count, documentId: `keyed-${count}`, bend: (_inventory, of) => { Object.assign(of, { installId: null, hardwareUuid: null, fqdn: null, ...host }); }, ...more };
};
const statusOf = async (token: string, host: Keys, more: Sent = {}) => (await send(token, keyed(host, more))).status;
async function foldAll(): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(`SELECT "id" FROM "Document" WHERE "foldedAt" IS NULL ORDER BY "receivedAt"`);
  for (const row of rows) await foldStored(pool(), row.id, { settings: settingsFor(DEFAULT_POLICY), now: Date.now() });
}
const VICTIM = { installId: "victim", hardwareUuid: UUIDS[1], fqdn: "victim.example.test", name: "VICTIM" };

test.each<[string, Keys, Keys]>([
  ["install id; another install id with hardware that it did not know", { installId: "own", name: "HV1" }, { installId: "victim", hardwareUuid: UUIDS[1], name: "HV1" }],
  ["install id; another install id, with its own hardware", { installId: "own", hardwareUuid: UUIDS[0], name: "HV1" }, { installId: "victim", hardwareUuid: UUIDS[0], name: "HV1" }],
  ["ids; no ids and the FQDN of another", { installId: "own", name: "HV1" }, { fqdn: "victim.example.test", name: "HV1" }],
  ["a name; the ids of another", { name: "HV1" }, { installId: "victim", hardwareUuid: UUIDS[1], name: "VICTIM" }],
  ["a name; the ids of another with its own name", { name: "HV1" }, { installId: "victim", hardwareUuid: UUIDS[1], name: "HV1" }],
  ["an FQDN; the install id of another with its own FQDN", { fqdn: "hv1.example.test", name: "HV1" }, { installId: "victim", fqdn: "hv1.example.test", name: "HV1" }],
  ["ids; the name of another", { installId: "own", name: "HV1" }, { name: "VICTIM" }],
])("a token that is bound by %s, is refused", async (_name, own, posing) => {
  const [token, victim] = [(await hostCollector()).token, (await hostCollector("VICTIM")).token];
  expect([await statusOf(victim, VICTIM), await statusOf(token, own)]).toEqual([202, 202]);
  expect(await statusOf(token, posing)).toBe(403);
  await foldAll();
  expect(await statusOf(token, posing)).toBe(403);
  expect(await statusOf(token, own)).toBe(202);
  expect((await counts()).documents).toBe(3);
});

test.each<[string, Keys]>([["an install id", { installId: "victim", fqdn: "hv1.example.test", name: "HV1" }], ["hardware", { hardwareUuid: UUIDS[1], fqdn: "hv1.example.test", name: "HV1" }]])("%s of a host that no collector sends for is not learned by a token", async (_name, posing) => {
  const server = await createCollector(pool(), { kind: "management-server", name: "SCVMM1", hosts: ["*"] }, Date.now());
  const fleet = aFleet(["VICTIM"], ({ hosts }) => { Object.assign(hosts[0] ?? {}, VICTIM); });
  expect((await POST(request(server.token, JSON.stringify(fleet)), undefined)).status).toBe(202);
  await foldAll();
  const { token, id } = await hostCollector();
  expect(await statusOf(token, { fqdn: "hv1.example.test", name: "HV1" })).toBe(202);
  expect(await statusOf(token, posing)).toBe(403);
  expect(await readCollector(pool(), id)).toMatchObject({ installId: null, hardwareUuid: null });
});

test("a bound token learns the ids that it did not know; those of another machine it does not, nor does it pass by them later", async () => {
  const [{ token, id }, victim] = [await hostCollector(), (await hostCollector("VICTIM")).token];
  expect(await statusOf(victim, VICTIM)).toBe(202);
  expect(await statusOf(token, { fqdn: "hv1.example.test", name: "HV1" })).toBe(202);
  expect(await statusOf(token, { installId: "own", fqdn: "hv1.example.test", name: "HV1" })).toBe(202);
  expect(await statusOf(token, { installId: "own", hardwareUuid: UUIDS[1], name: "HV1" })).toBe(202);
  expect(await readCollector(pool(), id)).toMatchObject({ installId: "own", hardwareUuid: null });
  expect(await statusOf(token, { hardwareUuid: UUIDS[1], name: "HV1" })).toBe(403);
  expect(await statusOf(token, { installId: "own", hardwareUuid: UUIDS[0], name: "HV1" })).toBe(202);
  expect(await readCollector(pool(), id)).toMatchObject({ installId: "own", hardwareUuid: UUIDS[0], fqdn: "hv1.example.test" });
  expect(await statusOf(token, { installId: "own", hardwareUuid: UUIDS[0], fqdn: "renamed.example.test", name: "RENAMED" })).toBe(202);
  expect(await statusOf(token, { fqdn: "hv1.example.test", name: "HV1" })).toBe(202);
});

test.each<[string, Keys]>([["FQDN", { fqdn: VICTIM.fqdn, name: "X" }], ["name", { name: "victim" }], ["hardware", { hardwareUuid: VICTIM.hardwareUuid, name: "X" }]])("a first document that tells only the %s of a host that has a living collector waits for approval and is flagged", async (_name, posing) => {
  const [other, victim] = [await hostCollector("other"), await hostCollector("VICTIM")];
  expect(await statusOf(victim.token, VICTIM)).toBe(202);
  expect(await statusOf(other.token, posing)).toBe(403);
  expect(await readCollector(pool(), other.id)).toMatchObject({ state: "pending" });
  expect(await conflictsOf(other.id, victim.id)).toEqual(["known-host", "known-host"]);
  await hostCollector("third").then(({ id }) => revokeCollector(pool(), id, Date.now()));
  expect(await conflictsOf(other.id, victim.id)).toEqual(["known-host", "known-host"]);
  await approveCollector(pool(), other.id, Date.now());
  expect(await conflictsOf(other.id, victim.id)).toEqual([null, null]);
  expect(await statusOf(other.token, posing)).toBe(202);
});

test("after a reset a document of an epoch before it speaks for no host that has a living collector", async () => {
  const [{ token, id }, victim] = [await hostCollector(), (await hostCollector("VICTIM")).token];
  expect([await statusOf(victim, VICTIM), await statusOf(token, { installId: "own", name: "HV1" })]).toEqual([202, 202]);
  await resetCollector(pool(), id);
  expect(await statusOf(token, VICTIM, { epoch: 1 })).toBe(403);
  expect(await statusOf(token, { installId: "own", name: "HV1" }, { epoch: 1 })).toBe(202);
});
