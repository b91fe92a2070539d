#!/usr/bin/env node
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { checkNodeVersion } from "../scripts/start/node-version.mjs";
import { printFailure } from "../scripts/start/refusal.mjs";

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "..");
const tsx = path.join(root, "node_modules/tsx/dist/loader.mjs");

/** Runs cli/main.ts in a Node that reads TypeScript, and passes on its exit code. */
function main() {
  checkNodeVersion(process.versions.node);
  if (!fs.existsSync(tsx)) {
    process.stderr.write(`The dependencies are not installed yet; run npm install in ${root}.\n`);
    process.exit(2);
  }
  const args = ["--conditions=react-server", "--no-warnings", "--import", pathToFileURL(tsx).href, path.join(root, "cli/main.ts"), ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, "tsconfig.json") },
  });
  // A terminal sends Ctrl-C to both; what is sent to this process alone is passed on.
  process.on("SIGINT", () => undefined);
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP"])) process.on(signal, () => void child.kill(signal));
  child.once("error", (error) => {
    printFailure(error);
    process.exit(2);
  });
  child.once("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}

try {
  main();
} catch (error) {
  printFailure(error);
  process.exit(2);
}
