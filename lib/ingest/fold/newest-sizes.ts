import type pg from "pg";
import { listingDocument } from "@/lib/db/listing-document";
import { withChanging } from "@/lib/inventory/confirmed";
import { shaOf, timeOf } from "@/lib/inventory/current";
import type { HostState, VmState } from "./fold";
import { type JudgeContext, type JudgedHost, judgeStates } from "../judged/judge-hosts";
import { readKept } from "../keep/kept-document";

const listedOf = (marks: VmState["marks"] | undefined) => marks?.["vms.listed"] ?? "";

/** A newer inventory said the same of this VM than its row does; sizes in the row may be older than its marks. */
function isRowOlder({ kept, marks }: VmState): boolean {
  return kept !== undefined && listedOf(kept.marks) !== listedOf(marks);
}

/**
 * Gives VMs whose rows are older the sizes of the inventory that said the same; those of one that is not kept any more
 * stay. Changes `vms`. @returns whether any was given
 */
export async function takeNewestSizes(client: pg.PoolClient, vms: readonly VmState[]): Promise<boolean> {
  const byListing = new Map<string, VmState[]>();
  for (const vm of vms.filter(isRowOlder)) {
    const key = `${vm.hostId} ${listedOf(vm.marks)}`;
    byListing.set(key, [...(byListing.get(key) ?? []), vm]);
  }
  let isAny = false;
  for (const [first, ...rest] of byListing.values()) {
    if (first === undefined) continue;
    const listed = listedOf(first.marks);
    const documentId = await listingDocument(client, first.hostId, { at: timeOf(listed), sha: shaOf(listed) });
    const inventory = documentId === null ? null : await readKept(client, documentId);
    if (documentId === null || inventory === null) continue;
    const newest = new Map(inventory.hosts.flatMap((host) => host.vms.map((vm) => [vm.id, vm])));
    for (const vm of [first, ...rest]) {
      const newer = newest.get(vm.guid);
      if (newer === undefined) continue;
      Object.assign(vm, { facts: withChanging(vm.facts, newer), documentId });
      isAny = true;
    }
  }
  return isAny;
}

/**
 * Judges a host by its rows, and by the sizes of its newest inventory where these may lead to another judgement. A VM of
 * which they do is to be written whole: a row is judged as the facts in it are.
 */
export async function judgeByNewest(client: pg.PoolClient, host: HostState, vms: readonly VmState[], context: JudgeContext): Promise<JudgedHost> {
  const older = vms.filter(isRowOlder);
  await takeNewestSizes(client, older.filter((vm) => vm.judgedDigest === null));
  const byRows = await judgeStates(client, host, vms, context);
  const isAsked = (vm: VmState) => vm.judgedDigest !== null && isRowOlder(vm);
  if (older.length === 0 || !await takeNewestSizes(client, byRows.hangingOnSizes(isAsked))) return byRows;
  const byNewest = await judgeStates(client, host, vms, context);
  const digests = new Map(byRows.rows.map(({ row }) => [row.id, row.judgedDigest]));
  for (const { vm: { state }, row } of byNewest.rows) if (digests.get(row.id) !== row.judgedDigest) state.judgedDigest = null;
  return byNewest;
}
