import fs from "node:fs";
import path from "node:path";
import { runCommand } from "../start/run.mjs";
import { root } from "../start/settings.mjs";
import { findPowerShells } from "./powershell.mjs";
import { addUp, single } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */

const tests = path.join(root, "collector/tests");

/**
 * The step of the collector: its checks on whatever runs PowerShell scripts here, and its Pester tests where PowerShell 7 has Pester.
 * What cannot run here is said and counted as skipped, never as passed.
 * @param {{ say: (line: string) => void, runChecks: () => Promise<Tally> }} options
 * @returns {Promise<Tally>}
 */
export async function testCollector({ say, runChecks }) {
  const { pwsh, engine } = await findPowerShells();
  if (engine.kind !== "none") say(`PowerShell's engine ${engine.version} from NuGet runs the checks of the collector.`);
  else if (pwsh.kind !== "none") say(`PowerShell ${pwsh.version} runs the checks of the collector. The bare engine is not here: ${engine.reason}.`);
  else say(`THE COLLECTOR IS NOT CHECKED HERE: ${pwsh.reason}; ${engine.reason}.`);
  return addUp([await runChecks(), await runPester(pwsh, say)]);
}

/**
 * @param {import("./powershell.mjs").PowerShell} pwsh
 * @param {(line: string) => void} say
 * @returns {Promise<Tally>}
 */
async function runPester(pwsh, say) {
  const files = fs.readdirSync(tests).filter((file) => file.endsWith(".Tests.ps1"));
  const reason = pwsh.kind !== "pwsh" ? (pwsh.kind === "none" ? pwsh.reason : "no PowerShell 7") : pwsh.pester === null ? `PowerShell ${pwsh.version} has no Pester 5` : null;
  if (pwsh.kind !== "pwsh" || reason !== null) {
    say(`THE PESTER TESTS OF THE COLLECTOR ARE NOT RUN HERE: ${reason}.`);
    return { passed: 0, failed: 0, skipped: files.map((file) => ({ name: `collector/tests/${file}`, reason: reason ?? "no PowerShell 7" })) };
  }
  const { code, output } = await runCommand(pwsh.command, [...pwsh.args, path.join(tests, "run-pester.ps1"), "-Folder", tests], { cwd: root, quiet: true });
  const last = output.trim().split(/\r?\n/).at(-1) ?? "";
  if (code !== 0 || !last.startsWith("{")) {
    say(output);
    return single(false);
  }
  /** @type {Tally} */
  const tally = JSON.parse(last);
  if (tally.failed > 0) say(output);
  return tally;
}
