import { describe, expect, it } from "vitest";
import { aDisk, aVolume } from "@/lib/inventory/testing";
import { isCheckpointFile, isPmem, isVhdSet, templateOf } from "./chain";
import { placeName, placeOfFolder, placeOfPath, samePlace } from "./place";

const D = aVolume();
const MOUNTED = aVolume({ path: "D:\\Mount\\", uniqueId: "\\\\?\\Volume{0d0d0d0d-0000-4000-8000-000000000002}\\" });
const volumes = [D, MOUNTED];

describe("where files lie", () => {
  it.each([
    ["two folders of one volume", "D:\\a\\x.vhdx", "d:\\b\\y.vhdx", volumes, true],
    ["a volume mounted below another", "D:\\a\\x.vhdx", "D:\\Mount\\y.vhdx", volumes, false],
    ["one drive, volumes not read", "D:\\a\\x.vhdx", "D:\\b\\y.vhdx", null, null],
    ["one folder, volumes not read", "D:\\a\\x.vhdx", "D:\\A\\y.vhdx", null, true],
    ["two drives, volumes not read", "D:\\a\\x.vhdx", "E:\\a\\x.vhdx", null, false],
    ["one Cluster Shared Volume", "C:\\ClusterStorage\\Volume1\\a\\x.vhdx", "c:\\clusterstorage\\volume1\\b\\y.vhdx", null, true],
    ["a Cluster Shared Volume and its host's drive", "C:\\ClusterStorage\\Volume1\\x.vhdx", "C:\\VMs\\y.vhdx", null, false],
    ["one share", "\\\\FS1\\vms\\a\\x.vhdx", "\\\\fs1\\VMs\\y.vhdx", null, true],
    ["two shares of one server", "\\\\fs1\\vms\\x.vhdx", "\\\\fs1\\other\\x.vhdx", null, false],
    ["a share and a drive", "\\\\fs1\\vms\\x.vhdx", "D:\\x.vhdx", volumes, false],
    ["volume paths without a letter", "\\\\?\\Volume{1}\\a\\x.vhdx", "\\\\?\\Volume{1}\\b\\x.vhdx", null, null],
  ])("tells %s", (_name, one, other, known, expected) => {
    const first = placeOfPath(one, known);
    const second = placeOfPath(other, known);
    expect(samePlace(first, second)).toBe(expected);
    expect(samePlace(second, first)).toBe(expected);
  });

  it("names a place in few words", () => {
    expect(placeName(placeOfPath("d:\\a\\x.vhdx", null))).toBe("D:");
    expect(placeName(placeOfFolder("\\\\fs1\\vms\\a", null))).toBe("\\\\fs1\\vms");
  });
});

describe("what a disk file is", () => {
  it("knows a template only below a differencing disk that is no checkpoint", () => {
    expect(templateOf(["a.vhdx"])).toBeNull();
    expect(templateOf(["a.avhdx", "b.vhdx"])).toBeNull();
    expect(templateOf(["a.avhdx", "child.vhdx", "base.vhdx"])).toBe("base.vhdx");
  });
  it("tells checkpoint files, VHD Sets and persistent memory by any of their marks", () => {
    expect(isCheckpointFile("D:\\a.AVHDX")).toBe(true);
    expect(isCheckpointFile("D:\\avhdx\\a.vhdx")).toBe(false);
    expect(isVhdSet(aDisk({ kind: null, format: null, path: "D:\\a.vhds" }))).toBe(true);
    expect(isVhdSet(aDisk({ kind: null, format: null, path: null }))).toBeNull();
    expect(isPmem(aDisk({ path: "D:\\a.vhdpmem" }))).toBe(true);
    expect(isPmem(aDisk({ kind: null, controllerType: null, path: null }))).toBeNull();
  });
});
