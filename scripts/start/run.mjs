import { spawn } from "node:child_process";

/**
 * Runs Node on a script and waits for its end. Output goes where ours goes, unless `quiet`: then
 * it is kept and handed back.
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, quiet?: boolean, timeoutMs?: number }} options
 * @returns {Promise<{ code: number, output: string }>} code 1 when a signal or the timeout ended it
 */
export function runNode(args, options) {
  return runCommand(process.execPath, args, options);
}

/**
 * Runs a command and waits for its end; as `runNode`.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string>, quiet?: boolean, shell?: boolean, timeoutMs?: number, ids?: { uid?: number, gid?: number } }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runCommand(command, args, { cwd, env, quiet = false, shell = false, timeoutMs, ids = {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      shell,
      timeout: timeoutMs,
      stdio: quiet ? ["ignore", "pipe", "pipe"] : "inherit",
      windowsHide: true,
      ...ids,
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
