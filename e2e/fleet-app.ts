import fs from "node:fs";
import path from "node:path";
import { type APIRequestContext, expect, test as base } from "@playwright/test";
import { fixtureFolder, readAt, storedFleet } from "@/collector/tests/fleet-documents";
import { addressOf, makeFolder, spawnApp } from "@/scripts/start/app-process";

interface Attempt { section: string; errors: { reason: string; text: string; mend?: string }[] }
interface Absent { fact: string; reason: string; text?: string }
interface SentHost { name: string; fqdn: string; installId: string | null; hardwareUuid: string | null; clusterName: string | null; attempted?: Attempt[]; vms: { name: string; absent?: Absent[] }[] }
interface SentDocument { header: Record<string, unknown> & { senderId: string; collector: { version: string; language?: string; elevated?: boolean; psVersion?: string; psEdition?: string; runAs?: string } }; hosts: SentHost[] }

/** One of the fleet: its document as stored, and how its machine stands to the dashboard. */
export interface Member { name: string; text: string; kind: "host" | "management-server"; hoursAgo: number; host: SentHost; collector: SentDocument["header"]["collector"] }
export interface Enrolled { collectorId: string; token: string; epoch: number; state: string }

export const FIRST_CONTRACT = "HVOLD-01";
/** Read from another machine over WMI, so that its sender is no host of the estate. */
export const BY_WMI = "HV08R2-01";
/** Its line was down for a day: what it sends now was read 25 hours ago. */
export const A_DAY_AGO = "HVB-07";
export const BROKEN_WMI = "HVWMI-01";
export const GERMAN = "HV22DE-01";

function memberOf(name: string, text: string): Member {
  const { header, hosts: [host] } = JSON.parse(text) as SentDocument;
  if (host === undefined) throw new Error(`The document of ${name} has no host.`);
  return { name, text, kind: name === BY_WMI ? "management-server" : "host", hoursAgo: name === A_DAY_AGO ? 25 : 0, host, collector: header.collector };
}

/** The stubbed fleet by its committed documents, and a host that still sends a document of the first contract. */
export function readFleet(): Member[] {
  const old = fs.readFileSync(path.join(fixtureFolder, "first-contract", `${FIRST_CONTRACT}.json`), "utf8");
  return [...storedFleet().map(({ name, text }) => memberOf(name, text)), memberOf(FIRST_CONTRACT, old)];
}

/** Trades the code for a credential, as a machine does. */
export async function enrol(request: APIRequestContext, code: string, of: Member): Promise<Enrolled> {
  const { version, language, elevated, psVersion, psEdition, runAs } = of.collector;
  const own = of.kind === "host" ? { hardwareUuid: of.host.hardwareUuid, fqdn: of.host.fqdn } : {};
  const { header } = JSON.parse(of.text) as SentDocument;
  const answer = await request.post("/api/v1/collectors/enrol", { data: { code, kind: of.kind, name: of.name, installId: of.host.installId ?? header.senderId, version, language, elevated, psVersion, psEdition, runAs, ...own } });
  expect(answer.status(), of.name).toBe(201);
  return await answer.json() as Enrolled;
}

/** What the machine sends: its stored document as if it were read just now, or as long ago as its line was down. */
export function documentOf(of: Member, { epoch }: Enrolled, now: number): object {
  const document = readAt(of.text, now - of.hoursAgo * 3_600_000) as unknown as SentDocument;
  Object.assign(document.header, { epoch, sequence: 1, intervalSeconds: 3600 });
  return document;
}

/** Sends a document at the network door. */
export async function send(request: APIRequestContext, { token }: Enrolled, document: object): Promise<{ status: number; body: { result?: string; refused?: unknown[]; ignored?: string[] } }> {
  const answer = await request.post("/api/v1/inventories", { data: document, headers: { authorization: `Bearer ${token}`, "x-quiesce-sent-at": new Date().toISOString() } });
  return { status: answer.status(), body: await answer.json() as { result?: string } };
}

/**
 * Tests on an app of their own that begins empty: what collectors send is kept for good, and the estate of the other
 * tests must stay theirs. The app ends, and its data go, with the worker.
 */
export const test = base.extend<object, { ownApp: string }>({
  ownApp: [async ({}, use) => {
    const folder = makeFolder();
    const app = spawnApp(folder);
    try {
      await use(await addressOf(app));
    } finally {
      app.child.kill("SIGTERM");
      await app.ended;
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }, { scope: "worker", timeout: 120_000 }],
  baseURL: async ({ ownApp }, use) => use(ownApp),
});
