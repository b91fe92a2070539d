import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import Table from "cli-table3";
import { Command, Option } from "commander";
import { runBounded } from "./bounded";
import { burst } from "./burst";
import { databaseAway } from "./database-away";
import { diskFull } from "./disk-full";
import { disorder } from "./disorder";
import { estate } from "./estate";
import { fuzz } from "./fuzz";
import { kills } from "./kills";
import type { Outcome, Situation } from "./situation";
import { slowConnections } from "./slow";
import { steady } from "./steady";
import { stopUnderLoad } from "./stop-under-load";
import { twoInstances } from "./two-instances";

/** In the order of the table; `estate` takes a quarter of an hour and comes last. */
const SITUATIONS: readonly Situation[] = [kills, databaseAway, burst, diskFull, disorder, slowConnections, stopUnderLoad, twoInstances, steady, fuzz, estate];

const options = new Command("faults")
  .description("Breaks Quiesce on purpose, on this machine alone, and tells what it promised and what was measured.")
  .addOption(new Option("--only <names...>", "which situations").choices(SITUATIONS.map(({ name }) => name)))
  .option("--short", "few hosts and short waits, as npm test runs it", false)
  .option("--hosts <count>", "hosts of the situation estate", Number, 1000)
  .option("--minutes <count>", "minutes of the situation estate", Number, 10)
  .addHelpText("after", "\nExit codes: 0 every promise that was tried was kept; 1 one was not.")
  .parse()
  .opts<{ only?: string[]; short: boolean; hosts: number; minutes: number }>();

const say = (line: string) => void process.stderr.write(`${line}\n`);
const wanted = SITUATIONS.filter(({ name }) => (options.only === undefined ? !(options.short && name === "estate") : options.only.includes(name)));
const rows: (Outcome & { situation: string; seconds: number })[] = [];
const startedAt = new Date().toISOString();

for (const situation of wanted) {
  say(`${situation.name}: ${situation.title} …`);
  const started = Date.now();
  const outcomes = await runBounded(situation, { short: options.short, hosts: options.hosts, minutes: options.minutes, say });
  const seconds = Math.round((Date.now() - started) / 1000);
  rows.push(...outcomes.map((outcome) => ({ situation: situation.title, seconds, ...outcome })));
}

const table = new Table({ head: ["situation", "promised", "measured", "kept"], style: { head: [], border: [] }, wordWrap: true, colWidths: [30, 36, 62, 9] });
for (const { situation, promise, measured, kept } of rows) table.push([situation, promise, measured, kept === null ? "NOT RUN" : kept ? "yes" : "NO"]);
process.stdout.write(`${table.toString()}\n`);
const folder = path.join(import.meta.dirname, "results");
await mkdir(folder, { recursive: true });
const machine = { node: process.version, platform: process.platform, cpus: os.cpus().length, load: os.loadavg() };
await writeFile(path.join(folder, `${startedAt.replaceAll(":", "-")}.json`), `${JSON.stringify({ startedAt, machine, options, rows }, null, 2)}\n`);
const broken = rows.filter(({ kept }) => kept === false).length;
const notRun = rows.filter(({ kept }) => kept === null).length;
const tallyFile = process.env["QUIESCE_TALLY_FILE"];
if (tallyFile !== undefined) {
  const skipped = rows.filter(({ kept }) => kept === null).map(({ situation, measured }) => ({ name: `faults › ${situation}`, reason: measured }));
  await writeFile(tallyFile, JSON.stringify({ passed: rows.length - broken - notRun, failed: broken, skipped }));
}
process.stdout.write(`${rows.length - broken - notRun} promises kept, ${broken} broken, ${notRun} not run\n`);
process.exitCode = broken === 0 ? 0 : 1;
// A situation that was ended may leave a connection that nobody answers and that would keep this process.
setTimeout(() => process.exit(), 5_000).unref();
