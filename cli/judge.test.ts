import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import expected from "@/fixtures/estate/expected.json";
import { syntheticEstate } from "@/lib/inventory/synthetic/estate";
import { NOW, READ_AT } from "@/lib/inventory/testing";
import { judgementOutputSchema } from "@/lib/judge/output";

const root = path.join(import.meta.dirname, "..");
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "quiesce-judge-"));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const now = new Date(NOW).toISOString();
const PATIENCE = 60_000;

function quiesce(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["cli/quiesce.mjs", ...args], { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => resolve({ code: error === null ? 0 : typeof error.code === "number" ? error.code : -1, out, err }));
  });
}
function file(name: string, content: unknown): string {
  const where = path.join(folder, name);
  fs.writeFileSync(where, typeof content === "string" ? content : JSON.stringify(content));
  return where;
}
const documents = syntheticEstate(READ_AT);
const estate = documents.map((document) => file(`${document.hosts[0]?.name ?? ""}.json`, document));
const ready = (() => {
  const [first] = documents;
  if (first === undefined) throw new Error("the synthetic estate has documents");
  return file("ready.json", { ...first, hosts: first.hosts.map((host) => ({ ...host, vms: host.vms.filter((vm) => vm.name === "FIL-OLD-01" || vm.name === "TST-OLD-05") })) });
})();

describe("quiesce judge", () => {
  it("prints the verdicts written by hand, as a document of its schema, and exits 1", async () => {
    const { code, out } = await quiesce("judge", ...estate, "--format", "json", "--now", now);
    const output = judgementOutputSchema.parse(JSON.parse(out));
    expect(Object.fromEntries(output.vms.map((vm) => [vm.name, { verdict: vm.verdict, class: vm.class, coverage: vm.coverage, atBest: vm.atBest }]))).toEqual(expected.vms);
    const { classes, judged, total } = output.counts;
    expect(classes.ready + classes.weaker + classes["not-live"] + classes.unknown).toBe(judged);
    expect(judged + classes.offline + classes.excluded).toBe(total);
    expect(total).toBe(Object.keys(expected.vms).length);
    expect(output.synthetic).toBe(true);
    expect(code).toBe(1);
  }, PATIENCE);

  it("exits 0 when every VM that is not off is ready, and keeps standard error empty in a pipe", async () => {
    const { code, out, err } = await quiesce("judge", ready, "--now", now);
    expect(out).toContain("1 of 1 running VMs are ready for live backup");
    expect(err).toBe("");
    expect(code).toBe(0);
  }, PATIENCE);

  it("exits 2 when a file is refused and still prints the rest", async () => {
    const { code, out, err } = await quiesce("judge", ready, file("cut.json", "{\"schema\": \"quiesce.inv"), path.join(folder, "none.json"), "--now", now);
    expect(out).toContain("FIL-OLD-01");
    expect(err).toMatch(/Refused .*cut\.json: .*Copy the file again/);
    expect(err).toMatch(/Refused .*none\.json/);
    expect(code).toBe(2);
  }, PATIENCE);

  it("judges by the article when told, where a failure means saved state on every host", async () => {
    const { out } = await quiesce("judge", ...estate, "--format", "json", "--now", now, "--ruleset", "article-2008r2");
    const output = judgementOutputSchema.parse(JSON.parse(out));
    const of = (name: string) => output.vms.find((vm) => vm.name === name)?.verdict;
    expect(output.ruleset).toBe("article-2008r2");
    expect(of("APP-22-05")).toBe("saved-state");
    expect(of("TST-OLD-05")).toBe("offline");
    expect(output.vms.every((vm) => vm.score === null)).toBe(true);
  }, PATIENCE);

  it("reads a policy: app-required turns a crash copy into a failing backup", async () => {
    const policy = file("policy.json", { schema: "quiesce.policy/1", name: "strict", settings: { requiredConsistency: "app-required" } });
    const { out } = await quiesce("judge", ...estate, "--format", "json", "--now", now, "--policy", policy);
    const output = judgementOutputSchema.parse(JSON.parse(out));
    expect(output.policy).toBe("strict");
    expect(output.vms.find((vm) => vm.name === "APP-22-05")?.verdict).toBe("will-fail");
  }, PATIENCE);

  it.each([
    ["a policy with an unknown key", { schema: "quiesce.policy/1", estat: {} }, /estat/],
    ["a policy that is not JSON", "{", /not JSON/],
    ["a policy with a wrong value", { schema: "quiesce.policy/1", settings: { requiredConsistency: "always" } }, /settings\.requiredConsistency/],
  ])("refuses %s, names the field and exits 2", async (_name, content, sentence) => {
    const { code, err } = await quiesce("judge", ready, "--policy", file("bad-policy.json", content));
    expect(err).toMatch(sentence);
    expect(code).toBe(2);
  }, PATIENCE);

  it("fills the Windows version of hosts that do not tell it, and only of those", async () => {
    const [document] = documents;
    if (document === undefined) throw new Error("the synthetic estate has documents");
    const without = file("no-os.json", { ...document, hosts: document.hosts.map((host) => ({ ...host, osVersion: null, osBuild: null })) });
    const bare = judgementOutputSchema.parse(JSON.parse((await quiesce("judge", without, "--format", "json", "--now", now)).out));
    expect(bare.vms.find((vm) => vm.name === "FIL-OLD-01")).toMatchObject({ verdict: "unknown", best: null });
    const filled = judgementOutputSchema.parse(JSON.parse((await quiesce("judge", without, "--format", "json", "--now", now, "--host-os", "2008R2")).out));
    expect(filled.vms.find((vm) => vm.name === "FIL-OLD-01")?.verdict).toBe("live-application");
    const kept = judgementOutputSchema.parse(JSON.parse((await quiesce("judge", ready, "--format", "json", "--now", now, "--host-os", "2022")).out));
    expect(kept.vms.find((vm) => vm.name === "FIL-OLD-01")?.verdict).toBe("live-application");
  }, PATIENCE);
});
