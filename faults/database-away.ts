import { setTimeout as sleep } from "node:timers/promises";
import type { SimulationOptions } from "@/lib/simulate/history";
import { runSimulation } from "@/lib/simulate/run";
import { Lab } from "./lab";
import { Ledger } from "./ledger";
import { type Probed, probePages } from "./probe";
import { inWords, type Situation } from "./situation";

/** Postgres stays away for a minute while hosts send and somebody looks at the estate. */
export const databaseAway: Situation = {
  name: "database-away",
  title: "Postgres away for 60 s",
  limitMinutes: ({ short }) => (short ? 4 : 15),
  async run({ short, signal }) {
    const simulation: SimulationOptions = { hosts: short ? 10 : 500, documents: 2, vmsPerHost: short ? 4 : 20, seed: 12, intervalSeconds: 3600, start: new Date(Date.now() - 7_200_000).toISOString() };
    const awaySeconds = short ? 8 : 60;
    const lab = await Lab.open({ ownDatabase: true });
    try {
      const credentials = await lab.enrol(simulation);
      const ledger = new Ledger();
      const options = { server: lab.url, credentials, concurrency: simulation.hosts, capMs: short ? 5_000 : 60_000, signal, onAcknowledged: ledger.onAcknowledged, onRetry: ledger.onRetry };
      await runSimulation({ ...simulation, documents: 1 }, { ...options, everySeconds: 0 });
      await lab.judged(120_000, signal);
      const pages = probePages(lab, signal);
      await sleep(1_000);
      const goneAt = Date.now();
      await lab.stopDatabase();
      const stoppedAt = Date.now();
      const sending = runSimulation(simulation, { ...options, everySeconds: 0 });
      await sleep(awaySeconds * 1000, undefined, { signal });
      const backAt = Date.now();
      await lab.startDatabase();
      await sending;
      const lastAt = Date.now();
      await lab.ready();
      await sleep(1_000);
      const seen = await pages.stop();
      const away = seen.filter(({ at }) => at > stoppedAt && at < backAt - 500);
      const says = ({ status, text }: Probed) => (status !== null && status >= 500) || /database does not answer/i.test(text);
      const firstTold = seen.find((each) => each.at >= goneAt && says(each));
      const toldAfter = firstTold === undefined ? null : firstTold.at + firstTold.ms - stoppedAt;
      const late = away.filter(({ at }) => at > stoppedAt + 5_000);
      const silent = late.filter((each) => !says(each)).length;
      const judged = ({ text }: Probed) => /class="[^"]*hero/.test(text);
      const verdicts = late.filter(judged).length;
      const before = seen.some((each) => each.at < goneAt && judged(each));
      const { missing, twice, stored } = await ledger.check(lab);
      const total = simulation.hosts * simulation.documents;
      const fresh = ledger.acknowledgements.filter(({ status }) => status === 202).length;
      const only503 = [...ledger.retried.keys()].every((status) => status === "503");
      return [
        {
          promise: "pages say so within 5 s and show no verdict as current",
          measured: `${away.length} looks while it was away, statuses ${[...new Set(away.map(({ status }) => String(status)))].join(", ")}; told after ${toldAfter === null ? "never" : `${inWords(Math.max(0, toldAfter))} ms`}; silent ${silent}, with verdicts ${verdicts}`,
          kept: before && late.length > 0 && toldAfter !== null && toldAfter <= 5_000 && silent === 0 && verdicts === 0,
        },
        {
          promise: "503 with Retry-After; all delivered afterwards",
          measured: `retries ${ledger.retriedText}, without Retry-After ${ledger.untimed}; ${inWords(fresh)} of ${inWords(total)} delivered, the last ${inWords((lastAt - backAt) / 1000)} s after the return; missing ${missing}, twice ${twice}, refused ${ledger.refused.length}`,
          kept: missing === 0 && twice === 0 && fresh === total && stored === total && ledger.refused.length === 0 && only503 && ledger.untimed === 0 && (ledger.retried.get("503") ?? 0) > 0,
        },
      ];
    } finally {
      await lab.close();
    }
  },
};
