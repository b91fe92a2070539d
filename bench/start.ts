import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../scripts/start/free-port.mjs";
import { runPostgres } from "../scripts/start/postgres.mjs";
import { addressOf, spawnApp } from "../scripts/start/app-process";
import { atMost, type Figure, inWords } from "./figure";
import { median } from "./measure";

const checkout = path.resolve(import.meta.dirname, "..");
const PATIENCE = 60_000;

async function firstPage(url: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok === true) return;
    if (Date.now() > deadline) throw new Error(`${url} gives no page within a minute.`);
    await sleep(5);
  }
}

/** `npm start` on a data folder that is there, until its first page. Milliseconds. */
async function startWhole(dataFolder: string): Promise<number> {
  const port = await freePort();
  const started = performance.now();
  const app = spawnApp(dataFolder, { PORT: String(port) });
  try {
    await addressOf(app);
    await firstPage(`http://127.0.0.1:${port}/`);
    return performance.now() - started;
  } finally {
    app.child.kill("SIGTERM");
    await app.ended;
  }
}

/** The embedded PostgreSQL, then `next start` alone until the same page. Milliseconds. */
async function startBare(dataFolder: string): Promise<number> {
  const port = await freePort();
  const started = performance.now();
  const postgres = await runPostgres({ dataFolder, say: () => undefined });
  const next = spawn(process.execPath, [path.join(checkout, "node_modules/next/dist/bin/next"), "start", "-p", String(port), "-H", "127.0.0.1"], {
    cwd: checkout, stdio: "ignore", env: { ...process.env, NODE_ENV: "production", DATABASE_URL: postgres.url, QUIESCE_DATA: dataFolder },
  });
  const ended = new Promise((resolve) => next.once("exit", resolve));
  try {
    await firstPage(`http://127.0.0.1:${port}/`);
    return performance.now() - started;
  } finally {
    next.kill("SIGTERM");
    await ended;
    await postgres.stop();
  }
}

/** From the command to the first page, installed, built and migrated, against its two parts alone. */
export async function benchStart(options: { rounds: number }): Promise<Figure[]> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "quiesce-bench-start-"));
  const whole: number[] = [];
  const bare: number[] = [];
  try {
    await startWhole(dataFolder);
    for (let round = 0; round < options.rounds; round += 1) {
      whole.push(await startWhole(dataFolder));
      bare.push(await startBare(dataFolder));
    }
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
  const ratio = median(whole.map((time, index) => time / (bare[index] ?? Number.NaN)));
  return [{
    figure: "start", what: `scripts/start.mjs to the first page, median of ${options.rounds}`, value: `${inWords(median(whole))} ms`,
    floor: `PostgreSQL, then next start: ${inWords(median(bare))} ms`, ...atMost(ratio, 1.5),
  }];
}
