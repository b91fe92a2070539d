import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { appFlags } from "./node-flags.mjs";

const checkout = path.resolve(import.meta.dirname, "../..");
const patienceMs = 60_000;

/** `npm start` as a process of its own, with what it prints. */
export interface AppProcess {
  child: ChildProcess;
  printed: () => string;
  /** The exit code, or null when a signal ended it. */
  ended: Promise<number | null>;
}

/** A new folder for a test, and its removal. */
export function makeFolder(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), "quiesce-start-"));
}

/** Starts the app as `npm start` does, on a data folder, at any free port unless told. */
export function spawnApp(dataFolder: string, env: Record<string, string> = {}): AppProcess {
  const child = spawn(process.execPath, [...appFlags, "scripts/start.mjs"], {
    cwd: checkout,
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: "", HOST: "", QUIESCE_ADMIN_TOKEN: "", PORT: "0", QUIESCE_DATA: dataFolder, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stdout.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
  return { child, printed: () => text, ended: new Promise((resolve) => child.once("exit", resolve)) };
}

/** Waits for the address that the app prints. */
export async function addressOf(app: AppProcess): Promise<string> {
  const found = await until(() => /runs at (\S+)/.exec(app.printed())?.[1] ?? (app.child.exitCode === null ? undefined : "ended"));
  if (found === "ended") throw new Error(`The app ended: ${app.printed()}`);
  return found;
}

/** Asks again and again until there is an answer. */
export async function until<Answer>(ask: () => Promise<Answer | undefined> | Answer | undefined): Promise<Answer> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error("Nothing happened within a minute.");
    await sleep(50);
  }
}
