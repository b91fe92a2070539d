import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Lab } from "./lab";
import { probePages } from "./probe";
import { inWords, p95, type Situation } from "./situation";

interface Slow {
  closedAt: number | null;
  told: string;
}

function connectSlowly(port: number, first: string, drip: string): { slow: Slow; end(): void } {
  const slow: Slow = { closedAt: null, told: "" };
  const socket = net.connect(port, "127.0.0.1", () => socket.write(first));
  const timer = setInterval(() => socket.write(drip), 4_000);
  socket.on("data", (chunk: Buffer) => { slow.told = `${slow.told}${chunk.toString("latin1")}`.slice(0, 200); });
  socket.on("error", () => undefined);
  socket.on("close", () => {
    clearInterval(timer);
    slow.closedAt = Date.now();
  });
  return { slow, end: () => socket.destroy() };
}

/** A thousand connections whose headers never end, and bodies that come a byte at a time. */
export const slowConnections: Situation = {
  name: "slow",
  title: "1,000 slow connections, slow bodies",
  limitMinutes: ({ short }) => (short ? 4 : 6),
  async run({ short, signal }) {
    const count = short ? 100 : 1000;
    const bodies = short ? 10 : 200;
    const bodySeconds = short ? 10 : 30;
    const lab = await Lab.open({ env: { QUIESCE_INGEST_BODY_SECONDS: String(bodySeconds) } });
    try {
      // A collector for each: the third body of one is sent away at once, and never slow.
      const tokens: string[] = [];
      for (let number = 1; number <= bodies; number += 1) tokens.push((await lab.call<{ token: string }>("/api/v1/collectors", "POST", { kind: "host", name: `HV-SLOW-${number}` })).token);
      const port = Number(new URL(lab.url).port);
      await lab.page("/");
      const started = Date.now();
      const headers = Array.from({ length: count }, () => connectSlowly(port, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", "X-Slow: 1\r\n"));
      const postOf = (token: string) => `POST /api/v1/inventories HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{`;
      const slowBodies = tokens.map((token) => connectSlowly(port, postOf(token), " "));
      const pages = probePages(lab, signal, { everyMs: 200 });
      const limit = Date.now() + 60_000;
      const open = () => [...headers, ...slowBodies].filter(({ slow }) => slow.closedAt === null).length;
      while (open() > 0 && Date.now() < limit && !signal.aborted) await sleep(250);
      const seen = await pages.stop();
      const worst = Math.max(...seen.map(({ ms }) => ms));
      const cut = (of: typeof headers) => of.filter(({ slow }) => slow.closedAt !== null).length;
      const last = (of: typeof headers) => Math.max(0, ...of.map(({ slow }) => (slow.closedAt ?? Date.now()) - started)) / 1000;
      const told408 = slowBodies.filter(({ slow }) => / 408 /.test(slow.told)).length;
      const quick = short || (worst < 500 && last(slowBodies) <= bodySeconds + 10);
      for (const each of [...headers, ...slowBodies]) each.end();
      return [{
        promise: "a page under 500 ms, slow ones cut",
        measured: `worst page ${inWords(worst)} ms of ${seen.length}, p95 ${inWords(p95(seen.map(({ ms }) => ms)))} ms; ${cut(headers)} of ${count} slow headers cut, the last after ${inWords(last(headers))} s; ${cut(slowBodies)} of ${bodies} slow bodies cut, the last after ${inWords(last(slowBodies))} s (told 408: ${told408})`,
        kept: quick && seen.every(({ status }) => status === 200) && cut(headers) === count && cut(slowBodies) === bodies && told408 === bodies,
      }];
    } finally {
      await lab.close();
    }
  },
};
