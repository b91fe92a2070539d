import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Refusal } from "./refusal.mjs";

/**
 * How the PostgreSQL programs are to be run: as ourselves, or, since PostgreSQL refuses to run as
 * root, as the user `postgres`.
 * @typedef {object} RunAs
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {string[]} prefix what stands before the program
 */

/**
 * @param {string[]} places folders that the programs must reach
 * @returns {RunAs}
 * @throws {Refusal} when root finds no user to run PostgreSQL as
 */
export function chooseUser(places) {
  if (process.platform === "win32" || process.getuid?.() !== 0) return { prefix: [] };
  const user = findUser() ?? createUser();
  if (places.every((place) => canReach(place, user))) return { ...user, prefix: [] };
  // A checkout or data folder below a folder that only root may enter, such as /root.
  if (spawnSync("setpriv", ["--version"]).status === 0) {
    const capability = "+dac_override";
    return {
      prefix: [
        "setpriv", `--reuid=${user.uid}`, `--regid=${user.gid}`, "--clear-groups",
        `--inh-caps=${capability}`, `--ambient-caps=${capability}`,
      ],
      ...user,
    };
  }
  throw new Refusal("PostgreSQL does not run as root and its user cannot enter this folder; start Quiesce as an ordinary user or set DATABASE_URL.");
}

/**
 * What `spawn` needs to run a program as that user.
 * @param {RunAs} runAs
 * @param {string} program
 * @param {string[]} args
 * @returns {{ command: string, args: string[], ids: { uid?: number, gid?: number } }}
 */
export function commandAs(runAs, program, args) {
  const [first, ...rest] = runAs.prefix;
  if (first !== undefined) return { command: first, args: [...rest, program, ...args], ids: {} };
  const ids = runAs.uid === undefined || runAs.gid === undefined ? {} : { uid: runAs.uid, gid: runAs.gid };
  return { command: program, args, ids };
}

/** @returns {{ uid: number, gid: number } | undefined} */
function findUser() {
  const line = fs.readFileSync("/etc/passwd", "utf8").split("\n").find((entry) => entry.startsWith("postgres:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** @returns {{ uid: number, gid: number }} */
function createUser() {
  spawnSync("groupadd", ["--system", "postgres"]);
  spawnSync("useradd", ["--system", "--gid", "postgres", "--no-create-home", "postgres"]);
  const user = findUser();
  if (user === undefined) {
    throw new Refusal("PostgreSQL does not run as root and the user postgres could not be made; start Quiesce as an ordinary user or set DATABASE_URL.");
  }
  return user;
}

/**
 * @param {string} place
 * @param {{ uid: number, gid: number }} user
 * @returns {boolean} whether the user may enter every folder down to the place
 */
function canReach(place, user) {
  for (let folder = place; ; folder = path.dirname(folder)) {
    const stat = fs.statSync(folder);
    const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
    if ((stat.mode & bit) === 0) return false;
    if (path.dirname(folder) === folder) return true;
  }
}
