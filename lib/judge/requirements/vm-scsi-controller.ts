import { vmById } from "../fix";
import { hit, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const vmScsiController = defineRequirement({
  id: "vm-scsi-controller",
  title: "A Generation 1 VM has a SCSI controller",
  why: "Since 2012 R2 the host hot-adds a recovery disk into the running guest; an IDE controller cannot take one.",
  otherwise: "On 2012 R2 the backup fails with event 10103. On 2016 and later this is not confirmed, so it is a warning.",
  expected: "At least one SCSI controller, which may be empty",
  hosts: ["W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S3", "S4", "S5", "S6", "S7"],
  part: "A",
  asks: "running",
  needs: { vm: ["generation", "controllers"] },
  rows: { none: { when: "no SCSI controller, Generation 1, Running", cells: ["pass", "pass", "will-fail", "will-fail", "warn", "warn"] } },
  statuses: { W08R2: ["pass"], W12: ["pass"], W12R2: ["pass", "fail", "unknown"], "W16+": ["pass", "warning", "unknown"] },
  check({ vm }, at) {
    if (at.bucket === "W08R2" || at.bucket === "W12") return pass(`${at.release} adds no disk to the guest; no SCSI controller is needed.`, "Not needed", []);
    const { generation } = vm;
    const scsi = vm.controllers === null ? null : vm.controllers.scsi;
    if (generation === 2) return pass("A Generation 2 VM always has SCSI.", "Generation 2", [{ fact: "vm.generation", reading: "2" }]);
    const readings = [{ fact: "vm.generation", reading: generation === null ? "not read" : String(generation) }, { fact: "vm.controllers", reading: scsi === null ? "not read" : `scsi ${scsi}` }];
    if (scsi !== null && scsi > 0) return pass(`${scsi} SCSI ${scsi === 1 ? "controller" : "controllers"}.`, String(scsi), readings);
    const missing = [];
    if (scsi === null) missing.push(at.missing("vm", vm.controllers === null ? "controllers" : "controllers.scsi"));
    if (generation !== 1) missing.push(generation === null ? at.missing("vm", "generation") : { fact: "vm.generation", reason: "ambiguous" as const, text: String(generation) });
    if (missing.length === 0 && at.power === null) return unknown([at.missing("vm", "state")], ["none"], "Without a SCSI controller a running VM is refused, but the State was not read.", readings);
    if (missing.length > 0) return unknown(missing, ["none"], "Generation or SCSI controllers of this VM were not read.", readings);
    return hit("none", {
      because: at.bucket === "W12R2" ? "Generation 1 VM without a SCSI controller; 2012 R2 refuses the live backup (event 10103)." : "Generation 1 VM without a SCSI controller; 2012 R2 refuses such a VM, later hosts are not confirmed.",
      observed: "0 SCSI controllers", readings,
    });
  },
  fixes(_facts, at) {
    const choose = vmById(at.vmId);
    return [{
      title: "Shut the VM down and add a SCSI controller",
      runsOn: "host", target: at.hostName, shell: "powershell",
      command: `${choose} | Hyper-V\\Stop-VM\n${choose} | Hyper-V\\Add-VMScsiController\n${choose} | Hyper-V\\Start-VM`,
      gui: [{ tool: "Hyper-V Manager", path: `Shut down ${at.vmName}; Settings > Add Hardware > SCSI Controller > Add` }],
      downtime: "vm-off", risk: { level: "low", why: "The controller may stay empty; the guest finds it at its next start." },
      undo: "With the VM off: Settings > SCSI Controller > Remove.", proof: "The next inventory reads one SCSI controller.",
    }];
  },
});
