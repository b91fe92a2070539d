import type pg from "pg";
import { foldVm, type HostReading, isListed, nodesOf, type VmState } from "../fold/fold";
import { eachReading, keptRows } from "../keep/kept-readings";
import type { HostName } from "../identity/host-names";
import { claimantsOf, newVm, sight } from "../identity/ownership";

/** Takes what one document says of the VMs of its scope, in the order of marks. Changes `vms`, by GUID. */
export function takeReading(vms: Map<string, VmState>, reading: HostReading, hostId: string, scopeId: string, isWanted: (guid: string) => boolean = () => true): void {
  const listed = new Set<string>();
  for (const vm of reading.vms) {
    if (!isWanted(vm.id)) continue;
    listed.add(vm.id);
    const known = vms.get(vm.id);
    if (known === undefined) vms.set(vm.id, newVm(foldVm(null, vm, reading, hostId), vm.id, scopeId));
    else sight(known, { hostId, reading, vm });
  }
  if (!isListed(reading)) return;
  for (const vm of vms.values()) {
    if (!listed.has(vm.guid) && (vm.hostId === hostId || vm.claims.some((claim) => claim.hostId === hostId))) sight(vm, { hostId, reading, vm: null });
  }
}

/**
 * Reads VMs again from the kept documents of all hosts that ever spoke of them: owned or claimed them. Those of other
 * members say nothing of them, and are not read. Ids stay.
 * @param of the VMs with what is known of them until now; `hostId` is the host whose document came late
 */
export async function replayVms(client: pg.PoolClient, of: { scopeId: string; guids: ReadonlySet<string>; hostId: string; known: ReadonlyMap<string, VmState> }): Promise<VmState[]> {
  if (of.guids.size === 0) return [];
  const before = [...of.guids].flatMap((guid) => of.known.get(guid) ?? []);
  const { rows } = await client.query<{ hostId: string }>(`SELECT DISTINCT o."hostId" FROM "VmOwner" o JOIN "Vm" v ON v."id" = o."vmId" WHERE v."vmGuid" = ANY($1::uuid[])`, [[...of.guids]]);
  const { rows: members } = await client.query<{ id: string; names: HostName[] }>(`SELECT "id", "names" FROM "Host" WHERE coalesce("clusterId", "id") = $1`, [of.scopeId]);
  const hosts = new Set([...rows.map((row) => row.hostId), ...before.flatMap((vm) => [vm.hostId, ...vm.claims.map((claim) => claim.hostId)])]);
  const claimants = new Set(before.flatMap(claimantsOf));
  const spoke = members.filter(({ id, names }) => hosts.has(id) || nodesOf(names).some((node) => claimants.has(node)));
  const speaking = [...new Set([of.hostId, ...spoke.map((row) => row.id)])];
  const vms = new Map<string, VmState>();
  await eachReading(client, await keptRows(client, speaking), (hostId, reading) => {
    takeReading(vms, reading, hostId, of.scopeId, (guid) => of.guids.has(guid));
  });
  return before.flatMap((old) => {
    const vm = vms.get(old.guid);
    return vm === undefined ? [] : [{ ...vm, id: old.id, createdAt: old.createdAt, stored: old.stored, claimsAnew: true, ownersAnew: speaking }];
  });
}
