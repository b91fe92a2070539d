import { beforeEach, expect, test } from "vitest";
import { pool } from "@/lib/db/client";
import { clear } from "@/lib/ingest/testing";
import { DEFAULT_POLICY } from "@/lib/judge/policy";
import { GET, PUT } from "./route";

beforeEach(clear);

const request = (method: string, headers: Record<string, string> = {}, name?: string) =>
  new Request("http://localhost:3000/api/v1/policy", { method, headers: { host: "localhost:3000", "content-type": "application/json", ...headers }, ...(name === undefined ? {} : { body: JSON.stringify({ ...DEFAULT_POLICY, name }) }) });
const put = (name: string, ifMatch?: string) => PUT(request("PUT", ifMatch === undefined ? {} : { "if-match": ifMatch }, name), undefined);
const stored = async () => (await pool().query<{ name: string }>(`SELECT "name" FROM "Policy" ORDER BY "version"`)).rows.map(({ name }) => name);

test("of two who change one version at once the second is told which is in force", async () => {
  const tag = (await GET(request("GET"), undefined)).headers.get("etag") ?? "";
  const answers = await Promise.all([put("one", tag), put("two", tag)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [first, second] = answers[0]?.status === 200 ? answers : [...answers].reverse();
  const { version } = await first?.json() as { version: number };
  expect(await second?.json()).toMatchObject({ code: "conflict", version, mend: expect.stringContaining("If-Match") });
  expect(await stored()).toHaveLength(1);
  expect((await put("three", first?.headers.get("etag") ?? "")).status).toBe(200);
  expect((await put("four")).status).toBe(200);
  expect((await stored()).slice(1)).toEqual(["three", "four"]);
});

test("an If-Match that is no version is named", async () => {
  expect(await (await put("one", "yesterday")).json()).toMatchObject({ status: 400, place: "headers.if-match" });
  expect(await stored()).toEqual([]);
});
