import { execFile } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import type { Figure } from "./figure";

const root = path.join(import.meta.dirname, "..");
const out = path.join(root, ".build", "bench-judge.mjs");
const RUN = "const { benchJudge } = await import(process.argv[1]); process.stdout.write(JSON.stringify(benchJudge(JSON.parse(process.argv[2]))));";

/**
 * The judge figure on built code, as the app runs it: the TypeScript loader of the command line wraps every function to
 * keep its name, which the web build does not. Runs in a Node of its own, with nothing else loaded.
 */
export async function benchBuiltJudge(options: { vms: number; rounds: number }): Promise<Figure[]> {
  await build({ entryPoints: [path.join(root, "bench/judge.ts")], outfile: out, bundle: true, platform: "node", format: "esm", target: "node20", tsconfig: path.join(root, "tsconfig.json"), packages: "external", logLevel: "error" });
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", RUN, pathToFileURL(out).href, JSON.stringify(options)], { cwd: root, maxBuffer: 16 * 1024 * 1024 });
  return JSON.parse(stdout) as Figure[];
}
