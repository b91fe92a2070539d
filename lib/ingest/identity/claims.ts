import type pg from "pg";
import { type Marks, timeOf } from "@/lib/inventory/current";
import type { Vm } from "@/lib/inventory/document";
import { shortNode, type VmRecord, type VmState } from "../fold/fold";
import { type Columns, writeRows } from "../judged/rows";

interface ClaimRow {
  vmId: string; hostId: string; documentId: string; facts: Vm; sections: Marks; listedAt: string;
}
const CLAIM_ROW: Columns<ClaimRow> = { vmId: "uuid", hostId: "uuid", documentId: "uuid", facts: "jsonb", sections: "jsonb", listedAt: "timestamptz" };

/** What other nodes say of these VMs, or of all VMs of these hosts, by the VM's id, in the order of the nodes' names. */
export async function loadClaims(client: Pick<pg.PoolClient, "query">, ids: readonly string[], of: "vms" | "hosts" = "vms"): Promise<Map<string, VmRecord[]>> {
  const claims = new Map<string, VmRecord[]>();
  if (ids.length === 0) return claims;
  const { rows } = await client.query<ClaimRow & { nameKey: string; synthetic: boolean }>(
    `SELECT c."vmId", c."hostId", c."documentId", c."facts", c."sections", h."nameKey", h."synthetic" FROM "VmClaim" c JOIN "Host" h ON h."id" = c."hostId"
     WHERE c."vmId" ${of === "vms" ? "= ANY($1::uuid[])" : `IN (SELECT v."id" FROM "Vm" v WHERE v."hostId" = ANY($1::uuid[]))`} ORDER BY h."nameKey"`, [ids],
  );
  for (const { vmId, hostId, documentId, facts, sections, nameKey, synthetic } of rows) {
    claims.set(vmId, [...(claims.get(vmId) ?? []), { hostId, node: shortNode(nameKey), documentId, facts, marks: sections, synthetic }]);
  }
  return claims;
}

/** Writes claims and owners of VMs that have their rows, as far as they are new. */
export async function writeClaims(client: pg.PoolClient, vms: readonly VmState[]): Promise<void> {
  const anew = vms.filter((vm) => vm.claimsAnew);
  if (anew.length > 0) {
    await client.query(`DELETE FROM "VmClaim" WHERE "vmId" = ANY($1::uuid[])`, [anew.filter((vm) => vm.stored).map((vm) => vm.id)]);
    await writeRows(client, "VmClaim", CLAIM_ROW, anew.flatMap((vm) => vm.claims.map((claim) => ({
      vmId: vm.id, hostId: claim.hostId, documentId: claim.documentId, facts: claim.facts, sections: claim.marks, listedAt: timeOf(claim.marks["vms.listed"] ?? ""),
    }))));
  }
  await writeOwners(client, vms);
}

/**
 * Owners replace those of the same hosts from the first of them on, each by the name that the host had then. What was
 * before stays: a host it was moved away from, or a time whose documents were pruned.
 */
async function writeOwners(client: pg.PoolClient, vms: readonly VmState[]): Promise<void> {
  const told = vms.filter((vm) => vm.owners.length > 0);
  if (told.length === 0) return;
  const replaced = told.filter((vm) => vm.stored && vm.ownersAnew.length > 0);
  for (const vm of replaced) {
    await client.query(`DELETE FROM "VmOwner" WHERE "vmId" = $1 AND "hostId" = ANY($2::uuid[]) AND "since" >= $3`, [vm.id, vm.ownersAnew, vm.owners[0]?.since]);
  }
  const rows = told.flatMap((vm) => vm.owners.map((owner) => ({ vmId: vm.id, ...owner })));
  await client.query(
    `INSERT INTO "VmOwner" ("vmId", "hostId", "hostName", "since")
     SELECT u."vmId", u."hostId", coalesce((SELECT n->>'name' FROM jsonb_array_elements(h."names") n WHERE (n->>'from')::timestamptz <= u."since" ORDER BY (n->>'from')::timestamptz DESC LIMIT 1), h."name", ''), u."since" FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) AS u("vmId", "hostId", "since") LEFT JOIN "Host" h ON h."id" = u."hostId"
     ON CONFLICT DO NOTHING`,
    [rows.map((row) => row.vmId), rows.map((row) => row.hostId), rows.map((row) => row.since)],
  );
  if (replaced.length === 0) return;
  await client.query(
    `DELETE FROM "VmOwner" o USING (SELECT "vmId", "hostId", "since", lag("hostId") OVER (PARTITION BY "vmId" ORDER BY "since", "hostId") AS "before" FROM "VmOwner" WHERE "vmId" = ANY($1::uuid[])) w
     WHERE o."vmId" = w."vmId" AND o."hostId" = w."hostId" AND o."since" = w."since" AND w."before" = w."hostId"`, [replaced.map((vm) => vm.id)],
  );
}
