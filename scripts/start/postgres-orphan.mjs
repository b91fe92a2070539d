import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isProcess } from "./lock.mjs";
import { clusterUrl } from "./postgres-cluster.mjs";
import { Refusal, codeOf } from "./refusal.mjs";

const stopLimitMs = 60_000;

/**
 * Stops a server that still runs on the cluster, as after `kill -9` of the app that started it,
 * and clears the way when only its pid file is left. Call it with the data folder locked.
 * @param {import("./postgres-cluster.mjs").Cluster} cluster
 */
export async function stopOrphan(cluster) {
  const left = readPidFile(cluster.directory);
  if (left === undefined || !isProcess(left.pid)) return;
  if (await isOurs(cluster, left)) {
    await stopServer(cluster, left.pid);
  } else {
    disownPidFile(cluster.directory);
  }
}

/**
 * Stops the server and waits for its end: open transactions are rolled back, files are synced.
 * @param {import("./postgres-cluster.mjs").Cluster} cluster
 * @param {number} pid of the postmaster
 * @throws {Refusal} when it does not end
 */
export async function stopServer(cluster, pid) {
  if (process.platform === "win32") {
    spawnSync(cluster.binaries.pgCtl, ["stop", "-m", "fast", "-w", "-D", cluster.directory], { stdio: "ignore", windowsHide: true });
  } else {
    signal(pid, "SIGINT");
  }
  const deadline = Date.now() + stopLimitMs;
  while (readPidFile(cluster.directory)?.pid === pid && isProcess(pid)) {
    if (Date.now() > deadline) {
      throw new Refusal(`The embedded database (process ${pid}) does not stop; ${cluster.logFile} says more.`);
    }
    await sleep(20);
  }
}

/**
 * The first lines of postmaster.pid.
 * @param {string} directory
 * @returns {{ pid: number, port: number } | undefined}
 */
export function readPidFile(directory) {
  try {
    const [pid, , , port] = fs.readFileSync(path.join(directory, "postmaster.pid"), "utf8").split("\n").map(Number);
    return pid !== undefined && pid > 0 ? { pid, port: port ?? 0 } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether the process of the pid file is a server on this cluster and not a stranger that has got
 * its number since: only ours knows our random password.
 * @param {import("./postgres-cluster.mjs").Cluster} cluster
 * @param {{ pid: number, port: number }} left
 */
async function isOurs(cluster, left) {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const code = await connectCode(clusterUrl({ ...cluster, port: left.port }, "postgres"));
    if (code === "") return true;
    // 57P03: it starts or stops and answers no questions yet.
    if (code !== "57P03") return false;
    await sleep(200);
  }
  return true;
}

/**
 * @param {string} url
 * @returns {Promise<string>} "" when connected, else the error's code
 */
async function connectCode(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return "";
  } catch (error) {
    return codeOf(error) || "unknown";
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * PostgreSQL takes a pid file whose process is alive for a running server, unless that process is
 * its own parent. With our own number in it, it still checks the shared memory of the old server.
 * @param {string} directory
 */
function disownPidFile(directory) {
  const file = path.join(directory, "postmaster.pid");
  if (process.platform === "win32") {
    fs.rmSync(file, { force: true });
    return;
  }
  const [, ...rest] = fs.readFileSync(file, "utf8").split("\n");
  fs.writeFileSync(file, [String(process.pid), ...rest].join("\n"));
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (codeOf(error) !== "ESRCH") throw error;
  }
}
