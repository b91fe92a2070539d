import { guestFix } from "../guest-fix";
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
    let service = null;
    for (const entry of guest.services ?? []) if (entry.name.toLowerCase() === "vmicvss") service = entry;
    if (service === null || service.startMode === null) {
      return unknown([at.missing("guest", service === null ? "services" : "services.vmicvss.startMode")], ["disabled"], "The start mode of vmicvss was not read.");
    }
    const readings = [{ fact: "guest.services", reading: `vmicvss ${service.state ?? "state not read"}, ${service.startMode}` }];
    if (service.startMode === "Disabled") return hit("disabled", { because: "Service vmicvss is Disabled in the guest; Hyper-V cannot start it.", observed: "Disabled", readings });
    return pass(`Service vmicvss has start mode ${service.startMode}.`, service.startMode, readings);
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
