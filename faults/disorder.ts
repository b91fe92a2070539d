import { documentAt, hostNameOf, type SimulationOptions, skewOf } from "@/lib/simulate/history";
import { drawsOf } from "@/lib/simulate/estate";
import { Sender } from "@/lib/simulate/sender";
import { Lab } from "./lab";
import { Ledger } from "./ledger";
import { inWords, type Situation } from "./situation";
import { misplacedIn, snapshotOf } from "./snapshot";

/** Sends every document twice, all in an order drawn from `seed`, and gives the estate that comes of it. */
async function sendInOrder(simulation: SimulationOptions, seed: number, signal: AbortSignal): Promise<{ lines: string[]; misplaced: string[]; ledger: Ledger; missing: number; twice: number }> {
  const lab = await Lab.open();
  try {
    const credentials = await lab.enrol(simulation);
    const draw = drawsOf(seed);
    const order = Array.from({ length: simulation.hosts * simulation.documents * 2 }, (_none, index) => ({ at: draw(), host: index % simulation.hosts, place: Math.floor(index / simulation.hosts) % simulation.documents })).sort((a, b) => a.at - b.at);
    const ledger = new Ledger();
    for (let from = 0; from < order.length && !signal.aborted; from += 16) {
      await Promise.all(order.slice(from, from + 16).map(async ({ host, place }) => {
        const credential = credentials[host];
        if (credential === undefined) return;
        const document = documentAt(simulation, host, place, credential.epoch);
        const sender = new Sender({ server: lab.url, host: hostNameOf(simulation, host), token: credential.token, skewMs: skewOf(simulation, host), capMs: 2_000, signal, onAcknowledged: ledger.onAcknowledged, onRetry: ledger.onRetry });
        sender.add({ documentId: document.header.documentId, sequence: place + 1, body: JSON.stringify(document) });
        await sender.flush();
      }));
    }
    await lab.judged(180_000, signal);
    return { lines: await snapshotOf(lab), misplaced: await misplacedIn(lab, simulation), ledger, ...(await ledger.check(lab)) };
  } finally {
    await lab.close();
  }
}

/** Lines of the estate that not every order has. */
function differing(states: readonly (readonly string[])[]): string[] {
  return states.flatMap((lines, order) => lines.filter((line) => !states.every((other) => other.includes(line))).map((line) => `only in some, order ${order + 1}: ${line}`));
}

/** Duplicates and disorder with clocks a day off and VMs that move, over the network; 500 orders of one migration are a property test of lib/ingest. */
export const disorder: Situation = {
  name: "disorder",
  title: "duplicates and disorder, clocks a day off",
  limitMinutes: ({ short }) => (short ? 4 : 30),
  async run({ short, say, signal }) {
    const simulation: SimulationOptions = { hosts: short ? 6 : 40, documents: short ? 4 : 10, vmsPerHost: short ? 3 : 10, seed: 18, intervalSeconds: 3600, start: new Date(Date.now() - 30 * 3_600_000).toISOString(), flipping: 0.5, skewed: 0.3, migrating: 0.4 };
    const runs = [];
    for (const seed of short ? [1, 2] : [1, 2, 3]) runs.push(await sendInOrder(simulation, seed, signal));
    const states = new Set(runs.map(({ lines }) => JSON.stringify(lines)));
    const [first] = runs;
    const misplaced = runs.flatMap((run) => run.misplaced);
    for (const line of misplaced.slice(0, 3)) say(`  ${line}`);
    if (states.size > 1) for (const line of differing(runs.map(({ lines }) => lines)).slice(0, 6)) say(`  ${line}`);
    const lost = runs.reduce((sum, { missing, twice }) => sum + missing + twice, 0);
    const whole = runs.every(({ ledger }) => ledger.accepted.length === simulation.hosts * simulation.documents * 2);
    const refused = runs.reduce((sum, { ledger }) => sum + ledger.refused.length, 0);
    return [{
      promise: "one end state",
      measured: `${runs.length} orders of ${inWords(simulation.hosts * simulation.documents)} documents, each sent twice, three hosts in ten a day off, four in ten VMs of clusters migrated: ${states.size} end state${states.size === 1 ? "" : "s"}, ${first?.lines.length ?? 0} VMs; on another host than they are ${misplaced.length}, missing or twice ${lost}, refused ${refused}`,
      kept: whole && states.size === 1 && misplaced.length === 0 && lost === 0 && refused === 0 && first?.lines.length === simulation.hosts * simulation.vmsPerHost,
    }];
  },
};
