import { vmById } from "../fix";
import { guestFix } from "../guest-fix";
import { componentName } from "../facts/integration";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import { compareVersions } from "../facts/version-number";

export const icCurrent = defineRequirement({
  id: "ic-current",
  title: "The integration services match the host",
  why: "Older integration services may not speak the host's backup protocol.",
  otherwise: "Up to 2012 the VM is saved during the backup, on 2012 R2 the copy is like after a power cut. From 2016 on it is a warning: the guest gets them by Windows Update.",
  expected: "The host's version or newer, no ProtocolMismatch",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S1", "S4", "S9", "S12", "S48", "S51"],
  part: "C-static",
  asks: "running",
  needs: { host: ["icVersion"], vm: ["integration", "icVersionHostView"] },
  rows: { mismatch: { when: "ProtocolMismatch or an older version is known, Windows guest", cells: ["saved-state", "saved-state", "live-crash", "will-fail", "warn", "warn"] } },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"],
  },
  check({ host, vm }, at) {
    if (at.family === null) return unknown([at.missing("guest", "osFamily")], ["mismatch"], "Which system runs in the guest was not read.");
    if (at.family !== "windows") return notApplicable("Linux and BSD bring their own drivers.");
    for (const entry of vm.integration ?? []) {
      if (entry.primaryStatus !== "ProtocolMismatch" && entry.secondaryStatus !== "ProtocolMismatch") continue;
      const name = componentName(entry);
      return hit("mismatch", { because: `The ${name} component reports ProtocolMismatch: guest and host versions differ.`, observed: "ProtocolMismatch", readings: [{ fact: "vm.integration", reading: `${name}: ProtocolMismatch` }] });
    }
    const missing: Missing[] = [];
    if (vm.integration === null) missing.push(at.missing("vm", "integration"));
    // From 2016 on Get-VM knows no version (it reads 0.0 by design), so only a mismatch can be seen.
    if (at.bucket === "W16+") {
      if (missing.length > 0) return unknown(missing, ["mismatch"], "The integration components of this VM were not read.");
      return pass("No component reports a mismatch; updates come by Windows Update.", "No mismatch", [{ fact: "vm.integration", reading: "no ProtocolMismatch" }]);
    }
    const guestVersion = vm.icVersionHostView;
    const hostVersion = host.icVersion;
    if (guestVersion === null) missing.push(at.missing("vm", "icVersionHostView"));
    if (hostVersion === null) missing.push(at.missing("host", "icVersion"));
    const readings = [{ fact: "vm.icVersionHostView", reading: guestVersion ?? "not read" }, { fact: "host.icVersion", reading: hostVersion ?? "not read" }];
    if (guestVersion !== null && hostVersion !== null) {
      const order = guestVersion.startsWith("0.0") ? null : compareVersions(guestVersion, hostVersion);
      if (order === null) missing.push({ fact: "vm.icVersionHostView", reason: "ambiguous", text: guestVersion });
      else if (order < 0) return hit("mismatch", { because: `Integration services ${guestVersion} are older than the host's ${hostVersion}.`, observed: guestVersion, expected: `${hostVersion} or newer`, readings });
    }
    if (missing.length > 0) return unknown(missing, ["mismatch"], "The versions of the integration services were not read.", readings);
    return pass(`Integration services ${guestVersion ?? ""} match the host's ${hostVersion ?? ""}.`, guestVersion ?? "", readings);
  },
  fixes(_facts, at) {
    const shared = { downtime: "guest-reboot" as const, undo: "None; newer integration services stay.", proof: "The next inventory reads no ProtocolMismatch and the host's version or newer." };
    if (at.bucket === "W16+") {
      return [guestFix(at, {
        ...shared, title: "Update Windows in the guest", gui: [{ tool: "Guest", path: "Settings > Windows Update; on Windows 7, Server 2008 R2 and 2012 the update is KB 3071740" }],
        risk: { level: "low", why: "An ordinary Windows update; it may ask for a restart." },
      })];
    }
    const disk = { title: "Insert the integration services disk and install it in the guest", runsOn: "host" as const, target: at.hostName,
      gui: [{ tool: "Hyper-V Manager" as const, path: `${at.vmName} > Connect > Action > Insert Integration Services Setup Disk; then run the setup in the guest` }],
      risk: { level: "low" as const, why: "The setup asks for a restart of the guest." } };
    if (at.bucket === "W08R2") return [{ ...shared, ...disk, shell: "none", command: null }];
    return [{ ...shared, ...disk, shell: "powershell", command: `${vmById(at.vmId)} | Hyper-V\\Get-VMDvdDrive | Select-Object -First 1 |\n  Hyper-V\\Set-VMDvdDrive -Path "$env:SystemRoot\\System32\\vmguest.iso"` }];
  },
});
