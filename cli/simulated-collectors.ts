import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { hostNameOf, type SimulationOptions } from "@/lib/simulate/history";
import type { Credential } from "@/lib/simulate/run";
import { callApp } from "./running-app";

/** A collector of a simulated host as the file of `--collectors` keeps it from run to run. */
export interface SimulatedCollector extends Credential {
  /** Documents that it sent, so that its sequence goes on. */
  sent: number;
  /** `--start` of its first run; null: its times follow the clock. */
  start: string | null;
}

/** What a run sends with, and what its file keeps beside that: hosts that are not of this run. */
export interface Collectors {
  mine: SimulatedCollector[];
  others: SimulatedCollector[];
}

/** One collector for each host: of the file, else made by the app. */
export async function collectorsOf({ hosts, seed }: Pick<SimulationOptions, "hosts" | "seed">, server: string, file: string | undefined, start: string | null): Promise<Collectors> {
  const lines = file !== undefined && existsSync(file) ? (await readFile(file, "utf8")).split("\n").filter((line) => line !== "") : [];
  const known = new Map(lines.map((line) => ({ sent: 0, start, ...(JSON.parse(line) as Credential & Partial<SimulatedCollector>) })).map((each) => [each.host, each]));
  const mine: SimulatedCollector[] = [];
  for (let number = 0; number < hosts; number += 1) {
    const host = hostNameOf({ seed }, number);
    mine.push(known.get(host) ?? { ...await makeCollector(server, host), sent: 0, start });
    known.delete(host);
  }
  return { mine, others: [...known.values()] };
}

/** Keeps them as they are after the documents of a run, before it sends: one that is broken off leaves a gap, and never sends a number twice. */
export async function keepCollectors({ mine, others }: Collectors, documents: number, file: string): Promise<void> {
  const kept = [...mine.map((each) => ({ ...each, sent: each.sent + documents })), ...others];
  await writeFile(file, kept.map((each) => `${JSON.stringify(each)}\n`).join(""), { mode: 0o600 });
}

async function makeCollector(server: string, host: string): Promise<Credential> {
  const made = await callApp(`${server}/api/v1/collectors`, "POST", { kind: "host", name: host }) as { token: string; epoch: number | string };
  return { host, token: made.token, epoch: Number(made.epoch) };
}
