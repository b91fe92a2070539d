import type { SimulationOptions } from "@/lib/simulate/history";
import { runSimulation } from "@/lib/simulate/run";
import { Lab } from "./lab";
import { Ledger } from "./ledger";
import { inWords, type Situation } from "./situation";

/** Two instances of the app take turns at the same hosts, each document to both. */
export const twoInstances: Situation = {
  name: "two-instances",
  title: "two app instances on one database",
  limitMinutes: ({ short }) => (short ? 4 : 10),
  async run({ short, signal }) {
    const simulation: SimulationOptions = { hosts: short ? 8 : 100, documents: short ? 3 : 5, vmsPerHost: short ? 4 : 20, seed: 16, intervalSeconds: 3600, start: new Date(Date.now() - 6 * 3_600_000).toISOString() };
    const lab = await Lab.open({ ownDatabase: true });
    const other = await lab.second();
    try {
      const credentials = await lab.enrol(simulation);
      const ledger = new Ledger();
      const options = { credentials, everySeconds: 0, concurrency: 16, capMs: 2_000, signal, onAcknowledged: ledger.onAcknowledged, onRetry: ledger.onRetry };
      await Promise.all([runSimulation(simulation, { ...options, server: lab.url }), runSimulation(simulation, { ...options, server: other.url })]);
      const judged = await lab.judged(180_000, signal);
      const { missing, twice, stored } = await ledger.check(lab);
      const total = simulation.hosts * simulation.documents;
      const fresh = ledger.acknowledgements.filter(({ status }) => status === 202).length;
      const totals = await Promise.all([lab.url, other.url].map(async (url) => {
        const response = await fetch(`${url}/api/v1/estate`, { signal, headers: { authorization: "Bearer faults-admin-token" } });
        const { asOf: _asOf, ...estate } = await response.json() as Record<string, unknown>;
        return JSON.stringify(estate);
      }));
      const same = totals[0] === totals[1];
      const vms = (await lab.query<{ count: number }>(`SELECT count(*)::int AS "count" FROM "Vm" WHERE NOT "gone"`))[0]?.count ?? 0;
      return [{
        promise: "the same figures",
        measured: `each of ${inWords(total)} documents sent to both: ${inWords(fresh)} accepted, ${inWords(ledger.accepted.length - fresh)} known, ${ledger.refused.length} refused, ${inWords(stored)} stored; missing ${missing}, twice ${twice}; ${inWords(vms)} VMs; ${judged === null ? "not all judged" : "all judged"}; the two estates are ${same ? "equal" : "different"}; retries ${ledger.retriedText}`,
        kept: missing === 0 && twice === 0 && stored === total && fresh === total && ledger.accepted.length === total * 2 && ledger.refused.length === 0 && judged !== null && same && vms === simulation.hosts * simulation.vmsPerHost,
      }];
    } finally {
      await other.stop();
      await lab.close();
    }
  },
};
