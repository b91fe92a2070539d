import { gzipSync } from "node:zlib";
import type pg from "pg";
import { createCollector } from "@/lib/collectors/manage";
import type { Inventory } from "@/lib/inventory/document";
import { eachVolatile } from "@/lib/inventory/volatile";
import { backupComponent } from "@/lib/inventory/synthetic/old-hosts";
import { estateOf } from "@/lib/simulate/estate";

/** What differs from one document of a host to the next, beside its header and volatile facts. */
export type Change = "nothing" | "one VM" | "every VM";

/** The seconds between two documents of a host. */
export const INTERVAL_SECONDS = 3600;

/** Documents of made-up hosts as text, host by host; the times of the last are those of `end`, ms. */
export function documentsOf({ hosts, vmsPerHost, documents, change, end }: { hosts: number; vmsPerHost: number; documents: number; change: Change; end: number }): string[][] {
  const made = [...estateOf({ vms: hosts * vmsPerHost, vmsPerHost, families: ["windows"], condition: (draw) => (draw < 0.8 ? "healthy" : "faulty") })];
  return made.map((inventory, host) => {
    const first: number[] = [];
    return Array.from({ length: documents }, (_none, place) => {
      const at = new Date(end - (documents - 1 - place) * INTERVAL_SECONDS * 1000).toISOString();
      if (place > 0) flip(inventory, change, place);
      age(inventory, at, place, first);
      inventory.header = { ...inventory.header, documentId: `bench-${host}-${place}`, startedAt: at, finishedAt: at, epoch: 1, sequence: place + 1, intervalSeconds: INTERVAL_SECONDS };
      return JSON.stringify(inventory);
    });
  });
}

/** Turns the backup component of one VM, or of all: one fact that one finding of each rests on. */
function flip(inventory: Inventory, change: Change, place: number): void {
  const vms = inventory.hosts[0]?.vms ?? [];
  for (const [index, vm] of vms.entries()) {
    if (change === "every VM" || (change === "one VM" && (place - 1) % vms.length === index)) for (const component of backupComponent(vm)) component.enabled = !(component.enabled ?? false);
  }
}

/**
 * Moves volatile facts on: times to those of the reading, uptime by the interval, the others by up to 16 MiB from
 * where they were at first, which a real host would not repeat. They do not drift: over some dozens of documents a volume
 * of 200 MB would leave its finding, and that is a change.
 * @param first sizes as they were made, by their place; filled by the first document
 */
function age(inventory: Inventory, at: string, place: number, first: number[]): void {
  let draw = place + 1;
  let index = -1;
  eachVolatile(inventory, (record, fact) => {
    const value = record[fact];
    if (typeof value === "string") record[fact] = at;
    if (typeof value !== "number") return;
    index += 1;
    first[index] ??= value;
    draw = (Math.imul(draw, 1_664_525) + 1_013_904_223) >>> 0;
    record[fact] = fact === "uptimeSeconds" ? value + INTERVAL_SECONDS : (first[index] ?? value) + (draw % 4096) * 4096;
  });
}

export interface BenchSender {
  token: string;
  /** Gzip, in the order of sending. */
  bodies: Buffer[];
}

/** A collector for each host, with its packed documents. */
export async function sendersOf(pool: pg.Pool, documents: readonly string[][]): Promise<BenchSender[]> {
  const senders: BenchSender[] = [];
  for (const [host, texts] of documents.entries()) {
    const { token } = await createCollector(pool, { kind: "host", name: `bench ${host}` }, Date.now());
    senders.push({ token, bodies: texts.map((text) => gzipSync(text)) });
  }
  return senders;
}
