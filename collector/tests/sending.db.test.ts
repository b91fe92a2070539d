import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, type TestContext, test } from "vitest";
import { z } from "zod";
import { POST as enrol } from "@/app/api/v1/collectors/enrol/route";
import { POST as receive } from "@/app/api/v1/inventories/route";
import { createCode } from "@/lib/collectors/codes";
import { revokeCollector } from "@/lib/collectors/manage";
import { pool } from "@/lib/db/client";
import { aSent, clearDoor, counts } from "@/lib/ingest/door/testing";
import { moduleFile, runScript } from "./shell";

// The collector's own code on PowerShell's engine, a TLS endpoint, and the real door with a real database behind it.
const SENDING = path.join(import.meta.dirname, "sending");
/** .NET takes another trust store for one process by this variable on Linux only; elsewhere it would be the machine's own. */
const canTrust = process.platform === "linux";
const runSchema = z.object({ Outcome: z.string(), ExitCode: z.number(), Sent: z.number(), Waiting: z.number(), Rejected: z.number(), Dropped: z.number(), Text: z.string() });
const registeredSchema = z.object({ CollectorId: z.string(), State: z.string(), Run: runSchema });
const errorSchema = z.object({ error: z.string() });

let folder = "";
let home = "";
let server = "";
let document = "";
let thumbprints = { leaf: "", authority: "" };
let door: https.Server;
const requests: { url: string; bytes: number; authorization: string }[] = [];
let interceptor: ((url: string) => number | null) | null = null;

async function toRoute(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  requests.push({ url: request.url ?? "", bytes: body.length, authorization: request.headers.authorization ?? "" });
  const stopped = interceptor?.(request.url ?? "") ?? null;
  if (stopped !== null) { response.writeHead(stopped).end(); return; }
  const asked = new Request(`https://localhost${request.url ?? ""}`, { method: "POST", body, headers: Object.entries(request.headers).flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as [string, string]] : [])) });
  const answered = await (request.url === "/api/v1/collectors/enrol" ? enrol : receive)(asked, undefined);
  response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(Buffer.from(await answered.arrayBuffer()));
}

async function run<T>(context: TestContext, schema: z.ZodType<T>, parameters: Record<string, string>, trusted = true): Promise<T> {
  const env = { QUIESCE_COLLECTOR_HOME: home, SSL_CERT_FILE: path.join(folder, trusted ? "authority.pem" : "none.pem"), SSL_CERT_DIR: path.join(folder, "none") };
  const { code, lines, stderr } = await runScript(context, path.join(SENDING, "run.ps1"), { Module: moduleFile, Document: document, ...parameters }, env);
  expect(`${code} ${stderr}`).toBe("0 ");
  return schema.parse(JSON.parse(lines.at(-1) ?? "null"));
}

async function newCode(): Promise<string> {
  const { code } = await createCode(pool(), { scope: "Site A", kind: "host", maxUses: 1, autoApprove: true, intervalSeconds: 900, expiresInHours: 1 }, Date.now());
  return code;
}
const register = async (context: TestContext, more: Record<string, string> = {}) => run(context, registeredSchema, { Do: "register", Server: server, Code: await newCode(), ...more });

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "quiesce-sending-"));
});
afterAll(() => {
  if (server !== "") door.close();
  fs.rmSync(folder, { recursive: true, force: true });
});
beforeEach(async (context) => {
  if (!canTrust) context.skip("a certificate of the test is only trusted on Linux");
  if (thumbprints.leaf === "") {
    const { code, lines, stderr } = await runScript(context, path.join(SENDING, "certificates.ps1"), { Out: folder });
    expect(`${code} ${stderr}`).toBe("0 ");
    thumbprints = z.object({ leaf: z.string(), authority: z.string() }).parse(JSON.parse(lines[0] ?? "null"));
    const options = { key: fs.readFileSync(path.join(folder, "leaf.key")), cert: fs.readFileSync(path.join(folder, "leaf.pem")) };
    door = https.createServer(options, (request, response) => { void toRoute(request, response); });
    await new Promise<void>((resolve) => { door.listen(0, "localhost", resolve); });
    server = `https://localhost:${(door.address() as AddressInfo).port}`;
  }
  await clearDoor();
  home = fs.mkdtempSync(path.join(folder, "home-"));
  document = path.join(folder, "document.json");
  fs.writeFileSync(document, JSON.stringify(aSent({ host: "HV01", sequence: 1 })));
  requests.length = 0;
  interceptor = null;
});

test("a host enrols over TLS, sends, and the same bytes again are known", { timeout: 300_000 }, async (context) => {
  const registered = await register(context, { Pin: thumbprints.authority });
  expect(registered).toMatchObject({ State: "active", Run: { Outcome: "sent", ExitCode: 0, Sent: 1, Waiting: 0 } });
  expect(await counts()).toMatchObject({ documents: 1 });
  expect(requests.map(({ url }) => url)).toEqual(["/api/v1/collectors/enrol", "/api/v1/inventories"]);

  // The answer to the second document is lost on the way: the server has it, the collector does not know.
  await run(context, z.unknown(), { Do: "spool" });
  const spooled = fs.readdirSync(path.join(home, "spool"));
  const copies = spooled.map((name) => [name, fs.readFileSync(path.join(home, "spool", name))] as const);
  expect(await run(context, runSchema, { Do: "send" })).toMatchObject({ Outcome: "sent", Sent: 1 });
  for (const [name, bytes] of copies) fs.writeFileSync(path.join(home, "spool", name), bytes);
  expect(await run(context, runSchema, { Do: "send" })).toMatchObject({ Outcome: "sent", Sent: 1 });
  expect(await counts()).toMatchObject({ documents: 2 });
});

test("a server that is away for long gets what waited, newest first, and is told of the drops", { timeout: 300_000 }, async (context) => {
  await register(context);
  interceptor = () => 503;
  expect(await run(context, runSchema, { Do: "collect", Force: "1" })).toMatchObject({ Outcome: "no-contact", ExitCode: 10, Waiting: 1 });
  // 24 more than the spool keeps, as after days; made by copies, because each run takes a second.
  const spool = path.join(home, "spool");
  const [only = ""] = fs.readdirSync(spool);
  const bytes = fs.readFileSync(path.join(spool, only));
  for (let age = 1; age <= 24; age++) {
    const stamp = new Date(Date.now() - age * 3_600_000).toISOString().replaceAll(/[-:.]/g, "");
    fs.writeFileSync(path.join(spool, `${stamp}-1-0-0-older_${age}.json.gz`), bytes);
  }
  expect(await run(context, runSchema, { Do: "send" })).toMatchObject({ Outcome: "no-contact", Waiting: 24, Dropped: 1 });
  for (const name of fs.readdirSync(spool).filter((file) => file.includes("older_"))) fs.rmSync(path.join(spool, name));
  interceptor = null;
  expect(await run(context, runSchema, { Do: "collect" })).toMatchObject({ Outcome: "sent", Sent: 2, Waiting: 0 });
  const { rows } = await pool().query<{ sequence: string }>(`SELECT "sequence" FROM "Document" ORDER BY "receivedAt"`);
  expect(rows.map(({ sequence }) => sequence)).toEqual(["1", "3", "2"]);
  expect(await pool().query(`SELECT "dropped" FROM "Collector"`).then(({ rows: [row] }) => row as { dropped: number })).toMatchObject({ dropped: 1 });
});

test("nothing is sent to a server whose certificate is not trusted, or is not the pinned one", { timeout: 300_000 }, async (context) => {
  const code = await newCode();
  const untrusted = await run(context, errorSchema, { Do: "register", Server: server, Code: code }, false);
  expect(untrusted.error).toContain("certificate or protocol is refused");
  const other = await run(context, errorSchema, { Do: "register", Server: server, Code: code, Pin: "ab".repeat(32) });
  expect(other.error).toContain("is not the pinned one");
  expect(other.error).toContain(thumbprints.leaf.replaceAll(":", "").toLowerCase());
  expect(requests).toEqual([]);
  expect(await run(context, registeredSchema, { Do: "register", Server: server, Code: code, Pin: thumbprints.leaf })).toMatchObject({ Run: { Sent: 1 } });
});

test("a pinned request goes through a proxy, which sees nothing of it", { timeout: 300_000 }, async (context) => {
  const seen: Buffer[] = [];
  const proxy = http.createServer();
  proxy.on("connect", (request: http.IncomingMessage, client: net.Socket) => {
    const [host = "", port = ""] = (request.url ?? "").split(":");
    const onward = net.connect(Number(port), host, () => { client.write("HTTP/1.1 200 OK\r\n\r\n"); onward.pipe(client); client.pipe(onward); });
    client.on("data", (data: Buffer) => seen.push(data));
    for (const socket of [client, onward]) socket.on("error", () => { client.destroy(); onward.destroy(); });
  });
  await new Promise<void>((resolve) => { proxy.listen(0, "localhost", resolve); });
  try {
    const address = `http://localhost:${(proxy.address() as AddressInfo).port}`;
    expect(await register(context, { Pin: thumbprints.leaf, Proxy: address })).toMatchObject({ Run: { Outcome: "sent" } });
    const token = requests.at(-1)?.authorization ?? "";
    expect(token).toMatch(/^Bearer qsc_/);
    expect(seen.length).toBeGreaterThan(0);
    expect(Buffer.concat(seen).includes(token)).toBe(false);
  } finally { proxy.close(); }
});

test("a revoked collector is quiet after one refusal and keeps its documents", { timeout: 300_000 }, async (context) => {
  const { CollectorId } = await register(context);
  await revokeCollector(pool(), CollectorId, Date.now());
  expect(await run(context, runSchema, { Do: "collect" })).toMatchObject({ Outcome: "not-let-in", ExitCode: 11, Waiting: 1 });
  const asked = requests.length;
  expect(await run(context, runSchema, { Do: "collect" })).toMatchObject({ Outcome: "quiet", ExitCode: 15, Waiting: 2 });
  expect(requests).toHaveLength(asked);
});

test("a document that the server refuses is kept once, with the answer, and not sent again", { timeout: 300_000 }, async (context) => {
  await register(context);
  fs.writeFileSync(document, JSON.stringify({ ...aSent({ host: "HV01", sequence: 1 }), schema: "quiesce.inventory/9" }));
  expect(await run(context, runSchema, { Do: "collect" })).toMatchObject({ Outcome: "rejected", ExitCode: 13, Waiting: 0, Rejected: 1 });
  expect(fs.readdirSync(path.join(home, "rejected")).filter((name) => name.endsWith(".json.gz"))).toHaveLength(1);
  expect(fs.readFileSync(path.join(home, "rejected/last-answer.txt"), "utf8")).toMatch(/^HTTP 422/);
});
