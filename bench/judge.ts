import { clusterOf } from "@/lib/inventory/cluster-of";
import type { Inventory } from "@/lib/inventory/document";
import { parseInventory } from "@/lib/inventory/parse";
import { vmSchema } from "@/lib/inventory/vm";
import { judge } from "@/lib/judge/judge";
import { type HostSubject, neighboursOf } from "@/lib/judge/judge-host";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { settingsFor } from "@/lib/judge/settings";
import { type Condition, estateOf, JUDGED_AT } from "@/lib/simulate/estate";
import { atLeast, type Figure, forInformation, inWords } from "./figure";
import { sideBySide } from "./measure";

/** One VM of a document with every fact known: what the figure speaks of. */
const SMALLEST = 5_000;
const LARGEST = 6_000;

interface Sample {
  subjects: HostSubject[];
  texts: string[];
}

function read(inventory: Inventory): Inventory {
  const parsed = parseInventory(JSON.parse(JSON.stringify(inventory)), { now: JUDGED_AT });
  if ("refused" in parsed) throw new Error(`The made-up document is refused: ${parsed.refused.problem}`);
  return parsed.inventory;
}

/** VMs as they come out of an import, with the text of each VM's record. */
function sampleOf(vms: number, condition: (draw: number) => Condition): Sample {
  const sample: Sample = { subjects: [], texts: [] };
  for (const made of estateOf({ vms, condition, families: ["windows"] })) {
    const inventory = read(made);
    for (const host of inventory.hosts) {
      sample.subjects.push({ host, cluster: clusterOf(host, inventory.clusters), vms: host.vms, intervalSeconds: inventory.header.intervalSeconds });
      for (const vm of host.vms) sample.texts.push(JSON.stringify(vm));
    }
  }
  return sample;
}

function judgeAll(sample: Sample): Record<string, number> {
  const settings = settingsFor(DEFAULT_POLICY);
  const classes: Record<string, number> = {};
  for (const subject of sample.subjects) {
    const { host, cluster, intervalSeconds = null } = subject;
    const neighbours = neighboursOf(subject);
    for (const vm of subject.vms) {
      const of = settings({ clusterName: cluster?.name ?? null, hostName: host.name, vmName: vm.name, vmId: vm.id });
      const { verdict } = judge({ host, cluster, vm, intervalSeconds }, { settings: of, now: JUDGED_AT, neighbours: neighbours(vm) });
      classes[verdict.class] = (classes[verdict.class] ?? 0) + 1;
    }
  }
  return classes;
}

function line(name: string, sample: Sample, rounds: number, isTarget: boolean): Figure {
  const pair = sideBySide(rounds, () => judgeAll(sample), () => { for (const text of sample.texts) JSON.parse(text); });
  const count = sample.texts.length;
  const size = sample.texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / count;
  const classes = Object.entries(judgeAll(sample)).map(([id, of]) => `${of} ${id}`).join(", ");
  if (isTarget && (size < SMALLEST || size > LARGEST)) throw new Error(`The documents have ${Math.round(size)} bytes; the figure speaks of ${SMALLEST} to ${LARGEST}.`);
  return {
    figure: "judge", what: `${name}: ${inWords(count)} VMs of ${(size / 1000).toFixed(1)} kB (${classes})`,
    value: `${inWords(count / pair.work * 1000)} VMs/s`, floor: `JSON.parse ${inWords(count / pair.floor * 1000)}/s`,
    ...(isTarget ? atLeast(pair.share, 0.5) : forInformation(pair.share)),
  };
}

function schemaLine(sample: Sample, rounds: number): Figure {
  const records = sample.texts.map((text): unknown => JSON.parse(text));
  const pair = sideBySide(rounds, () => { for (const record of records) vmSchema.parse(record); }, () => { for (const text of sample.texts) JSON.parse(text); });
  const count = records.length;
  return {
    figure: "judge", what: `schema check of the same ${inWords(count)} VMs`, value: `${inWords(count / pair.work * 1000)} VMs/s`,
    floor: `JSON.parse ${inWords(count / pair.floor * 1000)}/s`, ...forInformation(pair.share),
  };
}

/** VMs per second on one thread: because, evidence, verdict and score of every requirement, against `JSON.parse` of the same records. */
export function benchJudge(options: { vms: number; rounds: number }): Figure[] {
  const full = sampleOf(options.vms, (draw) => (draw < 0.8 ? "healthy" : "faulty"));
  return [
    line("judge, full facts", full, options.rounds, true),
    line("judge, faulty VMs alone", sampleOf(options.vms / 4, () => "faulty"), options.rounds, false),
    line("judge, system of the guest unread", sampleOf(options.vms / 4, () => "guest-unread"), options.rounds, false),
    schemaLine(full, options.rounds),
  ];
}
