import { describe, expect, it } from "vitest";
import { factSource } from "./fact-source";

describe("fact source", () => {
  it("names what a fact is read from, inside lists too", () => {
    expect(factSource("vm.generation")).toBe("Get-VM.Generation");
    expect(factSource("guest.volumes[1].fileSystem")).toBe("guest Win32_Volume.FileSystem");
    expect(factSource("cluster.csvs[0].perNode[2].stateInfo")).toBe("Get-ClusterSharedVolumeState.StateInfo");
  });

  it("falls back to the nearest known part", () => {
    expect(factSource("vm.disks[0].nothing")).toBe(factSource("vm.disks"));
    expect(factSource("else")).toBe("else");
  });
});
