import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { addressOf, spawnApp } from "../scripts/start/app-process";
import { atMost, type Figure, forInformation, inWords } from "./figure";
import { filesOf, importInto } from "./import";
import { percentile } from "./measure";
import type { BenchServer } from "./postgres";

/** Twenty ways to filter and sort the list: every column once at least, alone and together. */
const MIXES = [
  "", "sort=name", "sort=name&direction=desc", "sort=score&direction=desc", "sort=verdict&class=not-live", "class=ready&sort=host", "class=weaker&class=not-live&class=unknown",
  "q=sql", "q=000123", "q=zzzz&sort=read", "release=Server%202019&sort=guest", "release=Server%202012%20R2&class=not-live&sort=because", "power=off&sort=name", "family=linux&sort=version",
  "requirement=ic-vss-offered", "requirement=guest-free-space&status=fail&sort=name&direction=desc", "missing=not-collected&sort=cluster", "coverage=partial&sort=coverage", "scoreFrom=40&scoreTo=79&sort=score", "cluster=none&generation=2&sort=generation&direction=desc",
] as const;

const READ_BEFORE_MS = 600_000;

interface Times {
  /** 95th percentile in milliseconds, one request at a time and eight at a time. */
  one: number;
  eight: number;
}

function get(agent: http.Agent, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    http.get(url, { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const body = Buffer.concat(chunks).toString("utf8");
        if (response.statusCode === 200) resolve(body);
        else reject(new Error(`${url} answers ${response.statusCode ?? 0}: ${body.slice(0, 300)}`));
      });
      response.on("error", reject);
    }).on("error", reject);
  });
}

/** Time of each of `requests` answers, `atOnce` of them under way at any time. */
async function timesOf(agent: http.Agent, url: string, requests: number, atOnce: number): Promise<number[]> {
  const times: number[] = [];
  let left = requests;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const started = performance.now();
      await get(agent, url);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return times;
}

async function measure(agent: http.Agent, url: string, options: { requests: number; warmUp: number }): Promise<Times> {
  await timesOf(agent, url, options.warmUp, 1);
  const one = percentile(await timesOf(agent, url, options.requests, 1), 0.95);
  await timesOf(agent, url, options.warmUp, 8);
  return { one, eight: percentile(await timesOf(agent, url, options.requests, 8), 0.95) };
}

function worst(all: readonly Times[]): Times {
  return { one: Math.max(...all.map((times) => times.one)), eight: Math.max(...all.map((times) => times.eight)) };
}

const PLACES = ["VM list, worst of 20 filters and sorts", "estate", "VM"] as const;
type Place = (typeof PLACES)[number];

/** Starts the built app on a database with that many VMs and measures list, estate and VM, as data and as pages. */
async function measureEstate(server: BenchServer, vms: number, options: { requests: number; warmUp: number }, say: (line: string) => void): Promise<Map<string, Times>> {
  say(`Importing ${vms} VMs to read them …`);
  const url = await server.makeDatabase(`pages_${vms}`);
  // Read just now: an older estate would be judged again by its age while it is measured, and all of it be unknown.
  const now = Date.now();
  await importInto(url, filesOf(vms, new Date(now - READ_BEFORE_MS).toISOString()), vms, now);
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), "quiesce-bench-app-"));
  const app = spawnApp(dataFolder, { DATABASE_URL: url });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
  try {
    const address = (await addressOf(app)).replace("localhost", "127.0.0.1");
    const page = JSON.parse(await get(agent, `${address}/api/v1/vms?limit=1`)) as { items: { id: string }[] };
    const id = page.items[0]?.id;
    if (id === undefined) throw new Error("The list is empty.");
    const found = new Map<string, Times>();
    say(`Reading ${vms} VMs …`);
    const lists: Times[] = [];
    for (const mix of MIXES) lists.push(await measure(agent, `${address}/api/v1/vms?${mix}`, options));
    const places: Record<Place, Times> = {
      "VM list, worst of 20 filters and sorts": worst(lists),
      estate: await measure(agent, `${address}/api/v1/estate`, options),
      VM: await measure(agent, `${address}/api/v1/vms/${id}`, options),
    };
    for (const place of PLACES) found.set(`${place}, data`, places[place]);
    found.set("VM list, page", await measure(agent, `${address}/vms`, options));
    found.set("estate, page", await measure(agent, `${address}/`, options));
    found.set("VM, page", await measure(agent, `${address}/vms/${id}`, options));
    return found;
  } finally {
    agent.destroy();
    app.child.kill("SIGTERM");
    await app.ended;
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** 95th percentile of server time at the large estate against the small one: loopback GET, one and eight at a time. */
export async function benchPages(server: BenchServer, options: { large: number; small: number; requests: number; warmUp: number }, say: (line: string) => void): Promise<Figure[]> {
  const small = await measureEstate(server, options.small, options, say);
  const large = await measureEstate(server, options.large, options, say);
  return [...large].flatMap(([what, times]) => (["one", "eight"] as const).map((way): Figure => {
    const floor = small.get(what)?.[way] ?? Number.NaN;
    const ratio = times[way] / floor;
    return {
      figure: "pages", what: `${what}: p95 at ${inWords(options.large)} VMs, ${way} at a time`, value: `${inWords(times[way])} ms`,
      floor: `${inWords(floor)} ms at ${inWords(options.small)} VMs`, ...(what.endsWith("data") ? atMost(ratio, 2) : forInformation(ratio)),
    };
  }));
}
