import { randomUUID } from "node:crypto";
import { meaningOf } from "@/lib/judge/facts/operational-status";
import { clusterOf } from "@/lib/inventory/cluster-of";
import type { Attempt, Cluster, Host, HostWithVms, Inventory, Vm } from "@/lib/inventory/document";
import { foldRecord, HOST_MAP, type Mark, markOf, type Marks, sectionsWithValues, VM_MAP } from "@/lib/inventory/current";
import { type HostKeys, keysOf } from "../identity/host-keys";
import { type HostName, namesInOrder } from "../identity/host-names";
import { earlier, type SequencePlace, statedTime } from "../order/order";

/** A host as the documents that were folded so far leave it. */
export interface HostState {
  id: string;
  createdAt: Date;
  /** Newest value of each key; its mark stands under `key.<name>`. */
  keys: HostKeys;
  conflict: string | null;
  clusterId: string | null;
  facts: Host;
  /** The cluster as this host sees it. */
  view: Cluster | null;
  /** By section; `vms.complete` and `vms.failed`: the newest listing of that outcome. */
  marks: Marks;
  failedText: string | null;
  intervalSeconds: number | null;
  synthetic: boolean;
  /** Server time of its newest document that came by the network. ISO. */
  heardAt: string | null;
  /** By how much its clock is ahead, where that is more than the tolerance. */
  clockOffsetSeconds: number | null;
  /** Names that it had, oldest first. */
  names: HostName[];
}
/** What one host says of a VM; the mark `vms.listed` is that of its newest document that has it. */
export interface VmRecord {
  hostId: string;
  /** Name of that host as cluster roles name it: short, lower case. */
  node: string;
  documentId: string;
  facts: Vm;
  marks: Marks;
  synthetic: boolean;
}
/** A VM likewise: the record of its owner, and beside it those of other nodes that list it too. */
export interface VmState extends VmRecord {
  id: string;
  createdAt: Date;
  guid: string;
  scopeId: string;
  claims: VmRecord[];
  /** True when these claims replace the stored ones. */
  claimsAnew: boolean;
  /** Owners to be added to the stored history. ISO times. */
  owners: { hostId: string; since: string }[];
  /** Hosts whose stored ownership these owners replace. */
  ownersAnew: readonly string[];
  /** It has a row. */
  stored: boolean;
  /** Of the judgement that is stored with these facts; absent when the facts were folded anew. */
  judgedDigest?: string | null;
  /** What its row says, which may be older than the confirmation of its host; absent for one that is to be written in any case. */
  kept?: { facts: Vm; marks: Marks; digest: string | null };
}

/** One host of one document, ready to be folded. */
export interface HostReading {
  documentId: string;
  /** The credential by which it came. */
  collectorId: string | null;
  /** Its place among the hosts of the document. */
  place: number;
  mark: Mark;
  /** The effective time of the document for this host. ISO. */
  collectedAt: string;
  /** Server time at which it came by the network; null for an import. */
  heardAt: string | null;
  clockOffsetSeconds: number | null;
  /** True when no host of the document speaks for itself: a management server does. */
  byServer: boolean;
  host: Omit<HostWithVms, "vms">;
  keys: HostKeys;
  view: Cluster | null;
  /** Records without a GUID are left out: they cannot be told apart the next time. */
  vms: (Vm & { id: string })[];
  withoutId: string[];
  intervalSeconds: number | null;
  synthetic: boolean;
}

/** The cluster as this host sees it; of a document with one cluster and a node that does not name its own, that one. */
function viewOf(inventory: Inventory, host: Host): Cluster | null {
  const named = clusterOf(host, inventory.clusters);
  if (named !== null || host.isClusterNode !== true || host.clusterName !== null || host.clusterId !== null || inventory.clusters.length !== 1) return named;
  return inventory.clusters[0] ?? null;
}

/** When a host of a document was read by its sender's clock: its own time, else the document's, else the time of import. ISO. */
export function collectedAtOf(inventory: Inventory, host: Pick<Host, "observedAt">, receivedAt: string): string {
  return host.observedAt === null ? statedTime(inventory.header, receivedAt) : new Date(host.observedAt).toISOString();
}

/** A kept document as far as its readings need it. Times in ISO. */
export interface KeptDocument {
  id: string;
  collectorId: string | null;
  sha256: string;
  receivedAt: string;
  /** As it is kept: corrected where the sender's clock is off. */
  collectedAt: string;
  /** For a sequenced document the time of all its hosts; null: each host has its own. */
  sequenced: (SequencePlace & { effectiveAt: string }) | null;
}

const moved = (at: string, byMs: number, latest: string) => earlier(new Date(Date.parse(at) + byMs).toISOString(), latest);

function readingVms(vms: readonly Vm[], time: (at: string | null) => string | null): Pick<HostReading, "vms" | "withoutId"> {
  const seen = new Set<string>();
  const listed: HostReading["vms"] = [];
  const withoutId: string[] = [];
  for (const vm of vms) {
    if (vm.id === null) withoutId.push(vm.name);
    else if (!seen.has(vm.id)) {
      seen.add(vm.id);
      const guest = vm.guest === null ? null : { ...vm.guest, collectedAt: time(vm.guest.collectedAt) };
      listed.push({ ...vm, id: vm.id, guest, observedAt: time(vm.observedAt), operationSince: time(vm.operationSince) });
    }
  }
  return { vms: listed, withoutId };
}

/**
 * Splits a document into its hosts, with times by the server's clock: no time is later than the arrival, and one of a
 * clock that is off, or that fell behind the document before, is moved as a whole.
 */
export function readingsOf(inventory: Inventory, document: KeptDocument): HostReading[] {
  const { receivedAt, sequenced } = document;
  const stated = Date.parse(statedTime(inventory.header, receivedAt));
  const correction = Date.parse(document.collectedAt) - stated;
  const latest = Date.parse(receivedAt);
  return inventory.hosts.map((whole, place) => {
    const { vms, ...host } = whole;
    const own = collectedAtOf(inventory, host, receivedAt);
    const collectedAt = sequenced?.effectiveAt ?? moved(own, correction, receivedAt);
    const shift = sequenced === null ? correction : Date.parse(sequenced.effectiveAt) - stated;
    const time = (at: string | null) => (at === null || (shift === 0 && Date.parse(at) <= latest) ? at : moved(at, shift, receivedAt));
    const view = viewOf(inventory, host);
    return {
      documentId: document.id, collectorId: document.collectorId, place, mark: markOf(collectedAt, document.sha256, sequenced), collectedAt, keys: keysOf(host),
      heardAt: document.collectorId === null ? null : receivedAt, clockOffsetSeconds: correction === 0 ? null : Math.round(-correction / 1000), byServer: inventory.origin.kind === "management-server",
      host: { ...host, observedAt: moved(own, shift, receivedAt) }, view: view === null ? null : { ...view, observedAt: time(view.observedAt) },
      ...readingVms(vms, time), intervalSeconds: inventory.header.intervalSeconds, synthetic: inventory.header.synthetic,
    };
  });
}

/** The document lists all VMs of its host. */
export function isListed(reading: HostReading): boolean {
  return reading.host.attempted.some((attempt) => attempt.section === "vms" && attempt.complete);
}

const newer = (marks: Marks, key: string, mark: Mark) => (marks[key] ?? "") < mark;
const attemptsOf = (reading: HostReading) => new Map<string, Attempt>(reading.host.attempted.map((attempt) => [attempt.section, attempt]));

/** An empty state of a host that no document was folded into yet. */
export function newHost(reading: Pick<HostReading, "host" | "keys">, id: string = randomUUID(), createdAt: Date = new Date()): HostState {
  return {
    id, createdAt, keys: { installId: null, hardwareUuid: null, fqdn: null, name: reading.keys.name }, conflict: null, clusterId: null,
    facts: { ...reading.host, attempted: [], given: [] }, view: null, marks: {}, failedText: null, intervalSeconds: null, synthetic: false,
    heardAt: null, clockOffsetSeconds: null, names: [],
  };
}

function foldListing(state: HostState, reading: HostReading, attempt: Attempt | undefined): void {
  if (attempt === undefined) return;
  if (attempt.complete) {
    if (newer(state.marks, "vms.complete", reading.mark)) state.marks["vms.complete"] = reading.mark;
    return;
  }
  if (!newer(state.marks, "vms.failed", reading.mark)) return;
  state.marks["vms.failed"] = reading.mark;
  state.failedText = attempt.errors.map((error) => error.text || error.reason).join("; ") || null;
}

function foldKeys(state: HostState, reading: HostReading): void {
  for (const key of ["installId", "hardwareUuid", "fqdn"] as const) {
    const value = reading.keys[key];
    if (value === null || !newer(state.marks, `key.${key}`, reading.mark)) continue;
    state.keys[key] = value;
    state.marks[`key.${key}`] = reading.mark;
  }
  if (!newer(state.marks, "key.name", reading.mark)) return;
  state.marks["key.name"] = reading.mark;
  state.keys.name = reading.keys.name;
  state.facts = { ...state.facts, name: reading.host.name };
  state.synthetic = reading.synthetic;
  if (state.marks["key.sender"] === undefined) state.intervalSeconds = reading.intervalSeconds;
}

/** What a sender says of itself: a file that an administrator brings in between says nothing of it. */
function foldSender(state: HostState, reading: HostReading): void {
  if (reading.heardAt === null) return;
  if (reading.heardAt > (state.heardAt ?? "")) state.heardAt = reading.heardAt;
  if (!newer(state.marks, "key.sender", reading.mark)) return;
  state.marks["key.sender"] = reading.mark;
  state.intervalSeconds = reading.intervalSeconds;
  state.clockOffsetSeconds = reading.clockOffsetSeconds;
}

/** What was attempted last of each section: a requirement asks whether the collector was allowed to. */
function foldAttempts(state: HostState, reading: HostReading): Attempt[] {
  const attempts = new Map(state.facts.attempted.map((attempt) => [attempt.section, attempt]));
  for (const attempt of reading.host.attempted) {
    const key = `attempt.${attempt.section}`;
    if (!newer(state.marks, key, reading.mark)) continue;
    state.marks[key] = reading.mark;
    attempts.set(attempt.section, attempt);
  }
  return [...attempts.values()].sort((a, b) => (a.section < b.section ? -1 : 1));
}

/** Folds what a document says of a host. Documents may come in any order and twice. */
export function foldHost(state: HostState, reading: HostReading): void {
  const attempts = attemptsOf(reading);
  const sections = sectionsWithValues(reading.host, HOST_MAP);
  for (const section of ["host", "volumes", "host-vss", "shares", "cluster"]) if (attempts.has(section)) sections.add(section);
  if (reading.view !== null) sections.add("cluster");
  // A host that could not be read at all says so in one reason for everything.
  if (reading.host.absent.some((entry) => entry.fact === "*")) sections.add("host");
  const takesView = sections.has("cluster") && newer(state.marks, "cluster", reading.mark);
  const first = Object.keys(state.marks).length === 0;
  const attempted = foldAttempts(state, reading);
  const from: Host = { ...reading.host, attempted, observedAt: reading.host.observedAt ?? reading.collectedAt };
  state.facts = foldRecord(first ? null : state.facts, from, sections, reading.mark, state.marks, HOST_MAP);
  if (takesView) state.view = reading.view === null ? null : { ...reading.view, observedAt: reading.view.observedAt ?? reading.collectedAt };
  foldKeys(state, reading);
  state.names = namesInOrder([...state.names, { name: reading.host.name, fqdn: reading.keys.fqdn, from: reading.collectedAt }]);
  foldSender(state, reading);
  foldListing(state, reading, attempts.get("vms"));
  state.facts = { ...state.facts, attempted, installId: state.keys.installId, hardwareUuid: state.keys.hardwareUuid, fqdn: state.keys.fqdn };
}

/** The operation that holds a VM, null for none. */
export function operationOf(vm: Pick<Vm, "operational" | "secondaryOperational">): string | null {
  const { secondaryOperational: second, operational } = vm;
  if (second !== null && meaningOf(second) === "operation") return second;
  return operational?.find((status) => meaningOf(status) === "operation") ?? null;
}

const USUAL_INTERVAL_SECONDS = 3600;
/** How long the next listing may take: the interval of the newest one, an hour at least. Only a longer one is noted. */
export const intervalOf = (marks: Marks): number => Number(marks["vms.interval"] ?? USUAL_INTERVAL_SECONDS);

/** Folds one VM of a document's listing into what this host said of it before; null for a VM that it did not have. */
export function foldVm(known: VmRecord | null, vm: Vm & { id: string }, reading: HostReading, hostId: string): VmRecord {
  const marks: Marks = known === null ? {} : { ...known.marks };
  const attempts = attemptsOf(reading);
  const sections = sectionsWithValues(vm, VM_MAP);
  const whole = vm.absent.some((entry) => entry.fact === "*");
  for (const section of ["vms", "disks", "checkpoints", "integration", "files", "guest"]) if (attempts.has(section)) sections.add(section);
  if (whole || vm.absent.some((entry) => VM_MAP.of(/^[^.[]*/.exec(entry.fact)?.[0] ?? "") === "vms")) sections.add("vms");
  const latest = newer(marks, "vms.listed", reading.mark) || known === null;
  const guest = vm.guest === null ? null : { ...vm.guest, collectedAt: vm.guest.collectedAt ?? reading.collectedAt };
  const from: Vm = { ...vm, guest, observedAt: vm.observedAt ?? reading.host.observedAt ?? reading.collectedAt };
  const before = known === null ? null : operationOf(known.facts);
  const facts = foldRecord<Vm>(known?.facts ?? null, from, sections, reading.mark, marks, VM_MAP);
  if (!latest) return { ...known, facts, marks };
  marks["vms.listed"] = reading.mark;
  const operation = operationOf(facts);
  if (operation === null) Reflect.deleteProperty(marks, "vms.operation");
  else if (operation !== before || marks["vms.operation"] === undefined) marks["vms.operation"] = reading.mark;
  if (reading.intervalSeconds !== null && reading.intervalSeconds > USUAL_INTERVAL_SECONDS) marks["vms.interval"] = String(reading.intervalSeconds);
  else Reflect.deleteProperty(marks, "vms.interval");
  return { hostId, node: nodeName(reading), documentId: reading.documentId, synthetic: reading.synthetic, marks, facts: { ...facts, id: vm.id, name: vm.name } };
}

/** Name of a host as cluster roles name it. */
export function nodeName(reading: Pick<HostReading, "keys">): string {
  return shortNode(reading.keys.name);
}
export const shortNode = (name: string) => (name.split(".")[0] ?? name).toLowerCase();
/** The same for all names that a host had. */
export const nodesOf = (names: readonly HostName[]): string[] => [...new Set(names.map(({ name }) => shortNode(name.trim())))];
