import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { runBuilt } from "./built";
import { atLeast, atMost, type Figure, forInformation, inWords } from "./figure";
import type { IngestOptions, IngestTimes } from "./ingest";
import { median } from "./measure";
import type { BenchServer } from "./postgres";
import type { RejudgeTimes } from "./rejudge";
import type { Change } from "./senders";
import type { StorageSize } from "./storage";

export interface NetworkOptions {
  hosts: number;
  vmsPerHost: number;
  documents: number;
  rounds: number;
}

async function timeOf(server: BenchServer, options: IngestOptions, name: string): Promise<IngestTimes> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "quiesce-bench-door-"));
  try {
    return await runBuilt<IngestTimes>("ingest", "timeIngest", options, { DATABASE_URL: await server.makeDatabase(name), QUIESCE_DATA: dataFolder });
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}

async function line(server: BenchServer, options: NetworkOptions, change: Change, of: { figure: string; floor: string; target: number | null }): Promise<Figure> {
  const times: IngestTimes[] = [];
  for (let round = 0; round < options.rounds; round += 1) times.push(await timeOf(server, { ...options, change }, `${of.figure}_${change.replaceAll(" ", "_")}_${round}`));
  const perSecond = (pick: (time: IngestTimes) => number) => inWords(median(times.map((time) => time.vms / pick(time) * 1000)));
  const share = median(times.map((time) => time.floor / time.judged));
  const kilobytes = ((times[0]?.documentBytes ?? 0) / 1000).toFixed(0);
  return {
    figure: of.figure, what: `${options.hosts} hosts at once, ${options.documents} documents each of ${options.vmsPerHost} VMs (${kilobytes} kB, sent as gzip), ${change === "nothing" ? "unchanged but for header and volatile facts" : `one changed fact and finding of ${change} of each`}: durable and judged`,
    value: `${perSecond((time) => time.judged)} VMs/s (${perSecond((time) => time.acknowledged)} acknowledged)`, floor: `${of.floor} ${perSecond((time) => time.floor)}/s`,
    ...(of.target === null ? forInformation(share) : atLeast(share, of.target)),
  };
}

/** VMs per second through door and queue with changes, against the upsert of their rows alone on the same PostgreSQL. */
export async function benchIngest(server: BenchServer, options: NetworkOptions): Promise<Figure[]> {
  const floor = "upsert of the rows alone";
  return [
    await line(server, options, "one VM", { figure: "ingest", floor, target: 0.3 }),
    await line(server, options, "every VM", { figure: "ingest", floor, target: null }),
  ];
}

/** The same without a change, against parsing and checking the same documents on one thread. */
export async function benchUnchanged(server: BenchServer, options: NetworkOptions): Promise<Figure[]> {
  return [await line(server, options, "nothing", { figure: "unchanged", floor: "JSON.parse and schema", target: 0.5 })];
}

/** VMs per second judged again by another policy, against reading and parsing their facts. */
export async function benchRejudge(server: BenchServer, options: { vms: number; base: number }): Promise<Figure[]> {
  const { vms, changed, rejudge, floor } = await runBuilt<RejudgeTimes>("rejudge", "timeRejudge", { ...options, url: await server.makeDatabase("rejudge") });
  return [{
    figure: "rejudge", what: `${inWords(vms)} VMs judged by another policy, ${(changed / vms * 100).toFixed(1)} % of the verdicts changing`,
    value: `${inWords(vms / rejudge * 1000)} VMs/s`, floor: `SELECT and JSON.parse ${inWords(vms / floor * 1000)}/s`, ...atLeast(floor / rejudge, 0.4),
  }];
}

const MOST_BYTES = 1000;

/** Bytes that a VM takes a day when its host sends the same every hour. */
export async function benchStorage(server: BenchServer, options: { hosts: number; vmsPerHost: number }): Promise<Figure[]> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "quiesce-bench-door-"));
  try {
    const { vms, documents, bytes } = await runBuilt<StorageSize>("storage", "measureStorage", options, { DATABASE_URL: await server.makeDatabase("storage"), QUIESCE_DATA: dataFolder });
    return [{
      figure: "storage", what: `${inWords(vms)} VMs, ${inWords(documents)} unchanged inventories in a day, all tables and indexes, VACUUM each hour`,
      value: `${inWords(bytes / vms)} bytes a VM and day (${inWords(bytes / documents)} a document)`, floor: `${inWords(MOST_BYTES)} bytes`, ...atMost(bytes / vms / MOST_BYTES, 1),
    }];
  } finally {
    await rm(dataFolder, { recursive: true, force: true });
  }
}
