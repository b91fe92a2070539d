import { onCsv } from "../facts/csv";
import { agentFix } from "../guest-fix";
import { hit, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const hostWsbCsv = defineRequirement({
  id: "host-wsb-csv",
  title: "Windows Server Backup is not used for VMs on a Cluster Shared Volume",
  why: "Windows Server Backup saves such a volume crash-consistent at best and knows no VMs on it.",
  otherwise: "On 2008 R2 it is not supported and fails; on 2012 and 2012 R2 the copy is like after a power cut; later nothing describes it.",
  expected: "No file on a CSV, or another product",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S16", "S23"],
  part: "A",
  asks: "always",
  needs: { host: ["volumes", "isClusterNode"], vm: ["disks", "configLocation"] },
  rows: { wsb: { when: "Windows Server Backup, a file on a CSV", cells: ["will-fail", "live-crash", "live-crash", "live-crash", "live-unverified", "live-unverified"], unconfirmed: ["W16+"] } },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"],
  },
  check(_facts, at) {
    if (!at.product.isWsb) return notApplicable("The backup product is not Windows Server Backup.");
    const { answer, paths, missing } = onCsv(at);
    if (answer === "unknown") return unknown(missing, ["wsb"], "Whether the VM's files lie on a Cluster Shared Volume was not read.");
    if (answer === "no") return pass("No file of this VM lies on a Cluster Shared Volume.", "None", [{ fact: "vm.disks", reading: "0 files on a CSV" }]);
    const harm = at.bucket === "W08R2" ? "not supported" : at.bucket === "W16+" ? "not documented" : "crash-consistent at best";
    return hit("wsb", {
      because: `Windows Server Backup, ${paths.length} ${paths.length === 1 ? "file" : "files"} on a CSV: ${harm} on ${at.release}.`,
      observed: paths.join(", "), readings: [{ fact: "vm.disks", reading: `on a CSV: ${paths.join(", ")}` }], missing,
    });
  },
  fixes(_facts, at) {
    return [{
      title: "Use a product that backs up VMs on Cluster Shared Volumes", runsOn: "anywhere", target: at.clusterName ?? at.hostName, shell: "none", command: null, gui: [],
      downtime: "project", risk: { level: "low", why: "Windows Server Backup can stay for what is not on a CSV." },
      undo: "Assign the VM to Windows Server Backup again.", proof: "The policy names another product for this VM, and rejudging shows the requirement as not applicable.",
    }, agentFix(at, "The host is left as it is; the agent loads the guest while it reads.", "The policy assigns the VM to an agent in the guest.")];
  },
});
