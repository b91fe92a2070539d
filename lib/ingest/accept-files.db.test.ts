import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { syntheticEstate } from "@/lib/inventory/synthetic/estate";
import { CLASSES } from "@/lib/judge/judgement";
import { accept, acceptText, aDocument, clear, minutesAgo, NOW, vmGuid, vmStates } from "./testing";

beforeEach(clear);
const capture = path.resolve(import.meta.dirname, "../../../shared/data/scvmm-lab/inventory.json");
const countOf = async (table: string) => (await pool().query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`)).rows[0]?.n;

test.skipIf(!existsSync(capture))("the SCVMM capture: 28 VMs, none ready, 18 offline, 10 running with a reason each", async () => {
  const account = await acceptText(new Uint8Array(readFileSync(capture)));
  expect(account).toMatchObject({ vms: 28, accepted: 1, refused: 0 });
  const states = await vmStates();
  expect(states.filter((vm) => vm.class === "offline")).toHaveLength(18);
  expect(states.filter((vm) => vm.class === "ready")).toHaveLength(0);
  for (const vm of states) expect(vm.because).not.toBe("");
});

test("the synthetic estate shows every class, and its counts are those of its rows", async () => {
  const account = await accept(syntheticEstate(new Date(NOW).toISOString()));
  expect(account).toMatchObject({ refused: 0, synthetic: true });
  const { rows } = await pool().query<{ class: string; n: number }>(`SELECT "class", count(*)::int AS n FROM "Vm" WHERE NOT "gone" GROUP BY 1`);
  expect(rows.map((row) => row.class).sort()).toEqual([...CLASSES].sort());
  const tallies = await pool().query<{ class: string; n: number }>(`SELECT split_part("key", '|', 1) AS "class", sum("count")::int AS n FROM "Tally" WHERE "kind" = 'verdict' GROUP BY 1`);
  const sorted = (list: { class: string; n: number }[]) => [...list].sort((a, b) => a.class.localeCompare(b.class));
  expect(sorted(tallies.rows)).toEqual(sorted(rows));
});

test("one broken file in many costs only itself", async () => {
  const { acceptFiles } = await import("./accept-files");
  const { DEFAULT_POLICY } = await import("@/lib/judge/policy");
  const { fileOf } = await import("./testing");
  const whole = aDocument({ host: "HV1", at: minutesAgo(5), vms: ["A"] });
  const account = await acceptFiles(pool(), [fileOf(whole, "good.json"), fileOf(JSON.stringify(whole).slice(0, 900), "cut.json")], { via: "api", policy: DEFAULT_POLICY, now: NOW });
  expect(account).toMatchObject({ accepted: 1, refused: 1 });
  expect(account.files.find((file) => file.files[0] === "cut.json")?.refused?.problem).toMatch(/byte/);
  expect((await vmStates()).map((vm) => vm.name)).toEqual(["A"]);
});

test.each([
  ["empty", ""], ["not JSON", "<html>"], ["a list of nothing", "[]"], ["a number", "42"], ["nested 10,000 deep", `${"[".repeat(10_000)}${"]".repeat(10_000)}`],
  ["a prototype key", `{"schema":"quiesce.inventory/1","__proto__":{"x":1}}`], ["a newer major", `{"schema":"quiesce.inventory/9"}`],
])("%s: refused with place and mend, nothing kept", async (_what, text) => {
  const account = await acceptText(text);
  expect(account).toMatchObject({ accepted: 0, refused: 1 });
  const refused = account.files[0]?.refused;
  expect(refused?.place).not.toBe("");
  expect(refused?.mend).not.toBe("");
  expect([await countOf("Document"), await countOf("Host"), await countOf("Vm")]).toEqual([0, 0, 0]);
});

const ODD_NAMES = ["=cmd|' /C calc'!A0", "'; Remove-VM *; '", "<script>alert(1)</script>", "\u202egnp.exe", "💾 backup", "x".repeat(300), "", "twin", "twin"];
test("odd names are kept as they are; control characters cost that VM only", async () => {
  const document = aDocument({ host: "HV1", at: minutesAgo(5), vms: [...ODD_NAMES.keys()].map((index) => `V${index}`) });
  document.hosts[0]?.vms.forEach((vm, index) => { vm.name = ODD_NAMES[index] ?? ""; });
  const account = await accept([document]);
  expect(account.vms).toBe(ODD_NAMES.length);
  expect((await vmStates()).map((vm) => vm.name).sort()).toEqual([...ODD_NAMES].sort());
  await clear();
  const faulty = JSON.stringify(aDocument({ host: "HV1", at: minutesAgo(5), vms: ["A", "B"] })).replaceAll(`"name":"B"`, String.raw`"name":"B\u0000\ud800"`);
  const second = await acceptText(faulty);
  expect(second.files[0]?.faults).toHaveLength(1);
  expect((await vmStates()).map((vm) => vm.class).sort()).toEqual(["ready", "unknown"]);
});

test("braces and upper case are the same GUID; two equal GUIDs in one listing make both unknown and are one row", async () => {
  const document = aDocument({ host: "HV1", at: minutesAgo(5), vms: ["A", "B", "C"] });
  const [a, b, c] = document.hosts[0]?.vms ?? [];
  if (a === undefined || b === undefined || c === undefined) throw new Error("The document has three VMs.");
  a.id = `{${vmGuid("A").toUpperCase()}}`;
  c.id = b.id;
  const account = await accept([document]);
  expect(account.files[0]?.faults).toHaveLength(2);
  expect((await vmStates()).map((vm) => [vm.guid, vm.class]).sort()).toEqual([[vmGuid("A"), "ready"], [vmGuid("B"), "unknown"]].sort());
});

test("records without a GUID are said in the account and never stored", async () => {
  const document = aDocument({ host: "HV1", at: minutesAgo(5), vms: ["A", "B"] });
  const [first] = document.hosts[0]?.vms ?? [];
  if (first !== undefined) first.id = null;
  const account = await accept([document]);
  expect(account.files[0]).toMatchObject({ result: "partly", withoutId: ["A"] });
  expect((await vmStates()).map((vm) => vm.name)).toEqual(["B"]);
});

test("a document whose listing failed and has no VMs: nothing vanishes, nothing turns ready", async () => {
  await accept([aDocument({ host: "HV1", at: minutesAgo(30), vms: ["A"], vm: (vm) => { vm.guest = null; } })]);
  await accept([aDocument({ host: "HV1", at: minutesAgo(5), vms: [], bend: (host) => { for (const attempt of host.attempted) attempt.complete = false; } })]);
  expect(await vmStates()).toMatchObject([{ name: "A", gone: false, class: "unknown" }]);
});

test("records without a GUID leave neither VM nor host behind; the same file again is already known", async () => {
  const bytes = new Uint8Array(readFileSync(path.resolve(import.meta.dirname, "../../fixtures/foreign/integration-services/services-1.json")));
  const account = await acceptText(bytes);
  expect(account).toMatchObject({ vms: 0, accepted: 1, refused: 0 });
  expect(account.files[0]?.withoutId.length).toBeGreaterThan(0);
  expect([await countOf("Vm"), await countOf("Host")]).toEqual([0, 0]);
  expect(await acceptText(bytes)).toMatchObject({ known: 1 });
});

test("the database says of every VM what `quiesce judge` says", async () => {
  const { judgeHost } = await import("@/lib/judge/judge-host");
  const { clusterOf } = await import("@/lib/inventory/cluster-of");
  const { DEFAULT_POLICY } = await import("@/lib/judge/policy");
  const documents = syntheticEstate(new Date(NOW).toISOString());
  const expected = documents.flatMap((document) => document.hosts.flatMap((host) => judgeHost(
    { host, cluster: clusterOf(host, document.clusters), vms: host.vms, intervalSeconds: document.header.intervalSeconds }, DEFAULT_POLICY, NOW,
  ).map(({ vmName, verdict, score, findings }) => ({
    name: vmName, verdict: verdict.verdict, because: verdict.because, low: score?.low ?? null, high: score?.high ?? null,
    findings: findings.filter((finding) => finding.status !== "pass" && finding.status !== "not-applicable").length,
  }))));
  await accept(documents);
  const { rows } = await pool().query<(typeof expected)[number]>(
    `SELECT "name", "verdict", "because", "scoreLow" AS "low", "scoreHigh" AS "high", (SELECT count(*)::int FROM "Finding" f WHERE f."vmId" = v."id") AS "findings" FROM "Vm" v`,
  );
  const byName = (list: typeof expected) => [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
  expect(byName(rows)).toEqual(byName(expected));
});

test("a host that could not be reached is not fresh, and its collector's refused rights stay visible", async () => {
  const unreached = aDocument({ host: "HV1", at: minutesAgo(5), vms: [], bend: (host) => {
    for (const attempt of host.attempted) Object.assign(attempt, { complete: false, errors: [{ reason: "permission-denied", text: "access denied" }] });
  } });
  await accept([aDocument({ host: "HV1", at: minutesAgo(60), vms: ["A"] }), unreached]);
  const { rows } = await pool().query<{ readAt: Date; attempted: { errors: unknown[] }[] }>(`SELECT "readAt", "facts"->'attempted' AS "attempted" FROM "Host"`);
  expect(rows[0]?.readAt.toISOString()).toBe(minutesAgo(60));
  expect(rows[0]?.attempted[0]?.errors).toHaveLength(1);
});
