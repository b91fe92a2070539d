import path from "node:path";
import { pathToFileURL } from "node:url";
import { checkNodeVersion } from "./start/node-version.mjs";
import { printFailure } from "./start/refusal.mjs";

const say = (/** @type {string} */ line) => void process.stderr.write(`${line}\n`);

/** `npm run faults`: installs, generates and builds what is missing, then breaks the app in a Node that reads TypeScript. */
async function main() {
  checkNodeVersion(process.versions.node);
  const { root } = await import("./start/settings.mjs");
  const { install } = await import("./start/install.mjs");
  const { build, generate } = await import("./start/build.mjs");
  const { runNode } = await import("./start/run.mjs");
  await install({ withDev: true, say });
  await generate({ say });
  await build({ say });
  const tsx = pathToFileURL(path.join(root, "node_modules/tsx/dist/loader.mjs")).href;
  const args = ["--conditions=react-server", "--no-warnings", "--import", tsx, path.join(root, "faults/main.ts"), ...process.argv.slice(2)];
  const { code } = await runNode(args, { cwd: root, env: { TSX_TSCONFIG_PATH: path.join(root, "tsconfig.json") } });
  process.exitCode = code;
}

main().catch((error) => {
  printFailure(error);
  process.exitCode = 1;
});
