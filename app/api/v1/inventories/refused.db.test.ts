import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ProblemDocument } from "@/lib/collectors/contract";
import { readQuarantined } from "@/lib/collectors/quarantine";
import { readCollector } from "@/lib/collectors/reads";
import { pool } from "@/lib/db/client";
import { aSent, clearDoor, counts, hostCollector, request } from "@/lib/ingest/door/testing";
import { POST } from "./route";

beforeEach(clearDoor);
afterEach(() => { vi.unstubAllEnvs(); });

const send = (token: string, document: unknown, headers: Record<string, string> = {}) =>
  POST(request(token, typeof document === "string" || document instanceof Uint8Array || document instanceof ReadableStream ? document as BodyInit : JSON.stringify(document), headers), undefined);
const told = async (answer: Response) => ({ ...await answer.json() as ProblemDocument, status: answer.status });

test.each([
  ["no JSON", "{", {}, 400, "invalid-request"],
  ["nothing", "", {}, 400, "invalid-request"],
  ["no UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), {}, 400, "invalid-request"],
  ["a broken gzip", gzipSync("{}").subarray(0, 12), { "content-encoding": "gzip" }, 400, "invalid-request"],
  ["a gzip that is none", "{}", { "content-encoding": "gzip" }, 400, "invalid-request"],
  ["a gzip with garbage behind it", Buffer.concat([gzipSync("{}"), Buffer.from("garbage")]), { "content-encoding": "gzip" }, 400, "invalid-request"],
  ["a gzip with zeros behind it", Buffer.concat([gzipSync("{}"), Buffer.alloc(64)]), { "content-encoding": "gzip" }, 400, "invalid-request"],
  ["a gzip in a gzip", gzipSync(gzipSync("{}")), { "content-encoding": "gzip" }, 400, "invalid-request"],
  ["two encodings", gzipSync("{}"), { "content-encoding": "gzip, gzip" }, 415, "unsupported-media"],
  ["brotli", "{}", { "content-encoding": "br" }, 415, "unsupported-media"],
  ["a form", "a=b", { "content-type": "application/x-www-form-urlencoded" }, 415, "unsupported-media"],
  ["10,000 lists", `${"[".repeat(10_000)}${"]".repeat(10_000)}`, {}, 422, "unprocessable"],
  ["17 deep", `${"[".repeat(17)}${"]".repeat(17)}`, {}, 422, "unprocessable"],
  ["a list", "[]", {}, 422, "unprocessable"],
  ["another kind", "{\"schema\":\"acme/1\"}", {}, 422, "unprocessable"],
  ["a prototype", "{\"schema\":\"quiesce.inventory/1\",\"__proto__\":{\"isAdmin\":true}}", {}, 422, "unprocessable"],
  ["a newer major", JSON.stringify({ ...aSent(), schema: "quiesce.inventory/2" }), {}, 422, "newer-version"],
  ["a date 49 h ahead", JSON.stringify(aSent({ minutesAgo: -49 * 60 })), {}, 422, "dated-ahead"],
] as const)("%s is refused by its status, with place and mend, and is in quarantine", async (_name, body, headers, status, code) => {
  const { token, id } = await hostCollector();
  const answer = await told(await send(token, body, headers));
  expect(answer).toMatchObject({ status, code, mend: expect.any(String) });
  if (status !== 415) expect(answer.place).toMatch(/^(?:\/.*)?$/);
  const collector = await readCollector(pool(), id);
  expect(collector).toMatchObject({ refused: 1, lastRefusal: { code }, lastAcceptedAt: null });
  expect(await counts()).toMatchObject({ documents: 0, quarantined: status === 415 || body.length === 0 ? 0 : 1 });
  const [kept] = collector.quarantine;
  if (kept !== undefined) expect((await readQuarantined(pool(), kept.id)).text.length).toBeGreaterThan(0);
});

test("quarantine is bounded per collector, keeps one body once, and an accepted document ends the refusals", async () => {
  vi.stubEnv("QUIESCE_QUARANTINE_EACH", "3");
  const { token, id } = await hostCollector();
  for (const text of ["{", "[", "{", "x1", "x2", "x3"]) await send(token, text);
  expect((await readCollector(pool(), id)).quarantine).toHaveLength(3);
  expect(await readCollector(pool(), id)).toMatchObject({ refused: 6 });
  expect((await send(token, aSent({ sequence: 1 }))).status).toBe(202);
  expect(await readCollector(pool(), id)).toMatchObject({ refused: 0, lastRefusal: { status: 400 } });
  vi.stubEnv("QUIESCE_QUARANTINE_DAYS", "0");
  expect((await send(token, "x4")).status).toBe(400);
  expect((await readCollector(pool(), id)).quarantine).toHaveLength(3);
});

test("equal bad bodies at once are in quarantine once", async () => {
  vi.stubEnv("QUIESCE_INGEST_PARALLEL", "12");
  const { token, id } = await hostCollector();
  const answers = await Promise.all(Array.from({ length: 12 }, () => send(token, "{")));
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
  expect(await readCollector(pool(), id)).toMatchObject({ refused: 12, quarantined: 1 });
});

test.each<[string, string, (body: ReadableStreamDefaultController<Uint8Array>) => void]>([
  ["comes too slowly", "slow-body", () => undefined],
  ["is cut off", "cut-off", (body) => { setTimeout(() => { body.error(new Error("aborted")); }, 20); }],
])("a body that %s is 408 and no refusal: its sender comes again with the same", async (_name, code, end) => {
  vi.stubEnv("QUIESCE_INGEST_BODY_SECONDS", "0.2");
  const { token, id } = await hostCollector();
  const slow = await send(token, new ReadableStream<Uint8Array>({ start: (controller) => { controller.enqueue(Buffer.from("{")); end(controller); } }));
  expect([slow.headers.get("connection"), slow.headers.get("retry-after")]).toEqual(["close", "5"]);
  expect(await told(slow)).toMatchObject({ status: 408, code, mend: expect.stringContaining("Send it again") });
  expect(await readCollector(pool(), id)).toMatchObject({ lastSeenAt: expect.any(String), lastRefusedAt: null, lastRefusal: null, refused: 0, quarantined: 0 });
});

test("a collector below the minimum is told 426", async () => {
  vi.stubEnv("QUIESCE_COLLECTOR_MINIMUM", "1.4");
  vi.stubEnv("QUIESCE_COLLECTOR_WANTED", "1.5.0");
  const { token } = await hostCollector();
  const version = (text: string, sequence: number) => aSent({ sequence, bend: ({ header }) => { if (header.collector !== null) header.collector.version = text; } });
  expect(await told(await send(token, version("1.3.9", 1)))).toMatchObject({ status: 426, code: "sender-too-old" });
  expect(await (await send(token, version("1.4.0", 2))).json()).toMatchObject({ sender: { version: { wanted: "1.5.0", minimum: "1.4" } } });
});
