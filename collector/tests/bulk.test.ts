import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { moduleFile, runChecked } from "./shell";

interface Counted { vms: number; calls: Record<string, number>; listed: number; characters: number }

describe("the collector asks in bulk", () => {
  it("calls each cmdlet, class and program as often for 1,000 VMs as for 10", async (context) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "quiesce-many-"));
    try {
      const count = async (vms: number) => {
        const [counted] = await runChecked<Counted>(context, path.join(import.meta.dirname, "fleet/collect-many.ps1"), { Module: moduleFile, Out: folder, Vms: String(vms) });
        if (counted === undefined) throw new Error("The run printed nothing.");
        expect(counted.listed).toBe(vms);
        return counted;
      };
      const few = await count(10);
      const many = await count(1_000);
      expect(Object.keys(few.calls).length).toBeGreaterThan(25);
      expect(many.calls).toEqual(few.calls);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
});
