import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseInventory } from "@/lib/inventory/parse";
import { moduleFile, runChecked } from "./shell";

interface Broken { source: string; file?: string; error?: string; at?: string; asked?: Record<string, number> }

/** Without the list of VMs there is none to tell of; the section says so. */
const LISTS_THE_VMS = "Get-VM";
/** Who runs the collector is told in the header, which is null then; a credential that cannot be had is a way less. */
const SILENT = new Set(["Read-Account", "Get-QuiesceGuestCredential"]);
/** A host that is read from another machine has no collector of its own; a VM is as old as its host. */
const NOT_ABSENT = new Set(["installId", "observedAt"]);

function problemsOf(source: string, text: string): string[] {
  const result = parseInventory(JSON.parse(text), { now: Date.now() });
  if (!("inventory" in result)) return [JSON.stringify(result)];
  const problems = [...result.faults, ...result.dropped].map((fault) => JSON.stringify(fault));
  const [host] = result.inventory.hosts;
  const { vms = [], ...rest } = host ?? {};
  if (vms.length !== (source === LISTS_THE_VMS ? 0 : 1)) problems.push(`${vms.length} VMs`);
  if (source !== "" && !SILENT.has(source) && !text.includes(`BROKEN ${source.replaceAll("\\", "\\\\")}`)) problems.push("its error is not told");
  for (const record of [rest, ...vms] as { absent: { fact: string }[] }[]) {
    const told = new Set(record.absent.map(({ fact }) => fact.split(/[.[]/)[0]));
    for (const [key, value] of Object.entries(record)) if (value === null && !NOT_ABSENT.has(key) && !told.has(key)) problems.push(`${key} is silent`);
  }
  return problems;
}

describe("one source that fails", () => {
  it("costs what it tells, with its error as the reason, and nothing else", async (context) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "quiesce-broken-"));
    try {
      const runs = await runChecked<Broken>(context, path.join(import.meta.dirname, "fleet/collect-broken.ps1"), { Module: moduleFile, Out: folder });
      expect(runs.filter(({ error }) => error !== undefined).map(({ source, error, at }) => `${source}: ${error} ${at}`)).toEqual([]);
      expect(runs.length).toBeGreaterThan(30);
      expect(runs.flatMap(({ source, file = "" }) => problemsOf(source, fs.readFileSync(file, "utf8")).map((problem) => `${source}: ${problem}`))).toEqual([]);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});
