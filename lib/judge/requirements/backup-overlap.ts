import { isKnownAbsent } from "@/lib/inventory/fact";
import { isBackingUp } from "../facts/backing-up";
import { hit, type Missing, pass, type Reading, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

/** States 2 to 5 of a VSS writer: it waits within a snapshot [S60]. */
function waits(state: number | null): boolean {
  return state !== null && state >= 2 && state <= 5;
}

export const backupOverlap = defineRequirement({
  id: "backup-overlap",
  title: "Backups on the host do not overlap",
  why: "VSS operations that overlap end in failed or timed-out writers.",
  otherwise: "Backups of this host fail now and then; staggered jobs do not.",
  expected: "Fewer VMs in backup than overlapMax, no writer of the host waiting",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S25"],
  part: "F",
  asks: "always",
  needs: { host: ["vssWriters", "hyperVVssWriter"], vm: ["operational", "secondaryOperational"] },
  rows: { overlap: { when: "overlapMax or more VMs in backup, or a writer of the host waits", cells: ["warn", "warn", "warn", "warn", "warn", "warn"], unconfirmed: true } },
  statuses: { W08R2: ["pass", "warning", "unknown"], W12: ["pass", "warning", "unknown"], W12R2: ["pass", "warning", "unknown"], "W16+": ["pass", "warning", "unknown"] },
  check({ host, vm }, at) {
    const own = isBackingUp(vm) ? 1 : 0;
    const running = Math.max(at.neighbours.backingUp, own);
    const vms = `${running} ${running === 1 ? "VM" : "VMs"} of ${at.hostName}`;
    const readings: Reading[] = [{ fact: "vm.secondaryOperational", reading: `${vms} in backup` }];
    const missing: Missing[] = [];
    if (vm.secondaryOperational === null) {
      const gap = at.missing("vm", "secondaryOperational");
      if (!isKnownAbsent(gap.reason)) missing.push(gap);
    }
    let waiting = 0;
    if (host.vssWriters !== null) {
      for (let index = 0; index < host.vssWriters.length; index++) {
        const state = host.vssWriters[index]?.state ?? null;
        if (waits(state)) waiting++;
        else if (state === null) missing.push(at.missing("host", `vssWriters[${index}].state`));
      }
    } else if (waits(host.hyperVVssWriter?.state ?? null)) waiting = 1;
    else if (host.hyperVVssWriter === null) missing.push(at.missing("host", "vssWriters"));
    if (waiting > 0) readings.push({ fact: "host.vssWriters", reading: `${waiting} in state 2 to 5` });
    const many = running >= at.settings.overlapMax;
    if (many || waiting > 0) {
      const because = many ? `${vms} ${running === 1 ? "is" : "are"} in backup at once; the policy allows fewer than ${at.settings.overlapMax}.` : `${waiting} VSS ${waiting === 1 ? "writer" : "writers"} of ${at.hostName} ${waiting === 1 ? "waits" : "wait"} in a snapshot.`;
      return hit("overlap", { because, observed: `${running} in backup, ${waiting} waiting`, readings, missing });
    }
    if (missing.length > 0) return unknown(missing, [], "Whether backups of this host overlap was not read whole.", readings);
    return pass(`${vms} ${running === 1 ? "is" : "are"} in backup, no writer waits.`, `${running} in backup`, readings);
  },
  fixes(_facts, at) {
    return [{
      title: "Spread the backup jobs of this host over the window", runsOn: "management-server", target: "the backup product's server", shell: "none", command: null,
      gui: [], downtime: "none", risk: { level: "low", why: "Only the start times of jobs change." },
      undo: "Set the old start times.", proof: `The next inventory reads fewer than ${at.settings.overlapMax} VMs of the host in backup and no waiting writer.`,
    }];
  },
});
