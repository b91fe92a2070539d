import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { SimulationOptions } from "@/lib/simulate/history";
import { runSimulation } from "@/lib/simulate/run";
import { makeFolder } from "../scripts/start/app-process";
import { Lab } from "./lab";
import { Ledger } from "./ledger";
import { inWords, type Situation } from "./situation";

const MEGABYTE = 1024 * 1024;

/** A small file system of its own in a folder; null where this user may not make one. */
function mountSmall(folder: string, megabytes: number): (() => void) | null {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0755`, "tmpfs", folder]);
  return mounted.status === 0 ? () => void spawnSync("umount", ["-l", folder]) : null;
}

/** Writes until nothing fits any more. */
function fill(file: string): void {
  const handle = fs.openSync(file, "w");
  const block = Buffer.alloc(MEGABYTE, 1);
  try {
    for (;;) fs.writeSync(handle, block);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  } finally {
    fs.closeSync(handle);
  }
}

/** The volume of the database runs full and is freed again. */
export const diskFull: Situation = {
  name: "disk-full",
  title: "disk full on the data volume",
  limitMinutes: ({ short }) => (short ? 4 : 15),
  async run({ short, signal }) {
    const promise = "no false acknowledgement, reading works, recovers without a restart";
    const folder = makeFolder();
    const volume = path.join(folder, "database");
    fs.mkdirSync(volume);
    const unmount = mountSmall(volume, 400);
    if (unmount === null) {
      fs.rmSync(folder, { recursive: true, force: true });
      return [{ promise, measured: "not run: a small file system needs Linux and root", kept: null }];
    }
    let lab: Lab | null = null;
    try {
      const simulation: SimulationOptions = { hosts: short ? 20 : 100, documents: short ? 3 : 8, vmsPerHost: 10, seed: 14, intervalSeconds: 3600, start: new Date(Date.now() - 12 * 3_600_000).toISOString(), flipping: 0.5 };
      lab = await Lab.open({ ownDatabase: true, folder, flags: ["max_wal_size=64MB", "min_wal_size=32MB"] });
      const credentials = await lab.enrol(simulation);
      const ledger = new Ledger();
      const options = { server: lab.url, credentials, concurrency: 16, capMs: 2_000, signal, onAcknowledged: ledger.onAcknowledged, onRetry: ledger.onRetry };
      await runSimulation({ ...simulation, documents: 1 }, { ...options, everySeconds: 0 });
      await lab.judged(60_000, signal);
      const filler = path.join(volume, "filler");
      fill(filler);
      const sending = runSimulation(simulation, { ...options, everySeconds: 0 });
      let reads = 0;
      let read = 0;
      for (let look = 0; look < (short ? 8 : 40); look += 1) {
        await sleep(500);
        const page = await lab.page("/vms", AbortSignal.timeout(5_000)).catch(() => null);
        reads += 1;
        if (page?.status === 200) read += 1;
      }
      const duringAcks = ledger.acknowledgements.length;
      fs.rmSync(filler);
      await sending;
      const judged = await lab.judged(120_000, signal);
      const { missing, twice, stored } = await ledger.check(lab);
      const total = simulation.hosts * simulation.documents;
      const fresh = ledger.acknowledgements.filter(({ status }) => status === 202).length;
      return [{
        promise,
        measured: `${inWords(duringAcks)} answers until space was back, retries ${ledger.retriedText}; ${inWords(stored)} of ${inWords(total)} stored, missing ${missing}, twice ${twice}, refused ${ledger.refused.length}; ${read} of ${reads} reads answered while full; ${judged === null ? "not all judged" : "all judged"}; the app ${lab.appRuns ? "was not restarted" : "ended"}`,
        kept: missing === 0 && twice === 0 && fresh === total && stored === total && ledger.refused.length === 0 && read === reads && judged !== null && lab.appRuns && (ledger.retried.get("503") ?? 0) > 0,
      }];
    } finally {
      await lab?.close().catch(() => undefined);
      unmount();
      fs.rmSync(folder, { recursive: true, force: true });
    }
  },
};
