import { setTimeout as sleep } from "node:timers/promises";
import type { Lab } from "./lab";

export interface Probed {
  at: number;
  ms: number;
  /** null: no answer. */
  status: number | null;
  text: string;
}

/** Asks for a page again and again, as somebody at a screen does, until `stop` or `signal`. */
export function probePages(lab: Lab, signal: AbortSignal, { everyMs = 250, address = "/", timeoutMs = 10_000 } = {}): { readonly seen: Probed[]; stop(): Promise<Probed[]> } {
  const seen: Probed[] = [];
  let stopped = false;
  const done = (async () => {
    while (!stopped && !signal.aborted) {
      const at = Date.now();
      const answer = await lab.page(address, AbortSignal.timeout(timeoutMs)).then(async (response) => ({ status: response.status, text: await response.text() })).catch(() => ({ status: null, text: "" }));
      seen.push({ at, ms: Date.now() - at, ...answer });
      await sleep(everyMs);
    }
  })();
  return {
    seen,
    async stop() {
      stopped = true;
      await done;
      return seen;
    },
  };
}
