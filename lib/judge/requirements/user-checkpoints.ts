import { kindMissing } from "../facts/checkpoint-kinds";
import { vmById } from "../fix";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const userCheckpoints = defineRequirement({
  id: "user-checkpoints",
  title: "No checkpoint made by a user is kept",
  why: "Checkpoints are not in the backup of every product, and some change-tracking products refuse VMs that have them.",
  otherwise: "The VM is backed up; a restore may lack the checkpoints. Windows Server Backup on 2008 R2 does not restore VMs with two or more.",
  expected: "0 standard checkpoints",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S4", "S23"],
  part: "F",
  asks: "always",
  needs: { vm: ["checkpoints"] },
  rows: { kept: { when: "a user's checkpoint exists", cells: ["warn", "warn", "warn", "warn", "warn", "warn"] } },
  statuses: { W08R2: ["pass", "warning", "unknown"], W12: ["pass", "warning", "unknown"], W12R2: ["pass", "warning", "unknown"], "W16+": ["pass", "warning", "unknown"] },
  check({ vm }, at) {
    if (vm.checkpoints === null) return unknown([at.missing("vm", "checkpoints")], [], "The checkpoints of this VM were not read.");
    const missing: Missing[] = [];
    let count = 0;
    let automatic = 0;
    let name: string | null = null;
    for (let index = 0; index < vm.checkpoints.length; index++) {
      const checkpoint = vm.checkpoints[index];
      if (checkpoint === undefined) continue;
      const gap = kindMissing(checkpoint.type, index, at);
      if (gap !== null) missing.push(gap);
      else if (checkpoint.type === "Standard") {
        count++;
        if (checkpoint.isAutomatic === true) automatic++;
        name ??= checkpoint.name;
      }
    }
    const readings = [{ fact: "vm.checkpoints", reading: `${count} of type Standard${automatic > 0 ? `, ${automatic} of them automatic` : ""}` }];
    if (count > 0) {
      const restore = at.bucket === "W08R2" && count > 1 && at.product.isWsb ? " Windows Server Backup does not restore it." : "";
      return hit("kept", {
        because: `${count} user checkpoint${count === 1 ? "" : "s"}${name === null || name.length > 40 ? "" : ` (${name})`}${automatic > 0 ? `, ${automatic} automatic` : ""}.${restore}`,
        observed: String(count), readings, missing,
      });
    }
    if (missing.length > 0) return unknown(missing, [], `The kind of ${missing.length} of ${vm.checkpoints.length} checkpoints was not read.`);
    return pass("No user checkpoint exists.", "0", readings);
  },
  fixes(_facts, at) {
    const old = at.bucket === "W08R2";
    return [{
      title: "Delete the checkpoints that nobody needs", runsOn: "host", target: at.hostName, shell: old ? "none" : "powershell",
      command: old ? null : `${vmById(at.vmId)} | Hyper-V\\Get-VMSnapshot | Where-Object SnapshotType -eq Standard | Hyper-V\\Remove-VMSnapshot`,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > ${old ? "Snapshots > Delete Snapshot; the files merge once the VM is off" : "Checkpoints > Delete Checkpoint"}` }],
      downtime: old ? "vm-off" : "none", risk: { level: "medium", why: "The merge writes as much as the files hold and needs room on the volume." },
      destroysData: "The VM can no longer be set back to these checkpoints; its present data stays.", undo: "None.",
      proof: "The next inventory reads no checkpoint of type Standard.",
    }];
  },
});
