import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { readAsOf } from "@/lib/estate/as-of";
import type { VmPage } from "@/lib/estate/contract";
import { readHosts } from "@/lib/estate/hosts";
import { readRequirement } from "@/lib/estate/requirements";
import { accept, aDocument, clear } from "@/lib/ingest/testing";
import { GET as getCsv } from "../vms.csv/route";
import { GET as getCount } from "./count/route";
import { GET as getVms } from "./route";

const HOUR = 3_600_000;
const ask = (path: string) => new Request(`http://localhost:3000/api/v1/${path}`, { headers: { host: "localhost:3000" } });
const hoursAgo = (hours: number) => Date.now() - hours * HOUR;
const listed = async (query: string) => (await (await getVms(ask(`vms?${query}`), undefined)).json() as VmPage).items;
const counted = async (query: string) => (await (await getCount(ask(`vms/count?${query}`), undefined)).json() as { count: number }).count;

/** A host and its VM that were read so long ago and judged soon after; the job that judges again stands still. */
const told = (host: string, hours: number, vm: string) => accept([aDocument({ host, at: new Date(hoursAgo(hours)).toISOString(), vms: [vm] })], { now: hoursAgo(hours - 0.1) });

beforeEach(clear);

test("where nobody judged again, list, count, CSV and requirement say that a VM is too old and its verdict late, as the page of hosts does", async () => {
  await told("HV1", 49, "A");
  await told("HV2", 1, "B");
  expect((await readHosts()).map((of) => [of.name, of.state])).toEqual([["HV1", "silent"], ["HV2", "fresh"]]);
  const [a, b] = await listed("class=ready&sort=name");
  expect([a, b]).toMatchObject([{ name: "A", fresh: false, overdue: false, lateSince: expect.any(String) }, { name: "B", fresh: true, overdue: false, lateSince: null }]);
  expect((await listed("fresh=true")).map((vm) => vm.name)).toEqual(["B"]);
  expect((await listed("fresh=false&sort=read")).map((vm) => vm.name)).toEqual(["A"]);
  expect([await counted("fresh=true"), await counted("fresh=false&class=ready")]).toEqual([1, 1]);
  expect((await readAsOf()).late).toEqual({ hosts: 1, vms: 1, since: a?.lateSince, first: [{ ...a?.host, filter: { host: [a?.host.id] } }] });
  const [head = [], ...rows] = (await (await getCsv(ask("vms.csv?sort=name"), undefined)).text()).trimEnd().split("\r\n").map((line) => line.slice(1, -1).split(`","`));
  const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
  expect([column("fresh"), column("overdue"), column("late_since")]).toEqual([["false", "true"], ["false", "false"], [a?.lateSince, ""]]);
  await pool().query(`INSERT INTO "Finding" SELECT "id", 'ic-kvp', 'unknown', NULL, false, false, 'made up', false, '{}' FROM "Vm"`);
  const { affected, asOf } = await readRequirement("ic-kvp");
  expect(asOf.late.hosts).toBe(1);
  expect(affected.page.items.map((vm) => [vm.name, vm.lateSince]).sort()).toEqual([["A", a?.lateSince], ["B", null]]);
});

test("a verdict is late from the instant on at which time changed it", async () => {
  await told("HV1", 1, "A");
  await pool().query(`UPDATE "Host" SET "nextChangeAt" = now() - interval '1 second'`);
  expect((await listed(""))[0]).toMatchObject({ fresh: true, lateSince: expect.any(String) });
  expect((await readAsOf()).late).toMatchObject({ hosts: 1, vms: 1 });
});

test("a VM of a host that is overdue keeps its verdict and is marked, until it is too old", async () => {
  await told("HV1", 3, "A");
  await pool().query(`UPDATE "Host" SET "dueAt" = now() - interval '1 hour'`);
  expect((await listed(""))[0]).toMatchObject({ class: "ready", fresh: true, overdue: true, lateSince: null });
  await pool().query(`UPDATE "Host" SET "readAt" = now() - interval '49 hours'`);
  expect((await listed(""))[0]).toMatchObject({ class: "ready", fresh: false, overdue: false });
});
