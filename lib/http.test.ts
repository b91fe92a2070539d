import fs from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { AppError, errorKinds } from "./errors";
import { notAllowed, readJson, route } from "./http";

const address = "http://localhost:3000/api/v1/thing";
const ours = { host: "localhost:3000" };

function post(body: string, headers: Record<string, string> = {}): Request {
  return new Request(address, { method: "POST", body, headers: { ...ours, "content-type": "application/json", ...headers } });
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("an AppError becomes a problem document with its status, its sentence and its members", async () => {
  const answer = await route(() => {
    throw new AppError("not-found", "No VM has this id.", { members: { place: "id" } });
  })(new Request(address, { headers: ours }), undefined);
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toEqual({
    type: "urn:quiesce:problem:not-found", title: errorKinds["not-found"].title, status: 404, detail: "No VM has this id.", code: "not-found", place: "id",
  });
});

test("a bug is logged under a number and tells only the number", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const answer = await route(() => {
    throw new TypeError("secret detail");
  })(new Request(address, { headers: ours }), undefined);
  const text = await answer.text();
  expect(answer.status).toBe(500);
  expect(text).not.toContain("secret");
  const id = /urn:uuid:([0-9a-f-]{36})/.exec(text)?.[1];
  expect(id).toBeDefined();
  expect(logged).toHaveBeenCalledWith(`Fault ${id}:`, expect.any(TypeError));
});

test.each([
  ...["ECONNREFUSED", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH", "ENETDOWN"].map((code) => Object.assign(new Error(`connect ${code}`), { code })),
  // The connection broke between two statements of one transaction.
  new Error("Client has encountered a connection error and is not queryable"),
])("a lost database (%s) is 503 with a time to come back, also when wrapped", async (lost) => {
  const answer = await route(() => {
    throw new Error("query failed", { cause: lost });
  })(new Request(address, { headers: ours }), undefined);
  expect(answer.status).toBe(503);
  expect(answer.headers.get("retry-after")).toBe("2");
});

test("a foreign host and a foreign page are refused before the handler runs", async () => {
  const handler = vi.fn(() => new Response("done"));
  const guarded = route(handler);
  expect((await guarded(new Request(address, { headers: { host: "evil.example" } }), undefined)).status).toBe(403);
  expect((await guarded(post("{}", { origin: "https://evil.example" }), undefined)).status).toBe(403);
  expect(handler).not.toHaveBeenCalled();
  expect((await guarded(post("{}"), undefined)).status).toBe(200);
});

test("with an admin token set, a request without it is 401 and names the way", async () => {
  vi.stubEnv("QUIESCE_ADMIN_TOKEN", "correct horse");
  const guarded = route(() => new Response("done"));
  const answer = await guarded(new Request(address, { headers: ours }), undefined);
  expect(answer.status).toBe(401);
  expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer/);
  expect((await guarded(new Request(address, { headers: { ...ours, authorization: "Bearer correct horse" } }), undefined)).status).toBe(200);
});

test("a body is read with its type, its size and its shape checked, and the place named", async () => {
  const schema = z.object({ policy: z.object({ floor: z.number() }) });
  expect(await readJson(post('{"policy":{"floor":1}}'), schema)).toEqual({ policy: { floor: 1 } });
  await expect(readJson(post('{"policy":{"floor":"1"}}'), schema)).rejects.toMatchObject({ code: "invalid-request", members: { place: "body.policy.floor" } });
  await expect(readJson(post("{"), schema)).rejects.toMatchObject({ code: "invalid-request", members: { place: "body" } });
  await expect(readJson(post("{}", { "content-type": "text/plain" }), schema)).rejects.toMatchObject({ code: "unsupported-media" });
  await expect(readJson(post(JSON.stringify("x".repeat(200))), schema, 100)).rejects.toMatchObject({ code: "too-large" });
});

test("a method that an address does not have is told which it has, before any credential is asked for", async () => {
  const { PUT } = notAllowed("GET", "POST");
  const answer = await PUT(new Request(address, { method: "PUT", headers: ours }), undefined);
  expect([answer.status, answer.headers.get("allow"), answer.headers.get("content-type")]).toEqual([405, "GET, POST", "application/problem+json"]);
  expect(await answer.json()).toMatchObject({ code: "method-not-allowed", mend: "Send GET or POST." });
});

test("every API route is wrapped, and answers every method", () => {
  const folder = path.resolve(import.meta.dirname, "../app");
  const files = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => path.basename(file) === "route.ts");
  expect(files.length).toBeGreaterThan(30);
  for (const file of files) {
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    const exported = text.match(/^export (?:const|async function|function) (?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b.*$/gm) ?? [];
    expect(exported.length, file).toBeGreaterThan(0);
    for (const line of exported) expect(line, file).toMatch(/= route(?:<.*>)?\(/);
    const [, others = "", allowed = ""] = /^export const \{ (.*) \} = notAllowed\((.*)\);$/m.exec(text) ?? [];
    const own = exported.map((line) => / ([A-Z]+) =/.exec(line)?.[1] ?? "");
    if (allowed !== "") expect(allowed.split(", ").map((method) => method.replaceAll('"', "")).sort(), file).toEqual([...own].sort());
    expect([...own, ...others.split(", ").filter((method) => method !== "")].sort(), file).toEqual(["DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT"]);
  }
});
