import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { Command } from "commander";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Inventory } from "@/lib/inventory/document";
import { addSimulateCommand } from "./simulate";

const START = "2026-05-18T07:00:00.000Z";
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "quiesce-simulate-"));
const opened: http.Server[] = [];

/** A door that takes everything, one collector a host as the app has it. */
async function door(): Promise<{ url: string; made: string[]; taken: Inventory[] }> {
  const made: string[] = [];
  const taken: Inventory[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const body = Buffer.concat(chunks);
      const answer = (status: number, value: unknown) => void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
      if (request.url === "/api/v1/collectors") {
        const { name } = JSON.parse(body.toString("utf8")) as { name: string };
        answer(201, { token: `${name} ${made.includes(name) ? "waits" : "sends"}`, epoch: 1 });
        made.push(name);
      } else if (request.headers.authorization?.endsWith("waits") === true) {
        answer(403, { code: "collector-pending" });
      } else {
        taken.push(JSON.parse(gunzipSync(body).toString("utf8")) as Inventory);
        answer(202, { result: "accepted", digest: null });
      }
    });
  });
  opened.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, made, taken };
}

async function simulate(...args: string[]): Promise<void> {
  const program = new Command("quiesce").exitOverride();
  addSimulateCommand(program);
  await program.parseAsync(["simulate", "--hosts", "2", "--vms-per-host", "2", ...args], { from: "user" });
}
const sorted = (documents: readonly Inventory[]) => documents.map((each) => JSON.stringify(each)).sort();
const sequencesOf = (documents: readonly Inventory[], host: string) => documents.filter(({ origin }) => origin.name === host).map(({ header }) => header.sequence);

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  vi.spyOn(process.stderr, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  for (const server of opened.splice(0)) server.close();
});

test("a second run with the file of the first goes on after it, by the clock too", async () => {
  const { url, made, taken } = await door();
  const file = path.join(folder, "clock.jsonl");
  for (const documents of ["2", "1"]) await simulate("--to", url, "--documents", documents, "--collectors", file);
  expect(made).toEqual(["HV-0001-1", "HV-0001-2"]);
  expect(sequencesOf(taken, "HV-0001-1")).toEqual([1, 2, 3]);
  expect(new Set(taken.map(({ header }) => header.documentId)).size).toBe(6);
  for (const { header } of taken) expect(Date.parse(header.finishedAt ?? "")).toBeLessThanOrEqual(Date.now());
});
test("with --start two runs send what one run of the sum sends, byte for byte", async () => {
  const [parts, whole] = [await door(), await door()];
  const file = path.join(folder, "start.jsonl");
  await simulate("--to", parts.url, "--documents", "2", "--collectors", file, "--start", START);
  await simulate("--to", parts.url, "--documents", "1", "--collectors", file);
  await simulate("--to", whole.url, "--documents", "3", "--start", START);
  expect(sorted(parts.taken)).toEqual(sorted(whole.taken));
});
test("a file keeps the hosts that a smaller run leaves out", async () => {
  const { url, made, taken } = await door();
  const file = path.join(folder, "smaller.jsonl");
  for (const hosts of ["3", "1", "3"]) await simulate("--to", url, "--collectors", file, "--hosts", hosts);
  expect(made).toHaveLength(3);
  expect(["HV-0001-1", "HV-0001-2"].map((host) => sequencesOf(taken, host))).toEqual([[1, 2, 3], [1, 2]]);
});
test("another seed has other hosts and VMs", async () => {
  const { url, taken } = await door();
  for (const seed of ["1", "2"]) await simulate("--to", url, "--seed", seed, "--start", START);
  const ids = taken.flatMap(({ hosts, clusters }) => [...hosts.flatMap((host) => [host.name, host.installId, host.hardwareUuid, ...host.vms.flatMap((vm) => [vm.id, vm.name])]), ...clusters.map(({ id }) => id)]);
  expect(new Set(ids).size).toBe(ids.length);
});
test("a second run without the file says why nothing is taken", async () => {
  const { url } = await door();
  for (let run = 0; run < 2; run += 1) await simulate("--to", url);
  expect(process.exitCode).toBe(1);
  expect(vi.mocked(process.stderr.write).mock.calls.join("")).toContain("Give the --collectors file");
});
