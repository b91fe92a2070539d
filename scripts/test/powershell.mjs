import fs from "node:fs";
import path from "node:path";
import { runCommand } from "../start/run.mjs";
import { root } from "../start/settings.mjs";

const engineFolder = path.join(root, "collector/engine");
const engineFile = path.join(engineFolder, "bin/out/quiesce-engine.dll");
const leastSdk = 10;
const buildLimitMs = 300_000;

/**
 * What runs the collector's scripts here.
 * - `pwsh`: a whole PowerShell 7; `pester` is the version of Pester 5 it has, or null.
 * - `engine`: the bare engine from NuGet, hosted by collector/engine; language and .NET only.
 * - `none`: neither was found; `reason` says what was looked for.
 * @typedef {{ kind: "pwsh", command: string, args: string[], version: string, pester: string | null }
 *   | { kind: "engine", command: string, args: string[], version: string }
 *   | { kind: "none", reason: string }} PowerShell
 */

/** @type {Promise<{ pwsh: PowerShell, engine: PowerShell }> | undefined} */
let found;

/**
 * Finds a whole PowerShell 7 and builds the bare engine, each where it can be had. QUIESCE_PWSH names a pwsh elsewhere than on the path.
 * @returns {Promise<{ pwsh: PowerShell, engine: PowerShell }>}
 */
export function findPowerShells() {
  found ??= Promise.all([findPwsh(), findEngine()]).then(([pwsh, engine]) => ({ pwsh, engine }));
  return found;
}

/**
 * The one that the checks of the collector run on: the bare engine, which proves the most, else a whole PowerShell 7.
 * @returns {Promise<PowerShell>}
 */
export async function findPowerShell() {
  const { pwsh, engine } = await findPowerShells();
  if (engine.kind !== "none") return engine;
  return pwsh.kind !== "none" ? pwsh : { kind: "none", reason: `${pwsh.reason}; ${engine.reason}` };
}

/** @returns {Promise<PowerShell>} */
async function findPwsh() {
  const command = process.env["QUIESCE_PWSH"] ?? "pwsh";
  const probe = "$PSVersionTable.PSVersion.ToString(); (Get-Module -ListAvailable Pester | Where-Object Version -ge '5.0' | Sort-Object Version | Select-Object -Last 1).Version -as [string]";
  const { code, output } = await quietly(command, ["-NoProfile", "-NonInteractive", "-Command", probe]);
  const [version = "", pester = ""] = output.split(/\r?\n/).map((line) => line.trim());
  if (code !== 0 || !/^[7-9]\./.test(version)) return { kind: "none", reason: "no PowerShell 7 (pwsh) is on the path" };
  return { kind: "pwsh", command, args: ["-NoProfile", "-NonInteractive", "-File"], version, pester: /^\d/.test(pester) ? pester : null };
}

/** @returns {Promise<PowerShell>} */
async function findEngine() {
  const { code, output } = await quietly("dotnet", ["--version"]);
  const major = Number(output.trim().split(".")[0]);
  if (code !== 0 || !(major >= leastSdk)) return { kind: "none", reason: `no .NET SDK ${leastSdk} or later (dotnet) is on the path` };
  const failure = await buildEngine();
  if (failure !== null) return { kind: "none", reason: `the engine does not build, which needs NuGet once: ${failure}` };
  return { kind: "engine", command: "dotnet", args: [engineFile], version: pinnedVersion() };
}

function pinnedVersion() {
  const project = fs.readFileSync(path.join(engineFolder, "quiesce-engine.csproj"), "utf8");
  return /System\.Management\.Automation" Version="([^"]+)"/.exec(project)?.[1] ?? "of unknown version";
}

/** @returns {Promise<string | null>} null when it is built, else the first line that says why not */
async function buildEngine() {
  const isFresh = () =>
    fs.existsSync(engineFile) &&
    ["Program.cs", "quiesce-engine.csproj", "packages.lock.json"].every((file) => fs.statSync(path.join(engineFolder, file)).mtimeMs <= fs.statSync(engineFile).mtimeMs);
  if (isFresh()) return null;
  const lock = path.join(engineFolder, "obj-lock");
  const until = Date.now() + buildLimitMs;
  while (!tryLock(lock)) {
    if (Date.now() > until) return `${lock} is held by another build`;
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (isFresh()) return null;
  }
  try {
    const args = ["build", "-c", "Release", "-o", "bin/out", "--nologo", "-v", "quiet", "-p:RestoreLockedMode=true"];
    const { code, output } = await quietly("dotnet", args, engineFolder);
    if (code !== 0) return output.split("\n").find((line) => line.includes("error")) ?? `dotnet build ended with code ${code}`;
    const now = new Date();
    fs.utimesSync(engineFile, now, now);
    return null;
  } finally {
    fs.rmdirSync(lock);
  }
}

/**
 * Test files run in several processes; one of them builds. A lock older than a build can take is left over.
 * @param {string} lock
 * @returns {boolean}
 */
function tryLock(lock) {
  try {
    fs.mkdirSync(lock);
    return true;
  } catch {
    if (fs.existsSync(lock) && Date.now() - fs.statSync(lock).mtimeMs > buildLimitMs) fs.rmdirSync(lock);
    return false;
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} [cwd]
 */
function quietly(command, args, cwd = root) {
  const env = { DOTNET_CLI_TELEMETRY_OPTOUT: "1", DOTNET_NOLOGO: "1", POWERSHELL_TELEMETRY_OPTOUT: "1", POWERSHELL_UPDATECHECK: "Off" };
  return runCommand(command, args, { cwd, env, quiet: true, timeoutMs: buildLimitMs }).catch((error) => ({ code: 127, output: String(error) }));
}
