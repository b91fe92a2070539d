import fs from "node:fs";
import path from "node:path";
import { Refusal } from "./refusal.mjs";
import { runCommand, runNode } from "./run.mjs";
import { root } from "./settings.mjs";

/**
 * Installs the dependencies unless what is installed is what package-lock.json asks for.
 * @param {{ withDev?: boolean, say: (line: string) => void }} options withDev: the tests' tools too
 * @throws {Refusal} when npm fails
 */
export async function install({ withDev = false, say }) {
  if (isInstalled({ withDev })) return;
  say("Installing dependencies …");
  const npm = findNpmScript();
  // Not `npm ci`: it refuses a lock file written where packages of other platforms are not to be had.
  const args = ["install", "--no-save", "--no-audit", "--no-fund", ...(withDev ? ["--include=dev"] : [])];
  const { code } = npm
    ? await runNode([npm, ...args], { cwd: root })
    : await runCommand("npm", args, { cwd: root, shell: process.platform === "win32" });
  if (code !== 0) throw new Refusal("npm could not install the dependencies; its own message is above.");
}

/**
 * Compares package-lock.json with the list that npm keeps in node_modules, so that an install by
 * hand counts as well as one by us.
 * @param {{ withDev: boolean }} options
 * @returns {boolean}
 */
function isInstalled({ withDev }) {
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const present = readPackages(path.join(root, "node_modules/.package-lock.json"));
  if (wanted === undefined || present === undefined) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "" || entry.optional || entry.devOptional) return true;
    if (entry.dev && !withDev && present[place] === undefined) return true;
    return present[place]?.version === entry.version;
  });
}

/**
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, devOptional?: boolean }} LockEntry
 * @param {string} file
 * @returns {Record<string, LockEntry> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/**
 * npm's own script, so that no shell is needed to run it (npm.cmd cannot be spawned on Windows).
 * @returns {string | undefined}
 */
function findNpmScript() {
  const folder = path.dirname(process.execPath);
  const places = [
    process.env["npm_execpath"] ?? "",
    path.join(folder, "node_modules/npm/bin/npm-cli.js"),
    path.join(folder, "../lib/node_modules/npm/bin/npm-cli.js"),
  ];
  return places.find((place) => path.basename(place) === "npm-cli.js" && fs.existsSync(place));
}
