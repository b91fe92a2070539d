import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { documentAt, type SimulationOptions } from "@/lib/simulate/history";
import type { Credential } from "@/lib/simulate/run";
import { Lab } from "./lab";
import type { Situation } from "./situation";

interface Sent {
  /** What came back; null when the connection was refused before the request was taken. */
  status: number | null;
  reset: boolean;
  /** When all of it was on its way, and when it was answered or over. */
  wholeAt: number | null;
  endedAt: number;
}

const ANSWER_MS = 60_000;

/** A request that tells whether its connection stood, so that one in flight is told from one that came too late. */
function send(url: string, token: string, body: string, signal: AbortSignal): Promise<Sent> {
  return new Promise((resolve) => {
    let taken = false;
    let wholeAt: number | null = null;
    const end = (status: number | null, reset: boolean) => { resolve({ status, reset, wholeAt, endedAt: Date.now() }); };
    const request = http.request(`${url}/api/v1/inventories`, { method: "POST", agent: false, signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]), headers: { authorization: `Bearer ${token}`, "content-type": "application/json" } });
    request.on("socket", (socket) => socket.on("connect", () => { taken = true; }));
    request.on("response", (response) => {
      response.resume();
      response.on("end", () => { end(response.statusCode ?? 0, false); });
      response.on("error", () => { end(null, true); });
    });
    request.on("finish", () => { if (taken) wholeAt = Date.now(); });
    request.on("error", () => { end(null, taken); });
    request.end(body);
  });
}

/** SIGTERM while hosts send. */
export const stopUnderLoad: Situation = {
  name: "sigterm",
  title: "SIGTERM under load",
  limitMinutes: ({ short }) => (short ? 4 : 6),
  async run({ short, signal }) {
    const simulation: SimulationOptions = { hosts: short ? 10 : 40, documents: short ? 50 : 200, vmsPerHost: 20, seed: 15, intervalSeconds: 60, start: new Date(Date.now() - 20_000_000).toISOString() };
    const lab = await Lab.open({ ownDatabase: true });
    try {
      const credentials: Credential[] = await lab.enrol(simulation);
      const results: Sent[] = [];
      let stopping = false;
      let asked = 0;
      const runHost = async (host: number, credential: Credential): Promise<void> => {
        for (let place = 0; place < simulation.documents && !stopping && !signal.aborted; place += 1) {
          asked += 1;
          results.push(await send(lab.url, credential.token, JSON.stringify(documentAt(simulation, host, place, credential.epoch)), signal));
        }
      };
      const sending = credentials.map((credential, host) => runHost(host, credential));
      await sleep(short ? 1_500 : 5_000);
      const at = Date.now();
      process.kill(lab.appPid, "SIGTERM");
      stopping = true;
      await Promise.all(sending);
      const answeredMs = Date.now() - at;
      const inFlight = results.filter((each) => each.wholeAt !== null && each.wholeAt <= at && each.endedAt >= at);
      const finished = inFlight.filter(({ status }) => status === 200 || status === 202).length;
      const reset = results.filter((each) => each.reset).length;
      const answered = results.filter((each) => each.status !== null).length;
      const stored = (await lab.query<{ count: number }>(`SELECT count(*)::int AS "count" FROM "Document"`))[0]?.count ?? 0;
      const accepted = results.filter((each) => each.status === 202).length;
      return [{
        promise: "requests in flight finish",
        measured: `${answered} of ${asked} requests answered, ${reset} reset; of ${inFlight.length} in flight at SIGTERM ${finished} ended with 200 or 202, all were done after ${answeredMs} ms; ${accepted} acknowledged, ${stored} stored`,
        kept: reset === 0 && inFlight.length > 0 && finished === inFlight.length && stored >= accepted,
      }];
    } finally {
      await lab.close();
    }
  },
};
