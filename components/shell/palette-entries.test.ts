import { describe, expect, it } from "vitest";
import type { SearchHits } from "@/lib/estate/contract";
import { paletteEntries } from "./palette-entries";

const hits: SearchHits = {
  vms: [{ id: "a", name: "SQL & <b>", verdict: "live-crash", atBest: false, coverage: "full", host: "HV-A-03" }],
  hosts: [{ id: "00000000-0000-4000-8000-000000000001", name: "HV-SQL" }],
  requirements: [{ id: "ic-vss-offered", title: "Backup service offered" }],
  vmCount: 14,
};

describe("palette entries", () => {
  it("shows pages before anything is typed", () => {
    expect(paletteEntries("", null).map((of) => of.href)).toEqual(["/", "/vms", "/requirements", "/hosts", "/imports", "/collectors"]);
  });

  it("ends with the list of all VMs so named", () => {
    const last = paletteEntries("sql", hits).at(-1);
    expect(last).toMatchObject({ href: "/vms?q=sql", label: "List the 14 VMs whose name contains “sql”" });
  });

  it("leads a VM and a host to their pages", () => {
    expect(paletteEntries("sql", hits).map((of) => of.href).slice(0, 3)).toEqual([
      "/vms/a", "/hosts/00000000-0000-4000-8000-000000000001", "/requirements/ic-vss-offered",
    ]);
  });
});
