import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { aDocument, clear, minutesAgo, snapshot } from "../testing";
import { type Arrival, arrive, sequenced } from "./testing-arrivals";

beforeEach(async () => {
  await clear();
  await pool().query(`DELETE FROM "Collector"`);
});

/** `N1@5+`: five minutes after the start N1 lists A; with `-`, its complete listing lacks it. */
function told(words: string): Arrival[] {
  return words.split(" ").map((word) => {
    const [, node = "", minute = "", sign] = /^(N\d)@(\d+)([+-])$/.exec(word) ?? [];
    const document = aDocument({
      host: node, cluster: "CL", at: minutesAgo(60 - Number(minute)), vms: sign === "+" ? ["A"] : [],
      bend: (_, inventory) => { for (const cluster of inventory.clusters) cluster.roles = null; },
    });
    return { inventory: sequenced(document, Number(minute)), sender: node };
  });
}
const ownersOf = async () => (await pool().query<{ hostName: string; since: Date }>(`SELECT "hostName", "since" FROM "VmOwner" ORDER BY "since"`)).rows.map((row) => `${row.hostName} since ${60 - (Date.parse(minutesAgo(0)) - row.since.getTime()) / 60_000}`);
const missingOf = async () => (await pool().query<{ missingSince: Date | null }>(`SELECT "missingSince" FROM "Vm"`)).rows.map((row) => row.missingSince?.toISOString() ?? null);

const late: [words: string, last: string, owners: string[], missing: number | null][] = [
  ["N1@5+ N3@10+ N3@12+ N1@15-", "N3@12+", ["N1 since 5", "N3 since 15"], null],
  ["N1@5+ N3@10+ N1@15- N3@20-", "N1@15-", ["N1 since 5", "N3 since 15"], 20],
  ["N1@5+ N3@10+ N1@15- N3@20- N1@30+", "N1@15-", ["N1 since 5", "N3 since 15", "N1 since 30"], null],
  ["N1@5+ N3@10+ N1@15- N3@20- N1@30+", "N3@20-", ["N1 since 5", "N3 since 15", "N1 since 30"], null],
];
test.each(late)("%s: the same state when %s arrives last", async (words, last, owners, missing) => {
  const documents = told(words);
  for (const document of documents) await arrive(document);
  expect(await ownersOf()).toEqual(owners);
  expect(await missingOf()).toEqual([missing === null ? null : minutesAgo(60 - missing)]);
  const inOrder = await snapshot();
  await clear();
  const [latest] = told(last);
  for (const document of documents) if (document.inventory.header.documentId !== latest?.inventory.header.documentId) await arrive(document);
  if (latest !== undefined) await arrive(latest);
  expect(await ownersOf()).toEqual(owners);
  expect(await snapshot()).toEqual(inOrder);
});

/** N1 has the VM; N2 lists it so many hours later and says that N1 is down. */
async function claimed(hoursAfter: number, intervalSeconds: number): Promise<unknown> {
  const by = (node: string, hours: number): Arrival => {
    const document = aDocument({ host: node, cluster: "CL", at: minutesAgo((30 - hours) * 60), vms: ["A"], vm: (vm) => { if (node === "N1") vm.checkpointType = "Disabled"; }, bend: (_, { clusters }) => {
      for (const cluster of clusters) Object.assign(cluster, { roles: null, nodes: [{ name: "N1", state: node === "N2" ? "Down" : "Up", osBuild: null }] });
    } });
    const inventory = sequenced(document, 1);
    return { inventory: { ...inventory, header: { ...inventory.header, intervalSeconds } }, sender: node };
  };
  await arrive(by("N1", 0));
  await arrive(by("N2", hoursAfter));
  return (await pool().query(`SELECT "hostName", "class", "contested" FROM "Vm"`)).rows;
}
test.each([
  [1, 3600, "N1"], [2, 3600, "N1"], [2.1, 3600, "N2"], [2.1, 86_400, "N1"], [1, 60, "N1"], [2.1, 60, "N2"],
])("%d h after the owner, with an interval of %d s, a claimant says that it is down: the VM is of %s", async (hours, interval, owner) => {
  expect(await claimed(hours, interval)).toEqual([{ hostName: owner, class: owner === "N1" ? "weaker" : "ready", contested: owner === "N1" }]);
});
