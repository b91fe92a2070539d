import { expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { aDocument, clear, minutesAgo, snapshot, vmGuid, vmStates } from "../testing";
import { type Arrival, arrive, empty, sequenced } from "./testing-arrivals";

/** Neither node names the owner of a role: ownership is settled by the listings alone. */
const silent = (_host: object, inventory: { clusters: { roles: object[] | null }[] }) => { for (const cluster of inventory.clusters) cluster.roles = null; };

interface Told { node: "N1" | "N2"; minutes: number; sequence: number; vms: string[]; crash?: boolean; roles?: boolean }
function arrivalOf({ node, minutes, sequence, vms, crash = false, roles = false }: Told): Arrival {
  const inventory = aDocument({
    host: node, cluster: "CL", at: minutesAgo(minutes), vms, vm: (vm) => { if (crash && vm.name === "A") vm.checkpointType = "Disabled"; }, ...(roles ? {} : { bend: silent }),
  });
  return { inventory: sequenced(inventory, sequence), sender: node };
}

test("while two nodes list a VM, the second lowers its verdict at once and raises nothing; then the new owner speaks alone", async () => {
  await clear();
  const state = async () => (await pool().query(`SELECT v."hostName", v."class", v."contested", (SELECT count(*)::int FROM "VmClaim") AS "claims" FROM "Vm" v`)).rows;
  await arrive(arrivalOf({ node: "N1", minutes: 50, sequence: 1, vms: ["A"] }));
  await arrive(arrivalOf({ node: "N2", minutes: 40, sequence: 1, vms: ["A"], crash: true }));
  expect(await state()).toEqual([{ hostName: "N1", class: "weaker", contested: true, claims: 1 }]);
  await arrive(arrivalOf({ node: "N1", minutes: 30, sequence: 2, vms: ["A"], crash: true }));
  await arrive(arrivalOf({ node: "N2", minutes: 20, sequence: 2, vms: ["A"] }));
  expect(await state()).toEqual([{ hostName: "N1", class: "weaker", contested: true, claims: 1 }]);
  await arrive(arrivalOf({ node: "N1", minutes: 10, sequence: 3, vms: [] }));
  expect(await state()).toEqual([{ hostName: "N2", class: "ready", contested: false, claims: 0 }]);
});

test("the cluster's own word settles who owns a VM, but not out of the claimant's mouth", async () => {
  await clear();
  await arrive(arrivalOf({ node: "N1", minutes: 50, sequence: 1, vms: ["A"], roles: true }));
  await arrive(arrivalOf({ node: "N2", minutes: 40, sequence: 1, vms: ["A"], roles: true }));
  const state = async () => (await pool().query(`SELECT "hostName", "contested" FROM "Vm"`)).rows;
  expect(await state()).toEqual([{ hostName: "N1", contested: true }]);
  const told = arrivalOf({ node: "N1", minutes: 30, sequence: 2, vms: ["A"], roles: true });
  for (const role of told.inventory.clusters[0]?.roles ?? []) role.owner = "N2";
  await arrive(told);
  expect(await state()).toEqual([{ hostName: "N2", contested: false }]);
});

test("a VM that moved to another stand-alone host is one VM with its older id and a history; a replica stays two", async () => {
  await clear();
  const alone = (host: string, minutes: number, sequence: number, vms: string[], replicationMode = "None"): Arrival =>
    ({ inventory: sequenced(aDocument({ host, at: minutesAgo(minutes), vms, vm: (vm) => { vm.replicationMode = replicationMode; } }), sequence), sender: host });
  const moves = [alone("S1", 50, 1, ["A", "B"]), alone("S2", 40, 1, ["A"]), alone("S1", 30, 2, ["B"])];
  for (const arrival of moves) await arrive(arrival);
  const first = await snapshot();
  const { rows } = await pool().query<{ hostName: string; formerIds: string[] }>(`SELECT "hostName", "formerIds" FROM "Vm" WHERE "vmGuid" = $1`, [vmGuid("A")]);
  expect(rows).toMatchObject([{ hostName: "S2" }]);
  expect(rows[0]?.formerIds).toHaveLength(1);
  const owners = await pool().query(`SELECT o."hostName" FROM "VmOwner" o JOIN "Vm" v ON v."id" = o."vmId" WHERE v."name" = 'A' ORDER BY "since"`);
  expect(owners.rows).toEqual([{ hostName: "S1" }, { hostName: "S2" }]);
  for (const order of [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]) {
    await empty();
    for (const index of order) {
      const arrival = moves[index];
      if (arrival !== undefined) await arrive(arrival);
    }
    expect(await snapshot()).toEqual(first);
  }
  await empty();
  for (const arrival of [alone("S1", 50, 1, ["A"]), alone("S2", 40, 1, ["A"], "Replica"), alone("S1", 30, 2, [])]) await arrive(arrival);
  expect((await vmStates()).map((vm) => vm.host)).toEqual(["S1", "S2"]);
});
