import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const pack = promisify(gzip);

/** What the server said of one document, in the end. */
export interface Acknowledgement {
  host: string;
  documentId: string;
  sequence: number;
  /** HTTP status of the final answer. */
  status: number;
  /** `accepted` or `duplicate`; the problem's code when it was refused. */
  result: string;
  digest: string | null;
  /** Requests that it took. */
  tries: number;
  /** ISO time of the final answer. */
  at: string;
}
export interface Item {
  documentId: string;
  sequence: number;
  /** JSON of the document. */
  body: string;
}
export interface SenderOptions {
  /** Address of the app, such as http://localhost:3000. */
  server: string;
  host: string;
  token: string;
  /** Milliseconds by which this sender's clock is wrong. */
  skewMs?: number;
  /** Longest wait of the backoff in milliseconds; a good sender's is 600,000. */
  capMs?: number;
  signal?: AbortSignal;
  onAcknowledged(acknowledgement: Acknowledgement): void;
  /** @param retryAfter the header as it came; null: none, or no answer */
  onRetry?(status: number | null, retryAfter: string | null): void;
}

/** Newest documents kept, as the contract of the door asks of a sender. */
const SPOOL_DOCUMENTS = 24;
const BASE_MS = 5_000;
const REQUEST_MS = 60_000;
const RETRIED: ReadonlySet<number> = new Set([408, 429]);

type Answer = { kind: "done"; acknowledgement: Acknowledgement } | { kind: "again"; status: number | null; retryAfter: string | null };

function retryAfterMs(header: string | null): number {
  if (header === null) return 0;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? 0 : Math.max(0, at - Date.now());
}

/**
 * Sends the documents of one host as a good sender does: newest first out of a spool in memory, each until it has a
 * final answer, with full jitter and never before `Retry-After`.
 */
export class Sender {
  private spool: { item: Item; packed: Uint8Array<ArrayBuffer> | null; tries: number }[] = [];
  private dropped = 0;

  constructor(private readonly options: SenderOptions) {}

  /** Documents that the spool had no room for. */
  get drops(): number {
    return this.dropped;
  }

  add(item: Item): void {
    this.spool.push({ item, packed: null, tries: 0 });
    while (this.spool.length > SPOOL_DOCUMENTS) {
      this.spool.shift();
      this.dropped += 1;
    }
  }

  /** Packs what is in the spool, as a host does before it connects; else that is done when it is sent. */
  async pack(): Promise<void> {
    for (const entry of this.spool) entry.packed ??= new Uint8Array(await pack(entry.item.body));
  }

  /** Sends until the spool is empty, or `signal` ends it. */
  async flush(): Promise<void> {
    const { capMs = 600_000, signal, onRetry, onAcknowledged } = this.options;
    const over = () => signal?.aborted === true;
    let failures = 0;
    for (let entry = this.spool.at(-1); entry !== undefined && !over(); entry = this.spool.at(-1)) {
      entry.tries += 1;
      entry.packed ??= new Uint8Array(await pack(entry.item.body));
      const answer = await this.post(entry.item, entry.packed, entry.tries);
      if (answer.kind === "done") {
        failures = 0;
        this.spool = this.spool.filter((each) => each !== entry);
        onAcknowledged(answer.acknowledgement);
        continue;
      }
      // A request that the signal cut says nothing of the server.
      if (over()) return;
      onRetry?.(answer.status, answer.retryAfter);
      const jitter = Math.random() * Math.min(capMs, Math.min(BASE_MS, capMs) * 2 ** failures);
      failures = Math.min(failures + 1, 16);
      await sleep(Math.max(retryAfterMs(answer.retryAfter), jitter), undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
    }
  }

  private async post(item: Item, packed: Uint8Array<ArrayBuffer>, tries: number): Promise<Answer> {
    const { server, token, host, skewMs = 0, signal } = this.options;
    const limit = AbortSignal.timeout(REQUEST_MS);
    const acknowledged = (status: number, result: string, digest: string | null): Answer =>
      ({ kind: "done", acknowledgement: { host, documentId: item.documentId, sequence: item.sequence, status, result, digest, tries, at: new Date().toISOString() } });
    try {
      const response = await fetch(`${server}/api/v1/inventories`, {
        method: "POST", body: packed, signal: signal === undefined ? limit : AbortSignal.any([limit, signal]),
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json", "content-encoding": "gzip", "x-quiesce-sent-at": new Date(Date.now() + skewMs).toISOString() },
      });
      const text = await response.text();
      if (response.status >= 500 || RETRIED.has(response.status)) return { kind: "again", status: response.status, retryAfter: response.headers.get("retry-after") };
      const body = JSON.parse(text) as { result?: string; digest?: string; code?: string };
      return acknowledged(response.status, body.result ?? body.code ?? "unknown", body.digest ?? null);
    } catch {
      // The connection was refused, reset or too slow: nothing is known of the document, so it is sent again.
      return { kind: "again", status: null, retryAfter: null };
    }
  }
}
