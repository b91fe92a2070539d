import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { checkNodeVersion } from "./start/node-version.mjs";
import { printFailure } from "./start/refusal.mjs";

const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);

/** `npm test`: every step runs, whatever came of the one before; the last line is the sum. */
async function main() {
  checkNodeVersion(process.versions.node);
  const { root } = await import("./start/settings.mjs");
  const { install } = await import("./start/install.mjs");
  const { build, generate } = await import("./start/build.mjs");
  const { runNode } = await import("./start/run.mjs");
  const { addUp, describeTally, isGood, single } = await import("./test/tally.mjs");
  await install({ withDev: true, say });
  await generate({ say });

  const plain = process.stdout.isTTY ? {} : { NO_COLOR: "1", FORCE_COLOR: "0" };
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "quiesce-tally-"));
  const tool = (/** @type {string} */ file) => path.join(root, "node_modules", file);
  const checkWith = async (/** @type {string[]} */ ...args) => single((await runNode(args, { cwd: root, env: plain })).code === 0);

  /**
   * Runs a test runner whose reporter writes a tally.
   * @param {string[]} args
   * @param {Record<string, string>} [env]
   */
  async function runTallied(args, env = {}) {
    const file = path.join(scratch, `${args.length}-${Date.now()}.json`);
    const { code } = await runNode(args, { cwd: root, env: { ...plain, ...env, QUIESCE_TALLY_FILE: file } });
    if (!fs.existsSync(file)) return single(false);
    /** @type {import("./test/tally.mjs").Tally} */
    const tally = JSON.parse(fs.readFileSync(file, "utf8"));
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  }

  const vitest = (/** @type {string[]} */ ...projects) =>
    runTallied([
      tool("vitest/vitest.mjs"), "run", "--reporter=dot", "--reporter=./scripts/test/vitest-tally.mjs",
      ...projects.map((project) => `--project=${project}`),
    ]);

  async function builds() {
    try {
      await build({ say });
      return single(true);
    } catch (error) {
      printFailure(error);
      return single(false);
    }
  }

  async function browser() {
    const { findChromium } = await import("./test/chromium.mjs");
    const found = await findChromium({ say });
    const playwright = [tool("@playwright/test/cli.js"), "test", "--reporter=dot,./scripts/test/playwright-tally.mjs"];
    if (found === undefined) {
      const { skipped } = await runTallied([...playwright, "--list"]);
      return { passed: 0, failed: 0, skipped: skipped.map(({ name }) => ({ name, reason: "no Chromium starts here and none can be fetched" })) };
    }
    return runTallied(playwright, {
      QUIESCE_CHROMIUM: found.executablePath ?? "",
      QUIESCE_CHROMIUM_ARGS: JSON.stringify(found.args),
      QUIESCE_E2E_DATA: path.join(scratch, "e2e"),
    });
  }

  async function collector() {
    const { testCollector } = await import("./test/collector.mjs");
    return testCollector({ say, runChecks: () => vitest("collector") });
  }

  const faults = () =>
    runTallied(
      ["--conditions=react-server", "--no-warnings", "--import", pathToFileURL(tool("tsx/dist/loader.mjs")).href, path.join(root, "faults/main.ts"), "--short", "--only", "kills", "database-away", "burst", "disk-full", "disorder", "slow", "sigterm", "two-instances", "steady", "fuzz"],
      { TSX_TSCONFIG_PATH: path.join(root, "tsconfig.json") },
    );

  /** @type {[string, () => Promise<import("./test/tally.mjs").Tally>][]} */
  const steps = [
    ["types", () => checkWith(tool("typescript/bin/tsc"), "--noEmit")],
    ["lint, with the import directions", () => checkWith(tool("eslint/bin/eslint.js"), ".")],
    ["unit, contract and golden tests", () => vitest("unit")],
    ["collector, in PowerShell", collector],
    ["database tests, on a real PostgreSQL", () => vitest("db")],
    ["build", builds],
    ["start, stop and kill", () => vitest("start")],
    ["faults, in short: killed, away, flooded, full, out of order, slow, stopped, doubled, fuzzed", faults],
    ["browser tests, in a real Chromium", browser],
  ];
  const tallies = [];
  for (const [index, [title, run]] of steps.entries()) {
    say(`\n[${index + 1}/${steps.length}] ${title} …`);
    const startedAt = Date.now();
    const tally = await run().catch((error) => {
      printFailure(error);
      return single(false);
    });
    tallies.push(tally);
    say(`[${index + 1}/${steps.length}] ${title}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  }
  fs.rmSync(scratch, { recursive: true, force: true });
  const sum = addUp(tallies);
  say(`\n${describeTally(sum)}`);
  process.exitCode = isGood(sum) ? 0 : 1;
}

main().catch((error) => {
  printFailure(error);
  say("0 passed, 1 failed, 0 skipped");
  process.exitCode = 1;
});
