import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { POST as enrol } from "@/app/api/v1/collectors/enrol/route";
import { POST as receive } from "@/app/api/v1/inventories/route";
import { GET as getVms } from "@/app/api/v1/vms/route";
import { settleHosts } from "@/lib/collectors/manage";
import { createCode } from "@/lib/collectors/codes";
import { listCollectors, readCollector } from "@/lib/collectors/reads";
import { pool } from "@/lib/db/client";
import { readEstate } from "@/lib/estate/overview";
import { clearDoor } from "@/lib/ingest/door/testing";
import { backlog } from "@/lib/jobs/backlog";
import { type Jobs, startJobs } from "@/lib/jobs/start";
import { collectFleet, fixtureFolder, readAt, storedFleet } from "./fleet-documents";
import { VERDICTS } from "./fleet-verdicts";

interface Sent { name: string; text: string; kind: "host" | "management-server"; hoursAgo: number }
interface Document { header: Record<string, unknown>; hosts: { installId: string | null; hardwareUuid: string | null; name: string; fqdn: string | null }[] }
interface Enrolled { collectorId: string; token: string; epoch: number; state: string }
interface Listed { name: string; host: { name: string }; verdict: string; coverage: string; class: string; atBest: boolean }

const FIRST_CONTRACT = "HVOLD-01";
/** Read from another machine over WMI, so its sender is no host of the estate. */
const BY_WMI = "HV08R2-01";
const SILENT = "HVB-07";
const address = (file: string) => `http://localhost:3000/api/v1/${file}`;
const PATIENCE = 600_000;
let jobs: Jobs;

beforeAll(() => { jobs = startJobs([]); });
afterAll(async () => { await jobs.stop(); });

function sentOf(name: string, text: string): Sent {
  return { name, text, kind: name === BY_WMI ? "management-server" : "host", hoursAgo: name === SILENT ? 25 : 0 };
}
const firstContract = () => sentOf(FIRST_CONTRACT, fs.readFileSync(path.join(fixtureFolder, "first-contract", `${FIRST_CONTRACT}.json`), "utf8"));

async function enrolOne(of: Sent, document: Document): Promise<Enrolled> {
  const { code } = await createCode(pool(), { scope: "fleet", kind: of.kind, maxUses: 1, autoApprove: true, intervalSeconds: 3600, expiresInHours: 1 }, Date.now());
  const [host] = document.hosts;
  const body = JSON.stringify({ code, kind: of.kind, name: of.name, installId: host?.installId ?? document.header["senderId"], hardwareUuid: of.kind === "host" ? host?.hardwareUuid : null, fqdn: of.kind === "host" ? host?.fqdn : null, version: "1.0.0", language: "en-US", elevated: true });
  const reply = await enrol(new Request(address("collectors/enrol"), { method: "POST", body, headers: { host: "localhost:3000", "content-type": "application/json" } }), undefined);
  expect(reply.status, of.name).toBe(201);
  return await reply.json() as Enrolled;
}

async function send(enrolled: Enrolled, document: Document): Promise<{ status: number; body: { result?: string; refused?: unknown[]; ignored?: string[] } }> {
  const headers = { host: "localhost:3000", "content-type": "application/json", authorization: `Bearer ${enrolled.token}`, "x-quiesce-sent-at": new Date().toISOString() };
  const reply = await receive(new Request(address("inventories"), { method: "POST", body: JSON.stringify(document), headers }), undefined);
  return { status: reply.status, body: await reply.json() as { result?: string } };
}

/** Enrols and sends for every host, and waits until all is judged. */
async function runFleet(fleet: readonly Sent[]): Promise<void> {
  for (const of of fleet) {
    const document = readAt(of.text, Date.now() - of.hoursAgo * 3_600_000) as unknown as Document;
    const enrolled = await enrolOne(of, document);
    expect(enrolled.state, of.name).toBe("active");
    Object.assign(document.header, { epoch: enrolled.epoch, sequence: 1, intervalSeconds: 3600 });
    let sent = await send(enrolled, document);
    if (of.kind === "management-server") {
      // What it speaks for waits for a person's word.
      expect(sent.status).toBe(403);
      const id = (await listCollectors(pool())).find(({ name }) => name === of.name)?.id ?? "";
      const { hosts } = await readCollector(pool(), id);
      await settleHosts(pool(), id, { approve: hosts.filter(({ state }) => state === "pending").map(({ nameKey }) => nameKey) }, Date.now());
      sent = await send(enrolled, document);
    }
    // The first contract had the witness of the host's writer under another name, which is read past and told.
    const past = of.name === FIRST_CONTRACT ? ["/hosts/0/vms/0/hostWriterView"] : [];
    expect([of.name, sent.status, sent.body.refused, sent.body.ignored]).toEqual([of.name, 202, [], past]);
    expect([of.name, (await send(enrolled, document)).body.result]).toEqual([of.name, "duplicate"]);
  }
  while ((await backlog(pool())).waiting > 0) await sleep(50);
  expect((await backlog(pool())).failures).toEqual([]);
}

async function shown(): Promise<Record<string, Record<string, string>>> {
  const answer = await getVms(new Request(address("vms?limit=200"), { headers: { host: "localhost:3000" } }), undefined);
  expect(answer.status).toBe(200);
  const { items } = await answer.json() as { items: Listed[] };
  const by: Record<string, Record<string, string>> = {};
  for (const vm of items) (by[vm.host.name] ??= {})[vm.name] = `${vm.atBest ? "at best " : ""}${vm.verdict}, ${vm.coverage}, ${vm.class}`;
  return by;
}

describe("a fleet of 20 hosts enrols at the door, sends, and is judged", () => {
  it("with the stored documents, one of them of the first contract", async () => {
    await clearDoor();
    const fleet = [...storedFleet().map(({ name, text }) => sentOf(name, text)), firstContract()];
    expect(fleet).toHaveLength(20);
    await runFleet(fleet);
    const { [FIRST_CONTRACT]: old, ...rest } = await shown();
    expect(rest).toEqual(VERDICTS);
    expect(old).toEqual({ OLD01: "live-application, full, ready", OLD02: expect.stringMatching(/ready$/) });
    const estate = await readEstate();
    expect(estate.counts.total).toBe(Object.values(VERDICTS).flatMap((vms) => Object.keys(vms)).length + 2);
    const collectors = await listCollectors(pool());
    expect(collectors.map(({ name }) => name).sort()).toEqual(fleet.map(({ name }) => name).sort());
    // What a host could not read stands beside its collector, in its own words.
    const broken = collectors.find(({ name }) => name === "HVWMI-01");
    expect(JSON.stringify(broken?.unread)).toContain("The WMI repository is not consistent");
    expect(collectors.find(({ name }) => name === "HVB-01")?.unread).toEqual([]);
  }, PATIENCE);

  it("with documents that the collector's own code makes just now", async (context: TestContext) => {
    await clearDoor();
    await collectFleet(context, async (hosts) => {
      await runFleet(hosts.map(({ of, text }) => sentOf(of.name, text)));
      expect(await shown()).toEqual(VERDICTS);
    });
  }, PATIENCE);
});
