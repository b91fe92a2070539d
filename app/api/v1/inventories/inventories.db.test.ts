import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { checkedPepper } from "@/lib/collectors/checked-pepper";
import { approveCollector, createCollector, resetCollector, revokeCollector, rotateCollector, settleHosts } from "@/lib/collectors/manage";
import { readCollector } from "@/lib/collectors/reads";
import { authenticate } from "@/lib/collectors/tokens";
import { pool } from "@/lib/db/client";
import { foldStored } from "@/lib/ingest/fold/accept-document";
import { keepSent, type Reply } from "@/lib/ingest/door/keep-sent";
import { checkInventory } from "@/lib/ingest/door/read-inventory";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { aFleet, aSent, clearDoor, counts, hostCollector, pack, request } from "@/lib/ingest/door/testing";
import type { ProblemDocument } from "@/lib/collectors/contract";
import { config } from "@/proxy";
import { GET as vms } from "../vms/route";
import { GET, POST } from "./route";

beforeEach(clearDoor);
afterEach(() => { vi.unstubAllEnvs(); });

const send = (token: string | null, document: unknown, headers: Record<string, string> = {}) =>
  POST(request(token, typeof document === "string" || document instanceof Uint8Array || document instanceof ReadableStream ? document as BodyInit : JSON.stringify(document), headers), undefined);
const problemOf = async (answer: Response) => await answer.json() as ProblemDocument;
const told = async (answer: Response) => ({ ...await problemOf(answer), status: answer.status });

test("202 is a committed document with what was read; the same again 200, other content 409", async () => {
  const { token, collectorId } = await hostCollector();
  const document = aSent({ sequence: 1, bend: (inventory, host) => { Object.assign(inventory, { colour: "red" }); Object.assign(host.vms[1] ?? {}, { state: 7 }); } });
  const first = await send(token, document, { "x-quiesce-sent-at": new Date(Date.now() + 1_800_000).toISOString() });
  expect(first.status).toBe(202);
  const reply = await first.json() as Reply;
  expect(reply).toMatchObject({
    result: "accepted", documentId: "HV1-1-1", hosts: 1, vms: 2, ignored: ["/colour"], refused: [{ place: "/hosts/0/vms/1/state" }],
    sender: { id: collectorId, state: "active", epoch: 1, version: { wanted: null, minimum: null } },
  });
  expect(reply.digest).toMatch(/^[0-9a-f]{64}$/);
  const { rows } = await pool().query(`SELECT "documentId", "epoch", "sequence", "foldedAt", "importId" FROM "Document"`);
  expect(rows).toEqual([{ documentId: "HV1-1-1", epoch: "1", sequence: "1", foldedAt: null, importId: null }]);
  expect(await readCollector(pool(), collectorId)).toMatchObject({ hostName: "HV1", refused: 0, contract: "quiesce.inventory/1", clockOffsetSeconds: 1800, documents: [{ vms: 2, refused: 1, folded: false }] });

  const again = await send(token, document);
  expect([again.status, await again.json()]).toEqual([200, { ...reply, result: "duplicate" }]);
  const other = await told(await send(token, aSent({ sequence: 1, bend: (_inventory, host) => { host.vms.pop(); } })));
  expect(other).toMatchObject({ status: 409, code: "other-content", place: "/header/documentId", mend: expect.any(String) });
  expect((await counts()).documents).toBe(1);
});

test("the same content again and again is taken in every encoding of JSON, and what only looks like it is refused", async () => {
  const { token } = await hostCollector();
  let sequence = 0;
  const text = () => JSON.stringify(aSent({ sequence: ++sequence }));
  const encodings: ((of: string) => Uint8Array)[] = [(of) => Buffer.from(of), (of) => Buffer.from(`\ufeff${of}`), (of) => Buffer.from(`\ufeff${of}`, "utf16le"), (of) => Buffer.from(JSON.stringify(JSON.parse(of), null, 2))];
  for (const encoded of encodings) for (let times = 0; times < 3; times += 1) expect((await send(token, encoded(text()))).status).toBe(202);
  for (let times = 0; times < 2; times += 1) expect((await send(token, text().replace(/"freeBytes":\d+/, '"freeBytes":\0'))).status).toBe(400);
  expect((await send(token, text())).status).toBe(202);
});

test("a sender whose clock is half an hour ahead is corrected to our time, kept and judged, and its host is flagged", async () => {
  const { token, collectorId } = await hostCollector();
  const ahead = { "x-quiesce-sent-at": new Date(Date.now() + 1_800_000).toISOString() };
  expect((await send(token, aSent({ sequence: 1, minutesAgo: -25 }), ahead)).status).toBe(202);
  const { rows } = await pool().query<{ id: string; minutes: number }>(`SELECT "id", round(extract(epoch FROM now() - "collectedAt") / 60)::int AS "minutes" FROM "Document"`);
  expect(rows[0]?.minutes).toBe(5);
  const hosts = await foldStored(pool(), rows[0]?.id ?? "", { settings: settingsFor(DEFAULT_POLICY), now: Date.now() });
  expect(hosts).toMatchObject([{ name: "HV1" }]);
  expect((await pool().query<{ offset: number }>(`SELECT "clockOffsetSeconds" AS "offset" FROM "Host"`)).rows).toEqual([{ offset: 1800 }]);
  expect((await readCollector(pool(), collectorId)).hostId).toBe(hosts[0]?.id);
});

test("gzip is the same document as plain", async () => {
  const { token } = await hostCollector();
  const document = aSent({ sequence: 1 });
  expect((await send(token, await pack(JSON.stringify(document)), { "content-encoding": "gzip" })).status).toBe(202);
  expect((await send(token, document)).status).toBe(200);
});

test("60 equal documents at once: one is accepted, 59 are duplicates, one row", async () => {
  const { token } = await hostCollector();
  const sender = await authenticate(pool(), `Bearer ${token}`, await checkedPepper(pool()), Date.now());
  const sent = checkInventory(aSent({ sequence: 1 }), { now: Date.now() });
  const arrival = { sender, fileSha: "0".repeat(64), clockOffsetSeconds: 0, now: Date.now(), version: { wanted: null, minimum: null } };
  const replies = await Promise.all(Array.from({ length: 60 }, () => keepSent(pool(), sent, arrival, () => Promise.resolve())));
  expect(replies.filter(({ result }) => result === "accepted")).toHaveLength(1);
  expect(new Set(replies.map(({ digest }) => digest)).size).toBe(1);
  expect(await counts()).toMatchObject({ documents: 1, contents: 1 });
});

test("a collector has two places at a time; the third is told when to come back", async () => {
  const { token } = await hostCollector();
  const answers = await Promise.all([1, 2, 3, 4].map((sequence) => send(token, aSent({ sequence }))));
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 202, 429, 429]);
  expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toMatch(/^\d+$/);
  expect((await send(token, aSent({ sequence: 9 }))).status).toBe(202);
});

test("no token, a broken one, one of another id, a revoked one: one answer, and a body that does not end is not waited for", async () => {
  const { token, id } = await hostCollector();
  const other = await hostCollector("HV2");
  const secret = token.split(".")[1] ?? "";
  const flipped = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
  const refused: unknown[] = [];
  for (const wrong of [null, "x", token.slice(0, -1), flipped, `qsc_${other.collectorId}.${secret}`, `qsc_${"a".repeat(12)}.${secret}`]) {
    const answer = await send(wrong, aSent());
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    refused.push(await told(answer));
  }
  await revokeCollector(pool(), id, Date.now());
  const endless = await send(token, new ReadableStream<Uint8Array>({ start: (controller) => { controller.enqueue(Buffer.from("{")); } }));
  expect(endless.headers.get("connection")).toBe("close");
  refused.push(await told(endless));
  expect(refused).toEqual(refused.map(() => expect.objectContaining({ status: 401, code: "sender-not-known" })));
  expect(new Set(refused.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await counts()).toEqual({ documents: 0, contents: 0, quarantined: 0 });
});

test("a rotated token works until its overlap ends; a secret is nowhere in the database", async () => {
  const { token, id, collectorId } = await hostCollector();
  const next = await rotateCollector(pool(), id, { overlapDays: 7, now: Date.now() });
  expect([(await send(token, aSent({ sequence: 1 }))).status, (await send(next.token, aSent({ sequence: 2 }))).status]).toEqual([202, 202]);
  const third = await rotateCollector(pool(), collectorId, { overlapDays: 0, now: Date.now() });
  expect([(await send(token, aSent({ sequence: 3 }))).status, (await send(next.token, aSent({ sequence: 3 }))).status, (await send(third.token, aSent({ sequence: 3 }))).status]).toEqual([401, 401, 202]);
  const { rows } = await pool().query<{ text: string }>(`SELECT string_agg(c::text, ' ') || (SELECT string_agg(s::text, ' ') FROM "CollectorSecret" s) AS "text" FROM "Collector" c`);
  expect(rows[0]?.text).toContain(collectorId);
  expect(rows[0]?.text).not.toContain(third.token.split(".")[1]);
});

test("a token sends and nothing else; the door is outside of what copies bodies", async () => {
  const { token } = await hostCollector();
  const answer = await vms(new Request("http://localhost:3000/api/v1/vms", { headers: { host: "localhost:3000", authorization: `Bearer ${token}` } }), undefined);
  expect(await told(answer)).toMatchObject({ status: 403, code: "sends-only" });
  const wrong = await GET(new Request("http://localhost:3000/api/v1/inventories", { headers: { host: "localhost:3000" } }), undefined);
  expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "POST"]);
  for (const { source } of config.matcher) expect(new RegExp(`^${source}$`).test("/api/v1/inventories")).toBe(false);
});

test("who waits for approval is told so, is seen, and sends once approved", async () => {
  const { token, id } = await hostCollector();
  await pool().query(`UPDATE "Collector" SET "state" = 'pending'`);
  expect(await told(await send(token, aSent({ sequence: 1 })))).toMatchObject({ status: 403, code: "collector-pending" });
  expect(await readCollector(pool(), id)).toMatchObject({ state: "pending", lastSeenAt: expect.any(String), refused: 0, lastAcceptedAt: null });
  await approveCollector(pool(), id, Date.now());
  expect((await send(token, aSent({ sequence: 1 }))).status).toBe(202);
});

test("a host's token is bound by the first document, stays with a renamed host and refuses another", async () => {
  const { token, id } = await hostCollector();
  expect((await send(token, aSent({ sequence: 1 }))).status).toBe(202);
  const renamed = aSent({ sequence: 2, bend: (_inventory, host) => { Object.assign(host, { name: "HV1-NEW", fqdn: "hv1-new.example.test" }); } });
  expect((await send(token, renamed)).status).toBe(202);
  expect(await told(await send(token, aSent({ host: "HV7", sequence: 3 })))).toMatchObject({ status: 403, code: "other-host" });
  expect(await readCollector(pool(), id)).toMatchObject({ refused: 1, lastRefusal: { code: "other-host" }, quarantined: 0, documents: [{}, {}] });
  await resetCollector(pool(), id);
  const reset = await send(token, aSent({ host: "HV7", sequence: 1, epoch: 2 }));
  expect([reset.status, (await reset.json() as Reply).sender.epoch]).toEqual([202, 2]);
});

test("two first documents of different hosts at once: one binds", async () => {
  const { token } = await hostCollector();
  const answers = await Promise.all([send(token, aSent({ host: "HV1", sequence: 1 })), send(token, aSent({ host: "HV2", sequence: 2 }))]);
  expect(answers.map(({ status }) => status).sort()).toEqual([202, 403]);
  expect((await counts()).documents).toBe(1);
});

test("a number in the sequence that another document has is 409 and flags two senders; a late epoch is taken, one never given is not", async () => {
  const { token, id } = await hostCollector();
  expect((await send(token, aSent({ sequence: 5 }))).status).toBe(202);
  expect(await told(await send(token, aSent({ sequence: 5, documentId: "clone" })))).toMatchObject({ status: 409, code: "two-senders" });
  expect((await readCollector(pool(), id)).conflict).toBe("two-senders");
  expect((await resetCollector(pool(), id)).epoch).toBe(2);
  expect((await readCollector(pool(), id)).conflict).toBeNull();
  const late = await send(token, aSent({ sequence: 6 }));
  expect([late.status, (await late.json() as Reply).sender.epoch]).toEqual([202, 2]);
  expect(await told(await send(token, aSent({ sequence: 1, epoch: 3 })))).toMatchObject({ status: 422, code: "unknown-epoch", place: "/header/epoch" });
});

test("a management server speaks for its hosts; the others are refused one by one and wait for approval", async () => {
  const { token, id } = await createCollector(pool(), { kind: "management-server", name: "SCVMM1", hosts: ["hv1.example.test"] }, Date.now());
  const broken = aFleet(["HV0", "HV1", "HV2"], ({ hosts }) => { Object.assign(hosts[0] ?? {}, { osVersion: 10 }); });
  const answer = await send(token, broken);
  expect(answer.status).toBe(202);
  expect(await answer.json()).toMatchObject({ hosts: 1, vms: 2, refused: [{ place: "/hosts/0/osVersion" }, { place: "/hosts/2", problem: expect.stringContaining("hv2.example.test") }] });
  expect((await readCollector(pool(), id)).hosts).toMatchObject([{ nameKey: "hv2.example.test", state: "pending" }, { nameKey: "hv1.example.test", state: "listed" }]);
  expect(await told(await send(token, aFleet(["HV2"])))).toMatchObject({ status: 403, code: "other-host" });
  await settleHosts(pool(), id, { approve: ["hv2.example.test"] }, Date.now());
  expect((await send(token, aFleet(["HV2"]))).status).toBe(202);
  expect(await told(await send((await hostCollector("HV9")).token, aFleet(["HV8", "HV9"])))).toMatchObject({ status: 422, code: "unprocessable", place: "/hosts" });
});

test("a host's token is no voice of a management server", async () => {
  const { token } = await hostCollector();
  const posing = aSent({ sequence: 1, bend: ({ origin }) => { origin.kind = "management-server"; } });
  expect(await told(await send(token, posing))).toMatchObject({ status: 422, code: "unprocessable", place: "/origin/kind" });
  expect((await counts()).documents).toBe(0);
});

test("a management server reaches no host by a short name or by ids that belong to another one", async () => {
  const own = await hostCollector("HV2");
  expect((await send(own.token, aSent({ host: "HV2", sequence: 1 }))).status).toBe(202);
  await foldStored(pool(), (await pool().query<{ id: string }>(`SELECT "id" FROM "Document"`)).rows[0]?.id ?? "", { settings: settingsFor(DEFAULT_POLICY), now: Date.now() });
  const { token, id } = await createCollector(pool(), { kind: "management-server", name: "SCVMM1", hosts: ["hv1"] }, Date.now());
  const waits = { status: 403, code: "other-host" };
  expect(await told(await send(token, aFleet(["HV2"], ({ hosts }) => { Object.assign(hosts[0] ?? {}, { name: "HV1" }); })))).toMatchObject(waits);
  expect(await told(await send(token, aFleet(["HV2"], ({ hosts }) => { Object.assign(hosts[0] ?? {}, { name: "HV1", fqdn: "hv1.example.test" }); })))).toMatchObject(waits);
  expect((await readCollector(pool(), id)).hosts).toMatchObject([{ nameKey: "hv2.example.test", state: "pending" }, { nameKey: "hv1", state: "listed" }]);
  expect((await send(token, aFleet(["HV1"]))).status).toBe(202);
});

test("a management server's document that comes again after more of its hosts were approved is a duplicate", async () => {
  const { token, id } = await createCollector(pool(), { kind: "management-server", name: "SCVMM1", hosts: ["hv1"] }, Date.now());
  const fleet = aFleet(["HV1", "HV2"]);
  expect((await send(token, fleet)).status).toBe(202);
  await settleHosts(pool(), id, { approve: ["hv2"] }, Date.now());
  expect((await send(token, fleet)).status).toBe(200);
  expect((await send(token, { ...fleet, hosts: fleet.hosts.slice(1) })).status).toBe(409);
});

test("a clock that is ahead shows although the sender does not tell its time, until it is right", async () => {
  const { token, collectorId } = await hostCollector();
  expect((await send(token, aSent({ sequence: 1, minutesAgo: -60 }))).status).toBe(202);
  const offset = async () => (await readCollector(pool(), collectorId)).clockOffsetSeconds ?? 0;
  expect(Math.round((await offset()) / 60)).toBe(60);
  expect((await send(token, aSent({ sequence: 2 }))).status).toBe(202);
  expect(await offset()).toBe(0);
});

test("too large on the wire, unpacked, by any header; the memory of a bomb is not taken", async () => {
  vi.stubEnv("QUIESCE_INGEST_WIRE_BYTES", "20000");
  vi.stubEnv("QUIESCE_INGEST_BYTES", "1000000");
  const { token, id } = await hostCollector();
  let pulled = 0;
  const endless = new ReadableStream<Uint8Array>({ pull: (controller) => { pulled += 1; if (pulled < 1000) controller.enqueue(new Uint8Array(10_000)); else controller.close(); } });
  const large = await send(token, endless, { "content-length": "10" });
  expect([large.status, large.headers.get("connection")]).toEqual([413, "close"]);
  const bomb = await told(await send(token, gzipSync(Buffer.alloc(15_000_000)), { "content-encoding": "gzip" }));
  expect(bomb).toMatchObject({ status: 413, code: "too-large", mend: expect.stringContaining("QUIESCE_INGEST_BYTES") });
  expect((await readCollector(pool(), id)).quarantine).toMatchObject([{ cut: true }, { cut: true }]);
});

test("when all bytes are taken, a document waits and is then told to come back", async () => {
  vi.stubEnv("QUIESCE_INGEST_FLIGHT", "100");
  vi.stubEnv("QUIESCE_INGEST_QUEUE_SECONDS", "0.1");
  const [one, two] = [await hostCollector(), await hostCollector("HV2")];
  let end: () => void = () => undefined;
  const held = send(one.token, new ReadableStream<Uint8Array>({ start: (controller) => { controller.enqueue(Buffer.from("x".repeat(90))); end = () => { controller.close(); }; } }));
  await new Promise((resolve) => { setTimeout(resolve, 50); });
  const busy = await send(two.token, aSent({ host: "HV2", sequence: 1 }));
  expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "5"]);
  end();
  expect((await held).status).toBe(400);
  expect((await send(two.token, aSent({ host: "HV2", sequence: 1 }))).status).toBe(202);
  expect((await counts()).quarantined).toBe(1);
});
