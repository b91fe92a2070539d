import fs from "node:fs";
import { documentAt, type SimulationOptions } from "@/lib/simulate/history";
import type { Credential } from "@/lib/simulate/run";
import { Sender } from "@/lib/simulate/sender";
import { Lab } from "./lab";
import { Ledger } from "./ledger";
import { probePages } from "./probe";
import { inWords, p95, type Situation } from "./situation";

/** Peak of the resident memory of a process since it began, MiB; null where the system does not tell. */
function peakMemory(pid: number): number | null {
  try {
    const match = /^VmHWM:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"));
    return match === null ? null : Number(match[1]) / 1024;
  } catch {
    return null;
  }
}

/** A sender for each host with its inventory made and packed: hosts do that on cores of their own, which here the app needs. */
async function ready(simulation: SimulationOptions, server: string, credentials: readonly Credential[], { onAcknowledged, onRetry }: Ledger, signal: AbortSignal): Promise<Sender[]> {
  const senders = credentials.map(({ host, token, epoch }, number) => {
    const sender = new Sender({ server, host, token, signal, onAcknowledged, onRetry });
    const document = documentAt(simulation, number, 0, epoch);
    sender.add({ documentId: document.header.documentId, sequence: 1, body: JSON.stringify(document) });
    return sender;
  });
  for (const sender of senders) await sender.pack();
  return senders;
}

/** Every host sends within the same second. */
export const burst: Situation = {
  name: "burst",
  title: "1,000 hosts x 20 VMs in one second",
  limitMinutes: ({ short }) => (short ? 4 : 10),
  async run({ short, signal }) {
    const simulation: SimulationOptions = { hosts: short ? 40 : 1000, documents: 1, vmsPerHost: short ? 5 : 20, seed: 13, intervalSeconds: 3600, start: new Date().toISOString() };
    const lab = await Lab.open();
    try {
      const credentials = await lab.enrol(simulation);
      await lab.page("/");
      const ledger = new Ledger();
      const senders = await ready(simulation, lab.url, credentials, ledger, signal);
      const pages = probePages(lab, signal, { everyMs: 100 });
      const started = Date.now();
      await Promise.all(senders.map((sender) => sender.flush()));
      const acknowledgedMs = Date.now() - started;
      const judgedMs = await lab.judged(150_000, signal);
      const allMs = Date.now() - started;
      const seen = await pages.stop();
      const memory = peakMemory(lab.appPid);
      const pageMs = p95(seen.map(({ ms }) => ms));
      const vms = (await lab.query<{ count: number }>(`SELECT count(*)::int AS "count" FROM "Vm" WHERE NOT "gone"`))[0]?.count ?? 0;
      const accepted = ledger.acknowledgements.filter(({ status }) => status === 202).length;
      const bad = seen.filter(({ status }) => status !== 200).length;
      return [
        { promise: "all 202 within 30 s with clients that honour Retry-After", measured: `${inWords(accepted)} of ${inWords(simulation.hosts)} with 202 after ${inWords(acknowledgedMs / 1000)} s; retries ${ledger.retriedText}`, kept: accepted === simulation.hosts && (short || acknowledgedMs <= 30_000) },
        { promise: "all judged within 120 s", measured: judgedMs === null ? "not within 150 s" : `${inWords(vms)} VMs after ${inWords(allMs / 1000)} s`, kept: judgedMs !== null && (short || allMs <= 120_000) && vms === simulation.hosts * simulation.vmsPerHost },
        { promise: "memory under 1 GiB", measured: memory === null ? "this system does not tell" : `${inWords(memory)} MiB at the peak`, kept: memory === null ? null : memory < 1024 },
        { promise: "a page under 500 ms p95 meanwhile", measured: `p95 ${inWords(pageMs)} ms of ${seen.length} looks at the estate, ${bad} without an answer`, kept: (short || pageMs < 500) && bad === 0 && seen.length > 0 },
      ];
    } finally {
      await lab.close();
    }
  },
};
