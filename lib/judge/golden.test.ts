import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import expected from "@/fixtures/estate/expected.json";
import { clusterOf } from "@/lib/inventory/cluster-of";
import { syntheticEstate } from "@/lib/inventory/synthetic/estate";
import { NOW, READ_AT } from "@/lib/inventory/testing";
import { judgeHost } from "./judge-host";
import { CLASSES, VERDICTS } from "./judgement";
import { DEFAULT_POLICY } from "./policy";

const FINDINGS = path.join(import.meta.dirname, "../../fixtures/estate/findings.json");
const judged = syntheticEstate(READ_AT).flatMap((inventory) => inventory.hosts.flatMap((host) =>
  judgeHost({ host, cluster: clusterOf(host, inventory.clusters), vms: host.vms, intervalSeconds: inventory.header.intervalSeconds }, DEFAULT_POLICY, NOW)));

it("gives each VM of the synthetic estate the verdict written by hand", () => {
  const found = Object.fromEntries(judged.map(({ vmName, verdict }) => [vmName, { verdict: verdict.verdict, class: verdict.class, coverage: verdict.coverage, atBest: verdict.atBest }]));
  expect(found).toEqual(expected.vms);
});
it("shows every class and every verdict", () => {
  expect([...new Set(judged.map(({ verdict }) => verdict.class))].sort()).toEqual([...CLASSES].sort());
  expect([...new Set(judged.map(({ verdict }) => verdict.verdict))].sort()).toEqual([...VERDICTS].sort());
});
it("says of each VM what the committed findings say (UPDATE_GOLDEN=1 writes them anew)", async () => {
  const findings = Object.fromEntries(judged.map(({ vmName, verdict, score, findings: all }) => [vmName, {
    because: verdict.because, score: score === null ? null : `${score.low} to ${score.high}`, decidedBy: verdict.decidedBy, next: verdict.next, fixAlone: verdict.fixAlone, badges: verdict.badges,
    findings: all.filter((finding) => finding.status !== "pass" && finding.status !== "not-applicable").map((finding) => `${finding.latent ? "latent " : ""}${finding.status} ${finding.requirement}${finding.effect === null ? "" : ` [${finding.effect}]`}: ${finding.because}`),
  }]));
  const text = `${JSON.stringify(findings, null, 2)}\n`;
  if (process.env["UPDATE_GOLDEN"] === "1") await writeFile(FINDINGS, text);
  expect(text).toBe((await readFile(FINDINGS, "utf8")).replaceAll("\r\n", "\n"));
});
