import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder } from "./app-process";
import { acquireLock, findHolder } from "./lock.mjs";

let folder = "";
let file = "";

beforeEach(() => {
  folder = makeFolder();
  file = path.join(folder, "app.json");
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

test("of many that start at once over a dead holder's file, exactly one gets the lock", async () => {
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid, nonce: "dead", probePort: 1, startedAt: "2026-01-01T00:00:00Z" }));
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => acquireLock(file)));
  const won = outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
  expect(won).toHaveLength(1);
  expect(await findHolder(file)).toMatchObject({ pid: process.pid });
  await won[0]?.release();
  expect(fs.readdirSync(folder)).toEqual([]);
});

test("a holder tells where it serves, and is gone after its release", async () => {
  const lock = await acquireLock(file);
  lock.publish({ url: "http://localhost:1234", databaseUrl: "postgresql://here/it" });
  expect(await findHolder(file)).toMatchObject({ url: "http://localhost:1234", databaseUrl: "postgresql://here/it" });
  await expect(acquireLock(file)).rejects.toThrow(`is in use by the Quiesce process ${process.pid} at http://localhost:1234;`);
  await lock.release();
  expect(await findHolder(file)).toBeUndefined();
});

test("one that waits gets the lock when it is released", async () => {
  const first = await acquireLock(file);
  const second = acquireLock(file, { waitMs: 20_000 });
  await first.release();
  await (await second).release();
});

test.each(["", "{", "null", '{"pid":"1"}'])("a damaged lock file (%j) is taken over", async (text) => {
  fs.writeFileSync(file, text);
  const lock = await acquireLock(file);
  expect(await findHolder(file)).toMatchObject({ pid: process.pid });
  await lock.release();
});
