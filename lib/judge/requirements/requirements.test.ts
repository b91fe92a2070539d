import { describe, expect, it } from "vitest";
import { BUCKETS, type Bucket } from "../facts/host-release";
import type { Status } from "../requirement";
import { BUCKET_OF, casesOf, runCase } from "./cases/run";
import { REQUIREMENTS } from "./index";

describe.each(REQUIREMENTS)("$id", (requirement) => {
  it("says what its cases expect, and reaches every status it declares", async () => {
    const reached = new Map<Bucket, Set<Status>>(BUCKETS.map((bucket) => [bucket, new Set()]));
    for (const of of await casesOf(requirement.id)) {
      for (const release of of.on) {
        const { finding, fixes } = runCase(requirement, of, release);
        reached.get(BUCKET_OF[release])?.add(finding.status);
        const where = `${of.name} on ${release}: ${finding.because}`;
        expect(finding.status, where).toBe(typeof of.status === "string" ? of.status : of.status[release]);
        if (of.effect !== undefined) expect(finding.effect, where).toBe(of.effect === null || typeof of.effect === "string" ? of.effect : of.effect[release] ?? null);
        if (finding.status === "fail") expect(fixes.length, `fixes of ${where}`).toBeGreaterThan(0);
        if (finding.status === "unknown" && finding.effect === null) expect(finding.missing.length, `what is missing of ${where}`).toBeGreaterThan(0);
        expect(finding.because.length, where).toBeGreaterThan(0);
      }
    }
    for (const bucket of BUCKETS) expect([...reached.get(bucket) ?? []].sort(), `statuses on ${bucket}`).toEqual([...requirement.statuses[bucket]].sort());
  });
});
