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
import { writeRows } from "../judged/rows";
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

const keyOf = ({ requirement, latent }: FindingRow) => `${requirement} ${latent}`;
const countsOf = (judgement: Judgement) => JSON.stringify(tallyRows("", [judgement]));

/**
 * Judges the VMs of a reading by themselves and writes those that are another than before.
 * @returns false, with nothing written, when a count of the host or a kind of finding would change, or a limit is near: then all of it is to
 *   be judged
 */
export async function judgeChanged(client: pg.PoolClient, change: SteadyChange, context: JudgeContext): Promise<boolean> {
  const { before, after, reading } = change;
  const known = new Map((await loadVmsByGuid(client, after.id, reading.vms.map((vm) => vm.id))).map((vm) => [vm.guid, vm]));
  const rows: JudgedRow[] = [];
  for (const vm of reading.vms) {
    const state = known.get(vm.id);
    if (state === undefined) return false;
    const was = judgeAlone(before, state, change, context);
    sight(state, { hostId: after.id, reading, vm });
    const { judgement, isSteady } = judgeAlone(after, state, change, context);
    if (!isSteady || state.marks["vms.listed"] !== reading.mark || countsOf(was.judgement) !== countsOf(judgement)) return false;
    const findings = findingRows(state.id, judgement);
    const said = new Set(findingRows(state.id, was.judgement).map(keyOf));
    if (findings.length !== said.size || findings.some((finding) => !said.has(keyOf(finding)))) return false;
    const judged = { state, judgement, fresh: true, gone: false, contested: false };
    rows.push({ vm: judged, findings, row: vmRow(judged, after, after.clusterId === null ? null : clusterLabel(after), findings) });
  }
  const changed = toWrite(after, rows).rows;
  await writeRows(client, "Vm", VM_ROW, changed.map(({ row }) => row), ["id"]);
  await writeRows(client, "Finding", FINDING_ROW, changed.flatMap(({ findings }) => findings), ["vmId", "requirement", "latent"]);
  return true;
}
