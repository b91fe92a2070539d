import type pg from "pg";
import type { Confirmation } from "@/lib/inventory/confirmed";
import { currentHost, currentVm, isGone, type Mark, timeOf } from "@/lib/inventory/current";
import type { Cluster, Host, Vm } from "@/lib/inventory/document";
import { releaseName } from "@/lib/judge/facts/host-release";
import { type HostSubject, judgeHost, neighboursOf } from "@/lib/judge/judge-host";
import type { Judgement } from "@/lib/judge/judgement";
import { judgeArticle } from "@/lib/judge/rulesets/article-2008r2";
import type { SettingsFor } from "@/lib/judge/settings";
import { clusterLabel } from "../identity/clusters";
import { lowerContested } from "../identity/contested";
import type { HostState, VmState } from "../fold/fold";
import type { HostName } from "../identity/host-names";
import { strongestKey } from "../identity/host-keys";
import { dueAtOf, nextChangeOf } from "./host-times";
import { FINDING_ROW, type FindingRow, findingRows, type JudgedVm, listingOf, VM_ROW, vmRow } from "./judged-rows";
import { judgedUnder } from "./judged-under";
import { type Columns, writeRows } from "./rows";
import { loadClusterFacts } from "../fold/state";
import { tallyRows, writeTallies } from "./tally";
import { hangsOnGuestSizes, isSteady } from "../unchanged/steady";
import { type JudgedRow, toWrite } from "./unwritten";

/** What every judgement of one writing shares. */
export interface JudgeContext {
  settings: SettingsFor;
  /** Milliseconds since 1970. */
  now: number;
  /** Told when Postgres is about to be busy for a while: time to read the next file. */
  onWriting?: () => void;
}

export interface HostRow {
  id: string; installId: string | null; hardwareUuid: string | null; fqdn: string | null; name: string; nameKey: string; keyKind: string; conflict: string | null;
  clusterId: string | null; release: string; facts: Host; clusterView: Cluster | null; sections: Record<string, string>; intervalSeconds: number | null;
  listedAt: string | null; completeAt: string | null; failedAt: string | null; failedText: string | null; readAt: string | null; fresh: boolean; synthetic: boolean;
  vmCount: number; neighbours: StoredNeighbours; judgedAt: string; judgedUnder: string; steadyMark: string | null; confirmedFrom: string | null; confirmedMark: string | null; createdAt: string;
  heardAt: string | null; dueAt: string | null; nextChangeAt: string | null; clockOffsetSeconds: number | null; names: HostName[];
}
export const HOST_ROW: Columns<HostRow> = {
  id: "uuid", installId: "text", hardwareUuid: "text", fqdn: "text", name: "text", nameKey: "text", keyKind: "text", conflict: "text",
  clusterId: "uuid", release: "text", facts: "jsonb", clusterView: "jsonb", sections: "jsonb", intervalSeconds: "int4",
  listedAt: "timestamptz", completeAt: "timestamptz", failedAt: "timestamptz", failedText: "text", readAt: "timestamptz", fresh: "bool", synthetic: "bool",
  vmCount: "int4", neighbours: "jsonb", judgedAt: "timestamptz", judgedUnder: "text", steadyMark: "text", confirmedFrom: "text", confirmedMark: "text", createdAt: "timestamptz",
  heardAt: "timestamptz", dueAt: "timestamptz", nextChangeAt: "timestamptz", clockOffsetSeconds: "int4", names: "jsonb",
};
/** What the judge reads of the other VMs of a host, kept so that a VM can be judged alone when it is shown. */
export interface StoredNeighbours {
  /** Lower-case names that more than one VM has. */
  sameName: Record<string, number>;
  backingUp: number;
  diskBytesByVolume: [string, number][];
}

const HOUR = 3_600_000;
const within = (at: string | null, hours: number, now: number) => at !== null && now - Date.parse(at) <= hours * HOUR;

function storedNeighbours(host: Host, cluster: Cluster | null, vms: readonly Vm[]): StoredNeighbours {
  const of = neighboursOf({ host, cluster, vms });
  const sameName: Record<string, number> = {};
  let backingUp = 0;
  let bytes: ReadonlyMap<string, number> = new Map();
  for (const vm of vms) {
    const neighbours = of(vm);
    backingUp = neighbours.backingUp;
    bytes = neighbours.diskBytesByVolume;
    if (neighbours.sameName > 1) sameName[vm.name.toLowerCase()] = neighbours.sameName;
  }
  return { sameName, backingUp, diskBytesByVolume: [...bytes] };
}

/** When a host was read and its VMs were listed, by its marks. ISO. */
export function readTimes(state: Pick<HostState, "facts" | "marks">): Pick<HostRow, "listedAt" | "completeAt" | "failedAt" | "readAt"> {
  const at = (mark: string | undefined) => (mark === undefined ? null : timeOf(mark));
  // A host that could not be reached was not read, however new the document that says so.
  const failed = new Set(state.facts.attempted.flatMap((attempt) => (attempt.complete ? [] : [attempt.section as string])));
  const newest = Object.entries(state.marks).filter(([key]) => key === "vms.complete" || (!key.includes(".") && !failed.has(key))).map(([, mark]) => mark).sort().at(-1);
  const listed = [state.marks["vms.complete"], state.marks["vms.failed"]].filter((mark) => mark !== undefined).sort().at(-1);
  return { listedAt: at(listed), completeAt: at(state.marks["vms.complete"]), failedAt: at(state.marks["vms.failed"]), readAt: at(newest) };
}

function hostRow(state: HostState, neighbours: StoredNeighbours, { hostHours, now, ...written }: { hostHours: number; now: number } & Pick<HostRow, "vmCount" | "judgedUnder" | "dueAt" | "nextChangeAt" | "confirmedFrom" | "confirmedMark" | "steadyMark">): HostRow {
  const times = readTimes(state);
  return {
    id: state.id, ...state.keys, name: state.facts.name, nameKey: state.keys.name, keyKind: strongestKey(state.keys), conflict: state.conflict,
    clusterId: state.clusterId, release: releaseName(state.facts), facts: state.facts, clusterView: state.view, sections: state.marks, intervalSeconds: state.intervalSeconds,
    ...times, failedText: state.failedText, fresh: within(times.readAt, hostHours, now), synthetic: state.synthetic, neighbours, judgedAt: new Date(now).toISOString(), createdAt: state.createdAt.toISOString(),
    heardAt: state.heardAt, clockOffsetSeconds: state.clockOffsetSeconds, names: state.names, ...written,
  };
}

/** Told of a check that threw: its finding alone is unknown. */
export function logCheckError(requirement: string, error: unknown): void {
  console.error(`The check ${requirement} has a fault; its finding is unknown.`, error);
}

/** By the policy's ruleset. */
function judgeAll(subject: HostSubject, { settings, now }: JudgeContext): Judgement[] {
  const { host, cluster } = subject;
  const settingsOf = (vm: Vm) => settings({ clusterName: cluster?.name ?? host.clusterName, hostName: host.name, vmName: vm.name, vmId: vm.id });
  const article = subject.vms[0] !== undefined && settingsOf(subject.vms[0]).ruleset === "article-2008r2";
  return article ? subject.vms.map((vm) => judgeArticle({ host, cluster, vm }, settingsOf(vm), now)) : judgeHost(subject, settings, now, logCheckError);
}

/** Writes rows of VMs and their findings. */
async function writeVms(client: pg.PoolClient, changed: readonly JudgedRow[]): Promise<void> {
  if (changed.length === 0) return;
  await client.query({ name: "findings-go", text: `DELETE FROM "Finding" WHERE "vmId" = ANY($1::uuid[])`, values: [changed.map((each) => each.row.id)] });
  await writeRows(client, "Vm", VM_ROW, changed.map((each) => each.row), ["id"]);
  await writeRows(client, "Finding", FINDING_ROW, changed.flatMap((each) => each.findings), [], 1000);
}

/** A host that is judged, before anything of it is written. */
export interface JudgedHost {
  /** VMs that count. */
  judged: readonly JudgedVm[];
  /** Of these and of those that are gone. */
  rows: JudgedRow[];
  /** The mark of its newest listing, if a newer document that says the same changes nothing but times and sizes; else null. */
  steadyMark(): Mark | null;
  /** Those of these VMs that a little more or less room in their guest may lead to another judgement of. */
  hangingOnSizes(isAsked: (vm: VmState) => boolean): VmState[];
  /** Row of the host that notes this of VMs that are not written, and whether it is steady. */
  hostRow(confirmation: Confirmation | null, steady: Mark | null): HostRow;
}

/** Judges all VMs of one host. @param vms all VMs that the host last had, gone ones too */
export async function judgeStates(client: pg.PoolClient, state: HostState, vms: readonly VmState[], context: JudgeContext): Promise<JudgedHost> {
  const { settings, now } = context;
  const estate = settings({ clusterName: null, hostName: state.facts.name, vmName: "", vmId: null });
  const { freshness: { hostHours, defaultIntervalHours }, goneGraceHours } = estate;
  const cluster = state.view ?? (state.clusterId === null ? null : await loadClusterFacts(client, state.clusterId));
  const host = currentHost(state.facts, state.marks, hostHours, now);
  const isOut = (vm: VmState) => isGone(listingOf(vm, state), goneGraceHours, now);
  const present = vms.filter((vm) => !isOut(vm));
  const gone = vms.filter(isOut);
  const judge = (states: readonly VmState[]): JudgedVm[] => {
    const facts = states.map((vm) => currentVm(vm.facts, vm.marks, listingOf(vm, state), hostHours, now));
    const judgements = judgeAll({ host, cluster, vms: facts, intervalSeconds: state.intervalSeconds }, context);
    return states.flatMap((vm, index) => {
      const judgement = judgements[index];
      return judgement === undefined ? [] : [{ state: vm, judgement, fresh: within(vm.facts.observedAt, hostHours, now), gone: isOut(vm), contested: false }];
    });
  };
  const judged = judge(present);
  await lowerContested(client, judged, context, hostHours);
  const settingsOf = (vm: Vm) => settings({ clusterName: cluster?.name ?? host.clusterName, hostName: host.name, vmName: vm.name, vmId: vm.id });
  const times = { judgedUnder: judgedUnder(settings.policy), dueAt: dueAtOf(state, defaultIntervalHours), nextChangeAt: nextChangeOf(state, vms, { cluster, settingsOf, now, estate }) };
  const neighbours = storedNeighbours(host, cluster, present.map((vm) => vm.facts));
  const clusterName = state.clusterId === null ? null : clusterLabel(state);
  const withRow = (vm: JudgedVm, findings: FindingRow[]) => ({ vm, findings, row: vmRow(vm, state, clusterName, findings) });
  return {
    judged, rows: [...judged.map((vm) => withRow(vm, findingRows(vm.state.id, vm.judgement))), ...judge(gone).map((vm) => withRow(vm, []))],
    steadyMark: () => (isSteady(state, { host, cluster, judged, gone, settingsOf, now }) ? state.marks["vms.complete"] ?? null : null),
    hangingOnSizes: (isAsked) => judged.flatMap((vm) => (isAsked(vm.state) && hangsOnGuestSizes({ host, cluster, settingsOf, now }, vm, state.intervalSeconds) ? [vm.state] : [])),
    hostRow: (confirmation, steady) => hostRow(state, neighbours, { hostHours, now, vmCount: judged.length, ...times, steadyMark: steady, confirmedFrom: confirmation?.from ?? null, confirmedMark: confirmation?.until ?? null }),
  };
}

/**
 * Judges all VMs of one host and writes host, VMs, findings and counts, as far as they changed.
 * @param vms all VMs that the host last had, gone ones too
 * @returns VMs judged
 */
export async function judgeAndStore(client: pg.PoolClient, state: HostState, vms: readonly VmState[], context: JudgeContext): Promise<number> {
  const { judged, rows, steadyMark, hostRow: rowOf } = await judgeStates(client, state, vms, context);
  const { rows: changed, confirmation } = toWrite(state, rows);
  await writeRows(client, "Host", HOST_ROW, [rowOf(confirmation, steadyMark())], ["id"]);
  const written = writeVms(client, changed);
  context.onWriting?.();
  const tallies = tallyRows(state.id, judged.map((vm) => vm.judgement));
  await written;
  await writeTallies(client, [state.id], tallies);
  return judged.length;
}
