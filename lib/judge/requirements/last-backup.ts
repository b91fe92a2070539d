import { isKnownAbsent } from "@/lib/inventory/fact";
import { minuteOf } from "../facts/minute";
import { hit, notApplicable, type Outcome, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

const HOUR = 3_600_000;
/** Clocks of host and judge may differ by so many hours before a time counts as in the future. */
export const AHEAD_HOURS = 24;
/** WMI writes a date that was never set as 1601. */
const NEVER_BEFORE = Date.parse("2000-01-01T00:00:00Z");

function never(expected: string): Outcome {
  return hit("none", { because: "No successful backup is recorded; some products record none.", observed: "None recorded", expected, readings: [{ fact: "vm.lastSuccessfulBackupTime", reading: "empty" }] });
}

export const lastBackup = defineRequirement({
  id: "last-backup",
  title: "A backup of the VM has succeeded lately",
  why: "The other requirements say what can work; this one whether it did.",
  otherwise: "A warning: no recent backup is recorded. A recent one never betters the verdict.",
  expected: "LastSuccessfulBackupTime not older than lastBackupMaxHours",
  hosts: ["W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S71"],
  part: "F",
  asks: "always",
  needs: { vm: ["lastSuccessfulBackupTime"] },
  rows: {
    old: { when: "older than lastBackupMaxHours", cells: ["n-a", "warn", "warn", "warn", "warn", "warn"] },
    none: { when: "read, and none is recorded", cells: ["n-a", "warn", "warn", "warn", "warn", "warn"] },
  },
  statuses: { W08R2: ["not-applicable"], W12: ["pass", "warning", "unknown", "not-applicable"], W12R2: ["pass", "warning", "unknown", "not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"] },
  check({ vm }, at) {
    const limit = at.settings.lastBackupMaxHours;
    if (limit === null) return notApplicable("The policy sets no age for the last backup.");
    const expected = `Not older than ${limit} h`;
    const time = vm.lastSuccessfulBackupTime;
    if (time === null) {
      const unread = at.missing("vm", "lastSuccessfulBackupTime");
      return isKnownAbsent(unread.reason) ? never(expected) : unknown([unread], [], "The time of the last successful backup was not read.");
    }
    const at0 = Date.parse(time);
    const readings = [{ fact: "vm.lastSuccessfulBackupTime", reading: time }];
    if (Number.isNaN(at0) || at0 > at.now + AHEAD_HOURS * HOUR) return unknown([{ fact: "vm.lastSuccessfulBackupTime", reason: "ambiguous", text: time }], [], `The time of the last backup reads ${time}, which is no past time.`, readings);
    if (at0 < NEVER_BEFORE) return never(expected);
    const hours = Math.max(0, (at.now - at0) / HOUR);
    const ended = minuteOf(at0);
    if (hours > limit) return hit("old", { because: `The last successful backup ended on ${ended}; the limit is ${limit} h.`, observed: ended, expected, readings });
    return pass(`The last successful backup ended on ${ended}.`, ended, readings);
  },
  fixes(_facts, at) {
    const id = at.vmId ?? "";
    return [{
      title: "Run the backup job of this VM and read its log", runsOn: "host", target: at.hostName, readOnly: true,
      shell: "powershell", command: `Get-CimInstance -Namespace root/virtualization/v2 -ClassName Msvm_ComputerSystem -Filter "Name='${/^[0-9a-f-]{36}$/.test(id) ? id : "<VM id was not read>"}'" |\n  Select-Object ElementName, LastSuccessfulBackupTime`,
      gui: [], downtime: "none", risk: { level: "low", why: "The command reads only." }, undo: "Nothing to undo.",
      proof: "The next inventory reads a LastSuccessfulBackupTime inside the limit.",
    }];
  },
});
