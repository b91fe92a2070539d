import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { type Command, Option } from "commander";
import { AppError } from "@/lib/errors";
import type { FileAccount, ImportAccount } from "@/lib/inventory/account";
import { findRunningApp, withDatabase } from "./database";
import { sendFiles, type UploadFile } from "./running-app";

interface ImportOptions {
  format: "table" | "json";
  hostOs?: string;
  hostId?: string;
  collectedAt?: string;
}

const EXIT_REFUSED = 2;

/** `quiesce import FILE|DIR|ZIP...`: through the running app, else straight into the database. */
export function addImportCommand(program: Command): void {
  program
    .command("import")
    .description("import inventories into the running app, or into its database when it does not run")
    .argument("<path...>", "files, folders or ZIPs: inventory documents, SCVMM exports, Hyper-V cmdlet output")
    .addOption(new Option("--format <format>", "how to print").choices(["table", "json"]).default("table"))
    .option("--host-os <version>", "Windows of every host that does not tell its own: 2008, 2008R2, 2012, 2012R2, 2016, 2019, 2022, 2025, or 10.0.17763")
    .option("--host-id <id>", "install id of the host, for files of one host that carry none")
    .option("--collected-at <time>", "when files without a time were collected, such as 2026-05-18T07:40:00Z")
    .addHelpText("after", "\nExit codes: 0 every file was taken or is already known; 1 the import did not work; 2 a file was refused (the rest is imported), or the command is not understood.")
    .action((paths: string[], options: ImportOptions, command: Command) => importCommand(paths, options).catch((error: unknown) => {
      if (error instanceof AppError && error.code === "invalid-request") command.error(error.message, { exitCode: EXIT_REFUSED });
      throw error;
    }));
}

async function filesIn(given: string): Promise<UploadFile[]> {
  const found = await stat(given).catch((error: unknown) => {
    throw new AppError("invalid-request", `${given} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  });
  if (!found.isDirectory()) return [{ name: path.basename(given), read: () => readFile(given) }];
  const entries = await readdir(given, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ name: path.relative(given, file).split(path.sep).join("/"), read: () => readFile(file) }));
}

/** Rewrites one line on a terminal; says nothing in a pipe. */
function progressLine(): { say(text: string): void; clear(): void } {
  if (process.stderr.isTTY !== true) return { say: () => undefined, clear: () => undefined };
  return { say: (text) => void process.stderr.write(`\r\u001b[2K${text}`), clear: () => void process.stderr.write("\r\u001b[2K") };
}

async function throughApp(url: string, files: readonly UploadFile[], options: ImportOptions, say: (text: string) => void): Promise<ImportAccount> {
  const query = new URLSearchParams({ via: "cli" });
  for (const key of ["hostOs", "hostId", "collectedAt"] as const) {
    const value = options[key];
    if (value !== undefined) query.set(key, value);
  }
  return await sendFiles(`${url}/api/v1/imports?${query}`, files, (sent) => {
    say(sent < files.length ? `Sent ${sent} of ${files.length} files …` : `${files.length} files sent; the app judges …`);
  }) as ImportAccount;
}

/** Through the same code as the app, while none runs. */
async function straight(files: readonly UploadFile[], options: ImportOptions, say: (text: string) => void): Promise<ImportAccount> {
  return withDatabase(async () => {
    const [{ pool }, { acceptFiles }, { loadPolicy }, { checkOptions }, { readEnv }] = await Promise.all([
      import("@/lib/db/client"), import("@/lib/ingest/accept-files"), import("@/lib/policy/stored-policy"), import("@/lib/importers"), import("@/lib/env"),
    ]);
    const given = { ...(options.hostOs === undefined ? {} : { hostOs: options.hostOs }), ...(options.hostId === undefined ? {} : { hostId: options.hostId }), ...(options.collectedAt === undefined ? {} : { collectedAt: options.collectedAt }) };
    const settled = { now: Date.now(), maxBytes: readEnv().importLimitBytes, ...given };
    checkOptions(settled);
    const read = await Promise.all(files.map(async (file) => ({ name: file.name, bytes: await file.read() })));
    const { document: policy } = await loadPolicy(pool());
    return acceptFiles(pool(), read, { ...settled, via: "cli", policy, onProgress: ({ files: total, done, vms }) => { say(`${done} of ${total} files, ${vms} VMs judged …`); } });
  });
}

const WORDS: Readonly<Record<FileAccount["result"], string>> = { understood: "Understood", partly: "In part", known: "Already known", refused: "Refused" };
/** Names come from outside: no control character reaches the terminal. */
const plain = (text: string) => text.replace(/\p{Cc}/gu, " ");

function* linesOf(account: ImportAccount): Generator<string> {
  for (const file of account.files) {
    yield `${WORDS[file.result].padEnd(14)}${file.files.join(", ")}${file.label === "" ? "" : ` (${file.label}${file.encoding === "" ? "" : `, ${file.encoding}`})`}`;
    yield `  ${file.summary}`;
    for (const note of file.notes) if (!file.summary.includes(note)) yield `  ${note}`;
    for (const fault of file.faults.slice(0, 10)) if (!file.summary.includes(fault.problem)) yield `  ${fault.problem} ${fault.mend}`;
    if (file.faults.length > 10) yield `  ${file.faults.length - 10} more faults.`;
    if (file.withoutId.length > 0) yield `  Not stored, because they have no GUID: ${file.withoutId.slice(0, 10).join(", ")}${file.withoutId.length > 10 ? " …" : ""}. quiesce judge judges them.`;
    if (file.ignored.length > 0) yield `  Read past: ${file.ignored.slice(0, 8).map(({ key, count }) => `${key} (${count})`).join(", ")}${file.ignored.length > 8 ? " …" : ""}.`;
  }
  yield `${account.accepted} accepted, ${account.known} already known, ${account.refused} refused in ${(account.durationMs / 1000).toFixed(1)} s. The estate has ${account.estate.vms.toLocaleString("en-US")} VMs on ${account.estate.hosts.toLocaleString("en-US")} hosts.`;
}

async function importCommand(paths: string[], options: ImportOptions): Promise<void> {
  const files = (await Promise.all(paths.map(filesIn))).flat();
  if (files.length === 0) throw new AppError("invalid-request", `There is no file in ${paths.join(", ")}.`);
  const line = progressLine();
  const app = await findRunningApp();
  const account = app === undefined ? await straight(files, options, line.say) : await throughApp(app.url, files, options, line.say);
  line.clear();
  if (options.format === "json") process.stdout.write(`${JSON.stringify(account)}\n`);
  else for (const text of linesOf(account)) process.stdout.write(`${plain(text)}\n`);
  if (account.refused > 0) process.exitCode = EXIT_REFUSED;
}
