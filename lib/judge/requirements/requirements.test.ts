import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { aHost, aVm, type HostRelease, NOW, onCsv } from "@/lib/inventory/testing";
import { freshRecords } from "../freshness";
import { findingOf } from "../findings";
import { BUCKETS, type Bucket } from "../host-release";
import { examine } from "../judge";
import type { Finding } from "../judgement";
import { columnOf } from "../plan";
import { DEFAULT_POLICY, type Settings } from "../policy";
import type { Requirement, Status } from "../requirement";
import { settingsFor } from "../settings";
import { NO_NEIGHBOURS, situationOf } from "../situation";
import { REQUIREMENTS } from "./index";
import type { Case, Given } from "./cases/case";

const folder = import.meta.dirname;
const idsIn = (where: string) => readdirSync(where).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !["index.ts", "case.ts"].includes(file)).map((file) => file.slice(0, -3)).sort();
const load = async (file: string): Promise<Record<string, unknown>> => import(pathToFileURL(path.join(folder, file)).href);
const isRequirement = (value: unknown): value is Requirement => typeof value === "object" && value !== null && "id" in value && "check" in value;

const BUCKET_OF: Record<HostRelease, Bucket> = { "2008R2": "W08R2", "2012": "W12", "2012R2": "W12R2", "2016": "W16+", "2019": "W16+", "2022": "W16+", "2025": "W16+" };
const DEFAULTS = settingsFor(DEFAULT_POLICY)({ clusterName: null, hostName: "HV01", vmName: "VM01", vmId: null });

function settingsOf(over: Case["settings"]): Settings {
  const merged: Record<string, unknown> = { ...DEFAULTS };
  for (const [key, value] of Object.entries(over ?? {})) {
    const before = merged[key];
    const group = typeof before === "object" && before !== null && !Array.isArray(before);
    merged[key] = group && typeof value === "object" ? { ...before, ...value } : value;
  }
  return merged as unknown as Settings;
}

function subjectOf(of: Case, release: HostRelease): Given {
  const family = of.family ?? "windows";
  const given: Given = of.csv === true ? onCsv(release) : { host: aHost(release), cluster: null, vm: aVm(release, family) };
  if (of.csv === true) given.vm.guest = aVm(release, family).guest;
  of.given(given);
  return given;
}

/** A requirement outside the registry, judged alone by the parts of the engine. */
function alone(requirement: Requirement, subject: Given, settings: Settings, of: Case): Finding & { fixes: number } {
  const now = of.now ?? NOW;
  const records = freshRecords(subject, settings, now);
  const at = situationOf(records, settings, now, { ...NO_NEIGHBOURS, ...of.neighbours });
  const column = columnOf(at.bucket, settings.requiredConsistency, at.api === "guest-agent") ?? 0;
  const silent = Object.values(requirement.rows).every((row) => row.cells[column] === "n-a");
  const planned = { index: 0, requirement, silent: [], byFamily: true, guestPart: requirement.part.startsWith("C") };
  const outcome = silent ? { status: "not-applicable" as const, hits: [], open: [], because: "not on this release", observed: "–", readings: [], missing: [] } : requirement.check(records, at);
  return { ...findingOf(planned, outcome, column, at), fixes: outcome.hits.length === 0 ? 0 : requirement.fixes(records, at, outcome).length };
}

function findingIn(requirement: Requirement, subject: Given, settings: Settings, of: Case): Finding & { fixes: number } {
  const index = REQUIREMENTS.indexOf(requirement);
  if (index < 0) return alone(requirement, subject, settings, of);
  const crashes: unknown[] = [];
  const examined = examine(subject, { settings, now: of.now ?? NOW, neighbours: { ...NO_NEIGHBOURS, ...of.neighbours }, onCheckError: (id, error) => id === requirement.id && crashes.push(error) });
  if (crashes.length > 0) throw crashes[0];
  const finding = examined.findings[index];
  const outcome = examined.shown[index];
  if (finding === undefined || outcome === undefined) throw new Error(`${requirement.id} has no finding`);
  return { ...finding, fixes: finding.hits.length === 0 ? 0 : requirement.fixes(examined.records, examined.at, outcome).length };
}

const requirements: Requirement[] = [];
for (const id of idsIn(folder)) requirements.push(...Object.values(await load(`${id}.ts`)).filter(isRequirement));

describe.each(requirements)("$id", (requirement) => {
  it("says what its cases expect, and reaches every status it declares", async () => {
    const reached = new Map<Bucket, Set<Status>>(BUCKETS.map((bucket) => [bucket, new Set()]));
    const { cases } = await load(`cases/${requirement.id}.ts`) as { cases: Case[] };
    for (const of of cases) {
      for (const release of of.on) {
        const found = findingIn(requirement, subjectOf(of, release), settingsOf(of.settings), of);
        reached.get(BUCKET_OF[release])?.add(found.status);
        const where = `${of.name} on ${release}: ${found.because}`;
        expect(found.status, where).toBe(typeof of.status === "string" ? of.status : of.status[release]);
        if (of.effect !== undefined) expect(found.effect, where).toBe(of.effect === null || typeof of.effect === "string" ? of.effect : of.effect[release] ?? null);
        if (found.status === "fail") expect(found.fixes, `fixes of ${where}`).toBeGreaterThan(0);
        expect(found.because.length, where).toBeGreaterThan(0);
      }
    }
    for (const bucket of BUCKETS) expect([...reached.get(bucket) ?? []].sort(), `statuses on ${bucket}`).toEqual([...requirement.statuses[bucket]].sort());
  });
});
