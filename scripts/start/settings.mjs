import fs from "node:fs";
import path from "node:path";
import { Refusal, codeOf } from "./refusal.mjs";

/** The checkout: the folder that holds package.json. */
export const root = path.resolve(import.meta.dirname, "../..");

/** As lib/env reads them. @type {readonly (readonly [string, number, number])[]} */
const wholeNumbers = [
  ["DATABASE_POOL", 1, 100],
  ["QUIESCE_IMPORT_LIMIT", 1, Number.MAX_SAFE_INTEGER],
  ["QUIESCE_INGEST_WIRE_BYTES", 1, 2 ** 31],
  ["QUIESCE_INGEST_BYTES", 1, 2 ** 29],
  ["QUIESCE_INGEST_FLIGHT", 1, Number.MAX_SAFE_INTEGER],
  ["QUIESCE_INGEST_DEPTH", 8, 64],
  ["QUIESCE_INGEST_PARALLEL", 1, 64],
  ["QUIESCE_QUARANTINE_EACH", 0, Number.MAX_SAFE_INTEGER],
  ["QUIESCE_QUARANTINE_ALL", 0, Number.MAX_SAFE_INTEGER],
  ["QUIESCE_ENROL_PER_MINUTE", 1, 100_000],
];

/**
 * @typedef {object} StartSettings
 * @property {string} dataFolder absolute path
 * @property {string | undefined} host undefined: both loopback addresses
 * @property {number} port 0: any free port
 * @property {string | undefined} databaseUrl the user's own Postgres
 * @property {boolean} trustProxy a proxy before this server writes X-Forwarded-For
 */

/**
 * The settings of `npm start`, read from the environment.
 * @param {NodeJS.ProcessEnv} env
 * @returns {StartSettings}
 * @throws {Refusal} when a value cannot be used
 */
export function readSettings(env) {
  const portText = env["PORT"]?.trim() || "3000";
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port > 65_535) {
    throw new Refusal(`PORT is "${portText}", which is not a port number from 0 to 65535.`);
  }
  const host = env["HOST"]?.trim() || undefined;
  if (host !== undefined && !isLoopback(host) && !env["QUIESCE_ADMIN_TOKEN"]?.trim()) {
    throw new Refusal(
      `HOST is ${host}, which other machines can reach, so Quiesce starts only with QUIESCE_ADMIN_TOKEN set to a secret that every page then asks for.`,
    );
  }
  const databaseUrl = env["DATABASE_URL"]?.trim() || undefined;
  if (databaseUrl !== undefined && !(/^postgres(ql)?:\/\//i.test(databaseUrl) && URL.canParse(databaseUrl))) {
    throw new Refusal("DATABASE_URL is not the address of a PostgreSQL, such as postgresql://user:password@host:5432/name.");
  }
  for (const [name, least, most] of wholeNumbers) checkWhole(env, name, least, most);
  const proxyText = env["QUIESCE_TRUST_PROXY"]?.trim() || "0";
  if (proxyText !== "0" && proxyText !== "1") throw new Refusal(`QUIESCE_TRUST_PROXY is "${proxyText}", which is neither 0 nor 1.`);
  return { dataFolder: dataFolderOf(env), host, port, databaseUrl, trustProxy: proxyText === "1" };
}

/**
 * Every request reads these; a value that cannot be used is better told before the first one.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} name
 * @param {number} least
 * @param {number} most
 */
function checkWhole(env, name, least, most) {
  const text = env[name]?.trim();
  if (text && !(/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most)) {
    throw new Refusal(`${name} is "${text}", which is not a whole number from ${least} to ${most}.`);
  }
}

/**
 * The data folder as an absolute path: QUIESCE_DATA, else `.quiesce` in the checkout.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function dataFolderOf(env) {
  const given = env["QUIESCE_DATA"]?.trim();
  return given ? path.resolve(given) : path.join(root, ".quiesce");
}

/**
 * Whether only this machine can reach the address.
 * @param {string} host a name or an IP address, IPv6 with or without brackets
 * @returns {boolean}
 */
export function isLoopback(host) {
  const bare = host.toLowerCase().replace(/^\[|\]$/g, "");
  return bare === "localhost" || bare === "::1" || /^127(\.\d{1,3}){3}$/.test(bare);
}

/**
 * Makes the data folder and proves that it can be written.
 * @param {string} dataFolder
 * @throws {Refusal} when it cannot
 */
export function prepareDataFolder(dataFolder) {
  const probe = path.join(dataFolder, `.write-${process.pid}`);
  try {
    makeFolder(dataFolder);
    fs.writeFileSync(probe, "");
    fs.rmSync(probe);
  } catch (error) {
    throw new Refusal(`The data folder ${dataFolder} cannot be written (${writeTrouble(codeOf(error))}); set QUIESCE_DATA to a folder that can.`);
  }
}

/**
 * As `mkdirSync` with `recursive`, which never returns where the system answers ENOENT for a
 * folder that exists, as below /proc.
 * @param {string} folder
 */
function makeFolder(folder) {
  if (fs.existsSync(folder)) return;
  if (path.dirname(folder) !== folder) makeFolder(path.dirname(folder));
  fs.mkdirSync(folder);
}

/**
 * @param {string} code of a file system error
 * @returns {string}
 */
function writeTrouble(code) {
  switch (code) {
    case "EROFS":
      return "the disk is read-only";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "ENOSPC":
      return "the disk is full";
    case "ENOENT":
      return "its parent takes no folders";
    case "ENOTDIR":
    case "EEXIST":
      return "a file is in its place";
    default:
      return code || "unknown reason";
  }
}
