import { inBackupWindow, momentOf } from "../facts/backup-window";
import { csvMissing, csvName, isNoFlag, onCsv, stateOnHost } from "../facts/csv";
import { quote } from "../fix";
import { hit, type Missing, notApplicable, pass, type Reading, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const csvRedirectedForBackup = defineRequirement({
  id: "csv-redirected-for-backup",
  title: "No Cluster Shared Volume below the VM is left redirected by request",
  why: "From 2012 on a backup does not redirect a CSV, so a request that still stands was forgotten; all IO then crosses the network.",
  otherwise: "The VM and its backup run slowly until direct IO is turned on again; on 2008 R2 redirection during a backup is expected.",
  expected: "Not redirected by UserRequest",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S16", "S17", "S19"],
  part: "F",
  asks: "always",
  needs: { host: ["volumes", "isClusterNode"], vm: ["disks", "configLocation"], cluster: ["csvs"] },
  rows: {
    leftover: { when: "redirected by UserRequest outside the backup window", cells: ["pass", "warn", "warn", "warn", "warn", "warn"] },
    noWindow: { when: "redirected by UserRequest inside the window, or no window is known", cells: ["pass", "info", "info", "info", "info", "info"] },
  },
  statuses: {
    W08R2: ["pass", "unknown", "not-applicable"], W12: ["pass", "warning", "info", "unknown", "not-applicable"],
    W12R2: ["pass", "warning", "info", "unknown", "not-applicable"], "W16+": ["pass", "warning", "info", "unknown", "not-applicable"],
  },
  check({ cluster }, at) {
    const { answer, missing: unplaced } = onCsv(at);
    if (answer === "unknown") return unknown(unplaced, [], "Whether the VM's files lie on a Cluster Shared Volume was not read.");
    if (answer === "no") return notApplicable("No file of this VM lies on a Cluster Shared Volume.");
    if (at.bucket === "W08R2") return pass("On 2008 R2 a backup redirects the volume; that is expected.", "Expected", []);
    const missing: Missing[] = [];
    const readings: Reading[] = [];
    const names: string[] = [];
    for (const file of at.files ?? []) {
      if (file.onCsv !== true) continue;
      const { csv } = file;
      if (csv === null) {
        missing.push(csvMissing(at, cluster.csvs, null, "redirectedAccess"));
        continue;
      }
      const state = stateOnHost(csv, at.hostName);
      const reasons = state?.fsRedirectReason?.filter((word) => !isNoFlag(word)) ?? [];
      // The flag alone does not say why: a ReFS volume is redirected by design, and its node names that reason.
      const otherwise = reasons.length > 0 && !reasons.includes("UserRequest");
      if ((csv.redirectedAccess === true && !otherwise) || reasons.includes("UserRequest")) {
        if (!names.includes(csvName(csv))) names.push(csvName(csv));
      } else if (csv.redirectedAccess === null && (state === null || state.fsRedirectReason === null)) {
        missing.push(csvMissing(at, cluster.csvs, csv, at.bucket === "W12" ? "redirectedAccess" : "perNode"));
      }
    }
    if (names.length > 0) {
      const inside = inBackupWindow(at.settings.backupWindow, momentOf(at.readAt, at.now));
      const which = names.join(", ");
      readings.push({ fact: "cluster.csvs", reading: `${which} redirected by UserRequest` });
      const because = `${which} ${names.length === 1 ? "is" : "are"} redirected by request${inside === false ? " outside the backup window" : ""}; ${at.release} needs none for a backup.`;
      return hit(inside === false ? "leftover" : "noWindow", { because, observed: `${which}: UserRequest`, readings, missing, subject: { csvs: names } });
    }
    if (missing.length > 0) return unknown(missing, [], "Whether the Cluster Shared Volume is redirected by request was not read.");
    return pass("No CSV below this VM is redirected by request.", "Not requested", [{ fact: "cluster.csvs", reading: "no UserRequest" }]);
  },
  fixes(_facts, at, outcome) {
    const csvs = outcome.subject?.["csvs"];
    return (Array.isArray(csvs) ? csvs : []).map((csv) => ({
      title: `Turn off redirected access of ${csv}`, runsOn: "cluster" as const, target: at.clusterName ?? at.hostName, shell: "powershell" as const,
      command: `Resume-ClusterResource -Name ${quote(String(csv))}`,
      gui: [{ tool: "Failover Cluster Manager" as const, path: `Storage > Disks > ${csv} > More Actions > Turn Off Redirected Access Mode` }],
      downtime: "none" as const, risk: { level: "low" as const, why: "IO goes straight to the disk again; VMs keep running." },
      undo: `Suspend-ClusterResource -Name ${quote(String(csv))} -RedirectedAccess`, proof: "The next inventory reads no UserRequest for the volume.",
    }));
  },
});
