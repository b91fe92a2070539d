import { inBackupWindow, momentOf } from "../facts/backup-window";
import { csvMissing, csvName, onCsv } from "../facts/csv";
import { quote } from "../fix";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const csvBackupInProgress = defineRequirement({
  id: "csv-backup-in-progress",
  title: "No Cluster Shared Volume below the VM is stuck in a backup state",
  why: "On 2008 R2 a volume in backup blocks other backups and cannot move; a stale state clears by itself after 30 minutes.",
  otherwise: "On 2008 R2 backups of other hosts wait; from 2012 on it only tells that a backup runs.",
  expected: "BackupState None outside the window",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S17", "S18"],
  part: "F",
  asks: "always",
  needs: { host: ["volumes", "isClusterNode"], vm: ["disks", "configLocation"], cluster: ["csvs"] },
  rows: {
    outside: { when: "backup in progress outside the backup window", cells: ["warn", "info", "info", "info", "info", "info"] },
    noWindow: { when: "backup in progress, no window is known", cells: ["info", "info", "info", "info", "info", "info"] },
  },
  statuses: {
    W08R2: ["pass", "warning", "info", "unknown", "not-applicable"], W12: ["pass", "info", "unknown", "not-applicable"],
    W12R2: ["pass", "info", "unknown", "not-applicable"], "W16+": ["pass", "info", "unknown", "not-applicable"],
  },
  check({ cluster }, at) {
    const { answer, missing: unplaced } = onCsv(at);
    if (answer === "unknown") return unknown(unplaced, [], "Whether the VM's files lie on a Cluster Shared Volume was not read.");
    if (answer === "no") return notApplicable("No file of this VM lies on a Cluster Shared Volume.");
    const missing: Missing[] = [];
    const names: string[] = [];
    for (const file of at.files ?? []) {
      if (file.onCsv !== true) continue;
      const word = file.csv?.backupState?.toLowerCase() ?? null;
      if (file.csv !== null && word === "inprogress") {
        if (!names.includes(csvName(file.csv))) names.push(csvName(file.csv));
      } else if (word !== "none") missing.push(csvMissing(at, cluster.csvs, file.csv, "backupState"));
    }
    if (names.length > 0) {
      const which = names.join(", ");
      const readings = [{ fact: "cluster.csvs", reading: `${which} backupState = InProgress` }];
      const inside = inBackupWindow(at.settings.backupWindow, momentOf(at.readAt, at.now));
      if (inside === true) return pass(`${which} is in backup, inside the backup window.`, "InProgress", readings);
      const harm = at.bucket === "W08R2" ? "other backups wait and the volume cannot move" : "a backup runs";
      return hit(inside === false ? "outside" : "noWindow", {
        because: `${which} is in backup${inside === false ? " outside the backup window" : ""}; ${harm}.`,
        observed: `${which}: InProgress`, readings, missing, subject: { csvs: names },
      });
    }
    if (missing.length > 0) return unknown(missing, [], "The backup state of the Cluster Shared Volume was not read.");
    return pass("No CSV below this VM is in a backup state.", "None", [{ fact: "cluster.csvs", reading: "backupState = None" }]);
  },
  fixes(_facts, at, outcome) {
    if (at.bucket !== "W08R2") return [];
    const csvs = outcome.subject?.["csvs"];
    return (Array.isArray(csvs) ? csvs : []).map((csv) => ({
      title: `Wait 30 minutes, then look at ${csv} again`, runsOn: "cluster" as const, target: at.clusterName ?? at.hostName, shell: "powershell" as const,
      command: `Import-Module FailoverClusters\nGet-ClusterSharedVolume -Name ${quote(String(csv))} | Select-Object -ExpandProperty SharedVolumeInfo`,
      gui: [{ tool: "Failover Cluster Manager" as const, path: `Cluster Shared Volumes > ${csv}: status without Backup in progress` }],
      downtime: "none" as const, risk: { level: "low" as const, why: "The command only reads; a stale state clears by itself." },
      undo: "Nothing to undo.", proof: "The next inventory reads backupState = None outside the window.",
    }));
  },
});
