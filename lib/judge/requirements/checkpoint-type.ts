import { vmById } from "../fix";
import { hit, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const checkpointType = defineRequirement({
  id: "checkpoint-type",
  title: "Checkpoints of this VM are production checkpoints",
  why: "Standard checkpoints save memory instead of flushing the guest; Disabled blocks checkpoints, and whether that includes those of a backup is not documented.",
  otherwise: "Standard is a note, because backup products ask for their own kind. Disabled leaves the quality of the backup unproven.",
  expected: "Production or ProductionOnly",
  hosts: ["W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S47", "S48", "S51", "S57", "S80", "S59"],
  part: "B",
  asks: "always",
  needs: { vm: ["checkpointType"], guest: ["productType"] },
  rows: {
    disabled: { when: "checkpoints are disabled", cells: ["n-a", "n-a", "n-a", "n-a", "live-unverified", "live-unverified"], unconfirmed: ["W16+"] },
    standard: { when: "standard checkpoints", cells: ["n-a", "n-a", "n-a", "n-a", "info", "info"] },
    standardDc: { when: "standard checkpoints, guest is a domain controller", cells: ["n-a", "n-a", "n-a", "n-a", "warn", "warn"] },
  },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["not-applicable"], "W16+": ["pass", "warning", "info", "unknown"] },
  check({ vm, guest }, at) {
    const type = vm.checkpointType;
    const readings = type === null ? [] : [{ fact: "vm.checkpointType", reading: type }];
    if (type === "Production" || type === "ProductionOnly") return pass(`CheckpointType is ${type}.`, type, readings);
    if (type === "Disabled") {
      return hit("disabled", { because: "Checkpoints are disabled; whether a backup can still take its own is not documented.", observed: type, readings, high: true });
    }
    if (type !== "Standard") {
      return unknown([type === null ? at.missing("vm", "checkpointType") : { fact: "vm.checkpointType", reason: "ambiguous", text: type }], ["disabled"], type === null ? "The checkpoint type was not read." : `The checkpoint type ${type.slice(0, 20)} is not known.`, readings);
    }
    const windows = at.family === null || at.family === "windows";
    if (windows && guest.productType === 2) {
      return hit("standardDc", { because: "Standard checkpoints on a domain controller; going back to one can harm the directory.", observed: type, readings: [...readings, { fact: "guest.productType", reading: "2" }] });
    }
    return hit("standard", {
      because: "Standard checkpoints save memory; backup products ask for their own kind.", observed: type, readings,
      missing: windows && guest.productType === null ? [at.missing("guest", "productType")] : [],
    });
  },
  fixes(_facts, at) {
    return [{
      title: "Set the checkpoint type to Production", runsOn: "host", target: at.hostName, shell: "powershell",
      command: `${vmById(at.vmId)} | Hyper-V\\Set-VM -CheckpointType Production`,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Settings > Checkpoints > tick Enable checkpoints > Production checkpoints` }],
      downtime: "none", risk: { level: "low", why: "A setting for checkpoints taken from now on." },
      undo: "Set-VM with the former -CheckpointType.", proof: "The next inventory reads checkpointType = Production.",
    }];
  },
});
