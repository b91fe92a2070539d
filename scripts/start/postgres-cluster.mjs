import { spawn, spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import pg from "pg";
import { freePort } from "./free-port.mjs";
import { findBinaries } from "./postgres-binaries.mjs";
import { chooseUser, commandAs } from "./postgres-user.mjs";
import { Refusal } from "./refusal.mjs";
import { runCommand } from "./run.mjs";

const userName = "quiesce";
const logLimitBytes = 10_000_000;
// A program that runs as another user may not be allowed into our working folder.
const topFolder = path.parse(process.execPath).root;
export const databaseName = "quiesce";

/**
 * A PostgreSQL data directory inside a data folder, and how to reach and run it.
 * @typedef {object} Cluster
 * @property {string} directory
 * @property {string} logFile
 * @property {string} password
 * @property {number} port the port of the last start, used again when it is free
 * @property {ReturnType<typeof findBinaries>} binaries
 * @property {import("./postgres-user.mjs").RunAs} runAs
 * @property {string} accessFile
 */

/**
 * Finds the cluster of a data folder, or makes it.
 * @param {string} dataFolder
 * @returns {Promise<Cluster>}
 * @throws {Refusal}
 */
export async function openCluster(dataFolder) {
  const binaries = findBinaries();
  const directory = path.join(dataFolder, "postgres");
  const accessFile = path.join(dataFolder, "postgres.json");
  const logFile = path.join(dataFolder, "postgres.log");
  const runAs = chooseUser([dataFolder, path.dirname(binaries.postgres)]);
  const access = readAccess(accessFile) ?? { password: crypto.randomBytes(24).toString("hex"), port: await freePort() };
  const cluster = { directory, logFile, accessFile, binaries, runAs, ...access };
  if (!fs.existsSync(path.join(directory, "PG_VERSION"))) {
    saveAccess(cluster);
    await createCluster(cluster);
  } else if (readAccess(accessFile) === undefined) {
    throw new Refusal(`The database in ${directory} cannot be opened, because its password file ${accessFile} is missing or damaged.`);
  }
  return cluster;
}

/**
 * @param {Cluster} cluster
 * @param {string} [database]
 * @returns {string} a connection URL
 */
export function clusterUrl(cluster, database = databaseName) {
  return `postgresql://${userName}:${cluster.password}@127.0.0.1:${cluster.port}/${database}`;
}

/** @param {Cluster} cluster */
export function saveAccess({ accessFile, password, port }) {
  const next = `${accessFile}.new`;
  fs.writeFileSync(next, JSON.stringify({ password, port }), { mode: 0o600 });
  fs.renameSync(next, accessFile);
}

/**
 * Starts the server without waiting until it answers.
 * @param {Cluster} cluster
 * @param {string[]} flags further `-c name=value` settings
 * @returns {{ exited: () => boolean }}
 */
export function launch(cluster, flags) {
  const settings = [
    `port=${cluster.port}`, "listen_addresses=127.0.0.1", "max_connections=60",
    "shared_buffers=256MB", "max_wal_size=2GB", "jit=off", "max_parallel_workers_per_gather=0", "timezone=UTC", ...flags,
  ].flatMap((setting) => ["-c", setting]);
  const { binaries, directory, logFile, runAs } = cluster;
  rotateLog(logFile);
  if (process.platform === "win32") {
    // pg_ctl gives up administrator rights, with which postgres.exe refuses to run.
    const started = spawnSync(binaries.pgCtl, ["start", "-W", "-D", directory, "-l", logFile, "-o", settings.join(" ")], { stdio: "ignore", windowsHide: true });
    return { exited: () => started.status !== 0 };
  }
  const log = fs.openSync(logFile, "a");
  const { command, args, ids } = commandAs(runAs, binaries.postgres, ["-D", directory, ...settings, "-c", "unix_socket_directories="]);
  // Its own process group: Ctrl-C is for us to pass on, after the last request has been answered.
  const child = spawn(command, args, { ...ids, cwd: topFolder, detached: true, stdio: ["ignore", log, log], env: serverEnv() });
  fs.closeSync(log);
  let exited = false;
  child.once("error", () => (exited = true));
  child.once("exit", () => (exited = true));
  child.unref();
  return { exited: () => exited };
}

/** @param {string} logFile */
function rotateLog(logFile) {
  const stat = fs.statSync(logFile, { throwIfNoEntry: false });
  if (stat !== undefined && stat.size > logLimitBytes) fs.renameSync(logFile, `${logFile}.1`);
}

/** @param {Cluster} cluster */
async function createCluster(cluster) {
  const { binaries, directory, runAs } = cluster;
  const draft = `${directory}.new`;
  const passwordFile = `${directory}.password`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  fs.writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    fs.chownSync(draft, runAs.uid, runAs.gid);
    fs.chownSync(passwordFile, runAs.uid, runAs.gid);
  }
  try {
    const { command, args, ids } = commandAs(runAs, binaries.initdb, [
      `--pgdata=${draft}`, `--username=${userName}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8",
      "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions",
    ]);
    const { code, output } = await runCommand(command, args, { cwd: topFolder, quiet: true, ids, env: { LC_MESSAGES: "C" } });
    if (code !== 0) throw new Refusal(`The embedded database could not be made: ${output.trim()}`);
    fs.renameSync(draft, directory);
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

/**
 * The server reads PG* variables too; a user's own must not reach it.
 * @returns {NodeJS.ProcessEnv}
 */
function serverEnv() {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return Object.assign({}, process.env, { LC_MESSAGES: "C" }, Object.fromEntries(kept));
}

/**
 * @param {string} file
 * @returns {{ password: string, port: number } | undefined}
 */
function readAccess(file) {
  try {
    const { password, port } = JSON.parse(fs.readFileSync(file, "utf8"));
    return typeof password === "string" && typeof port === "number" ? { password, port } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Makes the application's database unless it is there.
 * @param {Cluster} cluster
 */
export async function ensureDatabase(cluster) {
  const client = new pg.Client({ connectionString: clusterUrl(cluster, "postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [databaseName]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
  } finally {
    await client.end();
  }
}
