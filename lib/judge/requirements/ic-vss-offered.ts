import { vmById } from "../fix";
import { hit, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import { component } from "../facts/integration";

const VSS = "5CED1297-4598-4915-A5FC-AD21BB4D02A4";

export const icVssOffered = defineRequirement({
  id: "ic-vss-offered",
  title: "Backup (volume shadow copy) is offered to the guest",
  why: "Without the VSS integration component the host has no way to ask the guest to flush.",
  otherwise: "Up to Server 2012 the VM is saved during the backup; from 2012 R2 on it runs on and the copy is like after a power cut.",
  expected: "Enabled = True",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S1", "S2", "S12", "S3", "S37", "S40", "S43"],
  part: "C-static",
  asks: "running",
  needs: { vm: ["integration"] },
  rows: {
    windows: { when: "backup component disabled, Windows guest", cells: ["saved-state", "saved-state", "live-crash", "will-fail", "live-crash", "will-fail"] },
    other: { when: "backup component disabled, Linux, BSD or other guest", cells: ["saved-state", "saved-state", "live-crash", "live-crash", "live-crash", "live-crash"] },
  },
  statuses: { W08R2: ["pass", "fail", "unknown"], W12: ["pass", "fail", "unknown"], W12R2: ["pass", "fail", "unknown"], "W16+": ["pass", "fail", "unknown"] },
  check({ vm }, at) {
    const row = at.family === "windows" ? "windows" : "other";
    const vss = component(vm.integration, "vss");
    if (vss === null || vss.enabled === null) {
      return unknown([at.missing("vm", vss === null ? "integration" : "integration.vss.enabled")], [row], "The backup component of this VM was not read.");
    }
    if (vss.enabled) return pass("The backup component is enabled.", "Enabled", [{ fact: "vm.integration", reading: "vss Enabled = True" }]);
    return hit(row, {
      because: "Backup service is disabled on the VM; the guest never flushes.",
      observed: "Disabled",
      readings: [{ fact: "vm.integration", reading: "vss Enabled = False" }],
    });
  },
  fixes(_facts, at) {
    const proof = "The next inventory reads Enabled = True for the backup component.";
    const gui = [{ tool: "Hyper-V Manager" as const, path: `${at.vmName} > Settings > Integration Services > tick Backup (volume ${at.bucket === "W08R2" ? "snapshot" : "shadow copy"})` }];
    const shared = { title: "Enable the backup service", runsOn: "host" as const, target: at.hostName, gui, downtime: "none" as const, risk: { level: "low" as const, why: "A setting that takes effect live." }, proof };
    if (at.bucket === "W08R2") return [{ ...shared, shell: "none", command: null, undo: "Clear the same tick." }];
    const choose = `${vmById(at.vmId)} | Hyper-V\\Get-VMIntegrationService |\n  Where-Object Id -like '*${VSS}' |\n  `;
    return [{ ...shared, shell: "powershell", command: `${choose}Hyper-V\\Enable-VMIntegrationService`, undo: "The same line with Disable-VMIntegrationService." }];
  },
});
