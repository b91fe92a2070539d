import { setTimeout as sleep } from "node:timers/promises";
import { documentAt, hostNameOf, type SimulationOptions, skewOf } from "@/lib/simulate/history";
import { runSimulation } from "@/lib/simulate/run";
import { Sender } from "@/lib/simulate/sender";
import { Lab } from "./lab";
import { Ledger } from "./ledger";
import { inWords, type Situation } from "./situation";
import { differingScreens, screensOf } from "./screens";
import { countsAgree, misplacedIn, snapshotOf } from "./snapshot";

/** Documents of the same start and seed are the same; a fresh database gets those that were acknowledged, in order. */
async function replay(simulation: SimulationOptions, acknowledged: ReadonlySet<string>, signal: AbortSignal): Promise<{ vms: string[]; screens: Map<string, string> }> {
  const lab = await Lab.open();
  try {
    const credentials = await lab.enrol(simulation);
    const sendAll = async (number: number): Promise<void> => {
      const credential = credentials[number];
      if (credential === undefined) return;
      const sender = new Sender({ server: lab.url, host: hostNameOf(simulation, number), token: credential.token, skewMs: skewOf(simulation, number), capMs: 2_000, signal, onAcknowledged: () => undefined });
      for (let place = 0; place < simulation.documents; place += 1) {
        const document = documentAt(simulation, number, place, credential.epoch);
        if (!acknowledged.has(document.header.documentId)) continue;
        sender.add({ documentId: document.header.documentId, sequence: place + 1, body: JSON.stringify(document) });
        await sender.flush();
      }
    };
    let next = 0;
    await Promise.all(Array.from({ length: 16 }, async () => {
      while (next < simulation.hosts && !signal.aborted) {
        const number = next;
        next += 1;
        await sendAll(number);
      }
    }));
    await lab.judged(600_000, signal);
    return { vms: await snapshotOf(lab), screens: await screensOf(lab) };
  } finally {
    await lab.close();
  }
}

/** Hosts send for ten minutes while app and database are killed in turn; then everything is compared. */
export const estate: Situation = {
  name: "estate",
  title: "1,000 hosts send for ten minutes while app and database are killed in turn",
  limitMinutes: ({ short, minutes = 10 }) => (short ? 6 : minutes * 2 + 30),
  async run({ short, say, signal, hosts = 1000, minutes: asked = 10 }) {
    const simulation: SimulationOptions = { hosts: short ? 10 : hosts, documents: short ? 3 : 6, vmsPerHost: short ? 4 : 10, seed: 17, intervalSeconds: 3600, start: new Date(Date.now() - 5 * 3_600_000).toISOString(), migrating: 0.1 };
    const minutes = short ? 0.2 : asked;
    const everyMs = short ? 3_000 : Math.min(60_000, minutes * 12_000);
    const lab = await Lab.open();
    try {
      const credentials = await lab.enrol(simulation);
      const ledger = new Ledger();
      const started = Date.now();
      let finished = false;
      const everySeconds = Math.max(1, Math.floor((minutes * 60) / simulation.documents));
      const sending = runSimulation(simulation, { server: lab.url, credentials, everySeconds, concurrency: 64, capMs: 10_000, signal, onAcknowledged: ledger.onAcknowledged, onRetry: ledger.onRetry }).finally(() => { finished = true; });
      let appKills = 0;
      let databaseKills = 0;
      const killing = async (): Promise<void> => {
        for (let turn = 0; ; turn += 1) {
          await sleep(everyMs, undefined, { signal }).catch(() => undefined);
          if (finished || signal.aborted) return;
          if (turn % 2 === 0) {
            await lab.killApp();
            await lab.startApp();
            appKills += 1;
          } else {
            lab.killDatabase();
            databaseKills += 1;
          }
          say(`  ${inWords((Date.now() - started) / 1000)} s: ${ledger.acknowledgements.length} answers, ${appKills} kills of the app, ${databaseKills} of Postgres`);
        }
      };
      await Promise.all([sending, killing()]);
      const seconds = (Date.now() - started) / 1000;
      const judged = await lab.judged(300_000, signal);
      const { missing, twice, stored } = await ledger.check(lab);
      const total = simulation.hosts * simulation.documents;
      const counts = await countsAgree(lab);
      const misplaced = await misplacedIn(lab, simulation);
      const here = { vms: await snapshotOf(lab), screens: await screensOf(lab) };
      say("  replaying into an empty database …");
      const there = await replay(simulation, new Set(ledger.accepted.map(({ documentId }) => documentId)), signal);
      const other = new Set(there.vms);
      const differing = here.vms.filter((line) => !other.has(line));
      const screens = differingScreens(here.screens, there.screens);
      for (const line of [...misplaced.slice(0, 3), ...differing.slice(0, 3).map((vm) => `only in the estate: ${vm}`), ...screens.slice(0, 3)]) say(`  ${line}`);
      return [
        {
          promise: "nothing acknowledged is lost, nothing is stored twice",
          measured: `${inWords(simulation.hosts)} hosts, ${inWords(seconds)} s, ${appKills} kills of the app, ${databaseKills} of Postgres; ${inWords(ledger.accepted.length)} of ${inWords(total)} acknowledged, ${inWords(stored)} stored; missing ${missing}, twice ${twice}, refused ${ledger.refused.length}; retries ${ledger.retriedText}`,
          kept: missing === 0 && twice === 0 && ledger.accepted.length === total && ledger.refused.length === 0 && stored === total && appKills > 0 && databaseKills > 0,
        },
        { promise: "every page and the API show the same counts", measured: counts.text, kept: counts.agree && judged !== null },
        {
          promise: "a full replay into an empty database shows the same estate",
          measured: `${inWords(here.vms.length)} VMs here, ${inWords(there.vms.length)} there, ${differing.length} differ, one in ten of those in clusters migrated and ${misplaced.length} on another host than they are; ${here.screens.size} pages and answers of the API read side by side, ${screens.length} differ`,
          kept: misplaced.length === 0 && here.vms.length === there.vms.length && differing.length === 0 && screens.length === 0 && here.vms.length === simulation.hosts * simulation.vmsPerHost,
        },
      ];
    } finally {
      await lab.close();
    }
  },
};
