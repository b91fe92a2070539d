import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { acquireLock } from "./lock.mjs";
import { Refusal, codeOf } from "./refusal.mjs";
import { runNode } from "./run.mjs";
import { root } from "./settings.mjs";

const clientSources = ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"];
const clientStamp = "lib/db/generated/.stamp";
const appSources = [
  "app", "components", "lib", "public", "prisma/schema.prisma", "proxy.ts", "instrumentation.ts",
  "next.config.js", "postcss.config.mjs", "tsconfig.json", "package-lock.json",
];
const appStamp = ".next/quiesce-sources";

/**
 * Generates the Prisma client unless it is that of the present schema.
 * @param {{ say: (line: string) => void }} options
 * @throws {Refusal} when Prisma refuses the schema
 */
export async function generate({ say }) {
  const digest = digestOf(clientSources);
  if (readStamp(clientStamp) === digest) return;
  await withBuildLock(async () => {
    if (readStamp(clientStamp) === digest) return;
    say("Generating the database client …");
    const prisma = path.join(root, "node_modules/prisma/build/index.js");
    // Generating needs no schema engine, but Prisma downloads one unless a path is given.
    const { code, output } = await runNode([prisma, "generate", "--no-hints"], {
      cwd: root,
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
      quiet: true,
    });
    if (code !== 0) throw new Refusal(`The database client could not be generated: ${output.trim()}`);
    writeStamp(clientStamp, digest);
  });
}

/**
 * Builds the web app unless the build is that of the present sources.
 * @param {{ say: (line: string) => void }} options
 * @throws {Refusal} when the build fails
 */
export async function build({ say }) {
  const digest = digestOf(appSources);
  if (readStamp(appStamp) === digest) return;
  await withBuildLock(async () => {
    if (readStamp(appStamp) === digest) return;
    say("Building the web app …");
    fs.rmSync(path.join(root, appStamp), { force: true });
    const { code, output } = await runNode([path.join(root, "node_modules/next/dist/bin/next"), "build"], {
      cwd: root,
      env: { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production", NO_COLOR: "1", FORCE_COLOR: "0" },
      quiet: true,
    });
    if (code !== 0) throw new Refusal(`The web app could not be built:\n${output.trim()}`);
    writeStamp(appStamp, digest);
  });
}

/**
 * @param {() => Promise<void>} work
 */
async function withBuildLock(work) {
  const lock = await takeBuildLock();
  try {
    await work();
  } finally {
    await lock.release();
  }
}

async function takeBuildLock() {
  try {
    fs.mkdirSync(path.join(root, ".build"), { recursive: true });
    return await acquireLock(path.join(root, ".build/lock.json"), { waitMs: 600_000 });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`The app must be built, but ${root} cannot be written (${codeOf(error)}).`);
  }
}

/**
 * One digest over the paths and contents of source files.
 * @param {string[]} places files and folders relative to the checkout; missing ones are skipped
 * @returns {string}
 */
function digestOf(places) {
  const hash = crypto.createHash("sha256");
  for (const file of places.flatMap(listSources)) {
    hash.update(`${file.replaceAll(path.sep, "/")}\0`).update(fs.readFileSync(path.join(root, file))).update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} place
 * @returns {string[]} files in a stable order, without tests and generated code
 */
function listSources(place) {
  const stat = fs.statSync(path.join(root, place), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return /\.test\.tsx?$/.test(place) ? [] : [place];
  if (path.basename(place) === "generated") return [];
  return fs.readdirSync(path.join(root, place)).sort().flatMap((name) => listSources(path.join(place, name)));
}

/** @param {string} file */
function readStamp(file) {
  try {
    return fs.readFileSync(path.join(root, file), "utf8");
  } catch {
    return undefined;
  }
}

/**
 * @param {string} file
 * @param {string} digest
 */
function writeStamp(file, digest) {
  fs.writeFileSync(path.join(root, file), digest);
}
