import { describe, expect, it } from "vitest";
import { aDisk, aHost, aVm, type HostRelease, NOW } from "@/lib/inventory/testing";
import type { Host, Vm } from "@/lib/inventory/document";
import type { Fix } from "../fix";
import { examine } from "../judge";
import { DEFAULT_POLICY } from "../policy";
import { settingsFor } from "../settings";
import { REQUIREMENTS } from "./index";

const EVIL = "D:\\VMs\\x'; Remove-VM *; \u2019";
const settings = settingsFor(DEFAULT_POLICY)({ clusterName: null, hostName: "HV01", vmName: "VM01", vmId: null });

/** Fixes of every disk and checkpoint finding of a VM whose paths and names try to leave their quotes. */
function fixesOn(release: HostRelease): { id: string; fix: Fix }[] {
  const host: Host = aHost(release);
  const vm: Vm = aVm(release);
  const extension = release === "2008R2" ? "vhd" : "vhdx";
  const old = new Date(NOW - 30 * 86_400_000).toISOString();
  vm.name = EVIL;
  vm.snapshotFileLocation = "C:\\Snapshots";
  vm.orphanFiles = [`${EVIL}\\left.avhdx`];
  vm.checkpointType = release === "2022" ? "Disabled" : null;
  vm.fibreChannelHbas = 1;
  vm.gpuPartitions = 1;
  vm.assignableDevices = [{ class: "storage", locationPath: `PCIROOT(0)${EVIL}` }, { class: "gpu", locationPath: null }];
  vm.checkpoints = [{ id: null, name: EVIL, type: "Recovery", createdAt: old, isAutomatic: false }, { id: null, name: EVIL, type: "Standard", createdAt: old, isAutomatic: false }];
  const file = (name: string) => `${EVIL}\\${name}`;
  vm.disks = [
    aDisk({ path: file(`a.${extension}`), chain: [file(`a.${extension}`)], persistentReservations: true }),
    aDisk({ path: file("old.vhd"), chain: [file("old.vhd"), "\\\\fs1\\templates\\base.vhd"], format: "VHD", logicalSector: 4096 }),
    aDisk({ path: file("b.avhdx"), chain: Array.from({ length: 12 }, (_, index) => file(`${index}.avhdx`)) }),
    aDisk({ path: file("c.vhds"), kind: "vhdset", format: "VHDSet", guestCluster: { clustered: false, online: false, ownedOnce: true, activeActive: true } }),
    aDisk({ controllerType: "PMEM", path: file("p.vhdpmem") }),
    aDisk({ kind: "passthrough", diskNumber: 3, path: "Disk 3", hostVolumeId: null, chain: null }),
    aDisk({ path: "\\\\fs1\\vms\\data.vhdx", isSmb: true, hostVolumeId: null }),
  ];
  const examined = examine({ host, cluster: null, vm }, { settings, now: NOW });
  return REQUIREMENTS.flatMap((requirement, index) => {
    const outcome = examined.shown[index];
    if (!/^(disk-|dda-|devices-|guest-cluster-group|orphan-|no-stale|user-checkpoints|checkpoint-|snapshot-|vhds-)/.test(requirement.id) || outcome === undefined || outcome.hits.length === 0) return [];
    return requirement.fixes(examined.records, examined.at, outcome).map((fix) => ({ id: requirement.id, fix }));
  });
}

/** The command with every quoted literal taken out: what PowerShell would run. */
function bare(command: string): string {
  return command.replace(/'(?:[^'\u2018\u2019\u201A\u201B]|['\u2018\u2019\u201A\u201B]{2})*'/g, "''");
}

describe.each(["2008R2", "2012", "2012R2", "2022"] as const)("fixes of disks and checkpoints on %s", (release) => {
  const fixes = fixesOn(release);

  it("mends at least what this Windows can have", () => {
    const ids = new Set(fixes.map(({ id }) => id));
    const everywhere = ["disk-chain", "orphan-files", "user-checkpoints", "snapshot-location", "vhds-same-volume"];
    for (const id of everywhere) expect(ids).toContain(id);
    if (release === "2022") for (const id of ["disk-no-virtual-fc", "disk-no-shared-vhdx", "disk-vhdset-ready", "guest-cluster-group", "disk-no-pmem", "dda-storage", "disk-format", "no-stale-recovery", "checkpoint-type", "disk-sector", "devices-assigned", "disk-parent-template"]) expect(ids).toContain(id);
  });

  it("keeps every name from outside inside its quotes and chooses the VM by its id", () => {
    for (const { id, fix } of fixes) {
      if (fix.command === null) continue;
      expect(bare(fix.command), id).not.toMatch(/Remove-VM\s/);
      if (/Get-VM(?!\w)/.test(fix.command)) expect(fix.command, id).toContain("Get-VM -Id '7d0c4f1e-52a8-4b7b-9c1d-9e3a60b2f2a4'");
    }
  });

  it("has no cmdlets where there are none, and a command or a way to click everywhere else", () => {
    for (const { id, fix } of fixes) {
      if (release === "2008R2") expect(fix.command ?? "", id).not.toContain("Hyper-V\\");
      expect(fix.command !== null || fix.gui.length > 0 || fix.runsOn === "anywhere", id).toBe(true);
    }
  });

  it("says first when data is lost, and how it is undone and proven", () => {
    for (const { id, fix } of fixes) {
      if (fix.command?.includes("Remove-VMSnapshot") === true) expect(fix.destroysData ?? "", id).not.toBe("");
      for (const text of [fix.title, fix.undo, fix.proof, fix.risk.why]) {
        expect(text.length, id).toBeGreaterThan(3);
        expect(text, id).not.toMatch(/!|\bplease\b|\bsuccessfully\b/i);
      }
    }
  });
});
