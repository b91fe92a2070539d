import { vmById } from "../fix";
import { hit, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const checkpointCount = defineRequirement({
  id: "checkpoint-count",
  title: "The VM has fewer checkpoints than the warning limit",
  why: "50 checkpoints are the supported maximum; beyond it files are merged one by one with the VM off.",
  otherwise: "The backup goes on until the maximum; then no further checkpoint, so no further backup, can be taken.",
  expected: "Fewer than 40 checkpoints",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S81", "S26"],
  part: "F",
  asks: "always",
  needs: { vm: ["checkpoints"] },
  rows: { many: { when: "as many checkpoints as the warning limit, or more", cells: ["warn", "warn", "warn", "warn", "warn", "warn"] } },
  statuses: { W08R2: ["pass", "warning", "unknown"], W12: ["pass", "warning", "unknown"], W12R2: ["pass", "warning", "unknown"], "W16+": ["pass", "warning", "unknown"] },
  check({ vm }, at) {
    if (vm.checkpoints === null) return unknown([at.missing("vm", "checkpoints")], [], "The checkpoints of this VM were not read.");
    const count = vm.checkpoints.length;
    const { checkpointCountWarn, checkpointCountHigh } = at.settings;
    const readings = [{ fact: "vm.checkpoints", reading: String(count) }];
    if (count < checkpointCountWarn) return pass(`${count} checkpoint${count === 1 ? "" : "s"}; the limit is ${checkpointCountWarn}.`, String(count), readings);
    const high = count >= checkpointCountHigh;
    return hit("many", {
      because: high ? `${count} checkpoints; ${checkpointCountHigh} are the maximum.` : `${count} checkpoints; the warning limit is ${checkpointCountWarn}.`,
      observed: String(count), expected: `Fewer than ${checkpointCountWarn} checkpoints`, readings, high,
    });
  },
  fixes(_facts, at) {
    const old = at.bucket === "W08R2";
    return [{
      title: "Delete the oldest checkpoints, one after the other", runsOn: "host", target: at.hostName, shell: old ? "none" : "powershell",
      command: old ? null : `${vmById(at.vmId)} | Hyper-V\\Get-VMSnapshot | Sort-Object CreationTime | Select-Object -First 1 | Hyper-V\\Remove-VMSnapshot`,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > ${old ? "Snapshots > the oldest > Delete Snapshot; the files merge once the VM is off" : "Checkpoints > the oldest > Delete Checkpoint"}` }],
      downtime: old ? "vm-off" : "none", risk: { level: "medium", why: "Each merge writes as much as its file holds and needs room on the volume; wait for one before the next." },
      destroysData: "The VM can no longer be set back to a deleted checkpoint; its present data stays.", undo: "None.",
      proof: `The next inventory reads fewer than ${at.settings.checkpointCountWarn} checkpoints.`,
    }];
  },
});
