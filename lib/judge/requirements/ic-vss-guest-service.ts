import { guestFix } from "../guest-fix";
import { judgedService, mustBeUsable, serviceText } from "../facts/guest-services";
import { hit, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const icVssGuestService = defineRequirement({
  id: "ic-vss-guest-service",
  title: "The backup requestor service in the guest is not disabled",
  why: "Hyper-V starts a stopped requestor again but cannot start a disabled one.",
  otherwise: "Up to Server 2012 the VM is saved during the backup; from 2012 R2 on it runs on and the copy is like after a power cut.",
  expected: "vmicvss not Disabled",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S12", "S56"],
  part: "C-static",
  asks: "running",
  needs: { guest: ["services"] },
  rows: { disabled: { when: "vmicvss has start mode Disabled, Windows guest", cells: ["saved-state", "saved-state", "live-crash", "will-fail", "live-crash", "will-fail"] } },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    if (at.family === null) return unknown([at.missing("guest", "osFamily")], ["disabled"], "Which system runs in the guest was not read.");
    if (at.family !== "windows") return notApplicable("Only Windows guests have this service.");
    const found = judgedService(guest.services ?? [], "vmicvss", mustBeUsable);
    if (found === null) return unknown([at.missing("guest", "services")], ["disabled"], "The start mode of vmicvss was not read.");
    const { startMode } = found.service;
    const readings = [{ fact: "guest.services", reading: `vmicvss ${serviceText(found.service)}` }];
    if (found.standing === "bad") return hit("disabled", { because: "Service vmicvss is Disabled in the guest; Hyper-V cannot start it.", observed: "Disabled", readings });
    if (found.standing === "fine") return pass(`Service vmicvss has start mode ${startMode}.`, startMode ?? "", readings);
    if (startMode === null) return unknown([at.missing("guest", "services.vmicvss.startMode")], ["disabled"], "The start mode of vmicvss was not read.", readings);
    return unknown([{ fact: "guest.services.vmicvss.startMode", reason: "ambiguous", text: startMode }], ["disabled"], `The start mode of vmicvss reads ${startMode}, which settles nothing.`, readings);
  },
  fixes(_facts, at) {
    return [guestFix(at, {
      title: "Set the requestor service to Manual and start it", command: "Set-Service -Name vmicvss -StartupType Manual\nStart-Service -Name vmicvss",
      gui: [{ tool: "Guest", path: "services.msc > Hyper-V Volume Shadow Copy Requestor > Startup type: Manual > Start" }],
      downtime: "none", risk: { level: "low", why: "Starts one service that only the host's requests use." },
      undo: "Set-Service -Name vmicvss -StartupType Disabled", proof: "The next inventory reads a start mode other than Disabled for vmicvss.",
    })];
  },
});
