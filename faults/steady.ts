import { setTimeout as sleep } from "node:timers/promises";
import type { VmPage } from "@/lib/estate/contract";
import type { LiveStatus } from "@/lib/estate/live-contract";
import { documentAt, hostNameOf, type SimulationOptions, skewOf } from "@/lib/simulate/history";
import { Sender } from "@/lib/simulate/sender";
import { Lab } from "./lab";
import { Ledger } from "./ledger";
import { inWords, p95, type Situation } from "./situation";

/** As an open page does (components/shell/live.tsx): it asks so often whether anything was written, and reads again no sooner than that. */
const ASKS_MS = 2_000;
const READS_MS = 5_000;

type Verdicts = ReadonlyMap<string, string>;

/** Verdicts by VM as a list shows them. */
async function verdictsOf(lab: Lab): Promise<Verdicts> {
  const verdicts = new Map<string, string>();
  let cursor: string | null = null;
  do {
    const page: VmPage = await lab.call(`/api/v1/vms?limit=200${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`);
    for (const { name, verdict } of page.items) verdicts.set(name, verdict);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return verdicts;
}

/** A screen that is looked at: calls `onRead` with what it shows each time that it reads it anew, until `signal`. */
async function watch(lab: Lab, signal: AbortSignal, onRead: (verdicts: Verdicts) => void): Promise<void> {
  let revision = "";
  let readAt = 0;
  while (!signal.aborted) {
    const status = await lab.call<LiveStatus>("/api/v1/status");
    if (status.revision !== revision && Date.now() - readAt >= READS_MS) {
      revision = status.revision;
      readAt = Date.now();
      onRead(await verdictsOf(lab));
    }
    await sleep(ASKS_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Hosts send one after the other, each an inventory by which verdicts change, while somebody looks at the list. */
export const steady: Situation = {
  name: "steady",
  title: "50 hosts x 20 VMs send one changed inventory each, spread over a minute",
  limitMinutes: ({ short }) => (short ? 4 : 8),
  async run({ short, signal }) {
    const simulation: SimulationOptions = { hosts: short ? 8 : 50, documents: 2, vmsPerHost: short ? 10 : 20, seed: 20, intervalSeconds: 3600, start: new Date(Date.now() - 3_600_000).toISOString(), flipping: 1 };
    const overMs = short ? 8_000 : 60_000;
    const lab = await Lab.open();
    const looking = new AbortController();
    try {
      const credentials = await lab.enrol(simulation);
      const ledger = new Ledger();
      const senders = credentials.map(({ token }, host) => new Sender({ server: lab.url, host: hostNameOf(simulation, host), token, skewMs: skewOf(simulation, host), signal, onAcknowledged: ledger.onAcknowledged, onRetry: ledger.onRetry }));
      const send = async (host: number, place: number): Promise<void> => {
        const document = documentAt(simulation, host, place, credentials[host]?.epoch ?? null);
        senders[host]?.add({ documentId: document.header.documentId, sequence: place + 1, body: JSON.stringify(document) });
        await senders[host]?.flush();
      };
      for (let host = 0; host < simulation.hosts; host += 1) await send(host, 0);
      await lab.judged(120_000, signal);
      const before = await verdictsOf(lab);
      const vmsOf = Array.from({ length: simulation.hosts }, (_none, host) => documentAt(simulation, host, 1, null).hosts[0]?.vms.map(({ name }) => name) ?? []);
      const acknowledgedAt = new Map<number, number>();
      const shownAt = new Map<number, number>();
      const watching = watch(lab, AbortSignal.any([looking.signal, signal]), (verdicts) => {
        for (const [host, vms] of vmsOf.entries()) if (!shownAt.has(host) && vms.some((vm) => verdicts.get(vm) !== before.get(vm))) shownAt.set(host, Date.now());
      });
      await Promise.all(credentials.map(async (_credential, host) => {
        await sleep((host / simulation.hosts) * overMs, undefined, { signal });
        await send(host, 1);
        acknowledgedAt.set(host, Date.now());
      }));
      const until = Date.now() + 60_000;
      while (shownAt.size < simulation.hosts && Date.now() < until && !signal.aborted) await sleep(100);
      looking.abort();
      await watching;
      const judged = await lab.query<{ ms: number }>(`SELECT extract(epoch FROM "foldedAt" - "receivedAt")::float * 1000 AS "ms" FROM "Document" WHERE "sequence" = 2`);
      const waits = [...shownAt].map(([host, at]) => Math.max(0, at - (acknowledgedAt.get(host) ?? at)));
      const shownMs = p95(waits);
      return [{
        promise: "in the steady state the verdict is on screen within 10 s (p95)",
        measured: `${shownAt.size} of ${simulation.hosts} inventories with their verdicts on an open list; from 202 until then p95 ${inWords(shownMs / 1000)} s, of which judged after p95 ${inWords(p95(judged.map(({ ms }) => ms)) / 1000)} s; refused ${ledger.refused.length}, retries ${ledger.retriedText}`,
        kept: shownAt.size === simulation.hosts && ledger.accepted.length === simulation.hosts * 2 && (short || shownMs <= 10_000),
      }];
    } finally {
      looking.abort();
      await lab.close();
    }
  },
};
