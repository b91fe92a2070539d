import { vmById } from "../fix";
import { guestFix } from "../guest-fix";
import { component } from "../facts/integration";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement, everywhere } from "../requirement";

const KVP = "2A34B1C2-FD73-4043-8A5B-DD2159BC743F";
const FAILING: ReadonlySet<string> = new Set(["Error", "NonRecoverableError", "NoContact", "LostCommunication", "ProtocolMismatch", "ApplicationCritical", "CommunicationTimedOut", "CommunicationFailed", "Disabled"]);

export const icKvp = defineRequirement({
  id: "ic-kvp",
  title: "Data exchange with the guest works",
  why: "It is how the host learns the guest's system and version; older guests on 2016 and later also need it for updates of their integration services.",
  otherwise: "Facts of the guest become unknown unless they come another way. The backup itself does not need it.",
  expected: "Enabled, status Ok or Degraded",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S12", "S47", "S50", "S68"],
  part: "F",
  asks: "running",
  needs: { vm: ["integration", "security"] },
  rows: { silent: { when: "data exchange disabled or not answering, VM not shielded", cells: everywhere("warn") } },
  statuses: { W08R2: ["pass", "warning", "unknown"], W12: ["pass", "warning", "unknown"], W12R2: ["pass", "warning", "unknown"], "W16+": ["pass", "warning", "unknown", "not-applicable"] },
  check({ vm }, at) {
    if (vm.security?.shielded === true) return notApplicable("Data exchange is blocked by design in a shielded VM.");
    const kvp = component(vm.integration, "kvp");
    if (kvp === null) return unknown([at.missing("vm", "integration")], [], "The data exchange component was not read.");
    const status = kvp.primaryStatus;
    const readings = [{ fact: "vm.integration", reading: `kvp enabled ${kvp.enabled ?? "not read"}, ${status ?? "status not read"}` }];
    if (kvp.enabled === false || (status !== null && FAILING.has(status))) {
      const unread: Missing[] = at.bucket === "W16+" && (vm.security === null || vm.security.shielded === null) ? [at.missing("vm", vm.security === null ? "security" : "security.shielded")] : [];
      if (unread.length > 0) return unknown(unread, [], "Data exchange is silent, but whether the VM is shielded was not read.", readings);
      const because = kvp.enabled === false ? "Data exchange is disabled on the VM; the host cannot ask the guest what it is." : `Data exchange is ${status ?? ""}; the host cannot ask the guest what it is.`;
      return hit("silent", { because, observed: kvp.enabled === false ? "Disabled" : status ?? "", readings, subject: { enabled: kvp.enabled === false ? "no" : "yes" } });
    }
    const missing: Missing[] = [];
    if (kvp.enabled === null) missing.push(at.missing("vm", "integration.kvp.enabled"));
    if (status === null) missing.push(at.missing("vm", "integration.kvp.primaryStatus"));
    else if (status !== "Ok" && status !== "Degraded") missing.push({ fact: "vm.integration.kvp.primaryStatus", reason: "ambiguous", text: status });
    if (missing.length > 0) return unknown(missing, [], "The state of the data exchange component was not read.", readings);
    return pass(`Data exchange is enabled and ${status ?? ""}.`, status ?? "", readings);
  },
  fixes(_facts, at, outcome) {
    const proof = "The next inventory reads the data exchange component as enabled and Ok.";
    if (outcome.subject?.["enabled"] === "no") {
      const shared = { title: "Enable data exchange", runsOn: "host" as const, target: at.hostName, downtime: "none" as const, risk: { level: "low" as const, why: "A setting that takes effect live." },
        gui: [{ tool: "Hyper-V Manager" as const, path: `${at.vmName} > Settings > Integration Services > tick Data Exchange` }], proof };
      if (at.bucket === "W08R2") return [{ ...shared, shell: "none", command: null, undo: "Clear the same tick." }];
      return [{ ...shared, shell: "powershell", command: `${vmById(at.vmId)} | Hyper-V\\Get-VMIntegrationService |\n  Where-Object Id -like '*${KVP}' |\n  Hyper-V\\Enable-VMIntegrationService`, undo: "The same line with Disable-VMIntegrationService." }];
    }
    const linux = at.family === "linux";
    return [guestFix(at, {
      title: linux ? "Install and start the data exchange daemon" : "Restart the data exchange service",
      ...(linux ? { shell: "sh" as const, command: "dnf install hyperv-daemons && systemctl enable --now hypervkvpd" } : at.family === "windows" ? { command: "Restart-Service -Name vmickvpexchange" } : {}),
      gui: linux || at.family === "windows" ? [] : [{ tool: "Guest", path: "Start the Hyper-V key-value pair daemon of this system" }],
      downtime: "none", risk: { level: "low", why: "The service only exchanges facts with the host." }, undo: linux ? "systemctl disable --now hypervkvpd" : "Nothing to undo.", proof,
    })];
  },
});
