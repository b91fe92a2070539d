import type { Fix } from "../fix";
import { guestFix } from "../guest-fix";
import { component } from "../facts/integration";
import { hit, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

/** Statuses of a component that does not work; Ok and Degraded pass: status 3 of a component is no fault (S30). */
const SAYS: Readonly<Record<string, string>> = {
  Error: "the component reports an error", NonRecoverableError: "the component reports an error it cannot recover from",
  NoContact: "nothing in the guest ever answered", LostCommunication: "the guest stopped answering",
  ProtocolMismatch: "guest and host speak different versions", ApplicationCritical: "the component reports a critical application",
  CommunicationTimedOut: "the guest did not answer in time", CommunicationFailed: "the guest could not be reached", Disabled: "the component is disabled",
};

export const icVssResponding = defineRequirement({
  id: "ic-vss-responding",
  title: "The guest answers the backup service",
  why: "The host asks the guest to flush through this component; without an answer nothing is flushed.",
  otherwise: "Up to Server 2012 the VM is saved during the backup; from 2012 R2 on it runs on and the copy is like after a power cut.",
  expected: "Status Ok or Degraded",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S12", "S30", "S47", "S48"],
  part: "C-static",
  asks: "running",
  needs: { vm: ["integration"] },
  rows: {
    windows: { when: "status other than Ok and Degraded, Windows guest", cells: ["saved-state", "saved-state", "live-crash", "will-fail", "live-crash", "will-fail"] },
    other: { when: "status other than Ok and Degraded, Linux, BSD or other guest", cells: ["saved-state", "saved-state", "live-crash", "live-crash", "live-crash", "live-crash"] },
  },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"],
  },
  check({ vm }, at) {
    const row = at.family === "windows" ? "windows" : "other";
    const vss = component(vm.integration, "vss");
    if (vss === null) return unknown([at.missing("vm", "integration")], [row], "The backup component of this VM was not read.");
    if (vss.enabled === false) return notApplicable("The backup service is not offered; ic-vss-offered judges that.");
    const status = vss.primaryStatus;
    if (status === null) return unknown([at.missing("vm", "integration.vss.primaryStatus")], [row], "The status of the backup component was not read.");
    const readings = [{ fact: "vm.integration", reading: `vss ${status}` }];
    if (status === "Ok" || status === "Degraded") return pass(`The backup component is ${status}.`, status, readings);
    const says = SAYS[status];
    if (says === undefined) return unknown([{ fact: "vm.integration.vss.primaryStatus", reason: "ambiguous", text: status }], [row], `The backup component reports ${status}, which is in no list.`, readings);
    return hit(row, { because: `The backup component is ${status}: ${says}.`, observed: status, readings });
  },
  fixes(_facts, at) {
    const proof = "The next inventory reads Ok or Degraded for the backup component.";
    const low = { level: "low" as const, why: "Restarts one service that only the host's requests use." };
    const restart: Fix = guestFix(at, {
      title: "Restart the guest if the status stays", command: at.family === "windows" ? "Restart-Computer" : null,
      gui: [{ tool: "Guest", path: `${at.vmName} > restart from inside` }],
      downtime: "guest-reboot", risk: { level: "medium", why: "What runs in the guest stops for the restart." }, undo: "Nothing to undo.", proof,
    });
    if (at.family === "linux") {
      return [guestFix(at, {
        title: "Install and start the Hyper-V daemons", shell: "sh",
        command: "# RHEL and relatives; elsewhere the package is linux-cloud-tools-virtual (Ubuntu) or hyper-v (SUSE)\ndnf install hyperv-daemons && systemctl enable --now hypervvssd",
        downtime: "none", risk: low, undo: "systemctl disable --now hypervvssd", proof,
      }), restart];
    }
    if (at.family === "bsd") {
      return [guestFix(at, { title: "Start the freeze daemon", shell: "sh", command: "service hv_vss_daemon enable && service hv_vss_daemon start", downtime: "none", risk: low, undo: "service hv_vss_daemon stop && service hv_vss_daemon disable", proof }), restart];
    }
    if (at.family === "other") return [restart];
    return [guestFix(at, {
      title: "Restart the backup service in the guest", command: "Set-Service -Name vmicvss -StartupType Manual\nRestart-Service -Name vmicvss",
      downtime: "service-restart", risk: low, undo: "Set the start type back to what it was.", proof,
    }), restart];
  },
});
