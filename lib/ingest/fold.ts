import { randomUUID } from "node:crypto";
import { clusterOf } from "@/lib/inventory/cluster-of";
import type { Attempt, Cluster, Host, HostWithVms, Inventory, Vm } from "@/lib/inventory/document";
import { foldRecord, HOST_MAP, type Mark, markOf, type Marks, sectionsWithValues, VM_MAP } from "@/lib/inventory/current";
import { type HostKeys, keysOf } from "./host-keys";

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
}
/** A VM likewise; the mark `vms.listed` is that of the newest document that has it. */
export interface VmState {
  id: string;
  createdAt: Date;
  guid: string;
  scopeId: string;
  hostId: string;
  documentId: string;
  facts: Vm;
  marks: Marks;
  synthetic: boolean;
  /** Of the judgement that is stored with these facts; absent when the facts were folded anew. */
  judgedDigest?: string | null;
}

/** One host of one document, ready to be folded. */
export interface HostReading {
  documentId: string;
  /** Its place among the hosts of the document. */
  place: number;
  mark: Mark;
  collectedAt: string;
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

/** When a host of a document was read: its own time, else the document's, else the time of import. ISO. */
export function collectedAtOf(inventory: Inventory, host: Pick<Host, "observedAt">, receivedAt: string): string {
  return new Date(host.observedAt ?? inventory.header.finishedAt ?? inventory.header.startedAt ?? receivedAt).toISOString();
}

/** Splits a document into its hosts. `sha256` of the kept body settles the order of documents of one instant. */
export function readingsOf(inventory: Inventory, document: { id: string; sha256: string; receivedAt: string }): HostReading[] {
  return inventory.hosts.map((whole, place) => {
    const { vms, ...host } = whole;
    const collectedAt = collectedAtOf(inventory, host, document.receivedAt);
    const seen = new Set<string>();
    const listed: (Vm & { id: string })[] = [];
    const withoutId: string[] = [];
    for (const vm of vms) {
      if (vm.id === null) withoutId.push(vm.name);
      else if (!seen.has(vm.id)) {
        seen.add(vm.id);
        listed.push({ ...vm, id: vm.id });
      }
    }
    return {
      documentId: document.id, place, mark: markOf(collectedAt, document.sha256), collectedAt, host, keys: keysOf(host), view: viewOf(inventory, host),
      vms: listed, withoutId, intervalSeconds: inventory.header.intervalSeconds, synthetic: inventory.header.synthetic,
    };
  });
}

const newer = (marks: Marks, key: string, mark: Mark) => (marks[key] ?? "") < mark;
const attemptsOf = (reading: HostReading) => new Map<string, Attempt>(reading.host.attempted.map((attempt) => [attempt.section, attempt]));

/** An empty state of a host that no document was folded into yet. */
export function newHost(reading: Pick<HostReading, "host" | "keys">, id: string = randomUUID(), createdAt: Date = new Date()): HostState {
  return {
    id, createdAt, keys: { installId: null, hardwareUuid: null, fqdn: null, name: reading.keys.name }, conflict: null, clusterId: null,
    facts: { ...reading.host, attempted: [], given: [] }, view: null, marks: {}, failedText: null, intervalSeconds: null, synthetic: false,
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
  state.intervalSeconds = reading.intervalSeconds;
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
  const from: Host = { ...reading.host, attempted, observedAt: reading.collectedAt };
  state.facts = foldRecord(first ? null : state.facts, from, sections, reading.mark, state.marks, HOST_MAP);
  if (takesView) state.view = reading.view === null ? null : { ...reading.view, observedAt: reading.view.observedAt ?? reading.collectedAt };
  foldKeys(state, reading);
  foldListing(state, reading, attempts.get("vms"));
  state.facts = { ...state.facts, attempted, installId: state.keys.installId, hardwareUuid: state.keys.hardwareUuid, fqdn: state.keys.fqdn };
}

/** Folds one VM of a document's listing into its state; null for a VM that was not known. */
export function foldVm(known: VmState | null, vm: Vm & { id: string }, reading: HostReading, host: Pick<HostState, "id">, scopeId: string): VmState {
  const marks: Marks = known === null ? {} : known.marks;
  const attempts = attemptsOf(reading);
  const sections = sectionsWithValues(vm, VM_MAP);
  const whole = vm.absent.some((entry) => entry.fact === "*");
  for (const section of ["vms", "disks", "checkpoints", "integration", "files", "guest"]) if (attempts.has(section)) sections.add(section);
  if (whole || vm.absent.some((entry) => VM_MAP.of(/^[^.[]*/.exec(entry.fact)?.[0] ?? "") === "vms")) sections.add("vms");
  const latest = newer(marks, "vms.listed", reading.mark);
  const guest = vm.guest === null ? null : { ...vm.guest, collectedAt: vm.guest.collectedAt ?? reading.collectedAt };
  const from: Vm = { ...vm, guest, observedAt: vm.observedAt ?? reading.collectedAt };
  const facts = foldRecord<Vm>(known?.facts ?? null, from, sections, reading.mark, marks, VM_MAP);
  if (latest) marks["vms.listed"] = reading.mark;
  return {
    id: known?.id ?? randomUUID(), createdAt: known?.createdAt ?? new Date(), guid: vm.id, scopeId, marks,
    hostId: latest || known === null ? host.id : known.hostId,
    documentId: latest || known === null ? reading.documentId : known.documentId,
    synthetic: latest || known === null ? reading.synthetic : known.synthetic,
    facts: { ...facts, id: vm.id, name: latest || known === null ? vm.name : known.facts.name },
  };
}
