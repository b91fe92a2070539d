import { setTimeout as sleep } from "node:timers/promises";
import { documentAt, hostNameOf, type SimulationOptions, skewOf } from "./history";
import { type Acknowledgement, Sender } from "./sender";

export interface Credential {
  /** Name of the host that it is for. */
  host: string;
  token: string;
  /** Epoch that the server gave. */
  epoch: number;
  /** Documents that it sent in runs before; the next one follows them. */
  sent?: number;
}
export interface RunOptions {
  server: string;
  credentials: readonly Credential[];
  /** Seconds between two documents of a host; 0: one after the other. */
  everySeconds: number;
  /** Hosts that send at the same time. */
  concurrency: number;
  capMs?: number;
  signal?: AbortSignal;
  onAcknowledged(acknowledgement: Acknowledgement): void;
  onRetry?(status: number | null, retryAfter: string | null): void;
}
export interface RunSummary {
  sent: number;
  accepted: number;
  duplicate: number;
  refused: number;
  retries: number;
  dropped: number;
}

/** Lets so many in at once; the others wait in order. */
class Gate {
  private readonly waiting: (() => void)[] = [];
  constructor(private free: number) {}
  async through<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.free += 1;
      else next();
    }
  }
}

/**
 * Sends the documents of all hosts of a simulation, each host in its own sequence. Ends when every document has a final
 * answer or `signal` is given.
 */
export async function runSimulation(simulation: SimulationOptions, options: RunOptions): Promise<RunSummary> {
  const summary: RunSummary = { sent: 0, accepted: 0, duplicate: 0, refused: 0, retries: 0, dropped: 0 };
  const over = () => options.signal?.aborted === true;
  const pause = (ms: number) => sleep(ms, undefined, options.signal === undefined ? {} : { signal: options.signal }).catch(() => undefined);
  const gate = new Gate(options.concurrency);
  const byHost = new Map(options.credentials.map((credential) => [credential.host, credential]));
  const runHost = async (number: number): Promise<void> => {
    const host = hostNameOf(simulation, number);
    const credential = byHost.get(host);
    if (credential === undefined) throw new Error(`No credential for ${host}.`);
    const sender = new Sender({
      server: options.server, host, token: credential.token, skewMs: skewOf(simulation, number),
      ...(options.capMs === undefined ? {} : { capMs: options.capMs }), ...(options.signal === undefined ? {} : { signal: options.signal }),
      onRetry(status, retryAfter) {
        summary.retries += 1;
        options.onRetry?.(status, retryAfter);
      },
      onAcknowledged(acknowledgement) {
        if (acknowledgement.result === "accepted") summary.accepted += 1;
        else if (acknowledgement.result === "duplicate") summary.duplicate += 1;
        else summary.refused += 1;
        options.onAcknowledged(acknowledgement);
      },
    });
    // Hosts of one estate do not send at the same instant, unless they send without a pause.
    if (options.everySeconds > 0) await pause(((number % 1000) / 1000) * options.everySeconds * 1000);
    const first = credential.sent ?? 0;
    const end = first + simulation.documents;
    for (let place = first; place < end && !over(); place += 1) {
      const due = Date.now() + options.everySeconds * 1000;
      await gate.through(async () => {
        if (over()) return;
        const document = documentAt(simulation, number, place, credential.epoch);
        sender.add({ documentId: document.header.documentId, sequence: place + 1, body: JSON.stringify(document) });
        summary.sent += 1;
        await sender.flush();
      });
      const wait = due - Date.now();
      if (wait > 0 && place + 1 < end) await pause(wait);
    }
    summary.dropped += sender.drops;
  };
  await Promise.all(Array.from({ length: simulation.hosts }, (_none, number) => runHost(number)));
  return summary;
}
