import { mkdir, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import Table from "cli-table3";
import { Command, Option } from "commander";
import type { Figure } from "./figure";

const FIGURES = ["judge", "import", "ingest", "unchanged", "rejudge", "storage", "pages", "start", "javascript"] as const;
type FigureName = (typeof FIGURES)[number];

interface Options {
  only?: FigureName[];
  judgeVms: number;
  judgeRounds: number;
  importVms: number;
  importRounds: number;
  ingestDocuments: number;
  ingestRounds: number;
  rejudgeVms: number;
  storageHosts: number;
  listVms: number;
  listBase: number;
  requests: number;
  warmUp: number;
  startRounds: number;
}

const count = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${text} is not a whole number above 0`);
  return value;
};

const options = new Command("bench")
  .description("Measures Quiesce. Each figure stands beside its floor of the same run, so that tables of different machines can be compared by the ratio.")
  .addOption(new Option("--only <figures...>", "which figures").choices(FIGURES))
  .option("--judge-vms <count>", "VMs to judge a round", count, 2000)
  .option("--judge-rounds <count>", "rounds of the judge", count, 15)
  .option("--import-vms <count>", "VMs to import", count, 10_000)
  .option("--import-rounds <count>", "imports, each into an empty database", count, 3)
  .option("--ingest-documents <count>", "documents that each of 8 hosts sends", count, 40)
  .option("--ingest-rounds <count>", "rounds of ingest, each into an empty database", count, 3)
  .option("--rejudge-vms <count>", "VMs to judge again", count, 100_000)
  .option("--storage-hosts <count>", "hosts of 50 VMs that send for two days", count, 20)
  .option("--list-vms <count>", "VMs of the large estate", count, 20_000)
  .option("--list-base <count>", "VMs of the small estate", count, 500)
  .option("--requests <count>", "requests measured for each address", count, 200)
  .option("--warm-up <count>", "requests before them", count, 20)
  .option("--start-rounds <count>", "starts", count, 5)
  .parse()
  .opts<Options>();

const wanted = (figure: FigureName) => options.only === undefined || options.only.includes(figure);
const say = (line: string) => void process.stderr.write(`${line}\n`);

const HOSTS = 8;
const VMS_PER_HOST = 50;
/** VMs that are imported; the others are copies of their rows. */
const REJUDGE_BASE = 2000;
const onServer: readonly FigureName[] = ["import", "ingest", "unchanged", "rejudge", "storage", "pages"];

async function measure(): Promise<Figure[]> {
  const figures: Figure[] = [];
  if (wanted("judge")) {
    say("Judging …");
    const { benchBuiltJudge } = await import("./built");
    figures.push(...await benchBuiltJudge({ vms: options.judgeVms, rounds: options.judgeRounds }));
  }
  if (onServer.some(wanted)) {
    const { startServer } = await import("./postgres");
    const server = await startServer();
    try {
      if (wanted("import")) {
        say(`Importing ${options.importVms} VMs, ${options.importRounds} times …`);
        const { benchImport } = await import("./import");
        figures.push(...await benchImport(server, { vms: options.importVms, rounds: options.importRounds }));
      }
      const network = await import("./network");
      const sending = { hosts: HOSTS, vmsPerHost: VMS_PER_HOST, documents: options.ingestDocuments, rounds: options.ingestRounds };
      if (wanted("ingest")) {
        say(`Sending ${HOSTS * options.ingestDocuments} inventories with changes, ${options.ingestRounds} times twice …`);
        figures.push(...await network.benchIngest(server, sending));
      }
      if (wanted("unchanged")) {
        say(`Sending ${HOSTS * options.ingestDocuments} unchanged inventories, ${options.ingestRounds} times …`);
        figures.push(...await network.benchUnchanged(server, sending));
      }
      if (wanted("rejudge")) {
        say(`Judging ${options.rejudgeVms} VMs again …`);
        figures.push(...await network.benchRejudge(server, { vms: options.rejudgeVms, base: Math.min(REJUDGE_BASE, options.rejudgeVms) }));
      }
      if (wanted("storage")) {
        say(`Sending for two days from ${options.storageHosts} hosts …`);
        figures.push(...await network.benchStorage(server, { hosts: options.storageHosts, vmsPerHost: VMS_PER_HOST }));
      }
      if (wanted("pages")) {
        const { benchPages } = await import("./pages");
        figures.push(...await benchPages(server, { large: options.listVms, small: options.listBase, requests: options.requests, warmUp: options.warmUp }, say));
      }
    } finally {
      await server.stop();
    }
  }
  if (wanted("start")) {
    say(`Starting ${options.startRounds} times …`);
    const { benchStart } = await import("./start");
    figures.push(...await benchStart({ rounds: options.startRounds }));
  }
  if (wanted("javascript")) {
    say("Weighing JavaScript …");
    const { benchJavaScript } = await import("./javascript");
    figures.push(...await benchJavaScript());
  }
  return figures;
}

function tableOf(figures: readonly Figure[]): string {
  const table = new Table({ head: ["figure", "what", "measured", "floor", "ratio", "target", "met"], style: { head: [], border: [] }, wordWrap: true, colWidths: [12, 52, 20, 30, 8, 16, 6] });
  for (const { figure, what, value, floor, ratio, target, met } of figures) {
    table.push([figure, what, value, floor, ratio === null ? "" : ratio.toFixed(2), target ?? "for information", met === null ? "" : met ? "yes" : "no"]);
  }
  return table.toString();
}

const startedAt = new Date().toISOString();
const figures = await measure();
const results = path.join(import.meta.dirname, "results");
await mkdir(results, { recursive: true });
const file = path.join(results, `${startedAt.replaceAll(":", "-")}.json`);
const machine = { node: process.version, platform: process.platform, cpus: os.cpus().length, cpu: os.cpus()[0]?.model ?? "unknown", load: os.loadavg() };
await writeFile(file, `${JSON.stringify({ startedAt, machine, options, figures }, null, 2)}\n`);
process.stdout.write(`${tableOf(figures)}\n`);
say(`Written to ${path.relative(process.cwd(), file)}`);
