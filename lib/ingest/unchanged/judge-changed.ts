import type pg from "pg";
import { currentHost, currentVm } from "@/lib/inventory/current";
import type { Cluster, Vm } from "@/lib/inventory/document";
import { judge } from "@/lib/judge/judge";
import type { Judgement } from "@/lib/judge/judgement";
import { clusterLabel } from "../identity/clusters";
import type { HostReading, HostState, VmState } from "../fold/fold";
import { type JudgeContext, logCheckError, type StoredNeighbours } from "../judged/judge-hosts";
import { FINDING_ROW, type FindingRow, findingRows, listingOf, VM_ROW, vmRow } from "../judged/judged-rows";
import { sight } from "../identity/ownership";
import { writeWith } from "../judged/rows";
import { loadVmsByGuid } from "../fold/state";
import { tallyRows } from "../judged/tally";
import { isKeptBy } from "./steady";
import { type JudgedRow, toWrite } from "../judged/unwritten";

/** One host before and after a document that says nothing new but for sizes. */
interface SteadyChange {
  before: HostState;
  after: HostState;
  /** With those VMs only whose sizes changed. */
  reading: HostReading;
  cluster: Cluster | null;
  neighbours: StoredNeighbours;
  /** What is stored of VMs, by their GUID, where that is known without judging them. */
  said: ReadonlyMap<string, string>;
}

interface Alone {
  judgement: Judgement;
  /** A little more or less room leaves it as it is. */
  isSteady: boolean;
}

function judgeAlone(state: HostState, vm: VmState, { cluster, neighbours: stored }: SteadyChange, { settings, now }: JudgeContext): Alone {
  const { freshness: { hostHours } } = settings({ clusterName: null, hostName: state.facts.name, vmName: "", vmId: null });
  const host = currentHost(state.facts, state.marks, hostHours, now);
  const facts = currentVm(vm.facts, vm.marks, listingOf(vm, state), hostHours, now);
  const settingsOf = ({ name, id }: Vm) => settings({ clusterName: cluster?.name ?? host.clusterName, hostName: host.name, vmName: name, vmId: id });
  const neighbours = { sameName: stored.sameName[facts.name.toLowerCase()] ?? 1, backingUp: stored.backingUp, diskBytesByVolume: new Map(stored.diskBytesByVolume) };
  const judgement = judge({ host, cluster, vm: facts, intervalSeconds: state.intervalSeconds }, { settings: settingsOf(facts), now, onCheckError: logCheckError, neighbours });
  return { judgement, isSteady: isKeptBy({ host, cluster, settingsOf, now }, { state: vm, judgement }, state.intervalSeconds, neighbours) };
}

/** Of a judgement all that is counted of the host, and which findings there are. */
function saidBy(judgement: Judgement, findings: readonly FindingRow[]): string {
  return JSON.stringify([tallyRows("", [judgement]), findings.map(({ requirement, latent }) => `${requirement} ${latent}`).sort()]);
}

function saidOf(host: HostState, vm: VmState, change: SteadyChange, context: JudgeContext): string {
  const { judgement } = judgeAlone(host, vm, change, context);
  return saidBy(judgement, findingRows(vm.id, judgement));
}

/**
 * Judges the VMs of a reading by themselves and writes those that are another than before.
 * @returns what is said of each, by its GUID; null, with nothing written, when a count of the host or a kind of finding
 *   would change, or a limit is near: then all of it is to be judged
 */
export async function judgeChanged(client: pg.PoolClient, change: SteadyChange, context: JudgeContext): Promise<[string, string][] | null> {
  const { before, after, reading } = change;
  const stored = new Map((await loadVmsByGuid(client, after.id, reading.vms.map((vm) => vm.id))).map((vm) => [vm.guid, vm]));
  const rows: JudgedRow[] = [];
  const said: [string, string][] = [];
  for (const vm of reading.vms) {
    const state = stored.get(vm.id);
    if (state === undefined) return null;
    const known = change.said.get(vm.id) ?? saidOf(before, state, change, context);
    sight(state, { hostId: after.id, reading, vm });
    const { judgement, isSteady } = judgeAlone(after, state, change, context);
    const findings = findingRows(state.id, judgement);
    const now = saidBy(judgement, findings);
    if (!isSteady || state.marks["vms.listed"] !== reading.mark || now !== known) return null;
    said.push([vm.id, now]);
    const judged = { state, judgement, fresh: true, gone: false, contested: false };
    rows.push({ vm: judged, findings, row: vmRow(judged, after, after.clusterId === null ? null : clusterLabel(after), findings) });
  }
  const changed = toWrite(after, rows).rows;
  if (changed.length > 0) {
    await writeWith(client, { table: "Vm", columns: VM_ROW, rows: changed.map(({ row }) => row), conflict: ["id"] },
      { table: "Finding", columns: FINDING_ROW, rows: changed.flatMap(({ findings }) => findings), conflict: ["vmId", "requirement", "latent"] });
  }
  return said;
}
