import { execFile } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { appFlags } from "../scripts/start/node-flags.mjs";
import type { Figure } from "./figure";

const root = path.join(import.meta.dirname, "..");
const RUN = "const all = await import(process.argv[1]); process.stdout.write(JSON.stringify(await all[process.argv[2]](JSON.parse(process.argv[3]))), () => process.exit(0));";

/**
 * Runs an exported function of a file of this folder on built code, as the app runs it: the TypeScript loader of the
 * command line wraps every function to keep its name, which the web build does not. In a Node of its own, with nothing
 * else loaded. Options and result pass as JSON.
 */
export async function runBuilt<Result>(file: string, exported: string, options: object, env: Record<string, string> = {}): Promise<Result> {
  const outfile = path.join(root, ".build", `bench-${file}.mjs`);
  await build({ entryPoints: [path.join(root, `bench/${file}.ts`)], outfile, bundle: true, platform: "node", format: "esm", target: "node20", tsconfig: path.join(root, "tsconfig.json"), packages: "external", logLevel: "error" });
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [...appFlags, "--conditions=react-server", "--input-type=module", "-e", RUN, pathToFileURL(outfile).href, exported, JSON.stringify(options)], {
    cwd: root, maxBuffer: 16 * 1024 * 1024, env: { ...process.env, NODE_ENV: "production", ...env },
  });
  process.stderr.write(stderr);
  return JSON.parse(stdout) as Result;
}

export function benchBuiltJudge(options: { vms: number; rounds: number }): Promise<Figure[]> {
  return runBuilt("judge", "benchJudge", options);
}
