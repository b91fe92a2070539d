import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import { AppError } from "@/lib/errors";
import { documentAt, hostNameOf, type SimulationOptions } from "@/lib/simulate/history";
import { runSimulation } from "@/lib/simulate/run";
import { collectorsOf, keepCollectors } from "./simulated-collectors";

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
    .option("--seed <n>", "the same seed and --start give the same documents, byte for byte; another seed has other hosts and VMs", wholeNumber(0), 1)
    .option("--interval <seconds>", "interval that the documents tell", wholeNumber(1), 3600)
    .option("--start <time>", "time of the first document; default: so that the last is of now, which is other documents a minute later", instant)
    .option("--flipping <share>", "share of VMs that are at fault in every third document", share, 0.1)
    .option("--skewed <share>", "share of hosts whose clock is a day off", share, 0)
    .option("--to <url>", "address of the app; the admin token is read from QUIESCE_ADMIN_TOKEN")
    .option("--out <folder>", "write one file a document instead")
    .option("--every <seconds>", "pause between two documents of a host; 0: none", wholeNumber(0), 0)
    .option("--concurrency <n>", "hosts that send at the same time", wholeNumber(1), 64)
    .option("--max-wait <seconds>", "longest wait between two tries; a real collector's is 600", wholeNumber(1), 600)
    .option("--collectors <file>", "credentials of the simulated hosts, the --start they began with and how much each sent: made by the app, kept there, and read by the next run, which goes on after them")
    .option("--acks <file>", "write every final answer, a JSON line each")
    .addHelpText("after", "\nExit codes: 0 every document has an answer of 200 or 202; 1 some were refused or dropped; 2 the command is not understood.\nA host has one collector: a second run for the same hosts needs the --collectors file of the first, or another --seed.")
    .action(simulate);
}

async function simulate(options: Options): Promise<void> {
  if ((options.to === undefined) === (options.out === undefined)) throw new AppError("invalid-request", "Name one of --to URL and --out FOLDER.");
  if (options.out !== undefined) return write(simulationOf(options, options.start ?? null, 0), options.out);
  const server = (options.to ?? "").replace(/\/+$/, "");
  const collectors = await collectorsOf(options, server, options.collectors, options.start ?? null);
  const credentials = collectors.mine;
  if (options.collectors !== undefined) await keepCollectors(collectors, options.documents, options.collectors);
  const simulation = simulationOf(options, options.start ?? credentials[0]?.start ?? null, Math.max(...credentials.map(({ sent }) => sent)));
  const acks = options.acks === undefined ? null : createWriteStream(options.acks);
  acks?.write(`${JSON.stringify({ simulation })}\n`);
  const shown = process.stderr.isTTY === true;
  let answered = 0;
  let pending = 0;
  const summary = await runSimulation(simulation, {
    server, credentials, everySeconds: options.every, concurrency: options.concurrency, capMs: options.maxWait * 1000,
    onAcknowledged(acknowledgement) {
      answered += 1;
      if (acknowledgement.result === "collector-pending") pending += 1;
      acks?.write(`${JSON.stringify(acknowledgement)}\n`);
      if (shown && answered % 50 === 0) process.stderr.write(`\r\u001b[2K${answered} of ${simulation.hosts * simulation.documents} documents …`);
    },
  });
  if (shown) process.stderr.write("\r\u001b[2K");
  if (acks !== null) await new Promise<void>((resolve) => acks.end(resolve));
  process.stdout.write(`${JSON.stringify({ start: simulation.start, ...summary })}\n`);
  if (pending > 0) process.stderr.write(`${pending} documents wait for the approval of their collectors: a host of this seed has one already. Give the --collectors file of the run that made it, or another --seed.\n`);
  if (summary.refused > 0 || summary.dropped > 0) process.exitCode = 1;
}

/** @param sent documents of each host before this run */
function simulationOf(options: Options, start: string | null, sent: number): SimulationOptions {
  const soThatTheLastIsNow = () => new Date(Math.floor(Date.now() / 60_000) * 60_000 - (sent + options.documents - 1) * options.interval * 1000).toISOString();
  return { ...options, start: start ?? soThatTheLastIsNow(), intervalSeconds: options.interval };
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
