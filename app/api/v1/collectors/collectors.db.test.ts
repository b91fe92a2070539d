import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { CollectorDetail, EnrolmentCodeItem, GivenToken } from "@/lib/collectors/contract";
import { enrol as tradeCode, type Enrolled, enrolmentSchema } from "@/lib/collectors/enrol";
import { countFailures } from "@/lib/collectors/enrol-limit";
import { rotateCollector } from "@/lib/collectors/manage";
import { pool } from "@/lib/db/client";
import { aSent, clearDoor, request as sentRequest } from "@/lib/ingest/door/testing";
import { POST as postInventory } from "../inventories/route";
import { GET as read, PATCH } from "./[id]/route";
import { POST as postEnrol } from "./enrol/route";
import { DELETE as deleteCode } from "./enrolment-codes/[id]/route";
import { GET as codes, POST as postCode } from "./enrolment-codes/route";
import { DELETE as deleteBody, GET as readBody } from "./quarantine/[id]/route";
import { GET as quarantine } from "./quarantine/route";
import { GET as list, POST } from "./route";

beforeEach(async () => {
  await clearDoor();
  await pool().query(`DROP SCHEMA IF EXISTS "quiesce_limits" CASCADE; CREATE SCHEMA "quiesce_limits"; CREATE TABLE "quiesce_limits"."enrolments" (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint)`);
  vi.stubEnv("QUIESCE_ENROL_PER_MINUTE", "1000");
});
afterEach(() => { vi.unstubAllEnvs(); });

const request = (method: string, body?: unknown, headers: Record<string, string> = {}) =>
  new Request("http://localhost:3000/api/v1/collectors", { method, headers: { host: "localhost:3000", "content-type": "application/json", ...headers }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
const withId = (id: string) => ({ params: Promise.resolve({ id }) });
async function made<T>(answer: Response, status = 201): Promise<T> {
  expect(answer.status).toBe(status);
  return await answer.json() as T;
}
const patch = async (id: string, body: unknown) => PATCH(request("PATCH", body), withId(id));
const machine = (name: string, more: object = {}) => ({ kind: "host", name, installId: `install-${name}`, hardwareUuid: `4c4c4544-0042-4a10-8052-${name.padStart(12, "0")}`, fqdn: `${name}.example.test`, version: "1.0", ...more });
/** The same machine with the random id of one attempt to enrol. */
const asking = (name: string, more: object = {}) => machine(name, { requestId: `synthetic-request-of-${name}`, ...more });
const enrol = (code: string, of: object, address = "10.0.0.1") => postEnrol(request("POST", { code, ...of }, { "x-forwarded-for": address }), undefined);
const codeOf = async (more: object = {}) => (await made<{ code: string }>(await postCode(request("POST", { scope: "Site A", autoApprove: true, maxUses: 5, ...more }), undefined))).code;

test("made, listed, renamed, rotated, reset, revoked; a token is told once", async () => {
  const given = await made<GivenToken>(await POST(request("POST", { kind: "host", name: "HV1" }), undefined));
  expect(given.token).toMatch(/^qsc_[a-z2-7]{12}\.[\w-]{43}$/);
  const listed = await (await list(request("GET"), undefined)).json() as { items: CollectorDetail[] };
  expect(listed.items).toMatchObject([{ publicId: given.collectorId, name: "HV1", state: "active", epoch: 1 }]);
  expect(JSON.stringify(listed)).not.toContain(given.token.split(".")[1]);
  expect(await made<CollectorDetail>(await patch(given.collectorId, { action: "rename", name: "Host one" }), 200)).toMatchObject({ name: "Host one" });
  expect((await made<GivenToken>(await patch(given.id, { action: "rotate" }), 200)).token).not.toBe(given.token);
  expect((await made<CollectorDetail>(await read(request("GET"), withId(given.id)), 200)).secrets).toMatchObject([{ expiresAt: null }, { expiresAt: expect.any(String) }]);
  expect(await made<CollectorDetail>(await patch(given.id, { action: "reset" }), 200)).toMatchObject({ epoch: 2 });
  expect(await made<CollectorDetail>(await patch(given.id, { action: "revoke" }), 200)).toMatchObject({ state: "revoked", secrets: [] });
  for (const action of ["rotate", "approve"]) expect((await patch(given.id, { action })).status).toBe(409);
  expect((await patch("nobody", { action: "revoke" })).status).toBe(404);
  expect((await patch(given.id, { action: "hosts", approve: ["x"] })).status).toBe(409);
  expect((await patch(given.id, { action: "delete" })).status).toBe(400);
});

test("a code is traded for a credential that sends; the collector shows what the machine said", async () => {
  const enrolled = await made<Enrolled>(await enrol(await codeOf({ intervalSeconds: 900 }), machine("hv1", { elevated: true, language: "de-DE" })));
  expect(enrolled).toMatchObject({ state: "active", epoch: 1, intervalSeconds: 900, scope: "Site A", collectorId: expect.stringMatching(/^[a-z2-7]{12}$/) });
  const document = aSent({ host: "hv1", sequence: 1, bend: (_inventory, host) => { host.installId = "install-hv1"; host.hardwareUuid = null; } });
  expect((await postInventory(sentRequest(enrolled.token, JSON.stringify(document)), undefined)).status).toBe(202);
  expect(await made<CollectorDetail>(await read(request("GET"), withId(enrolled.collectorId)), 200)).toMatchObject({ scope: "Site A", hostName: "hv1", hardwareUuid: null, conflict: null, epoch: 1 });
});

test("one machine that enrols twice at the same moment, by two codes: one sends, the other waits and is flagged", async () => {
  const attempts = [await codeOf(), await codeOf(), await codeOf(), await codeOf()].map((code) => enrolmentSchema.parse({ code, ...machine("hv1") }));
  const all = await Promise.all(attempts.map((attempt) => tradeCode(pool(), attempt, Date.now())));
  expect(all.map(({ state }) => state).sort()).toEqual(["active", "pending", "pending", "pending"]);
});

test("a credential that was given is told, also when the count of attempts cannot be taken back", async () => {
  const value = await countFailures(pool(), "10.0.0.2", 10, async () => {
    await pool().query(`DROP TABLE "quiesce_limits"."enrolments"`);
    return "given";
  });
  expect(value).toBe("given");
});

test("an unknown, used, expired and revoked code: one answer", async () => {
  const used = await codeOf({ maxUses: 1 });
  expect((await enrol(used, machine("hv1"))).status).toBe(201);
  const [expired, revoked] = [await codeOf(), await codeOf()];
  await pool().query(`UPDATE "EnrolmentCode" SET "expiresAt" = now() - interval '1 second' WHERE "hint" = $1`, [expired.slice(0, 8)]);
  const { items } = await (await codes(request("GET"), undefined)).json() as { items: EnrolmentCodeItem[] };
  expect(items.map(({ state }) => state).sort()).toEqual(["expired", "open", "used"]);
  expect((await deleteCode(request("DELETE"), withId(items.find(({ hint }) => hint === revoked.slice(0, 8))?.id ?? ""))).status).toBe(204);
  const answers = await Promise.all([used, expired, revoked, "qec_nothing", ""].map(async (code) => { const answer = await enrol(code, machine("hv2")); return `${answer.status} ${await answer.text()}`; }));
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain("401 ");
  expect((await pool().query(`SELECT 1 FROM "Collector"`)).rows).toHaveLength(1);
});

test("a machine whose answer was lost asks again with its request id by its used-up code: one collector, and only the newest secret lives", async () => {
  const code = await codeOf({ maxUses: 1 });
  const lost = await made<Enrolled>(await enrol(code, asking("hv1")));
  const [again, once] = await Promise.all([enrol(code, asking("hv1")), enrol(code, asking("hv2"))]);
  expect(once.status).toBe(401);
  const given = await made<Enrolled>(again);
  expect(given).toMatchObject({ collectorId: lost.collectorId, state: "active", epoch: 1, scope: "Site A" });
  const rows = async () => (await pool().query(`SELECT (SELECT count(*)::int FROM "Collector") AS "collectors", (SELECT count(*)::int FROM "CollectorSecret") AS "secrets", (SELECT max("uses") FROM "EnrolmentCode") AS "uses"`)).rows;
  expect(await rows()).toEqual([{ collectors: 1, secrets: 1, uses: 1 }]);
  const document = aSent({ host: "hv1", sequence: 1, bend: (_inventory, host) => { host.installId = "install-hv1"; host.hardwareUuid = null; } });
  expect((await postInventory(sentRequest(lost.token, JSON.stringify(document)), undefined)).status).toBe(401);
  expect((await postInventory(sentRequest(given.token, JSON.stringify(document)), undefined)).status).toBe(202);
  // From now on the token is known to have arrived.
  expect((await enrol(code, asking("hv1"))).status).toBe(401);
});

test("an answer is given again for ten minutes, to the same request of the same machine, and not after an administrator decided on it", async () => {
  const code = await codeOf({ maxUses: 1, autoApprove: false });
  const first = await made<Enrolled>(await enrol(code, asking("hv1")));
  for (const requestId of [null, "another-request-of-it"]) expect((await enrol(code, asking("hv1", { requestId }))).status).toBe(401);
  expect((await enrol(code, asking("hv1", { requestId: "too-short" }))).status).toBe(400);
  expect((await enrol(code, asking("hv1", { hardwareUuid: "4c4c4544-0042-4a10-8052-0000000000ff" }))).status).toBe(401);
  await pool().query(`UPDATE "Collector" SET "createdAt" = "createdAt" - interval '11 minutes', "lastSeenAt" = "lastSeenAt" - interval '11 minutes'`);
  expect((await enrol(code, asking("hv1"))).status).toBe(401);
  await pool().query(`UPDATE "Collector" SET "createdAt" = "createdAt" + interval '11 minutes', "lastSeenAt" = "lastSeenAt" + interval '11 minutes'`);
  expect(await made<Enrolled>(await enrol(code, asking("hv1")))).toMatchObject({ collectorId: first.collectorId, state: "pending" });
  await patch(first.collectorId, { action: "approve" });
  expect((await enrol(code, asking("hv1"))).status).toBe(401);
});

test("an answer is not given again when an administrator gave another secret meanwhile; that one lives", async () => {
  for (const overlapDays of [7, 0]) {
    const code = await codeOf({ maxUses: 1 });
    const name = `hv${overlapDays}`;
    const first = await made<Enrolled>(await enrol(code, asking(name)));
    const rotated = await rotateCollector(pool(), first.collectorId, { overlapDays, now: Date.now() + 5 });
    expect((await enrol(code, asking(name))).status).toBe(401);
    const document = aSent({ host: name, sequence: 1, bend: (_inventory, host) => { host.installId = `install-${name}`; host.hardwareUuid = null; } });
    expect((await postInventory(sentRequest(rotated.token, JSON.stringify(document)), undefined)).status).toBe(202);
  }
});

test("of 12 machines at once a code for 5 enrols 5", async () => {
  const code = await codeOf();
  const statuses = (await Promise.all(Array.from({ length: 12 }, (_, index) => enrol(code, machine(`hv${index}`))))).map(({ status }) => status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(5);
  expect(statuses.filter((status) => status === 401)).toHaveLength(7);
});

test("a code without auto-approval, and a host that a living collector has, wait for approval", async () => {
  expect(await made<Enrolled>(await enrol(await codeOf({ autoApprove: false }), machine("a1")))).toMatchObject({ state: "pending" });
  const code = await codeOf();
  expect(await made<Enrolled>(await enrol(code, machine("b1")))).toMatchObject({ state: "active" });
  const again = await made<Enrolled>(await enrol(code, machine("b1", { installId: "install-other" })));
  expect(again.state).toBe("pending");
  const { conflict } = await made<CollectorDetail>(await read(request("GET"), withId(again.collectorId)), 200);
  expect(conflict).toBe("known-host");
  const conflicts = async () => (await pool().query<{ conflict: string | null }>(`SELECT "conflict" FROM "Collector" WHERE "hostName" = 'b1'`)).rows.map((row) => row.conflict);
  expect(await conflicts()).toEqual(["known-host", "known-host"]);
  expect(await made<CollectorDetail>(await patch(again.collectorId, { action: "approve" }), 200)).toMatchObject({ state: "active", conflict: null });
  expect(await conflicts()).toEqual([null, null]);
  const filler = { hardwareUuid: "03000200-0400-0500-0006-000700080009" };
  for (const name of ["c1", "c2"]) expect(await made<Enrolled>(await enrol(code, machine(name, filler)))).toMatchObject({ state: "active" });
});

test("a code of the other kind uses nothing up; what is missing is named", async () => {
  const code = await codeOf({ maxUses: 1, kind: "management-server" });
  expect((await enrol(code, machine("hv1"))).status).toBe(422);
  expect((await enrol(code, machine("vmm", { kind: "management-server" }))).status).toBe(201);
  expect(await (await enrol(code, { kind: "host", name: "x" })).json()).toMatchObject({ status: 400, place: "body.installId" });
});

test("ten failed attempts a minute from one address and in all, then 429 with the time to wait; what succeeds does not count", async () => {
  vi.stubEnv("QUIESCE_ENROL_PER_MINUTE", "10");
  const code = await codeOf({ maxUses: 100 });
  const attempts = [];
  for (let index = 0; index < 12; index += 1) expect((await enrol(code, machine(`y1-${index}`))).status).toBe(201);
  for (let index = 0; index < 10; index += 1) attempts.push((await enrol("qec_wrong", machine(`x${index}`))).status);
  expect(attempts).toEqual(attempts.map(() => 401));
  const limited = await enrol(code, machine("y2"));
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await enrol(code, machine("y3"), "10.0.0.2")).status).toBe(429);
});

test("a refused body is listed, read and removed", async () => {
  const { token } = await made<GivenToken>(await POST(request("POST", { kind: "host", name: "HV1" }), undefined));
  await postInventory(sentRequest(token, "{\"schema\": 1}"), undefined);
  const { items } = await (await quarantine(request("GET"), undefined)).json() as { items: { id: string }[] };
  expect(items).toMatchObject([{ collectorName: "HV1", problem: { status: 422, place: "/schema" }, cut: false, bodyBytes: 13 }]);
  const id = items[0]?.id ?? "";
  expect(await (await readBody(request("GET"), withId(id))).json()).toMatchObject({ text: "{\"schema\": 1}" });
  expect((await deleteBody(request("DELETE"), withId(id))).status).toBe(204);
  expect((await readBody(request("GET"), withId(id))).status).toBe(404);
});

test("a database whose credentials were made under another pepper gives none under this one", async () => {
  await made<GivenToken>(await POST(request("POST", { kind: "host", name: "HV1" }), undefined));
  vi.stubEnv("QUIESCE_PEPPER", `1:${"x".repeat(40)}`);
  expect((await POST(request("POST", { kind: "host", name: "HV2" }), undefined)).status).toBe(409);
  vi.stubEnv("QUIESCE_PEPPER", `2:${"y".repeat(40)}`);
  const second = await made<GivenToken>(await POST(request("POST", { kind: "host", name: "HV3" }), undefined));
  expect((await postInventory(sentRequest(second.token, JSON.stringify(aSent({ host: "HV3" }))), undefined)).status).toBe(202);
});
