import { describe, expect, it } from "vitest";
import { isRefusal } from "@/lib/inventory/problem";
import { parseInventory } from "@/lib/inventory/parse";
import { NOW, READ_AT } from "@/lib/inventory/testing";
import { judgeHost } from "../judge-host";
import { DEFAULT_POLICY, policySchema } from "../policy";
import { worldOf } from "./faults/fault";
import { TRUTH_CASES, type TruthCase } from "./truth-cases";

/** The case as an inventory document that came in, read like any other. */
function documentOf(of: TruthCase) {
  const world = worldOf(of, of.release);
  of.given(world);
  const value: unknown = JSON.parse(JSON.stringify({
    schema: "quiesce.inventory/1", header: { documentId: of.id, finishedAt: READ_AT, synthetic: true }, origin: { kind: "host", name: world.host.name },
    clusters: world.cluster === null ? [] : [world.cluster], hosts: [{ ...world.host, vms: [world.vm] }],
  }));
  const parsed = parseInventory(value, { now: NOW });
  if (isRefusal(parsed)) throw new Error(`${parsed.refused.place}: ${parsed.refused.problem}`);
  expect(parsed.faults).toEqual([]);
  return parsed.inventory;
}

describe.each(TRUTH_CASES.map((of) => ({ of, id: of.id })))("$id", ({ of }) => {
  it(`is ${of.verdict}`, () => {
    const inventory = documentOf(of);
    const policy = policySchema.parse({ ...DEFAULT_POLICY, settings: of.required === undefined ? {} : { requiredConsistency: of.required }, product: of.product ?? { preset: "unspecified" } });
    const host = inventory.hosts[0];
    if (host === undefined) throw new Error("the document has a host");
    const [judgement] = judgeHost({ host, cluster: inventory.clusters[0] ?? null, vms: host.vms }, policy, NOW);
    if (judgement === undefined) throw new Error("the host has a VM");
    expect({ verdict: judgement.verdict.verdict, because: judgement.verdict.because, atBest: judgement.verdict.atBest }).toMatchObject({ verdict: of.verdict, atBest: of.atBest ?? false });
    if (of.coverage !== undefined) expect(judgement.verdict.coverage).toBe(of.coverage);
    if (of.best !== undefined) expect(judgement.verdict.best).toBe(of.best);
    if (of.consistency !== undefined) expect(judgement.verdict.consistency).toBe(of.consistency);
    const ids = (status: string, latent = false) => judgement.findings.filter((finding) => finding.status === status && finding.latent === latent).map((finding) => finding.requirement);
    const trouble = [...ids("fail"), ...ids("warning")];
    for (const id of of.failing) expect(trouble).toContain(id);
    if (of.failing.length === 0) expect(ids("fail")).toEqual([]);
    for (const id of of.warning ?? []) expect(ids("warning")).toContain(id);
    for (const id of of.info ?? []) expect(ids("info")).toContain(id);
    for (const id of of.latent ?? []) expect([...ids("fail", true), ...ids("warning", true)]).toContain(id);
  });
});
