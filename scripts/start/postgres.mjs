import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { freePort } from "./free-port.mjs";
import { clusterUrl, databaseName, ensureDatabase, launch, openCluster, saveAccess } from "./postgres-cluster.mjs";
import { readPidFile, stopOrphan, stopServer } from "./postgres-orphan.mjs";
import { Refusal, codeOf, messageOf } from "./refusal.mjs";

const startLimitMs = 180_000;

/**
 * @typedef {object} Postgres
 * @property {string} url of the application's database; the same until `stop`
 * @property {() => Promise<void>} stop
 */

/**
 * Runs the embedded PostgreSQL of a data folder until `stop`. When the server dies meanwhile, it
 * is started again on the same port. Call it with the data folder locked.
 * @param {{ dataFolder: string, say: (line: string) => void, flags?: string[] }} options
 * @returns {Promise<Postgres>}
 * @throws {Refusal} when it cannot be started
 */
export async function runPostgres({ dataFolder, say, flags = [] }) {
  const cluster = await openCluster(dataFolder);
  await stopOrphan(cluster);
  await bringUp(cluster, flags, { mayMove: true, isWanted: () => true });
  await ensureDatabase(cluster);
  let stopping = false;
  /** @type {Promise<void>} */
  let mending = Promise.resolve();

  /** Holds a connection open: it ends at once when the server does. */
  async function watch() {
    const client = new pg.Client({ connectionString: clusterUrl(cluster, "postgres"), keepAlive: true });
    client.on("error", () => undefined);
    client.once("end", () => {
      if (stopping) return;
      mending = mend().catch((error) => say(`The embedded database cannot be started again: ${messageOf(error)}`));
    });
    await client.connect();
    return client;
  }

  async function mend() {
    if (!(await answers(cluster))) {
      if (stopping) return;
      say("The embedded database stopped; starting it again …");
      await stopOrphan(cluster);
      await bringUp(cluster, flags, { mayMove: false, isWanted: () => !stopping });
      if (stopping) return;
      say("The embedded database runs again.");
    }
    watcher = await watch();
  }

  let watcher = await watch();
  return {
    url: clusterUrl(cluster, databaseName),
    async stop() {
      stopping = true;
      await mending;
      await watcher.end().catch(() => undefined);
      const running = readPidFile(cluster.directory);
      if (running !== undefined) await stopServer(cluster, running.pid);
    },
  };
}

/**
 * @param {import("./postgres-cluster.mjs").Cluster} cluster
 * @param {string[]} flags
 * @param {{ mayMove: boolean, isWanted: () => boolean }} options mayMove: whether another port will do; isWanted: false
 * from when on nobody waits for it any more: then it returns at once, and whoever stops the server finds its pid file
 */
async function bringUp(cluster, flags, { mayMove, isWanted }) {
  const deadline = Date.now() + startLimitMs;
  for (;;) {
    const logStart = sizeOf(cluster.logFile);
    const server = launch(cluster, flags);
    while (!server.exited()) {
      if (await answers(cluster)) {
        saveAccess(cluster);
        return;
      }
      if (!isWanted() && readPidFile(cluster.directory) !== undefined) return;
      if (Date.now() > deadline) throw new Refusal(`The embedded database does not answer; ${cluster.logFile} says more.`);
      await sleep(25);
    }
    if (!isWanted()) return;
    const reason = lastReason(cluster.logFile, logStart);
    // After `kill -9` of the server its helper processes need a moment to notice and end.
    const passing = /still in use|already exists/.test(reason);
    const portTaken = /could not (bind|create any TCP)/.test(reason);
    if (portTaken && mayMove) cluster.port = await freePort();
    if ((!passing && !portTaken) || Date.now() > deadline - startLimitMs + 20_000) {
      throw new Refusal(`The embedded database does not start: ${reason || "it ended without a word"} (${cluster.logFile}).`);
    }
    await sleep(200);
  }
}

/** @param {import("./postgres-cluster.mjs").Cluster} cluster */
async function answers(cluster) {
  const client = new pg.Client({ connectionString: clusterUrl(cluster, "postgres"), connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (codeOf(error) === "28P01") {
      throw new Refusal(`The embedded database in ${cluster.directory} does not accept the password in ${cluster.accessFile}.`);
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** @param {string} file */
function sizeOf(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * The last complaint in the server's log.
 * @param {string} file
 * @param {number} from bytes to skip: what earlier starts wrote
 */
function lastReason(file, from) {
  if (!fs.existsSync(file)) return "";
  const lines = fs.readFileSync(file).subarray(from).toString("utf8").split("\n");
  const bind = lines.find((line) => line.includes("could not bind"));
  const last = bind ?? lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? "";
  return last.replace(/^.*?(FATAL|PANIC|LOG):\s*/, "").trim();
}
