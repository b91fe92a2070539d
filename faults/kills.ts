import { setTimeout as sleep } from "node:timers/promises";
import type { SimulationOptions } from "@/lib/simulate/history";
import { runSimulation } from "@/lib/simulate/run";
import { Lab } from "./lab";
import { Ledger } from "./ledger";
import { inWords, type Situation } from "./situation";

/** `kill -9` of the app and of its database while hosts send. */
export const kills: Situation = {
  name: "kills",
  title: "kill -9 of the app three times, of Postgres three times",
  limitMinutes: ({ short }) => (short ? 4 : 20),
  async run({ short, say, signal }) {
    const simulation: SimulationOptions = {
      hosts: short ? 12 : 300, documents: short ? 4 : 10, vmsPerHost: short ? 5 : 50, seed: 11, intervalSeconds: 3600,
      start: new Date(Date.now() - 10 * 3_600_000).toISOString(),
    };
    const total = simulation.hosts * simulation.documents;
    const rounds = short ? 1 : 3;
    const lab = await Lab.open();
    try {
      const credentials = await lab.enrol(simulation);
      const ledger = new Ledger();
      const started = Date.now();
      let finished = false;
      const sending = runSimulation(simulation, { server: lab.url, credentials, everySeconds: 1, concurrency: 32, capMs: 2_000, signal, onAcknowledged: ledger.onAcknowledged, onRetry: ledger.onRetry }).finally(() => { finished = true; });
      let appKills = 0;
      let databaseKills = 0;
      // Spread over the whole sending, so that every kill meets requests under way.
      const reached = async (share: number): Promise<void> => {
        while (!finished && ledger.acknowledgements.length < total * share) await sleep(20);
      };
      for (let kill = 0; kill < rounds * 2; kill += 1) {
        await reached((kill + 1) / (rounds * 2 + 2));
        if (finished) break;
        if (kill % 2 === 0) {
          await lab.killApp();
          appKills += 1;
          await lab.startApp();
        } else {
          lab.killDatabase();
          databaseKills += 1;
        }
        say(`  killed the app ${appKills} times, Postgres ${databaseKills} times; ${ledger.acknowledgements.length} of ${total} answered`);
      }
      await sending;
      const seconds = (Date.now() - started) / 1000;
      const appStayed = lab.appRuns;
      const { missing, twice, stored } = await ledger.check(lab);
      const judged = await lab.judged(300_000, signal);
      return [{
        promise: "acknowledged but missing 0, stored twice 0, no restart of the app for the database's sake",
        measured: `${appKills} kills of the app, ${databaseKills} of Postgres; ${inWords(ledger.accepted.length)} of ${inWords(total)} acknowledged in ${inWords(seconds)} s, ${inWords(stored)} stored; missing ${missing}, twice ${twice}, refused ${ledger.refused.length}; retries ${ledger.retriedText}; ${judged === null ? "not all judged" : "all judged"}; the app ${appStayed ? "outlived" : "ended with"} the last kill of Postgres`,
        kept: missing === 0 && twice === 0 && ledger.refused.length === 0 && ledger.accepted.length === total && stored === total && appStayed && judged !== null && appKills === rounds && databaseKills === rounds,
      }];
    } finally {
      await lab.close();
    }
  },
};
