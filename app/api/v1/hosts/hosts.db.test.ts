import { beforeAll, describe, expect, test } from "vitest";
import { createCollector } from "@/lib/collectors/manage";
import { pool } from "@/lib/db/client";
import type { HostDetail, HostListItem, VmListItem } from "@/lib/estate/contract";
import { HOST_STATES } from "@/lib/estate/filters";
import { readAsOf, readWritten } from "@/lib/estate/as-of";
import { readHostPage } from "@/lib/estate/hosts";
import { movedTo, readVmHistory } from "@/lib/estate/vm-history";
import { readCount, readVms } from "@/lib/estate/vms";
import { vmListSchema } from "@/lib/estate/filters";
import { metricsText } from "@/lib/metrics/estate-gauges";
import { acceptFiles } from "@/lib/ingest/accept-files";
import { syntheticEstate } from "@/lib/inventory/synthetic/estate";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { GET as getVm } from "../vms/[id]/route";
import { GET as getDocument } from "../vms/[id]/document/route";
import { GET as getHost } from "./[id]/route";
import { GET as getHosts } from "./route";

const HOUR = 3_600_000;

beforeAll(async () => {
  const now = Date.now();
  const files = syntheticEstate(new Date(now).toISOString()).map((inventory, index) => ({ name: `${index}.json`, bytes: new TextEncoder().encode(JSON.stringify(inventory)) }));
  await acceptFiles(pool(), files, { via: "api", policy: DEFAULT_POLICY, now });
});

const ask = (path: string) => new Request(`http://localhost:3000/api/v1/${path}`, { headers: { host: "localhost:3000" } });
const listed = async () => (await (await getHosts(ask("hosts"), undefined)).json() as { items: HostListItem[] }).items;
async function detail(id: string): Promise<HostDetail> {
  const answer = await getHost(ask(`hosts/${id}`), { params: Promise.resolve({ id }) });
  expect(answer.status).toBe(200);
  return await answer.json() as HostDetail;
}
async function named(name: string): Promise<HostListItem> {
  const host = (await listed()).find((of) => of.name === name);
  if (host === undefined) throw new Error(`no host ${name}`);
  return host;
}

describe("hosts", () => {
  test("list, page and as-of agree on every state; a host's counts are those of the list of its VMs", async () => {
    const hosts = await listed();
    const page = await readHostPage({ q: "", state: null, page: 1 });
    expect(page.items.map((of) => of.id).sort()).toEqual(hosts.map((of) => of.id).sort());
    for (const state of HOST_STATES) {
      const of = await readHostPage({ q: "", state, page: 1 });
      expect(of.total).toBe(hosts.filter((host) => host.state === state).length);
      expect(of.total).toBe(page.states[state]);
    }
    const { hosts: { total, ...counted }, staleHosts } = await readAsOf();
    expect(counted).toEqual(page.states);
    expect([total, staleHosts.length]).toEqual([hosts.length, counted.never + counted.silent]);
    for (const host of hosts) {
      const { counts, burdens } = await detail(host.id);
      expect(counts.total).toBe((await readCount(host.filter)).count);
      expect(host.vms).toBe(counts.total);
      for (const burden of burdens) {
        expect((await readCount(burden.failingFilter)).count).toBe(burden.failing);
        expect((await readCount(burden.makesReadyFilter)).count).toBe(burden.makesReady);
      }
    }
  });

  test("the findings of a host itself are those of requirements that ask about no VM, each with its text", async () => {
    const { findings } = await detail((await named("HV-22-1")).id);
    expect(findings.map((of) => of.requirement).sort()).toEqual(["backup-overlap", "cluster-uniform", "host-antivirus", "host-os-kind", "host-vss-provider", "host-vss-writer"]);
    for (const finding of findings) expect(finding.title).not.toBe("");
  });

  test("words narrow the list without being a pattern, and a page past the end is the last one", async () => {
    expect((await readHostPage({ q: "hv-2", state: null, page: 1 })).items.map((of) => of.name).sort()).toEqual(["HV-22-1", "HV-25-1"]);
    expect((await readHostPage({ q: "%", state: null, page: 1 })).total).toBe(0);
    expect((await readHostPage({ q: "", state: null, page: 99 })).page).toBe(1);
  });

  test("is overdue after its time, silent past the limit, and late where nobody judged again, by the clock alone", async () => {
    const host = await named("HV-25-1");
    await pool().query(`UPDATE "Host" SET "dueAt" = now() - interval '1 minute' WHERE "id" = $1`, [host.id]);
    expect(await named("HV-25-1")).toMatchObject({ state: "overdue", fresh: true });
    const before = (await readAsOf()).hosts;
    await pool().query(`UPDATE "Host" SET "readAt" = $2, "nextChangeAt" = $3 WHERE "id" = $1`, [host.id, new Date(Date.now() - 49 * HOUR), new Date(Date.now() - HOUR)]);
    expect(await named("HV-25-1")).toMatchObject({ state: "silent", fresh: false });
    const { hosts, late, staleHosts } = await readAsOf();
    expect(hosts).toEqual({ ...before, overdue: before.overdue - 1, silent: before.silent + 1 });
    expect(late).toMatchObject({ hosts: 1, vms: host.vms });
    expect(staleHosts.map((of) => of.id)).toContain(host.id);
  });

  test("a host is counted under one state, the worst, on every page and in the metrics", async () => {
    const { id } = await named("HV-22-1");
    const agreed = async () => {
      const { states } = await readHostPage({ q: "", state: null, page: 1 });
      const { hosts: { total, ...counted } } = await readAsOf();
      expect(counted).toEqual(states);
      const { text } = await metricsText(pool, Date.now());
      const gauge = (name: string) => Number(new RegExp(`^quiesce_hosts${name} (\\d+)$`, "m").exec(text)?.[1]);
      expect([gauge(""), gauge("_stale"), gauge("_listing_failed"), gauge("_overdue")]).toEqual([total, states.never + states.silent, states.failed, states.overdue]);
      return states;
    };
    const before = await agreed();
    await pool().query(`UPDATE "Host" SET "failedAt" = now() WHERE "id" = $1`, [id]);
    const failed = await agreed();
    expect(failed).toEqual({ ...before, fresh: before.fresh - 1, failed: before.failed + 1 });
    await pool().query(`UPDATE "Host" SET "dueAt" = now() - interval '1 minute' WHERE "id" = $1`, [id]);
    expect(await agreed()).toEqual(failed);
    await pool().query(`UPDATE "Host" SET "failedAt" = NULL WHERE "id" = $1`, [id]);
    expect(await agreed()).toEqual({ ...before, fresh: before.fresh - 1, overdue: before.overdue + 1 });
    await pool().query(`UPDATE "Host" SET "dueAt" = NULL WHERE "id" = $1`, [id]);
  });

  test("an unchanged inventory makes host and VMs as new as itself, in the list and in its order", async () => {
    const host = await named("HV-22-1");
    const { rows } = await pool().query<{ mark: string }>(`SELECT max("sections"->>'vms.listed') AS "mark" FROM "Vm" WHERE "hostId" = $1`, [host.id]);
    const until = new Date(Date.now() + HOUR).toISOString();
    await pool().query(`UPDATE "Host" SET "confirmedFrom" = $2, "confirmedMark" = $3 WHERE "id" = $1`, [host.id, rows[0]?.mark, `${until}#0123456789ab`]);
    expect((await named("HV-22-1")).readAt).toBe(until);
    const newest = await readVms(vmListSchema.parse({ sort: "read", direction: "desc", limit: 5 }));
    expect(newest.items.map((vm: VmListItem) => [vm.host.id, vm.readAt])).toEqual(Array.from({ length: newest.items.length }, () => [host.id, until]));
    expect((await readVms(vmListSchema.parse({ sort: "read", direction: "desc", limit: 5, cursor: newest.nextCursor ?? "" }))).items.every((vm) => vm.readAt !== until || vm.host.id === host.id)).toBe(true);
  });

  test("a VM's history names its hosts, the second node and the address that it had before", async () => {
    const { items: [vm] } = await readVms(vmListSchema.parse({ limit: 1 }));
    if (vm === undefined) throw new Error("no VM");
    const former = "00000000-0000-4000-8000-00000000f0f0";
    const other = await named("HV-P-1");
    await pool().query(`UPDATE "Vm" SET "contested" = true, "formerIds" = ARRAY[$2]::uuid[] WHERE "id" = $1`, [vm.id, former]);
    await pool().query(`INSERT INTO "VmClaim" ("vmId", "hostId", "documentId", "facts", "sections", "listedAt") SELECT "id", $2, "documentId", "facts", "sections", now() FROM "Vm" WHERE "id" = $1`, [vm.id, other.id]);
    expect(await readVmHistory(vm.id)).toMatchObject({ contested: true, formerIds: [former], claims: [{ host: { id: other.id, name: "HV-P-1" } }] });
    expect(await movedTo(former)).toBe(vm.id);
    expect(await movedTo("nonsense")).toBeNull();
    const asked = (id: string, handler: typeof getVm) => handler(new Request(`http://localhost:3000/api/v1/vms/${id}`, { headers: { host: "localhost:3000" } }), { params: Promise.resolve({ id }) });
    const [now, before] = [await asked(vm.id, getDocument), await asked(former, getDocument)];
    expect([before.status, await before.text()]).toEqual([200, await now.text()]);
    expect(await (await asked(former, getVm)).json()).toMatchObject({ item: { id: vm.id } });
    expect((await asked(other.id, getVm)).status).toBe(404);
  });

  test("what was written shows as a change; a sender that was heard shows apart", async () => {
    const before = await readWritten();
    const given = await createCollector(pool(), { kind: "host", name: "HV-22-1" }, Date.now());
    const heard = await readWritten();
    expect(heard.revision).toBe(before.revision);
    expect(heard.contact).not.toBe(before.contact);
    await pool().query(`UPDATE "Host" SET "judgedAt" = now() + interval '1 second' WHERE "name" = 'HV-22-1'`);
    expect((await readWritten()).revision).not.toBe(before.revision);
    // New rules judge all hosts by one instant, some at a time.
    const at = new Date(Date.now() + HOUR).toISOString();
    const seen = new Set([(await readWritten()).revision]);
    for (const name of ["HV-22-1", "HV-25-1", "HV-16-1"]) {
      await pool().query(`UPDATE "Host" SET "judgedAt" = $2 WHERE "name" = $1`, [name, at]);
      seen.add((await readWritten()).revision);
    }
    expect(seen.size).toBe(4);
    await pool().query(`UPDATE "Collector" SET "installId" = (SELECT "installId" FROM "Host" WHERE "name" = 'HV-22-1') WHERE "publicId" = $1`, [given.collectorId]);
    expect((await named("HV-22-1")).collector).toEqual({ id: given.collectorId, name: "HV-22-1", state: "active" });
  });

  test("a host has the clock of its collector, and names the management server that speaks for it", async () => {
    const own = await createCollector(pool(), { kind: "host", name: "HV-16-1" }, Date.now());
    await pool().query(`UPDATE "Collector" SET "clockOffsetSeconds" = -3, "installId" = (SELECT "installId" FROM "Host" WHERE "name" = 'HV-22-1') WHERE "publicId" = $1`, [own.collectorId]);
    await pool().query(`UPDATE "Collector" SET "state" = 'revoked' WHERE "publicId" <> $1`, [own.collectorId]);
    expect(await named("HV-22-1")).toMatchObject({ clockOffsetSeconds: -3, server: null });
    const server = await createCollector(pool(), { kind: "management-server", name: "SCVMM1" }, Date.now());
    const { id } = await named("HV-25-1");
    await pool().query(`UPDATE "Host" SET "heardAt" = now() WHERE "id" = $1`, [id]);
    expect(await named("HV-25-1")).toMatchObject({ collector: null, server: null });
    await pool().query(`UPDATE "Document" SET "collectorId" = $2 WHERE "id" IN (SELECT "documentId" FROM "DocumentHost" WHERE "hostId" = $1)`, [id, server.id]);
    expect(await named("HV-25-1")).toMatchObject({ collector: null, server: { id: server.collectorId, name: "SCVMM1", state: "active" }, clockOffsetSeconds: null });
    expect((await detail(id)).item.server?.name).toBe("SCVMM1");
  });

  test("a host that is not there is told so", async () => {
    for (const id of ["00000000-0000-4000-8000-000000000000", "nonsense"]) {
      expect((await getHost(ask(`hosts/${id}`), { params: Promise.resolve({ id }) })).status, id).toBe(404);
    }
  });
});
