import { randomUUID } from "node:crypto";
import { foldRecord, type Mark, type Marks, timeOf, VM_MAP } from "@/lib/inventory/current";
import type { Vm } from "@/lib/inventory/document";
import { OVERDUE_INTERVALS } from "../judged/host-times";
import { foldVm, type HostReading, intervalOf, nodeName, shortNode, type VmRecord, type VmState } from "../fold/fold";

/**
 * Who may speak of a VM (issue 4, section 2; domain.md 3.1 rule 8; security.md T2). Documents are taken in the order of
 * their marks. The record of the owner is the VM's; another node that lists it too is a claim beside it, until the owner
 * stops listing it, falls silent, is overdue while the cluster says that it is down, or another voice than the
 * claimant's says that the cluster agrees.
 */

/** A node that did not list it for so long claims nothing any more. */
const SILENT_HOURS = 48;
const HOUR = 3_600_000;

/** What a document says of one VM: its record, or null where a complete listing lacks it. */
export interface Sighting {
  hostId: string;
  reading: HostReading;
  vm: (Vm & { id: string }) | null;
}

const listedOf = (record: VmRecord): Mark => record.marks["vms.listed"] ?? "";
const NAMED = "named.";
const SPOKE = "spoke.";
/** A cluster has no more nodes; names beyond these are made up. */
const MOST_NODES = 64;

/** The key under which a VM keeps since when a node of this name claims or claimed it: a replay reads that node too. */
export const spokeKey = (node: string) => `${SPOKE}${node}`;
/** Names of the nodes that ever claimed the VM. */
export const claimantsOf = (state: VmState): string[] => Object.keys(state.marks).flatMap((key) => (key.startsWith(SPOKE) ? [key.slice(SPOKE.length)] : []));

/**
 * Whether a node does not have the VM any more by this document of another one: it did not list it for long, or is said
 * to be down and is overdue with it. That it is down is no more than the word of a node that may want the VM.
 */
function hasEnded(record: VmRecord, { hostId, reading }: Sighting): boolean {
  if (record.hostId === hostId) return false;
  const silentFor = Date.parse(reading.collectedAt) - Date.parse(timeOf(listedOf(record)));
  if (silentFor > SILENT_HOURS * HOUR) return true;
  const isDown = reading.view?.nodes?.some((node) => node.state === "Down" && shortNode(node.name) === record.node) === true;
  return isDown && silentFor > OVERDUE_INTERVALS * intervalOf(record.marks) * 1000;
}

/** The newest word on the role's owner while more than one node lists the VM. */
function namedIn(marks: Marks): { node: string; mark: Mark } | null {
  const key = Object.keys(marks).find((each) => each.startsWith(NAMED));
  return key === undefined ? null : { node: key.slice(NAMED.length), mark: marks[key] ?? "" };
}

/** The owner that the document's cluster names, unless it names the very node that speaks. */
function nameOwner(state: VmState, { reading }: Sighting): void {
  const owner = reading.view?.roles?.find((role) => role.vmId === state.guid)?.owner;
  if (owner === undefined || owner === null) return;
  const node = shortNode(owner);
  if (!reading.byServer && node === nodeName(reading)) return;
  const before = namedIn(state.marks);
  if (before !== null && before.mark > reading.mark) return;
  if (before !== null) Reflect.deleteProperty(state.marks, `${NAMED}${before.node}`);
  state.marks[`${NAMED}${node}`] = reading.mark;
}

/** The newest word on the owner names this node, and nobody else has listed the VM since. */
function isAgreed(node: string, others: readonly VmRecord[], marks: Marks): boolean {
  const named = namedIn(marks);
  return named !== null && named.node === node && others.every((other) => other.node === node || listedOf(other) <= named.mark);
}

/** Claims that count at `now`: of nodes that were heard within the limit, while ownership is not agreed. */
export function rivalsOf(state: VmState, hostHours: number, now: number): VmRecord[] {
  if (state.claims.length === 0 || isAgreed(state.node, state.claims, state.marks)) return [];
  return state.claims.filter((claim) => now - Date.parse(timeOf(listedOf(claim))) <= hostHours * HOUR);
}

export function newVm(record: VmRecord, guid: string, scopeId: string): VmState {
  const listed = listedOf(record);
  return {
    ...record, id: randomUUID(), createdAt: new Date(), guid, scopeId, claims: [], claimsAnew: false, stored: false,
    marks: { ...record.marks, "owner.since": listed }, owners: [{ hostId: record.hostId, since: timeOf(listed) }], ownersAnew: [record.hostId],
  };
}

/** Marks that belong to the VM and its owner, not to a record. */
const OWN_MARKS: readonly string[] = ["owner.since", "vms.missing", "vms.settled"];
const isOwn = (key: string) => OWN_MARKS.includes(key) || key.startsWith(NAMED) || key.startsWith(SPOKE);
/** Marks of a record that follow its newest listing alone. */
const OF_LISTING: readonly string[] = ["vms.listed", "vms.operation", "vms.interval"];

const pick = (marks: Marks, isWanted: (key: string) => boolean): Marks => Object.fromEntries(Object.entries(marks).filter(([key]) => isWanted(key)));

function recordOf(state: VmState): VmRecord {
  const marks = pick(state.marks, (key) => !isOwn(key));
  return { hostId: state.hostId, node: state.node, documentId: state.documentId, facts: state.facts, synthetic: state.synthetic, marks: { ...marks, "vms.since": state.marks["owner.since"] ?? "" } };
}

/** Newest sections of both; a section that only one of them read stays. */
function mergeFacts(into: VmRecord, from: VmRecord): { facts: Vm; marks: Marks } {
  const marks: Marks = { ...into.marks };
  let { facts } = into;
  for (const section of VM_MAP.all) {
    const mark = from.marks[section];
    if (mark !== undefined) facts = foldRecord<Vm>(facts, from.facts, new Set([section]), mark, marks, VM_MAP);
  }
  return { facts, marks };
}

/** Makes a claimant the owner, at `mark`. */
function handOver(state: VmState, to: VmRecord, keepsClaim: boolean, mark: Mark): void {
  const old = recordOf(state);
  const { facts, marks } = mergeFacts(old, to);
  state.claims = [...state.claims.filter((claim) => claim.hostId !== to.hostId), ...(keepsClaim ? [old] : [])];
  state.marks = {
    ...pick(marks, (key) => key !== "vms.since" && !OF_LISTING.includes(key)), ...pick(to.marks, (key) => OF_LISTING.includes(key)),
    ...pick(state.marks, (key) => key.startsWith(NAMED) || key.startsWith(SPOKE)), "owner.since": mark, "vms.settled": mark,
  };
  Object.assign(state, { hostId: to.hostId, node: to.node, documentId: to.documentId, synthetic: to.synthetic, facts: { ...facts, id: to.facts.id, name: to.facts.name } });
  state.owners.push({ hostId: to.hostId, since: timeOf(mark) });
}

/** Takes a listing of the owner, or the lack in one. */
function foldOwner(state: VmState, { hostId, reading, vm }: Sighting): void {
  if (vm === null) {
    const missing = state.marks["vms.missing"];
    if (listedOf(state) < reading.mark && (missing === undefined || missing > reading.mark)) state.marks["vms.missing"] = reading.mark;
    return;
  }
  const since = state.marks["owner.since"];
  Object.assign(state, foldVm(state, vm, reading, hostId));
  if (listedOf(state) === reading.mark) Reflect.deleteProperty(state.marks, "vms.missing");
  if (since === undefined || since <= reading.mark) return;
  state.marks["owner.since"] = reading.mark;
  Object.assign(state, { owners: [{ hostId, since: reading.collectedAt }], ownersAnew: [hostId] });
}

/** The claimant that is owner now, if one is. */
function successor(state: VmState, ownerLives: boolean): VmRecord | null {
  const agreed = state.claims.find((claim) => isAgreed(claim.node, [state, ...state.claims], state.marks));
  if (agreed !== undefined || ownerLives) return agreed ?? null;
  const since = (claim: VmRecord) => claim.marks["vms.since"] ?? "";
  return [...state.claims].sort((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : a.node < b.node ? -1 : 1))[0] ?? null;
}

/**
 * Takes one more document, newer than all that were taken, into what is known of a VM. Changes `state`.
 * Only documents with a listing of VMs say anything here.
 */
export function sight(state: VmState, at: Sighting): void {
  Reflect.deleteProperty(state, "judgedDigest");
  const { hostId, reading, vm } = at;
  const { mark } = reading;
  const isOwner = state.hostId === hostId;
  if (isOwner && state.claims.length === 0) {
    foldOwner(state, at);
    return;
  }
  const claim = state.claims.find((each) => each.hostId === hostId) ?? null;
  state.claims = state.claims.filter((each) => each.hostId !== hostId && !hasEnded(each, at));
  if (isOwner) foldOwner(state, at);
  else if (vm !== null) {
    const record = foldVm(claim, vm, reading, hostId);
    record.marks["vms.since"] ??= mark;
    if (Object.keys(state.marks).filter((key) => key.startsWith(SPOKE)).length < MOST_NODES) state.marks[spokeKey(record.node)] ??= reading.collectedAt;
    state.claims.push(record);
  }
  state.claims.sort((a, b) => (a.node < b.node ? -1 : 1));
  state.marks["vms.settled"] = mark;
  state.claimsAnew = true;
  if (state.claims.length > 0) {
    nameOwner(state, at);
    const lives = state.marks["vms.missing"] === undefined && !hasEnded(state, at);
    const next = successor(state, lives);
    if (next !== null) handOver(state, next, lives, mark);
  }
  if (state.claims.length === 0) for (const key of Object.keys(state.marks)) if (key.startsWith(NAMED)) Reflect.deleteProperty(state.marks, key);
}

/**
 * Whether a document has to be put in its place among those that were taken before, which then are read again: it is
 * older than something that it could have changed.
 * @param newest marks of the newest documents of the hosts that speak of the VM, before this one
 */
export function comesLate(state: VmState, { hostId, reading, vm }: Sighting, newest: ReadonlyMap<string, Mark>): boolean {
  const { mark } = reading;
  const { marks } = state;
  const isLate = mark < (newest.get(hostId) ?? "");
  if (state.hostId === hostId && state.claims.length === 0) {
    if (mark < (marks["vms.settled"] ?? "")) return true;
    if (!isLate) return false;
    if (marks["vms.operation"] !== undefined && mark < listedOf(state)) return true;
    return vm !== null && mark > listedOf(state);
  }
  const spoken = [listedOf(state), marks["vms.missing"] ?? "", marks["vms.settled"] ?? "", ...state.claims.map(listedOf)];
  const heard = [state.hostId, hostId, ...state.claims.map((claim) => claim.hostId)].map((id) => newest.get(id) ?? "");
  return [...spoken, ...heard].some((each) => each > mark);
}
