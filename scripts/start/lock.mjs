import crypto from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal, codeOf } from "./refusal.mjs";

/**
 * What a lock file holds. The holder answers with its nonce on its probe port as long as it lives:
 * a process id alone can be another process's by now.
 * @typedef {object} LockInfo
 * @property {number} pid
 * @property {string} nonce
 * @property {number} probePort on 127.0.0.1
 * @property {string} startedAt UTC ISO time
 * @property {string} [url] where the app answers, once it does
 * @property {string} [databaseUrl] the database the holder works on
 */

/**
 * @typedef {object} Lock
 * @property {(more: Partial<LockInfo>) => void} publish adds to what the lock file says
 * @property {() => Promise<void>} release
 */

/**
 * Takes a lock file, also over from a dead holder.
 * @param {string} file
 * @param {{ waitMs?: number }} options how long to wait for a living holder
 * @returns {Promise<Lock>}
 * @throws {Refusal} when a living process holds it
 */
export async function acquireLock(file, { waitMs = 0 } = {}) {
  const nonce = crypto.randomBytes(16).toString("hex");
  const probe = await listen(nonce);
  const address = probe.address();
  const probePort = typeof address === "object" && address !== null ? address.port : 0;
  /** @type {LockInfo} */
  let info = { pid: process.pid, nonce, probePort, startedAt: new Date().toISOString() };
  const deadline = Date.now() + waitMs;
  for (;;) {
    const holder = await tryTake(file, info);
    if (holder === undefined) break;
    if (Date.now() >= deadline) {
      probe.close();
      throw new Refusal(lockedSentence(file, holder));
    }
    await sleep(200);
  }
  return {
    publish(more) {
      info = { ...info, ...more };
      const next = `${file}.${nonce}`;
      fs.writeFileSync(next, JSON.stringify(info, null, 2), { mode: 0o600 });
      fs.renameSync(next, file);
    },
    async release() {
      if (readLock(file)?.nonce === nonce) fs.rmSync(file, { force: true });
      await new Promise((resolve) => probe.close(resolve));
    },
  };
}

/**
 * The living holder of a lock file.
 * @param {string} file
 * @returns {Promise<LockInfo | undefined>} undefined when there is none
 */
export async function findHolder(file) {
  const info = readLock(file);
  return info !== undefined && (await isAlive(info)) ? info : undefined;
}

/**
 * @param {string} file
 * @param {LockInfo} info
 * @returns {Promise<LockInfo | undefined>} the living holder, or undefined when the lock is ours
 */
async function tryTake(file, info) {
  if (createLock(file, info)) return undefined;
  const holder = readLock(file);
  if (holder !== undefined && (await isAlive(holder))) return holder;
  const aside = `${file}.${info.nonce}.stale`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw error;
  }
  const moved = readLock(aside);
  // Another starter may have taken over between our look and our rename: then this is its lock.
  if (moved !== undefined && moved.nonce !== holder?.nonce && createLock(file, moved)) {
    fs.rmSync(aside, { force: true });
    return moved;
  }
  fs.rmSync(aside, { force: true });
  if (!createLock(file, info)) return readLock(file) ?? holder ?? info;
  await sleep(50);
  const now = readLock(file);
  return now?.nonce === info.nonce ? undefined : (now ?? info);
}

/**
 * @param {string} file
 * @param {LockInfo} info
 * @returns {boolean} false when the file exists
 */
function createLock(file, info) {
  const draft = `${file}.${info.nonce}.draft`;
  try {
    // Written aside and linked, so that nobody reads half a lock.
    fs.writeFileSync(draft, JSON.stringify(info, null, 2), { mode: 0o600 });
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    if (["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"].includes(codeOf(error))) return createWithoutLink(file, info);
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/**
 * For file systems without hard links, such as exFAT.
 * @param {string} file
 * @param {LockInfo} info
 * @returns {boolean} false when the file exists
 */
function createWithoutLink(file, info) {
  try {
    fs.writeFileSync(file, JSON.stringify(info, null, 2), { mode: 0o600, flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * @param {string} file
 * @returns {LockInfo | undefined}
 */
function readLock(file) {
  try {
    const read = JSON.parse(fs.readFileSync(file, "utf8"));
    return typeof read?.nonce === "string" && typeof read.probePort === "number" && typeof read.pid === "number" ? read : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {LockInfo} info
 * @returns {Promise<boolean>}
 */
async function isAlive(info) {
  if (!isProcess(info.pid)) return false;
  const answer = await ask(info.probePort);
  // A stopped or busy holder accepts and says nothing; a stranger on that port says something else.
  return answer === undefined || answer === info.nonce;
}

/**
 * Whether a process of this id exists, ours or another's.
 * @param {number} pid
 * @returns {boolean}
 */
export function isProcess(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/**
 * @param {string} nonce
 * @returns {Promise<net.Server>}
 */
function listen(nonce) {
  const server = net.createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.end(nonce);
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port: 0 }, () => {
      server.unref();
      resolve(server);
    });
  });
}

/**
 * @param {number} port
 * @returns {Promise<string | undefined>} what it says; "" when nobody listens, undefined when it is silent
 */
function ask(port) {
  return new Promise((resolve) => {
    let said = "";
    const socket = net.connect({ host: "127.0.0.1", port });
    socket.setTimeout(3_000, () => {
      socket.destroy();
      resolve(said === "" ? undefined : said);
    });
    socket.on("data", (chunk) => {
      said += chunk.toString("latin1");
      if (said.length > 100) socket.destroy();
    });
    socket.once("error", () => resolve(""));
    socket.once("close", () => resolve(said));
  });
}

/**
 * @param {string} file
 * @param {LockInfo} holder
 * @returns {string}
 */
function lockedSentence(file, holder) {
  const where = holder.url === undefined ? "" : ` at ${holder.url}`;
  return `The folder ${path.dirname(file)} is in use by the Quiesce process ${holder.pid}${where}; stop that one or set QUIESCE_DATA to another folder.`;
}
