import crypto from "node:crypto";
import fs from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { hostNameOf, type SimulationOptions } from "@/lib/simulate/history";
import type { Credential } from "@/lib/simulate/run";
import { addressOf, type AppProcess, makeFolder, spawnApp, until } from "../scripts/start/app-process";
import { freePort } from "../scripts/start/free-port.mjs";
import { readPidFile } from "../scripts/start/postgres-orphan.mjs";
import { runPostgres } from "../scripts/start/postgres.mjs";

const ADMIN = "faults-admin-token";
/** Longest wait for one answer of app or database, and for one of them to stop. */
const ANSWER_MS = 60_000;
const STOP_MS = 30_000;
const atMost = (work: Promise<unknown> | undefined) => Promise.race([work, sleep(STOP_MS, undefined, { ref: false })]);

/** The command line of a process, so that a number given anew is not mistaken; empty where this system does not tell. */
function commandOf(pid: number): string {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
const quiet = { say: () => undefined };

/** The app as `npm start` runs it, with a PostgreSQL of its own; both can be killed. Loopback only. */
export class Lab {
  /** Those that are not closed yet. */
  private static readonly opened = new Set<Lab>();
  readonly url: string;
  private app: AppProcess | null = null;
  private readonly others: AppProcess[] = [];
  private postgres: Awaited<ReturnType<typeof runPostgres>> | null = null;

  private constructor(readonly folder: string, private readonly port: number, private readonly env: Record<string, string>, private readonly ownDatabase: boolean) {
    this.url = `http://127.0.0.1:${port}`;
    Lab.opened.add(this);
  }

  /**
   * @param ownDatabase the database is kept by this process instead of the app, so that it can stay away
   * @param flags of the database server, where it is kept by this process
   */
  static async open({ ownDatabase = false, flags = [], env = {}, folder = makeFolder() }: { ownDatabase?: boolean; flags?: string[]; env?: Record<string, string>; folder?: string } = {}): Promise<Lab> {
    const lab = new Lab(folder, await freePort(), { QUIESCE_ADMIN_TOKEN: ADMIN, QUIESCE_PEPPER: `1:${crypto.randomBytes(32).toString("hex")}`, ...env }, ownDatabase);
    try {
      if (ownDatabase) await lab.startDatabase(flags);
      await lab.startApp();
      return lab;
    } catch (error) {
      await lab.close();
      throw error;
    }
  }
  /** Ends at once what situations left behind. */
  static killAll(): void {
    for (const lab of Lab.opened) lab.kill();
  }

  /** Address of the database; needs a lab that was started. */
  get databaseUrl(): string {
    if (this.postgres !== null) return this.postgres.url;
    const lock = JSON.parse(fs.readFileSync(path.join(this.folder, "app.json"), "utf8")) as { databaseUrl: string };
    return lock.databaseUrl;
  }
  get appPid(): number {
    return this.app?.child.pid ?? 0;
  }
  get printed(): string {
    return this.app?.printed() ?? "";
  }
  get appRuns(): boolean {
    return this.app !== null && this.app.child.exitCode === null && this.app.child.signalCode === null;
  }

  async startDatabase(flags: string[] = []): Promise<void> {
    fs.mkdirSync(this.databaseFolder, { recursive: true });
    // The server runs as a user of its own when this process is root's.
    fs.chmodSync(this.folder, 0o755);
    this.postgres = await runPostgres({ dataFolder: this.databaseFolder, ...quiet, flags });
  }
  async stopDatabase(): Promise<void> {
    await this.postgres?.stop();
  }
  async startApp(): Promise<void> {
    const database: Record<string, string> = this.ownDatabase && this.postgres !== null ? { DATABASE_URL: this.postgres.url } : {};
    this.app = spawnApp(this.folder, { ...this.env, ...database, PORT: String(this.port), HOST: "127.0.0.1" });
    await addressOf(this.app);
  }
  /** A second instance of the app on the same database, with the same settings and a folder of its own. */
  async second(): Promise<{ url: string; stop(): Promise<void> }> {
    const port = await freePort();
    const folder = makeFolder();
    const app = spawnApp(folder, { ...this.env, DATABASE_URL: this.databaseUrl, PORT: String(port), HOST: "127.0.0.1" });
    this.others.push(app);
    await addressOf(app);
    return {
      url: `http://127.0.0.1:${port}`,
      async stop() {
        app.child.kill("SIGTERM");
        await atMost(app.ended);
        await rm(folder, { recursive: true, force: true });
      },
    };
  }
  async killApp(): Promise<void> {
    this.app?.child.kill("SIGKILL");
    await this.app?.ended;
  }
  /** `kill -9` of the server process; what keeps it starts it again. */
  killDatabase(): void {
    const running = readPidFile(path.join(this.databaseFolder, "postgres"));
    if (running !== undefined) process.kill(running.pid, "SIGKILL");
  }
  get databaseFolder(): string {
    return this.ownDatabase ? path.join(this.folder, "database") : this.folder;
  }

  async call<Answer>(address: string, method = "GET", body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.url}${address}`, {
      method, signal: AbortSignal.timeout(ANSWER_MS), headers: { authorization: `Bearer ${ADMIN}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${address} answered ${response.status}: ${text.slice(0, 300)}`);
    return JSON.parse(text) as Answer;
  }
  /** A page as a signed-in browser gets it. */
  page(address: string, signal?: AbortSignal): Promise<Response> {
    return fetch(`${this.url}${address}`, { headers: { authorization: `Bearer ${ADMIN}`, accept: "text/html" }, redirect: "manual", signal: signal ?? AbortSignal.timeout(ANSWER_MS) });
  }

  /** One collector for each host of a simulation. */
  async enrol(simulation: SimulationOptions): Promise<Credential[]> {
    const credentials: Credential[] = [];
    for (let number = 0; number < simulation.hosts; number += 1) {
      const host = hostNameOf(simulation, number);
      const made = await this.call<{ token: string; epoch: number | string }>("/api/v1/collectors", "POST", { kind: "host", name: host });
      credentials.push({ host, token: made.token, epoch: Number(made.epoch) });
    }
    return credentials;
  }
  /** One query on the database, beside the app. */
  async query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.databaseUrl, connectionTimeoutMillis: 10_000, query_timeout: ANSWER_MS });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return (await client.query<Row>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  }
  /** Waits until no inventory waits to be judged. @returns milliseconds, or null when `limitMs` passed or the signal was given before */
  async judged(limitMs: number, signal?: AbortSignal): Promise<number | null> {
    const started = Date.now();
    for (;;) {
      const waiting = await this.query<{ count: number }>(`SELECT count(*)::int AS "count" FROM "Document" WHERE "foldedAt" IS NULL`).catch(() => undefined);
      if (waiting?.[0]?.count === 0) return Date.now() - started;
      if (Date.now() - started > limitMs || signal?.aborted === true) return null;
      await sleep(100);
    }
  }
  /** Until the app says that it is ready again. */
  async ready(): Promise<void> {
    await until(async () => ((await fetch(`${this.url}/api/health/ready`, { signal: AbortSignal.timeout(10_000) }).catch(() => null))?.status === 200 ? true : undefined));
  }

  async close(): Promise<void> {
    if (this.appRuns) {
      this.app?.child.kill("SIGTERM");
      await atMost(this.app?.ended);
    }
    await atMost(this.postgres?.stop());
    this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
  /** What still runs when it should not: an app that does not stop, and the database that a dead one leaves. */
  private kill(): void {
    Lab.opened.delete(this);
    for (const app of [this.app, ...this.others]) app?.child.kill("SIGKILL");
    const left = readPidFile(path.join(this.databaseFolder, "postgres"));
    if (left !== undefined && commandOf(left.pid).includes(this.folder)) process.kill(left.pid, "SIGKILL");
  }
}
