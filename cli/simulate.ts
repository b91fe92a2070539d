import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { AppError } from "@/lib/errors";
import { documentAt, hostNameOf, type SimulationOptions } from "@/lib/simulate/history";
import { type Credential, runSimulation } from "@/lib/simulate/run";
import { callApp } from "./running-app";

interface Options extends Omit<SimulationOptions, "flipping" | "skewed" | "intervalSeconds"> {
  interval: number;
  flipping: number;
  skewed: number;
  to?: string;
  out?: string;
  every: number;
  concurrency: number;
  collectors?: string;
  acks?: string;
  maxWait: number;
}

function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    if (!/^\d{1,9}$/.test(text) || Number(text) < least) throw new InvalidArgumentError(`a whole number from ${least} on`);
    return Number(text);
  };
}
function share(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1)) throw new InvalidArgumentError("a number from 0 to 1");
  return value;
}
function instant(text: string): string {
  if (Number.isNaN(Date.parse(text))) throw new InvalidArgumentError("a time such as 2026-05-18T07:00:00Z");
  return new Date(text).toISOString();
}

/** `quiesce simulate`: made-up inventories of any number of hosts, into a folder or to a running app. */
export function addSimulateCommand(program: Command): void {
  program
    .command("simulate")
    .description("send made-up inventories (synthetic: true) of many hosts to a running app, or write them into a folder")
    .requiredOption("--hosts <n>", "hosts", wholeNumber(1))
    .option("--vms-per-host <n>", "VMs on each host", wholeNumber(0), 20)
    .option("--documents <n>", "documents of each host", wholeNumber(1), 1)
    .option("--seed <n>", "the same seed gives the same documents", wholeNumber(0), 1)
    .option("--interval <seconds>", "interval that the documents tell", wholeNumber(1), 3600)
    .option("--start <time>", "time of the first document; default: so that the last is of now", instant)
    .option("--flipping <share>", "share of VMs that are at fault in every third document", share, 0.1)
    .option("--skewed <share>", "share of hosts whose clock is a day off", share, 0)
    .option("--to <url>", "address of the app; the admin token is read from QUIESCE_ADMIN_TOKEN")
    .option("--out <folder>", "write one file a document instead")
    .option("--every <seconds>", "pause between two documents of a host; 0: none", wholeNumber(0), 0)
    .option("--concurrency <n>", "hosts that send at the same time", wholeNumber(1), 64)
    .option("--max-wait <seconds>", "longest wait between two tries; a real collector's is 600", wholeNumber(1), 600)
    .option("--collectors <file>", "credentials of the simulated hosts, read if the file is there, else made by the app and kept there")
    .option("--acks <file>", "write every final answer, a JSON line each")
    .addHelpText("after", "\nExit codes: 0 every document has an answer of 200 or 202; 1 some were refused or dropped; 2 the command is not understood.")
    .action(simulate);
}

async function simulate(options: Options): Promise<void> {
  if ((options.to === undefined) === (options.out === undefined)) throw new AppError("invalid-request", "Name one of --to URL and --out FOLDER.");
  const start = options.start ?? new Date(Math.floor(Date.now() / 60_000) * 60_000 - (options.documents - 1) * options.interval * 1000).toISOString();
  const simulation: SimulationOptions = { ...options, start, intervalSeconds: options.interval };
  if (options.out !== undefined) return write(simulation, options.out);
  const server = (options.to ?? "").replace(/\/+$/, "");
  const credentials = await credentialsOf(simulation, server, options.collectors);
  const acks = options.acks === undefined ? null : createWriteStream(options.acks);
  acks?.write(`${JSON.stringify({ simulation })}\n`);
  const shown = process.stderr.isTTY === true;
  let answered = 0;
  const summary = await runSimulation(simulation, {
    server, credentials, everySeconds: options.every, concurrency: options.concurrency, capMs: options.maxWait * 1000,
    onAcknowledged(acknowledgement) {
      answered += 1;
      acks?.write(`${JSON.stringify(acknowledgement)}\n`);
      if (shown && answered % 50 === 0) process.stderr.write(`\r\u001b[2K${answered} of ${simulation.hosts * simulation.documents} documents …`);
    },
  });
  if (shown) process.stderr.write("\r\u001b[2K");
  if (acks !== null) await new Promise<void>((resolve) => acks.end(resolve));
  process.stdout.write(`${JSON.stringify({ start, ...summary })}\n`);
  if (summary.refused > 0 || summary.dropped > 0) process.exitCode = 1;
}

async function write(simulation: SimulationOptions, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (let host = 0; host < simulation.hosts; host += 1) {
    for (let place = 0; place < simulation.documents; place += 1) {
      const name = `${hostNameOf(simulation, host)}-${String(place + 1).padStart(5, "0")}.json`;
      await writeFile(path.join(folder, name), JSON.stringify(documentAt(simulation, host, place, null)));
    }
  }
  process.stdout.write(`${(simulation.hosts * simulation.documents).toLocaleString("en-US")} documents written to ${folder}.\n`);
}

/** One collector a host, made by the app, unless the file has it. */
async function credentialsOf(simulation: SimulationOptions, server: string, file: string | undefined): Promise<Credential[]> {
  const lines = file !== undefined && existsSync(file) ? (await readFile(file, "utf8")).split("\n").filter((line) => line !== "") : [];
  const known = new Map(lines.map((line) => JSON.parse(line) as Credential).map((credential) => [credential.host, credential]));
  const credentials: Credential[] = [];
  for (let number = 0; number < simulation.hosts; number += 1) {
    const host = hostNameOf(simulation, number);
    const made = known.get(host) ?? await makeCollector(server, host);
    credentials.push(made);
  }
  if (file !== undefined) await writeFile(file, credentials.map((credential) => `${JSON.stringify(credential)}\n`).join(""), { mode: 0o600 });
  return credentials;
}

async function makeCollector(server: string, host: string): Promise<Credential> {
  const made = await callApp(`${server}/api/v1/collectors`, "POST", { kind: "host", name: host }) as { token: string; epoch: number | string };
  return { host, token: made.token, epoch: Number(made.epoch) };
}
