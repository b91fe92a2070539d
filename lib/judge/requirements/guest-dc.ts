import { vmById } from "../fix";
import { guestFix } from "../guest-fix";
import { hit, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const guestDc = defineRequirement({
  id: "guest-dc",
  title: "A domain controller uses production checkpoints",
  why: "For Active Directory only production checkpoints, made with VSS in the guest, are supported.",
  otherwise: "A restore of such a checkpoint can roll the directory back unnoticed.",
  expected: "CheckpointType Production or ProductionOnly",
  hosts: ["W16+"],
  guests: ["windows"],
  sources: ["S10"],
  part: "F",
  asks: "running",
  needs: { vm: ["checkpointType"], guest: ["productType"] },
  rows: {
    standard: { when: "CheckpointType Standard", cells: ["n-a", "n-a", "n-a", "n-a", "warn", "warn"] },
    "below-application": { when: "a result below live-application; set by the engine, which alone knows the verdict", cells: ["n-a", "n-a", "n-a", "n-a", "warn", "warn"] },
  },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"] },
  check({ vm, guest }, at) {
    if (at.family === null) return unknown([at.missing("guest", "osFamily")], [], "Which system runs in the guest was not read.");
    if (at.family !== "windows") return notApplicable("Speaks of Windows guests.");
    if (guest.productType === null || guest.productType === 0) return unknown([at.missing("guest", "productType")], [], "Whether the guest is a domain controller was not read.");
    if (guest.productType !== 2) return notApplicable("The guest is no domain controller.");
    if (vm.checkpointType === null) return unknown([at.missing("vm", "checkpointType")], [], "The checkpoint type of this domain controller was not read.");
    const readings = [{ fact: "guest.productType", reading: "2" }, { fact: "vm.checkpointType", reading: vm.checkpointType }];
    if (vm.checkpointType === "Standard") return hit("standard", { because: "A domain controller with checkpoint type Standard; only production checkpoints are supported.", observed: "Standard", readings });
    if (vm.checkpointType !== "Production" && vm.checkpointType !== "ProductionOnly" && vm.checkpointType !== "Disabled") {
      return unknown([{ fact: "vm.checkpointType", reason: "ambiguous", text: vm.checkpointType }], [], `Checkpoint type ${vm.checkpointType} is none that is known.`, readings);
    }
    return pass(`A domain controller with checkpoint type ${vm.checkpointType}.`, vm.checkpointType, readings);
  },
  fixes(_facts, at, outcome) {
    if (!outcome.hits.includes("standard")) {
      return [guestFix(at, {
        title: "Mend what keeps this VM below an application-consistent backup", gui: [{ tool: "Guest", path: "Follow the fixes of the findings that lower this VM's verdict" }],
        downtime: "none", risk: { level: "low", why: "Each fix names its own risk." }, undo: "Each fix names its own undo.", proof: "The verdict reads live-application.",
      })];
    }
    return [{
      title: "Set the checkpoint type to production only", runsOn: "host", target: at.hostName, shell: "powershell",
      command: `${vmById(at.vmId)} | Hyper-V\\Set-VM -CheckpointType ProductionOnly`,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Settings > Checkpoints > Production checkpoints, clear Create standard checkpoints` }],
      downtime: "none", risk: { level: "low", why: "A checkpoint by hand then fails where VSS in the guest does not answer." },
      undo: "The same line with -CheckpointType Standard.", proof: "The next inventory reads CheckpointType = ProductionOnly.",
    }];
  },
});
