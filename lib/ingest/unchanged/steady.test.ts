import { expect, test } from "vitest";
import { clusterOf } from "@/lib/inventory/cluster-of";
import type { Inventory } from "@/lib/inventory/document";
import { syntheticEstate } from "@/lib/inventory/synthetic/estate";
import { NOW, READ_AT } from "@/lib/inventory/testing";
import { eachVolatile } from "@/lib/inventory/volatile";
import { freshRecords } from "@/lib/judge/freshness";
import { judgeHost } from "@/lib/judge/judge-host";
import type { Judgement } from "@/lib/judge/judgement";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { REQUIREMENTS } from "@/lib/judge/requirements";
import { casesOf, settingsOf, subjectOf } from "@/lib/judge/requirements/cases/run";
import { NO_NEIGHBOURS, situationOf } from "@/lib/judge/situation";
import { READ_SIZES, READ_TIMES } from "./steady";
import { changedVms, rawContentOf } from "./raw-content";

const SIZES = [0, 2 ** 50];
const STATED = { schema: "quiesce.inventory/1", clusters: [], hosts: [] };

/** Sets each volatile size of a host with its VMs, and its cluster. */
function resize(document: object, value: number): void {
  eachVolatile(document, (record, fact) => { if (typeof record[fact] === "number") record[fact] = value; });
}

test("over all cases of all requirements only those that are named read a size that changes by itself, or the time of reading", async () => {
  const sizes = new Set<string>();
  const times = new Set<string>();
  for (const requirement of REQUIREMENTS) {
    for (const of of await casesOf(requirement.id)) {
      for (const release of of.on) {
        const settings = settingsOf(of.settings);
        const check = (value: number | null): string => {
          const { host, cluster, vm } = structuredClone(subjectOf(of, release));
          if (value !== null) resize({ ...STATED, clusters: cluster === null ? [] : [cluster], hosts: [{ ...host, vms: [vm] }] }, value);
          const records = freshRecords({ host, cluster, vm }, settings, of.now ?? NOW);
          const situation = situationOf(records, settings, of.now ?? NOW, { ...NO_NEIGHBOURS, ...of.neighbours });
          const at = { ...situation, get readAt() { times.add(requirement.id); return situation.readAt; } };
          return JSON.stringify(requirement.check(records, at));
        };
        const before = check(null);
        if (SIZES.some((value) => check(value) !== before)) sizes.add(requirement.id);
      }
    }
  }
  expect([...sizes].sort()).toEqual([...READ_SIZES].sort());
  expect([...times].sort()).toEqual([...READ_TIMES].sort());
}, 120_000);

function judgementsOf(inventory: Inventory): Judgement[] {
  return inventory.hosts.flatMap((host) => judgeHost({ host, cluster: clusterOf(host, inventory.clusters), vms: host.vms }, DEFAULT_POLICY, NOW));
}
const ofSizes = (judgement: Judgement) => JSON.stringify(judgement.findings.filter(({ requirement }) => READ_SIZES.includes(requirement)).map(({ status, because, hits, open, missing }) => [status, because, hits, open, missing]));
/** All that is kept of a judgement; readings are told where it is shown. */
const stored = ({ verdict, score, findings, estimatedPauseSeconds }: Judgement) => JSON.stringify([{ ...verdict, steps: null }, score, estimatedPauseSeconds, findings.map(({ requirement, status, because, effect, latent, high, missing }) => [requirement, status, because, effect, latent, high, missing])]);

test("where those say the same, verdict and score are the same whatever the sizes", () => {
  let compared = 0;
  for (const inventory of syntheticEstate(READ_AT)) {
    const before = judgementsOf(inventory);
    for (const value of SIZES) {
      const other = structuredClone(inventory);
      resize(other, value);
      judgementsOf(other).forEach((judgement, index) => {
        const was = before[index];
        if (was === undefined || ofSizes(was) !== ofSizes(judgement)) return;
        compared += 1;
        expect(stored(judgement)).toBe(stored(was));
      });
    }
  }
  expect(compared).toBeGreaterThan(20);
});

test("a volatile fact of another form than the schema keeps is left to the schema", () => {
  const [inventory] = syntheticEstate(READ_AT);
  if (inventory === undefined) throw new Error("An estate has a host.");
  const raw = rawContentOf("", inventory);
  expect(raw).not.toBeNull();
  for (const observedAt of ["2026-05-18T09:00:00+02:00", "1601-01-01T00:00:00Z", "2026-02-30T10:00:00Z", "2026-05-18T24:00:00Z", "today", 5, {}]) {
    expect(rawContentOf("", { ...inventory, hosts: inventory.hosts.map((host) => ({ ...host, observedAt })) })).toBeNull();
  }
});

test("sizes are those of the VM at their place; one of the host that moves far, a time that goes back, or a fact that came are no small change", () => {
  const inventory = syntheticEstate(READ_AT).find((each) => (each.hosts[0]?.vms.length ?? 0) > 2 && each.hosts[0]?.vms[1]?.guest?.volumes?.[0]?.freeBytes !== null);
  if (inventory === undefined) throw new Error("The estate has a host of three VMs.");
  const at = { before: Date.parse(READ_AT), now: Date.parse(READ_AT) };
  const before = rawContentOf("", inventory);
  const compared = (bend: (of: Inventory) => void) => {
    const other = structuredClone(inventory);
    bend(other);
    const now = rawContentOf("", other);
    return before === null || now === null ? null : changedVms(before, now, at);
  };
  const volume = (of: Inventory) => of.hosts[0]?.vms[1]?.guest?.volumes?.[0] ?? { freeBytes: 0 };
  const grow = (record: { freeBytes: number | null } | undefined, by: number) => { if (record !== undefined) record.freeBytes = Math.round((record.freeBytes ?? 0) * by); };
  expect(compared(() => undefined)).toEqual({ changed: new Set(), moved: new Set() });
  expect(compared((of) => { grow(volume(of), 1.001); })).toEqual({ changed: new Set([1]), moved: new Set() });
  expect(compared((of) => { grow(volume(of), 2); })).toEqual({ changed: new Set([1]), moved: new Set([1]) });
  expect(compared((of) => { volume(of).freeBytes = null; })).toBeNull();
  expect(compared((of) => { grow(of.hosts[0]?.volumes?.[0], 2); })).toBeNull();
  expect(compared((of) => { for (const host of of.hosts) host.observedAt = new Date(at.now - 60_000).toISOString(); })).toBeNull();
});
