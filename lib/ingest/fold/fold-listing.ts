import type pg from "pg";
import type { Mark } from "@/lib/inventory/current";
import { writeClaims } from "../identity/claims";
import { foldVm, type HostReading, type HostState, isListed, type VmState } from "./fold";
import { type JudgeContext, judgeAndStore } from "../judged/judge-hosts";
import { movedAwayFrom } from "../identity/moves";
import { takeNewestSizes } from "./newest-sizes";
import { comesLate, newVm, sight, type Sighting } from "../identity/ownership";
import { replayVms } from "../order/replay";
import { jsonText } from "../judged/rows";
import { loadVms } from "./state";

export interface FoldedListing {
  /** Hosts whose own documents did not change, but whose VMs did. */
  again: Set<string>;
  /** VMs that are new here, or missing since now: they may have moved between scopes. */
  moved: Set<string>;
}

/** Marks of the newest documents of the other hosts that speak of these VMs. */
async function newestMarks(client: pg.PoolClient, vms: readonly VmState[], own: { id: string; newest: Mark }): Promise<Map<string, Mark>> {
  const others = new Set(vms.flatMap((vm) => [vm.hostId, ...vm.claims.map((claim) => claim.hostId)]));
  others.delete(own.id);
  const newest = new Map([[own.id, own.newest]]);
  if (others.size === 0) return newest;
  const { rows } = await client.query<{ id: string; newest: Mark }>(
    `SELECT "id", GREATEST("sections"->>'key.name', "confirmedMark") AS "newest" FROM "Host" WHERE "id" = ANY($1::uuid[])`, [[...others]],
  );
  for (const row of rows) newest.set(row.id, row.newest);
  return newest;
}

/** What a document says of VMs: of those it lists, and, if its listing is complete, of those it lacks. */
function sightingsOf(reading: HostReading, hostId: string, known: readonly VmState[], isLate: boolean): Map<string, Sighting> {
  const sightings = new Map<string, Sighting>(reading.vms.map((vm) => [vm.id, { hostId, reading, vm }]));
  if (!isListed(reading)) return sightings;
  for (const vm of known) {
    const speaks = isLate || (vm.marks["vms.settled"] ?? "") > reading.mark || vm.hostId === hostId || vm.claims.some((claim) => claim.hostId === hostId);
    if (speaks && !sightings.has(vm.guid)) sightings.set(vm.guid, { hostId, reading, vm: null });
  }
  return sightings;
}

/** Some of what was said of the VM stays when this is taken in: sections with sizes that it does not bring, or all. */
function leavesSizes({ facts, hostId }: VmState, sighting: Sighting | undefined): boolean {
  if (sighting === undefined || sighting.vm === null || sighting.hostId !== hostId) return true;
  const { vm, reading } = sighting;
  const brings = (section: "guest" | "disks") => vm[section] !== null || reading.host.attempted.some((attempt) => attempt.section === section);
  return (facts.guest !== null && !brings("guest")) || (facts.disks !== null && !brings("disks"));
}

/** VMs whose row is another host's: facts and owner are written, and that host judged again. */
async function writeElsewhere(client: pg.PoolClient, vms: readonly VmState[]): Promise<void> {
  for (const vm of vms) {
    await client.query(
      `UPDATE "Vm" SET "hostId" = $2, "documentId" = $3, "facts" = $4::jsonb, "sections" = $5::jsonb, "judgedDigest" = NULL WHERE "id" = $1`,
      [vm.id, vm.hostId, vm.documentId, jsonText(vm.facts), JSON.stringify(vm.marks)],
    );
  }
}

/**
 * Folds the listing of one host, judges and stores it. A document that comes late among those that speak of a VM is put
 * in its place: that VM is read again from the kept documents.
 * @param newest mark of the newest document of this host before this one
 */
export async function foldListing(client: pg.PoolClient, state: HostState, reading: HostReading, newest: Mark, context: JudgeContext): Promise<FoldedListing> {
  const scopeId = state.clusterId ?? state.id;
  const isLate = reading.mark < newest;
  const vms = new Map<string, VmState>();
  const guids = reading.vms.map((vm) => vm.id);
  // A VM of another scope whose row still names this host is not spoken of here.
  for (const vm of await loadVms(client, scopeId, guids, { id: state.id, names: state.names, mark: reading.mark, isLate })) if (vm.scopeId === scopeId) vms.set(vm.guid, vm);
  const marks = await newestMarks(client, [...vms.values()], { id: state.id, newest });
  const again = new Set<string>();
  const moved = new Set<string>();
  const late = await movedAwayFrom(client, scopeId, guids.filter((guid) => !vms.has(guid)));
  const touched = new Set<string>();
  const sightings = sightingsOf(reading, state.id, [...vms.values()], isLate);
  await takeNewestSizes(client, [...vms.values()].filter((vm) => leavesSizes(vm, sightings.get(vm.guid))));
  for (const [guid, sighting] of sightings) {
    const before = vms.get(guid);
    const wasMissing = before?.marks["vms.missing"];
    touched.add(guid);
    if (before !== undefined) again.add(before.hostId);
    if (before === undefined) {
      if (sighting.vm === null) continue;
      moved.add(guid);
      if ((state.marks["vms.complete"] ?? "") > reading.mark) late.add(guid);
      vms.set(guid, newVm(foldVm(null, sighting.vm, reading, state.id), guid, scopeId));
    } else if (comesLate(before, sighting, marks)) late.add(guid);
    else sight(before, sighting);
    if (wasMissing === undefined && before?.marks["vms.missing"] !== undefined) moved.add(guid);
  }
  for (const vm of await replayVms(client, { scopeId, guids: late, hostId: state.id, known: vms })) {
    vms.set(vm.guid, vm);
    moved.add(vm.guid);
  }
  const all = [...vms.values()];
  for (const vm of all) if (touched.has(vm.guid)) again.add(vm.hostId);
  again.delete(state.id);
  await writeElsewhere(client, all.filter((vm) => touched.has(vm.guid) && vm.hostId !== state.id));
  await judgeAndStore(client, state, all.filter((vm) => vm.hostId === state.id), context);
  await writeClaims(client, all);
  return { again, moved };
}
