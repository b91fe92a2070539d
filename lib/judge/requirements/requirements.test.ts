import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { clusterSchema } from "@/lib/inventory/host";
import { aHost, aVm, type HostRelease, NOW, onCsv } from "@/lib/inventory/testing";
import { guestSchema } from "@/lib/inventory/guest";
import { BUCKETS, type Bucket, bucketOf } from "../host-release";
import type { Effect } from "../judgement";
import { DEFAULT_ASSIGNMENT_SETTINGS, DEFAULT_ESTATE_SETTINGS, type Settings } from "../policy";
import type { Cell, Requirement, Status } from "../requirement";
import { NO_NEIGHBOURS, situationOf } from "../situation";
import type { Case, Given } from "./cases/case";

const folder = import.meta.dirname;
const idsIn = (where: string) => readdirSync(where).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !["index.ts", "case.ts"].includes(file)).map((file) => file.slice(0, -3)).sort();
const load = async (file: string): Promise<Record<string, unknown>> => import(pathToFileURL(path.join(folder, file)).href);

const PRODUCT: Settings["product"] = {
  preset: "unspecified", api: "unknown", csvAware: "unknown", isWsb: false, ignoresNonSnapshottableDisks: "unknown", supports4kn: "unknown", mixedLocalAndSmbAllowed: "unknown",
  supportsSmbVss: "unknown", supportsPmem: "unknown", supportsClientHosts: "unknown", refusesStaleRecovery: "unknown", rctMinVersion: "unknown",
};
const DEFAULTS: Settings = { ...DEFAULT_ASSIGNMENT_SETTINGS, ...DEFAULT_ESTATE_SETTINGS, product: PRODUCT, assignment: null };

function settingsOf(over: Case["settings"]): Settings {
  const merged: Record<string, unknown> = { ...DEFAULTS };
  for (const [key, value] of Object.entries(over ?? {})) {
    const before = merged[key];
    const group = typeof before === "object" && before !== null && !Array.isArray(before);
    merged[key] = group && typeof value === "object" ? { ...before, ...value } : value;
  }
  return merged as unknown as Settings;
}
const BUCKET_OF: Record<HostRelease, Bucket> = { "2008R2": "W08R2", "2012": "W12", "2012R2": "W12R2", "2016": "W16+", "2019": "W16+", "2022": "W16+", "2025": "W16+" };

interface Shown { status: Status; effect: Effect | null; because: string; fixes: number }

const ORDER: readonly Cell[] = ["will-fail", "unknown", "saved-state", "live-crash", "live-unverified", "live-filesystem", "live-application", "partial", "excluded", "offline", "warn", "info", "pass", "n-a"];
function shown(requirement: Requirement, of: Case, release: HostRelease): Shown {
  const given: Given = of.csv === true ? onCsv(release) : { host: aHost(release), cluster: null, vm: aVm(release, of.family ?? "windows") };
  if (of.csv === true && of.family !== undefined) given.vm = { ...given.vm, guest: aVm(release, of.family).guest };
  of.given(given);
  const settings = settingsOf(of.settings);
  const { host, vm } = given;
  const cluster = given.cluster ?? clusterSchema.parse({ name: "none", absent: [{ fact: "*", reason: "not-applicable" }] });
  const below = vm.absent.filter((entry) => entry.fact.startsWith("guest.")).map((entry) => ({ ...entry, fact: entry.fact.slice(6) }));
  const whole = vm.absent.filter((entry) => entry.fact === "guest" || entry.fact === "*").map((entry) => ({ ...entry, fact: "*" }));
  const guest = { ...(vm.guest ?? guestSchema.parse({})), absent: [...below, ...whole] };
  const at = situationOf({ host, cluster, vm, guest }, settings, of.now ?? NOW, NO_NEIGHBOURS);
  const bucket = bucketOf(host);
  const column = bucket === "W08R2" ? 0 : bucket === "W12" ? 1 : (bucket === "W12R2" ? 2 : 4) + (settings.requiredConsistency === "app-required" ? 1 : 0);
  if (Object.values(requirement.rows).length > 0 && Object.values(requirement.rows).every((row) => row.cells[column] === "n-a")) return { status: "not-applicable", effect: null, because: "", fixes: 0 };
  const outcome = requirement.check({ host, cluster, vm, guest }, at);
  if (outcome.status !== "fail") return { status: outcome.status, effect: null, because: outcome.because, fixes: 0 };
  const cells = outcome.hits.map((hit) => ({ cell: requirement.rows[hit]?.cells[column] ?? "n-a", soft: requirement.rows[hit]?.unconfirmed }));
  const worst = cells.sort((a, b) => ORDER.indexOf(a.cell) - ORDER.indexOf(b.cell))[0];
  if (worst === undefined) throw new Error(`${requirement.id} hits a row it does not have`);
  const soft = worst.soft === true || (Array.isArray(worst.soft) && bucket !== null && worst.soft.includes(bucket));
  const status: Status = worst.cell === "warn" ? "warning" : worst.cell === "info" || worst.cell === "pass" || worst.cell === "unknown" ? worst.cell : worst.cell === "n-a" ? "not-applicable" : soft ? "warning" : "fail";
  const effect: Effect | null = worst.cell === "pass" || worst.cell === "n-a" ? null : worst.cell;
  return { status, effect, because: outcome.because, fixes: requirement.fixes({ host, cluster, vm, guest }, at, outcome).length };
}

const isRequirement = (value: unknown): value is Requirement => typeof value === "object" && value !== null && "id" in value && "check" in value;
const requirements: Requirement[] = [];
for (const id of idsIn(folder)) requirements.push(...Object.values(await load(`${id}.ts`)).filter(isRequirement));

describe.each(requirements)("$id", (requirement) => {
  const reached = new Map<Bucket, Set<Status>>(BUCKETS.map((bucket) => [bucket, new Set()]));
  it("says what its cases expect, and reaches every status it declares", async () => {
    const { cases } = await load(`cases/${requirement.id}.ts`) as { cases: Case[] };
    for (const of of cases) {
      for (const release of of.on) {
        const result = shown(requirement, of, release);
        reached.get(BUCKET_OF[release])?.add(result.status);
        const where = `${of.name} on ${release}: ${result.because}`;
        expect(result.status, where).toBe(typeof of.status === "string" ? of.status : of.status[release]);
        if (of.effect !== undefined) expect(result.effect, where).toBe(of.effect === null || typeof of.effect === "string" ? of.effect : of.effect[release] ?? null);
        if (result.status === "fail") expect(result.fixes, `fixes of ${where}`).toBeGreaterThan(0);
      }
    }
    for (const bucket of BUCKETS) expect([...reached.get(bucket) ?? []].sort(), `statuses on ${bucket}`).toEqual([...requirement.statuses[bucket]].sort());
  });
});
