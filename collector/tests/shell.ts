import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestContext } from "vitest";
import { findPowerShell } from "../../scripts/test/powershell.mjs";

export const collectorFolder = path.resolve(import.meta.dirname, "..");

/** The module as Windows loads it. */
export const moduleFile = path.join(collectorFolder, "Quiesce/Quiesce.psd1");

/** A script of the proof, beside this file. */
export function proofScript(name: string): string {
  return path.join(import.meta.dirname, "proof", name);
}

export interface Ran {
  code: number;
  /** What the script returned, a line each. */
  lines: string[];
  stderr: string;
}

/**
 * Runs a PowerShell script on what is found here; a test is skipped, with the reason, where nothing is.
 * @param of parameters of the script by name; a value of `true` is a switch
 */
export async function runScript(context: TestContext, script: string, of: Record<string, string | true> = {}, env: Record<string, string> = {}): Promise<Ran> {
  const shell = await findPowerShell();
  if (shell.kind === "none") return context.skip(shell.reason);
  const given = Object.entries(of).flatMap(([name, value]) => (value === true ? [`-${name}`] : [`-${name}`, value]));
  return new Promise((resolve) => {
    execFile(shell.command, [...shell.args, script, ...given], { maxBuffer: 512 * 1024 * 1024, windowsHide: true, env: { ...process.env, ...env } }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
      resolve({ code, lines: stdout.split(/\r?\n/).filter((line) => line !== ""), stderr });
    });
  });
}

/** The same for a script that answers in lines of JSON; one that ends by an error fails the test with its words. */
export async function runChecked<T>(context: TestContext, script: string, of: Record<string, string | true> = {}): Promise<T[]> {
  const { code, lines, stderr } = await runScript(context, script, of);
  if (code !== 0) throw new Error(`${path.basename(script)} ended with code ${code}: ${stderr.trim()}`);
  return lines.map((line) => JSON.parse(line) as T);
}

/** Runs `use` with a file of JSON lines that is removed afterwards. */
export async function withLines<T>(rows: readonly unknown[], use: (file: string) => Promise<T>): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "quiesce-collector-"));
  const file = path.join(folder, "rows.jsonl");
  fs.writeFileSync(file, `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`);
  try {
    return await use(file);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
