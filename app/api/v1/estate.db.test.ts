import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { SORTS, type VmFilters, vmListSchema, vmsHref } from "@/lib/estate/filters";
import { readEstate } from "@/lib/estate/overview";
import { readRequirement, readRequirements } from "@/lib/estate/requirements";
import { readVm } from "@/lib/estate/vm-detail";
import { readCount, readVms } from "@/lib/estate/vms";
import { acceptFiles } from "@/lib/ingest/accept-files";
import { judgedUnder } from "@/lib/ingest/judged/judged-under";
import { syntheticEstate } from "@/lib/inventory/synthetic/estate";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { CLASSES } from "@/lib/judge/judgement";
import { GET as getImports } from "./imports/route";
import { GET as getCount } from "./vms/count/route";
import { GET as getCsv } from "./vms.csv/route";
import { GET as getVm } from "./vms/[id]/route";
import { GET as getVms } from "./vms/route";

beforeAll(async () => {
  const now = Date.now();
  const files = syntheticEstate(new Date(now).toISOString()).map((inventory, index) => ({ name: `${index}.json`, bytes: new TextEncoder().encode(JSON.stringify(inventory)) }));
  await acceptFiles(pool(), files, { via: "api", policy: DEFAULT_POLICY, now });
});

const ask = (path: string) => new Request(`http://localhost:3000/api/v1/${path}`, { headers: { host: "localhost:3000" } });
const count = async (filter: VmFilters) => (await readCount(filter)).count;

async function allPages(query: string): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const answer = await getVms(ask(`vms?${query}${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`), undefined);
    expect(answer.status).toBe(200);
    const page = await answer.json() as { items: { id: string }[]; nextCursor: string | null };
    ids.push(...page.items.map((item) => item.id));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return ids;
}

describe("every number is a door", () => {
  test("classes add up to the total under every view, and each number of the estate page opens exactly its VMs", async () => {
    const estate = await readEstate();
    const { counts } = estate;
    expect(counts.judged).toBe(counts.classes.ready + counts.classes.weaker + counts.classes["not-live"] + counts.classes.unknown);
    expect(counts.total).toBe(counts.judged + counts.classes.offline + counts.classes.excluded);
    expect(await count({})).toBe(counts.total);
    for (const id of CLASSES) expect(await count({ class: [id] })).toBe(counts.classes[id]);
    for (const of of counts.segments) {
      expect(await count({ class: [of.class], verdict: [of.verdict], coverage: [of.coverage], atBest: of.atBest ? "true" : "false" })).toBe(of.count);
    }
    for (const group of [...estate.byCluster, ...estate.byRelease]) {
      expect(await count(group.filter)).toBe(group.counts.total);
      for (const id of CLASSES) expect(await count({ ...group.filter, class: [id] })).toBe(group.counts.classes[id]);
    }
    for (const fix of estate.fixNext) {
      expect(await count(fix.failingFilter)).toBe(fix.failing);
      expect(await count(fix.makesReadyFilter)).toBe(fix.makesReady);
    }
    expect(estate.unknownReasons.length).toBeGreaterThan(0);
    for (const reason of estate.unknownReasons) expect(await count(reason.filter)).toBe(reason.vms);
    expect(await count(estate.pauses.filter)).toBe(estate.pauses.count);
    for (const host of estate.asOf.staleHosts) expect(await count(host.filter)).toBe(host.vms);
  });

  test("so does each number of every requirement", async () => {
    const { items } = await readRequirements();
    expect(items.length).toBeGreaterThan(80);
    for (const item of items.filter((each) => each.counts.fail + each.counts.unknown + each.counts.warning + each.makesReady > 0)) {
      const detail = await readRequirement(item.id);
      for (const status of ["fail", "warning", "unknown", "info", "clear"] as const) expect(await count(detail.links[status]), `${item.id} ${status}`).toBe(detail.counts[status]);
      expect(await count(detail.links.makesReady)).toBe(detail.makesReady);
      for (const reason of detail.unknownReasons) expect(await count(reason.filter), `${item.id} ${reason.reason}`).toBe(reason.vms);
    }
  });

  test("a VM page says what its row says", async () => {
    for (const item of (await readVms(vmListSchema.parse({ limit: 500 }))).items) {
      const detail = await readVm(item.id, judgedUnder);
      expect({ verdict: detail.verdict.verdict, class: detail.verdict.class, because: detail.verdict.because, low: detail.score?.low ?? null })
        .toEqual({ verdict: item.verdict, class: item.class, because: item.because, low: item.score?.low ?? null });
      expect(new Set([...detail.findings, ...detail.latent].map((finding) => finding.requirement)).size).toBeGreaterThan(80);
      expect(detail.sources.length).toBeGreaterThan(0);
    }
  });

  test("a fix is promised only for a requirement that is known to be unmet", async () => {
    const promised = new Set<string>();
    for (const item of (await readVms(vmListSchema.parse({ limit: 500 }))).items) {
      const { ifMended, findings } = await readVm(item.id, judgedUnder);
      if (ifMended === null) continue;
      promised.add(item.class);
      expect(["fail", "warning"], item.name).toContain(findings.find((finding) => finding.requirement === ifMended.requirement)?.status);
    }
    expect([...promised].sort()).toEqual(["not-live", "weaker"]);
  });
});

describe("the list", () => {
  test("keyset pages of every sort, both ways, neither skip nor repeat", async () => {
    const total = await count({});
    for (const sort of SORTS) {
      const up = await allPages(`limit=7&sort=${sort}`);
      expect(new Set(up).size, sort).toBe(total);
      expect(up).toHaveLength(total);
      expect(await allPages(`limit=9&direction=desc&sort=${sort}`)).toEqual([...up].reverse());
    }
  });

  test("CSV rows are the list's rows in its order; formulas are neutralised", async () => {
    await pool().query(`UPDATE "Vm" SET "name" = '=cmd|'' /C calc''!A0' WHERE "id" = (SELECT "id" FROM "Vm" ORDER BY "id" LIMIT 1)`);
    for (const query of ["", "class=unknown", "class=not-live&class=weaker&sort=name", "requirement=ic-vss-offered&sort=host&direction=desc"]) {
      const answer = await getCsv(ask(`vms.csv?${query}`), undefined);
      const lines = (await answer.text()).trimEnd().split("\r\n");
      const ids = lines.slice(1).map((line) => line.split(`","`)[2]);
      expect(ids, query).toEqual(await allPages(`limit=500&${query}`));
      for (const line of lines) expect(line).toMatch(/^".*"$/);
    }
    expect(await (await getCsv(ask("vms.csv?q=%3Dcmd"), undefined)).text()).not.toContain(`"=cmd`);
  });

  test("a filter that is not understood is named, never ignored", async () => {
    for (const [query, place] of [["colour=red", "query.colour"], ["class=fine", "query.class"], ["limit=0", "query.limit"], ["cursor=abc", "query.cursor"], ["q=%00", "query.q"]]) {
      const answer = await getVms(ask(`vms?${query}`), undefined);
      expect(answer.status).toBe(400);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(await answer.json()).toMatchObject({ status: 400, place });
    }
    const id = "00000000-0000-4000-8000-000000000000";
    for (const time of ["1", "2026-02-31T00:00:00.000Z", "+275760-09-13T00:00:00.000Z", "0000-01-01T00:00:00.000Z", "2026-99-99T00:00:00.000Z"]) {
      const cursor = Buffer.from(JSON.stringify({ sort: "read", direction: "asc", values: [time, "a", id] })).toString("base64url");
      expect((await getVms(ask(`vms?sort=read&cursor=${cursor}`), undefined)).status, time).toBe(400);
      expect((await getImports(ask(`imports?cursor=${encodeURIComponent(`${time}_${id}`)}`), undefined)).status, time).toBe(400);
    }
    expect((await getCount(ask("vms/count?class=ready"), undefined)).status).toBe(200);
    const missing = await getVm(ask("vms/x"), { params: Promise.resolve({ id: "x" }) });
    expect(missing.status).toBe(404);
  });

  test("a link is the same whatever the order in which it was made", () => {
    expect(vmsHref({ class: ["weaker", "ready"], q: "sql" })).toBe(vmsHref({ q: "sql", class: ["ready", "weaker"] }));
    expect(vmsHref({})).toBe("/vms");
  });
});
