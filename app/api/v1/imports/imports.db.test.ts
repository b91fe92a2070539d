import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { readRequirements } from "@/lib/estate/requirements";
import { readVm } from "@/lib/estate/vm-detail";
import { judgedUnder } from "@/lib/ingest/judged/judged-under";
import { readCount, readVms } from "@/lib/estate/vms";
import { vmListSchema } from "@/lib/estate/filters";
import type { ImportAccount } from "@/lib/estate/contract";
import { documentOf } from "@/lib/inventory/synthetic/host-document";
import { DELETE as forget } from "../hosts/[id]/route";
import { GET as getPolicy, PUT as putPolicy } from "../policy/route";
import { DELETE as remove, GET as getImport } from "./[id]/route";
import { GET as list, POST as post } from "./route";
import { POST as postSynthetic } from "./synthetic/route";

beforeEach(async () => {
  await pool().query(`TRUNCATE "Import", "Document", "DocumentHost", "Host", "Cluster", "Vm", "Finding", "Tally", "Policy" CASCADE`);
});

const address = (path: string) => `http://localhost:3000/api/v1/${path}`;
const request = (path: string, init: RequestInit = {}) => new Request(address(path), { ...init, headers: { host: "localhost:3000", ...init.headers } });
const withId = (id: string) => ({ params: Promise.resolve({ id }) });
const inventory = (host = "HV1") => JSON.stringify(documentOf({ name: host, release: "2022", vms: [{ name: "A" }, { name: "B" }] }, new Date().toISOString()));

function form(...files: [string, string][]): RequestInit {
  const body = new FormData();
  for (const [name, text] of files) body.append("files", new Blob([text]), name);
  return { method: "POST", body };
}

test("a form of many files: an account of each; the import is listed, read, removed, a host forgotten", async () => {
  const answer = await post(request("imports?via=page", form(["a/HV1.json", inventory()], ["HV2.json", inventory("HV2")], ["broken.json", "{"])), undefined);
  expect(answer.status).toBe(201);
  const account = await answer.json() as ImportAccount;
  expect(account).toMatchObject({ accepted: 2, refused: 1, vms: 4, via: "page" });
  expect(account.files.map((file) => file.files[0]).sort()).toEqual(["HV2.json", "a/HV1.json", "broken.json"]);
  expect(answer.headers.get("location")).toBe(`/api/v1/imports/${account.id}`);
  expect(await (await getImport(request(`imports/${account.id}`), withId(account.id))).json()).toMatchObject({ vms: 4, files: account.files });
  expect(await (await list(request("imports"), undefined)).json()).toMatchObject({ items: [{ id: account.id, result: "partly", removable: true, fileCount: 3 }], nextCursor: null });
  const host = account.files.flatMap((file) => file.hosts).find((of) => of.name === "HV2")?.id ?? "";
  expect((await forget(request(`hosts/${host}`, { method: "DELETE" }), withId(host))).status).toBe(200);
  expect((await readCount({})).count).toBe(2);
  expect((await remove(request(`imports/${account.id}`, { method: "DELETE" }), withId(account.id))).status).toBe(200);
  expect((await readCount({})).count).toBe(0);
  expect((await remove(request(`imports/${account.id}`, { method: "DELETE" }), withId(account.id))).status).toBe(404);
});

test("one file as the body; the same file again is already known", async () => {
  const body = inventory();
  const once = await post(request("imports?name=HV1.json", { method: "POST", body }), undefined);
  expect(await once.json()).toMatchObject({ accepted: 1, files: [{ files: ["HV1.json"], result: "understood" }] });
  const again = await post(request("imports?name=copy.json", { method: "POST", body }), undefined);
  expect(await again.json()).toMatchObject({ accepted: 0, known: 1, files: [{ result: "known" }] });
});

test("too large, cut off, empty, from another site, a wrong option: refused in a sentence, nothing kept", async () => {
  process.env["QUIESCE_IMPORT_LIMIT"] = "1000";
  try {
    const large = await post(request("imports", form(["big.json", inventory()])), undefined);
    expect(large.status).toBe(413);
    expect(await large.json()).toMatchObject({ place: "big.json" });
    expect((await post(request("imports?name=big.json", { method: "POST", body: inventory() }), undefined)).status).toBe(413);
  } finally {
    delete process.env["QUIESCE_IMPORT_LIMIT"];
  }
  const cut = request("imports", { method: "POST", headers: { "content-type": "multipart/form-data; boundary=x" }, body: `--x\r\ncontent-disposition: form-data; name="files"; filename="a.json"\r\n\r\n{"schema":` });
  expect((await post(cut, undefined)).status).toBe(400);
  expect((await post(request("imports", { method: "POST" }), undefined)).status).toBe(400);
  expect((await post(request("imports", { ...form(["a.json", inventory()]), headers: { "sec-fetch-site": "cross-site" } }), undefined)).status).toBe(403);
  expect((await post(request("imports?hostOs=nonsense", form(["a.json", inventory()])), undefined)).status).toBe(400);
  expect((await pool().query(`SELECT 1 FROM "Document"`)).rows).toEqual([]);
});

test("a policy that is stored judges every VM again; what is no policy is refused by its field", async () => {
  expect((await postSynthetic(request("imports/synthetic", { method: "POST" }), undefined)).status).toBe(201);
  const put = (document: unknown) => putPolicy(request("policy", { method: "PUT", headers: { "content-type": "application/json" }, body: JSON.stringify(document) }), undefined);
  expect((await put({ schema: "quiesce.policy/1", name: "article", estate: { ruleset: "article-2008r2" } })).status).toBe(200);
  expect(await (await getPolicy(request("policy"), undefined)).json()).toMatchObject({ version: 1, document: { name: "article" } });
  const page = await readVms(vmListSchema.parse({ limit: 500 }));
  for (const item of page.items) {
    const detail = await readVm(item.id, judgedUnder);
    expect(detail.ruleset).toBe("article-2008r2");
    expect(detail.verdict.verdict).toBe(item.verdict);
    expect(item.score).toBeNull();
  }
  expect((await readRequirements()).items.length).toBeGreaterThan(80);
  const wrong = await put({ schema: "quiesce.policy/1", settings: { requiredConsistency: "perfect" } });
  expect(wrong.status).toBe(400);
  expect(await wrong.json()).toMatchObject({ place: "body.settings.requiredConsistency" });
});
