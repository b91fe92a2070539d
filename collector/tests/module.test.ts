import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseInventory } from "@/lib/inventory/parse";
import { releaseFiles } from "../../scripts/collector-release.mjs";
import { collectorFolder, moduleFile, proofScript, runChecked } from "./shell";

interface Described {
  file: string; functions: string[]; lines: number; isPublic: boolean; synopsis: string; description: string; outputs: number;
  examples: string[]; declared: string[]; described: string[]; whatIf: boolean;
}

const root = path.dirname(collectorFolder);
const CHANGES_THE_MACHINE = ["Register-QuiesceCollector", "Unregister-QuiesceCollector", "Set-QuiesceCredential", "Set-QuiesceGuestCredential"];

function exported(): string[] {
  const list = /FunctionsToExport = @\(([^)]*)\)/.exec(fs.readFileSync(moduleFile, "utf8"))?.[1] ?? "";
  return [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name ?? "").sort();
}

describe("the module", () => {
  it("has one function a file, named as the file, of 300 lines at most, and exports the public ones", async (context) => {
    const files = await runChecked<Described>(context, proofScript("check-help.ps1"), { Root: path.dirname(moduleFile) });
    expect(files.filter(({ file, functions }) => functions.length !== 1 || functions[0] !== path.basename(file, ".ps1")).map(({ file }) => file)).toEqual([]);
    expect(files.filter(({ lines }) => lines > 300).map(({ file }) => file)).toEqual([]);
    expect(files.filter(({ isPublic }) => isPublic).map(({ functions }) => functions[0]).sort()).toEqual(exported());
  });

  it("explains every public command: synopsis, description, each parameter, outputs, two examples", async (context) => {
    const files = await runChecked<Described>(context, proofScript("check-help.ps1"), { Root: path.dirname(moduleFile) });
    for (const { isPublic, functions: [name = ""], ...help } of files) {
      if (!isPublic) continue;
      expect(help.synopsis.length, `${name}: synopsis`).toBeGreaterThan(20);
      expect(help.description.length, `${name}: description`).toBeGreaterThan(60);
      expect(help.outputs, `${name}: outputs`).toBeGreaterThan(0);
      expect(help.examples.length, `${name}: examples`).toBeGreaterThanOrEqual(2);
      expect(help.described.filter((parameter) => parameter !== "whatif" && parameter !== "confirm").sort(), `${name}: parameters`).toEqual([...help.declared].sort());
      for (const example of help.examples) expect(example, `${name}: example`).toContain(name);
      if (CHANGES_THE_MACHINE.includes(name)) expect(help.whatIf, `${name}: -WhatIf`).toBe(true);
    }
  });

  it("has hashes and a single file that are up to date (node scripts/collector-release.mjs writes them)", () => {
    for (const { file, text } of releaseFiles()) expect(fs.readFileSync(path.join(root, file), "utf8").replaceAll("\r\n", "\n"), file).toBe(text);
  });

  it("is the same in the single file, which can be pasted: no empty line, plain ASCII", async (context) => {
    const file = path.join(collectorFolder, "dist/quiesce-collect.ps1");
    const [same] = await runChecked<{ functions: number; parses: boolean; missing: string[]; different: string[] }>(context, proofScript("check-same.ps1"), { Root: path.dirname(moduleFile), File: file });
    expect(same).toMatchObject({ parses: true, missing: [], different: [] });
    expect(same?.functions).toBeGreaterThan(10);
    const text = fs.readFileSync(file, "utf8");
    expect(text).not.toMatch(/\n\s*\n/);
    expect(text).not.toMatch(/[^\n\x20-\x7e]/);
  });

  it("reads a host as a single file, run or pasted, and leaves no function behind", async (context) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "quiesce-single-"));
    try {
      const [ran] = await runChecked<{ file: string; pasted: string; left: string[] }>(context, path.join(import.meta.dirname, "fleet/collect-single.ps1"), { Script: path.join(collectorFolder, "dist/quiesce-collect.ps1"), Out: folder });
      expect(ran?.left).toEqual([]);
      for (const file of [ran?.file ?? "", ran?.pasted ?? ""]) {
        const result = parseInventory(JSON.parse(fs.readFileSync(file, "utf8")), { now: Date.now() });
        if (!("inventory" in result)) throw new Error(JSON.stringify(result));
        expect(result.faults).toEqual([]);
        expect(result.inventory.hosts.map(({ vms }) => vms.map(({ name }) => name))).toEqual([["PASTE01"]]);
      }
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});
