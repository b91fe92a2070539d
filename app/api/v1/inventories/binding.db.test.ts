import { beforeEach, expect, test } from "vitest";
import { approveCollector, resetCollector, revokeCollector } from "@/lib/collectors/manage";
import { readCollector } from "@/lib/collectors/reads";
import { findTwins } from "@/lib/collectors/twins";
import { pool } from "@/lib/db/client";
import { foldStored } from "@/lib/ingest/fold/accept-document";
import { aSent, clearDoor, counts, hostCollector, request, type Sent } from "@/lib/ingest/door/testing";
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
  expect([answer.status, await answer.json()]).toMatchObject([403, { code: "collector-pending", place: "/hosts/0/installId", mend: expect.stringContaining("Revoke the other collector") }]);
  expect((await send(second.token, machine("one", 2))).status).toBe(403);
  expect(await readCollector(pool(), second.id)).toMatchObject({ state: "pending", installId: "one" });
  expect(await conflictsOf(first.id, second.id)).toEqual(["known-host", "known-host"]);
  expect((await counts()).documents).toBe(1);
  expect((await send(first.token, machine("one", 3))).status).toBe(202);

  await approveCollector(pool(), second.id, Date.now());
  expect((await send(second.token, machine("one", 2))).status).toBe(202);
  expect(await conflictsOf(first.id, second.id)).toEqual([null, null]);
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
  await findTwins(client, { installId, hardwareUuid: UUID });
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
