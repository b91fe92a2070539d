import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestContext } from "vitest";
import { collectorFolder, moduleFile, runChecked } from "./shell";

/** What the fleet's run says of one host. */
export interface Collected { name: string; hosts: number; vms: number; calls: Record<string, number>; error?: string; at?: string }
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export const fixtureFolder = path.resolve(collectorFolder, "../fixtures/collector");
/** The moment that the committed documents speak of. */
const FIXED = Date.parse("2026-11-22T12:00:00.000Z");
const HOUR = 3_600_000;
const NEAR = 48 * HOUR;

/** Runs the collector's own code on the stubbed fleet and hands over each host's file. */
export async function collectFleet<T>(context: TestContext, use: (hosts: { of: Collected; text: string }[]) => Promise<T> | T, given: Record<string, string> = {}): Promise<T> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "quiesce-fleet-"));
  try {
    const of = await runChecked<Collected>(context, path.join(import.meta.dirname, "fleet/collect.ps1"), { Module: moduleFile, Out: folder, ...given });
    return await use(of.map((host) => ({ of: host, text: host.error === undefined ? fs.readFileSync(path.join(folder, `${host.name}.json`), "utf8") : "" })));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The committed documents by host name; they were made by the collector's own code. */
export function storedFleet(): { name: string; text: string }[] {
  return fs.readdirSync(fixtureFolder).filter((file) => file.endsWith(".json")).sort().map((file) => ({ name: path.basename(file, ".json"), text: fs.readFileSync(path.join(fixtureFolder, file), "utf8") }));
}

/** A document without what differs from run to run and from machine to machine, and marked as made up. */
export function settled(text: string, name: string): string {
  const document = JSON.parse(text) as { header: Record<string, Json> & { finishedAt: string; collector: Record<string, Json> } };
  const moved = moveTimes(document as unknown as Json, Date.parse(document.header.finishedAt), FIXED) as unknown as typeof document;
  const id = (what: string) => `${Buffer.from(`${what} ${name}`).toString("hex").padEnd(32, "0").slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")}`;
  const sender = moved.header["senderId"];
  Object.assign(moved.header, { documentId: id("document"), senderId: id("sender"), synthetic: true });
  Object.assign(moved.header.collector, { psVersion: "5.1.20348.1", psEdition: "Desktop", computer: name });
  const same = (key: string, value: Json): Json => {
    if (key === "durationMs") return 0;
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value !== null && value === sender ? id("sender") : value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  return `${JSON.stringify(moved, same, 1)}\n`;
}

/** The same document as read at another moment: every time of the two days around its own is moved, to the hour. */
export function readAt(text: string, now: number): Json {
  const document = JSON.parse(text) as { header: { finishedAt: string } };
  return moveTimes(document as unknown as Json, Date.parse(document.header.finishedAt), now);
}

function moveTimes(value: Json, from: number, to: number): Json {
  if (typeof value === "string") {
    if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)) return value;
    const away = Date.parse(value) - from;
    return Math.abs(away) > NEAR ? value : new Date(to + Math.round(away / HOUR) * HOUR).toISOString();
  }
  if (Array.isArray(value)) return value.map((item) => moveTimes(item, from, to));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, moveTimes(item, from, to)]));
}
