import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { AppError } from "@/lib/errors";
import { readUploads } from "@/lib/importers";
import type { FileReading } from "@/lib/importers/contract";
import { clusterOf } from "@/lib/inventory/cluster-of";
import { judgeHost } from "@/lib/judge/judge-host";
import { countClasses, type JudgedVm, judgementOutputSchema, outputOf, worstFirst } from "@/lib/judge/output";
import { DEFAULT_POLICY, type Policy, policySchema } from "@/lib/judge/policy";
import { judgeArticle } from "@/lib/judge/rulesets/article-2008r2";
import { settingsFor } from "@/lib/judge/settings";
import { judgementTable } from "./judge-table";

interface JudgeOptions {
  format: "table" | "json";
  ruleset?: "version-aware" | "article-2008r2";
  policy?: string;
  now?: string;
  hostOs?: string;
}

const EXIT_READY = 0;
const EXIT_NOT_READY = 1;
const EXIT_REFUSED = 2;

/** `quiesce judge FILE...`: no database, no server. */
export function addJudgeCommand(program: Command): void {
  program
    .command("judge")
    .description("judge the VMs of inventory files and foreign exports; needs no database and no server")
    .argument("<file...>", "inventory documents, SCVMM exports, Hyper-V cmdlet output, or ZIPs of them")
    .addOption(new Option("--format <format>", "how to print").choices(["table", "json"]).default("table"))
    .addOption(new Option("--ruleset <id>", "rules to judge by; the policy's own if not told").choices(["version-aware", "article-2008r2"]))
    .option("--policy <file>", "policy document (JSON)")
    .option("--now <time>", "judge as of this time, such as 2026-05-18T07:40:00Z")
    .option("--host-os <version>", "Windows of every host that does not tell its own: 2008, 2008R2, 2012, 2012R2, 2016, 2019, 2022, 2025, or 10.0.17763")
    .addHelpText("after", "\nExit codes: 0 at least one VM was judged, and every VM that is not offline or excluded is ready; 1 otherwise; 2 a file was refused (the rest is still printed), or the command is not understood.")
    .action((files: string[], options: JudgeOptions, command: Command) => judgeCommand(files, options).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "invalid-request") command.error(error.message, { exitCode: EXIT_REFUSED });
      throw error;
    }));
}

function timeOf(text: string | undefined): number {
  if (text === undefined) return Date.now();
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw new AppError("invalid-request", `--now ${text} is not a time; write it such as 2026-05-18T07:40:00Z.`);
  return time;
}

/** Reads and checks a policy file; names the field that is wrong. */
export async function readPolicy(file: string | undefined): Promise<Policy> {
  if (file === undefined) return DEFAULT_POLICY;
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new AppError("invalid-request", `The policy file ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError("invalid-request", `The policy file ${file} is not JSON.`);
  }
  const parsed = policySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AppError("invalid-request", `The policy file ${file} has a fault at ${issue?.path.join(".") || "its top"}: ${issue?.message ?? "not understood"}.`);
}

async function readAll(files: readonly string[], options: JudgeOptions, now: number): Promise<FileReading[]> {
  const found: { name: string; bytes: Uint8Array }[] = [];
  const unreadable: FileReading[] = [];
  for (const name of files) {
    try {
      found.push({ name, bytes: await readFile(name) });
    } catch (error) {
      const problem = `${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
      unreadable.push({ files: [name], kind: "unknown", label: "not read", encoding: "", documents: [], notes: [], ignored: [], refused: { place: name, problem, mend: "Check the path and your rights." } });
    }
  }
  return [...unreadable, ...await readUploads(found, { now, ...(options.hostOs === undefined ? {} : { hostOs: options.hostOs }) })];
}

function judgeReadings(readings: readonly FileReading[], policy: Policy, ruleset: string, now: number): JudgedVm[] {
  const settings = settingsFor(policy);
  const judged: JudgedVm[] = [];
  const onCheckError = (requirement: string, error: unknown) => process.stderr.write(`The check of ${requirement} failed: ${error instanceof Error ? error.message : String(error)}\n`);
  for (const { documents } of readings) {
    for (const { inventory } of documents) {
      for (const host of inventory.hosts) {
        const cluster = clusterOf(host, inventory.clusters);
        const judgements = ruleset === "article-2008r2"
          ? host.vms.map((vm) => judgeArticle({ host, cluster, vm }, settings({ clusterName: cluster?.name ?? host.clusterName, hostName: host.name, vmName: vm.name, vmId: vm.id }), now))
          : judgeHost({ host, cluster, vms: host.vms, intervalSeconds: inventory.header.intervalSeconds }, settings, now, onCheckError);
        for (const judgement of judgements) judged.push({ host: host.name, cluster: cluster?.name ?? host.clusterName, judgement });
      }
    }
  }
  return judged.sort(worstFirst);
}

async function judgeCommand(files: string[], options: JudgeOptions): Promise<void> {
  const now = timeOf(options.now);
  const policy = await readPolicy(options.policy);
  const ruleset = options.ruleset ?? policy.estate.ruleset ?? "version-aware";
  const showsProgress = process.stderr.isTTY === true;
  if (showsProgress) process.stderr.write(`Reading ${files.length} ${files.length === 1 ? "file" : "files"}…\r`);
  const readings = await readAll(files, options, now);
  const judged = judgeReadings(readings, policy, ruleset, now);
  if (showsProgress) process.stderr.write("\u001b[2K");
  const counts = countClasses(judged);
  const output = judgementOutputSchema.parse({
    schema: "quiesce.judgement/1", ruleset, policy: policy.name, now: new Date(now).toISOString(),
    synthetic: readings.some((reading) => reading.documents.some(({ inventory }) => inventory.header.synthetic)),
    files: readings.map((reading) => ({ files: reading.files, kind: reading.kind, notes: reading.notes, refused: reading.refused, vms: reading.documents.reduce((sum, { inventory }) => sum + inventory.hosts.reduce((of, host) => of + host.vms.length, 0), 0) })),
    counts, vms: judged.map(outputOf),
  });
  process.stdout.write(options.format === "json" ? `${JSON.stringify(output, null, 2)}\n` : judgementTable(output));
  for (const { refused, files: names } of readings) if (refused !== null) process.stderr.write(`Refused ${names.join(", ")}: ${refused.problem} ${refused.mend}\n`);
  const { classes } = counts;
  const allReady = counts.total > 0 && classes.weaker + classes["not-live"] + classes.unknown === 0;
  process.exitCode = readings.some((reading) => reading.refused !== null) ? EXIT_REFUSED : allReady ? EXIT_READY : EXIT_NOT_READY;
}
