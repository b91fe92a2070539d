import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AppProcess, addressOf, makeFolder, spawnApp, until } from "./app-process";
import { isProcess } from "./lock.mjs";
import { readPidFile } from "./postgres-orphan.mjs";

let folder = "";
let apps: AppProcess[] = [];

function start(env: Record<string, string> = {}): AppProcess {
  const app = spawnApp(folder, env);
  apps.push(app);
  return app;
}

beforeEach(() => {
  folder = makeFolder();
  apps = [];
});

afterEach(async () => {
  for (const app of apps) app.child.kill("SIGTERM");
  await Promise.all(apps.map((app) => app.ended));
  const left = postgresPid();
  if (left !== undefined && isProcess(left)) process.kill(left, "SIGKILL");
  fs.rmSync(folder, { recursive: true, force: true });
});

function postgresPid(): number | undefined {
  return readPidFile(path.join(folder, "postgres"))?.pid;
}

function databaseUrl(): string {
  return JSON.parse(fs.readFileSync(path.join(folder, "app.json"), "utf8")).databaseUrl;
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The status of the sign-in page, which needs no database; 0 when nobody answers. */
async function statusAt(url: string): Promise<number> {
  try {
    return (await fetch(`${url}/sign-in`)).status;
  } catch {
    return 0;
  }
}

async function killAndWait(app: AppProcess): Promise<void> {
  app.child.kill("SIGKILL");
  await app.ended;
}

describe("start and stop", () => {
  test("it serves, keeps its secrets to its user, and Ctrl-C ends everything", async () => {
    const app = start();
    const url = await addressOf(app);
    expect([await statusAt(url), (await fetch(`${url}/api/health/ready`)).status]).toEqual([200, 200]);
    for (const file of ["app.json", "postgres.json"]) {
      expect(fs.statSync(path.join(folder, file)).mode & 0o077, file).toBe(process.platform === "win32" ? expect.any(Number) : 0);
    }
    const database = databaseUrl();
    app.child.kill("SIGINT");
    expect(await app.ended).toBe(0);
    expect(await statusAt(url)).toBe(0);
    expect(fs.existsSync(path.join(folder, "app.json"))).toBe(false);
    await expect(new pg.Client({ connectionString: database }).connect()).rejects.toThrow("ECONNREFUSED");
  });

  test("a second start on the same folder is refused in one sentence while the first lives", async () => {
    const url = await addressOf(start());
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.printed()).toBe(
      `The folder ${folder} is in use by the Quiesce process ${apps[0]?.child.pid} at ${url}; stop that one or set QUIESCE_DATA to another folder.\n`,
    );
    expect(await statusAt(url)).toBe(200);
  });

  test("a lock file whose process number is another program's by now does not keep it from starting", async () => {
    const forged = { pid: process.pid, nonce: "0".repeat(32), probePort: 1, startedAt: "2026-01-01T00:00:00Z", url: "http://localhost:1" };
    fs.writeFileSync(path.join(folder, "app.json"), JSON.stringify(forged));
    expect(await statusAt(await addressOf(start()))).toBe(200);
  });
});

describe("what asks", () => {
  test("a method that Next does not have is 405, and who fails to enrol is counted by the address of the connection", async () => {
    const url = (await addressOf(start())).replace("localhost", "127.0.0.1");
    const statusOf = (method: string, path: string) => new Promise<[number | undefined, string | undefined]>((resolve, reject) => {
      http.request(`${url}${path}`, { method, agent: false }, (answer) => { answer.resume().on("end", () => { resolve([answer.statusCode, answer.headers.allow]); }); }).on("error", reject).end();
    });
    for (const method of ["TRACE", "PROPFIND", "GET"]) expect(await statusOf(method, "/api/v1/inventories"), method).toEqual([405, "POST"]);
    const headers = { "content-type": "application/json", "x-forwarded-for": "203.0.113.9" };
    const body = JSON.stringify({ code: "qec_wrong", kind: "host", name: "HV1", installId: "7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4" });
    expect((await fetch(`${url}/api/v1/collectors/enrol`, { method: "POST", headers, body })).status).toBe(401);
    expect(await query(`SELECT key FROM "quiesce_limits"."enrolments" ORDER BY key`)).toEqual([{ key: "address:127.0.0.1" }, { key: "all:all" }]);
  });
});

describe("with an admin token", () => {
  test("a page sends to the sign-in page, under the name by which it was asked; the cookie or the token opens it", async () => {
    const url = (await addressOf(start({ QUIESCE_ADMIN_TOKEN: "a secret" }))).replace("localhost", "127.0.0.1");
    const asked = await fetch(`${url}/vms?q=a`, { redirect: "manual" });
    expect(asked.status).toBe(307);
    expect(new URL(asked.headers.get("location") ?? "", url).href).toBe(`${url}/sign-in?next=%2Fvms%3Fq%3Da`);
    const signIn = await fetch(`${url}/api/v1/session`, { method: "POST", body: new URLSearchParams({ token: "a secret", next: "/vms" }), redirect: "manual" });
    const cookie = signIn.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect((await fetch(`${url}/requirements`, { headers: { cookie }, redirect: "manual" })).status).toBe(200);
    expect((await fetch(`${url}/requirements`, { headers: { cookie: `${cookie}0` }, redirect: "manual" })).status).toBe(307);
    expect((await fetch(`${url}/requirements`, { headers: { authorization: "Bearer a secret" }, redirect: "manual" })).status).toBe(200);
  });
});

describe("after kill -9", () => {
  test.each(["the app", "PostgreSQL", "both"])("of %s, what was acknowledged is there and the app answers", async (which) => {
    const app = start();
    const url = await addressOf(app);
    await query("CREATE TABLE kept (word text)");
    await query("INSERT INTO kept VALUES ('acknowledged')");
    const orphan = postgresPid();
    if (which !== "the app" && orphan !== undefined) process.kill(orphan, "SIGKILL");
    if (which !== "PostgreSQL") await killAndWait(app);
    const again = which === "PostgreSQL" ? url : await addressOf(start());
    const rows = await until(() => query("SELECT word FROM kept").catch(() => undefined));
    expect(rows).toEqual([{ word: "acknowledged" }]);
    expect(await statusAt(again)).toBe(200);
    expect(postgresPid()).not.toBe(orphan);
  });

  test("a pid file of PostgreSQL whose number is another program's by now does not keep it from starting", async () => {
    await killAndWait(await running());
    const pid = postgresPid();
    if (pid === undefined) throw new Error("PostgreSQL left no pid file.");
    process.kill(pid, "SIGKILL");
    await until(() => (isProcess(pid) ? undefined : true));
    const file = path.join(folder, "postgres/postmaster.pid");
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace(/^\d+/, String(process.pid)));
    expect(await statusAt(await addressOf(start()))).toBe(200);
  });
});

async function running(): Promise<AppProcess> {
  const app = start();
  await addressOf(app);
  return app;
}

describe("refusals: one sentence, exit code 1", () => {
  test.each([
    ["HOST that others reach, without a token", { HOST: "0.0.0.0" }, /^HOST is 0\.0\.0\.0, .* QUIESCE_ADMIN_TOKEN .*\.$/],
    ["a database that does not answer, its password untold", { DATABASE_URL: "postgresql://me:hidden@127.0.0.1:1/estate" }, /^The database of DATABASE_URL \(127\.0\.0\.1:1\/estate\) cannot be reached: (?!.*hidden).*\.$/],
    ["a port that is none", { PORT: "70000" }, /^PORT is "70000", which is not a port number from 0 to 65535\.$/],
    ["a DATABASE_URL of another kind, its password untold", { DATABASE_URL: "mysql://me:hidden@db/estate" }, /^DATABASE_URL is not the address of a PostgreSQL, such as postgresql:\/\/.*\.$/],
    ["a pool that is no number", { DATABASE_POOL: "many" }, /^DATABASE_POOL is "many", which is not a whole number from 1 to 100\.$/],
    ["an import limit that is no number", { QUIESCE_IMPORT_LIMIT: "256 MB" }, /^QUIESCE_IMPORT_LIMIT is "256 MB", which is not a whole number from 1 to \d+\.$/],
    ["a proxy that is trusted by another word", { QUIESCE_TRUST_PROXY: "yes" }, /^QUIESCE_TRUST_PROXY is "yes", which is neither 0 nor 1\.$/],
    ["a data folder below a file", { QUIESCE_DATA: path.join(import.meta.filename, "data") }, /^The data folder .* cannot be written .*\.$/],
  ])("%s", async (_, env, sentence) => {
    const app = start(env);
    expect(await app.ended).toBe(1);
    expect(app.printed().trimEnd()).toMatch(sentence);
    expect(app.printed().trimEnd()).not.toContain("\n");
  });

  test("a port in use", async () => {
    const other = http.createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const app = start({ PORT: String(port) });
    expect(await app.ended).toBe(1);
    expect(app.printed()).toBe(`Port ${port} on 127.0.0.1 is in use by another program; stop it or set PORT to another number.\n`);
    other.close();
  });
});
