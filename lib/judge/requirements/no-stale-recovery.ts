import { kindMissing } from "../facts/checkpoint-kinds";
import { minuteOf } from "../facts/minute";
import { vmById } from "../fix";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

const HOUR = 3_600_000;

export const noStaleRecovery = defineRequirement({
  id: "no-stale-recovery",
  title: "No recovery checkpoint of an old backup is left",
  why: "A backup that failed, or was moved while it ran, leaves its checkpoint behind; Hyper-V Manager cannot delete it.",
  otherwise: "Its file grows on the volume; a product that refuses a second recovery checkpoint fails.",
  expected: "No recovery checkpoint older than the backup",
  hosts: ["W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S27", "S28", "S42", "S43", "S41"],
  part: "A",
  asks: "always",
  needs: { vm: ["checkpoints", "version", "incrementalBackupEnabled"] },
  rows: {
    refused: { when: "product refuses a second recovery checkpoint: yes", cells: ["n-a", "n-a", "will-fail", "will-fail", "will-fail", "will-fail"] },
    stale: { when: "product refuses a second recovery checkpoint: no or unknown", cells: ["n-a", "n-a", "warn", "warn", "warn", "warn"] },
    kept: { when: "kept on purpose: version 4.0 or 5.0 with incremental backup", cells: ["n-a", "n-a", "info", "info", "info", "info"] },
  },
  statuses: {
    W08R2: ["not-applicable"], W12: ["not-applicable"],
    W12R2: ["pass", "fail", "warning", "info", "unknown"], "W16+": ["pass", "fail", "warning", "info", "unknown"],
  },
  check({ vm }, at) {
    const row = at.product.refusesStaleRecovery === "yes" ? "refused" : "stale";
    const open = row === "refused" ? ["refused"] : [];
    if (vm.checkpoints === null) return unknown([at.missing("vm", "checkpoints")], open, "The checkpoints of this VM were not read.");
    const missing: Missing[] = [];
    let stale = 0;
    let fresh = 0;
    let oldest = Infinity;
    for (let index = 0; index < vm.checkpoints.length; index++) {
      const checkpoint = vm.checkpoints[index];
      if (checkpoint === undefined) continue;
      const gap = kindMissing(checkpoint.type, index, at);
      if (gap !== null) missing.push(gap);
      else if (checkpoint.type === "Recovery") {
        const created = checkpoint.createdAt === null ? Number.NaN : Date.parse(checkpoint.createdAt);
        const hours = (at.now - created) / HOUR;
        if (Number.isNaN(hours)) missing.push(at.missing("vm", `checkpoints[${index}].createdAt`));
        else if (hours >= at.settings.recoveryCheckpointWarnHours) {
          stale++;
          if (created < oldest) oldest = created;
        } else fresh++;
      }
    }
    const from = stale === 0 ? "" : minuteOf(oldest);
    const readings = [{ fact: "vm.checkpoints", reading: `${stale + fresh} of type Recovery${stale > 0 ? `, oldest from ${from}` : ""}` }];
    if (stale > 0) {
      const counted = stale === 1 ? `1 recovery checkpoint from ${from}` : `${stale} recovery checkpoints, the oldest from ${from}`;
      const old = vm.version === null ? null : vm.version === "4.0" || vm.version === "5.0";
      const kept = old === false ? false : old === null ? (vm.incrementalBackupEnabled === false ? false : null) : vm.incrementalBackupEnabled;
      if (stale === 1 && kept === null) {
        const facts = old === null ? [at.missing("vm", "version")] : [];
        if (vm.incrementalBackupEnabled === null) facts.push(at.missing("vm", "incrementalBackupEnabled"));
        return unknown([...facts, ...missing], open, `${counted}; whether it is kept on purpose was not read.`, readings);
      }
      if (stale === 1 && kept === true) {
        return hit("kept", {
          because: `${counted}, kept on purpose by incremental backup (version ${vm.version ?? ""}).`,
          observed: `1, from ${from}`, readings, missing, open: missing.length > 0 ? open : [],
        });
      }
      return hit(row, {
        because: `${counted}; a backup left ${stale === 1 ? "it" : "them"} behind.`, observed: `${stale}, ${stale === 1 ? "" : "oldest "}from ${from}`, readings,
        high: (at.now - oldest) / HOUR >= at.settings.recoveryCheckpointHighHours, missing,
      });
    }
    if (missing.length > 0) return unknown(missing, open, `Kind or time of ${missing.length} of ${vm.checkpoints.length} checkpoints was not read.`, readings);
    return pass(fresh > 0 ? `${fresh} recovery checkpoint${fresh === 1 ? "" : "s"} younger than ${at.settings.recoveryCheckpointWarnHours} hours; a backup may be running.` : "No recovery checkpoint is left.", `${fresh} recent`, readings);
  },
  fixes(_facts, at, outcome) {
    if (outcome.hits.includes("kept")) return [];
    return [{
      title: "Check that no backup runs, then delete the recovery checkpoint",
      runsOn: "host", target: at.hostName, shell: "powershell",
      command: `${vmById(at.vmId)} | Hyper-V\\Get-VMSnapshot | Where-Object SnapshotType -eq Recovery | Hyper-V\\Remove-VMSnapshot`,
      gui: [], downtime: "none", risk: { level: "medium", why: "The merge runs live, writes as much as the file holds and needs room; under a running backup it breaks that backup." },
      destroysData: "The point in time that the old backup used is gone; the running VM keeps all its data.",
      undo: "None.", proof: "The next inventory reads no checkpoint of type Recovery.",
    }];
  },
});
