import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { makeFolder, until } from "./app-process";
import { runPostgres } from "./postgres.mjs";
import { readPidFile } from "./postgres-orphan.mjs";

const folder = makeFolder();
const blocker = net.createServer((socket) => socket.destroy());
afterEach(async () => {
  await new Promise((resolve) => blocker.close(resolve));
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Takes a port as soon as it is free. */
async function takePort(port: number): Promise<void> {
  for (;;) {
    const taken = await new Promise<boolean>((resolve) => {
      blocker.once("error", () => { resolve(false); });
      blocker.listen(port, "127.0.0.1", () => { resolve(true); });
    });
    blocker.removeAllListeners("error");
    if (taken) return;
    await sleep(1);
  }
}

test("a stop does not wait for a database that cannot be started again", async () => {
  fs.chmodSync(folder, 0o755);
  const said: string[] = [];
  const server = await runPostgres({ dataFolder: folder, say: (line) => said.push(line) });
  const pid = readPidFile(path.join(folder, "postgres"))?.pid ?? 0;
  process.kill(pid, "SIGKILL");
  await takePort(Number(new URL(server.url).port));
  await until(() => said.find((line) => line.includes("starting it again")));
  await server.stop();
  expect(said.filter((line) => line.includes("runs again") || line.includes("cannot be started"))).toEqual([]);
});
