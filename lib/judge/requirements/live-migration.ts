import { isKnownAbsent } from "@/lib/inventory/fact";
import { meaningOf } from "../facts/operational-status";
import { inBackupWindow, momentOf } from "../facts/backup-window";
import { hit, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const liveMigration = defineRequirement({
  id: "live-migration",
  title: "The VM does not migrate during its backup",
  why: "A migration in the middle of a backup may break it, leave a checkpoint behind, or make the next increment a full backup.",
  otherwise: "The backup of that night may fail and is tried again; a migration that hangs is an operation that hangs.",
  expected: "No migration inside the backup window",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S1", "S41", "S43"],
  part: "F",
  asks: "always",
  needs: { host: ["isClusterNode"], vm: ["secondaryOperational"] },
  rows: {
    inWindow: { when: "migrates inside the backup window", cells: ["warn", "warn", "warn", "warn", "warn", "warn"] },
    noWindow: { when: "migrates, no window is known", cells: ["info", "info", "info", "info", "info", "info"] },
  },
  statuses: {
    W08R2: ["pass", "warning", "info", "unknown", "not-applicable"], W12: ["pass", "warning", "info", "unknown", "not-applicable"],
    W12R2: ["pass", "warning", "info", "unknown", "not-applicable"], "W16+": ["pass", "warning", "info", "unknown", "not-applicable"],
  },
  check({ host, vm }, at) {
    if (host.isClusterNode === false) return notApplicable(`${at.hostName} is no cluster node.`);
    const operation = vm.secondaryOperational;
    if (operation === null) {
      const gap = at.missing("vm", "secondaryOperational");
      if (!isKnownAbsent(gap.reason)) return unknown([gap], [], "The operation under way was not read.");
    }
    const readings = [{ fact: "vm.secondaryOperational", reading: operation ?? "empty" }];
    if (operation !== null && meaningOf(operation) === null) return unknown([{ ...at.missing("vm", "secondaryOperational"), reason: "ambiguous", text: operation }], [], `The operation under way reads ${operation}, which no list settles.`, readings);
    if (operation?.startsWith("Migrating") !== true) return pass("The VM does not migrate.", operation ?? "No operation", readings);
    const inside = inBackupWindow(at.settings.backupWindow, momentOf(at.readAt, at.now));
    if (inside === false) return pass("The VM migrates outside the backup window.", operation, readings);
    const because = inside === true ? "The VM migrates inside the backup window; its backup may fail." : "The VM migrates; the policy names no backup window to compare with.";
    return hit(inside === true ? "inWindow" : "noWindow", { because, observed: operation, readings });
  },
  fixes(_facts, at, outcome) {
    if (outcome.hits.includes("noWindow")) return [];
    return [{
      title: "Let the migration end, then run the backup again", runsOn: "management-server", target: "the backup product's server", shell: "none", command: null,
      gui: [{ tool: "Failover Cluster Manager", path: `Roles > ${at.vmName}: wait for the end of Live Migrating` }],
      downtime: "none", risk: { level: "low", why: "Nothing is changed but when the job runs." },
      undo: "Nothing to undo.", proof: "The next inventory reads no migration inside the backup window.",
    }];
  },
});
