import { describe, expect, it } from "vitest";
import type { FindingView } from "@/lib/estate/contract";
import type { Fix } from "@/lib/judge/fix";
import { settlingCommands } from "./settling-commands";

const fix = (command: string, readOnly: boolean): Fix => ({
  title: "Read", runsOn: "host", target: "HV01", shell: "powershell", command, gui: [], downtime: "none", risk: { level: "low", why: "Reads only." }, undo: "", proof: "", readOnly,
});
const finding = (title: string, status: FindingView["status"], fixes: Fix[]): FindingView => ({
  requirement: title, title, status, fixes, effect: null, because: "", observed: "", expected: "", evidence: [], missing: [], latent: false, high: false, hits: [], open: [],
  why: "", otherwise: "", sources: [], fixAlone: false,
});

describe("settling commands", () => {
  it("names each read-only command once, with all that it settles, most first", () => {
    const found = settlingCommands([
      finding("a", "unknown", [fix("Get-One", true)]), finding("b", "unknown", [fix("Get-Two", true)]), finding("c", "unknown", [fix("Get-Two", true)]),
      finding("d", "fail", [fix("Get-One", true)]), finding("e", "unknown", [fix("Set-One", false)]),
    ]);
    expect(found.map((of) => [of.fix.command, of.settles])).toEqual([["Get-Two", ["b", "c"]], ["Get-One", ["a"]]]);
  });
});
