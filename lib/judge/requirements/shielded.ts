import { isKnownAbsent } from "@/lib/inventory/fact";
import { guestFix } from "../guest-fix";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

function word(value: boolean | null): string {
  return value === null ? "not read" : value ? "yes" : "no";
}

export const shielded = defineRequirement({
  id: "shielded",
  title: "The VM is not shielded and has no key storage drive",
  why: "Data exchange and PowerShell Direct are blocked in a shielded VM, so guest facts must come by WinRM or as a file. Some products cannot process the applications in it.",
  otherwise: "The verdict does not change, but a restore works on the same guarded fabric only.",
  expected: "Not shielded, no key storage drive",
  hosts: ["W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S9", "S35", "S68"],
  part: "F",
  asks: "always",
  needs: { vm: ["security"] },
  rows: {
    shielded: { when: "shielded", cells: ["n-a", "n-a", "n-a", "n-a", "info", "info"] },
    keyStorage: { when: "not shielded, with a key storage drive", cells: ["n-a", "n-a", "n-a", "n-a", "info", "info"] },
  },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["not-applicable"], "W16+": ["pass", "info", "unknown"] },
  check({ vm }, at) {
    const { security } = vm;
    if (security === null) {
      const unread = at.missing("vm", "security");
      if (isKnownAbsent(unread.reason)) return pass("This VM has no security settings.", "None", [{ fact: "vm.security", reading: unread.reason }]);
      return unknown([unread], [], "The security settings of this VM were not read.");
    }
    const readings = [{ fact: "vm.security", reading: `shielded ${word(security.shielded)}, key storage drive ${word(security.keyStorageDrive)}` }];
    if (security.shielded === true) return hit("shielded", { because: "The VM is shielded: guest facts come by WinRM or file only, restore on the same guarded fabric.", observed: "Shielded", readings });
    const missing: Missing[] = [];
    for (const fact of ["shielded", "keyStorageDrive"] as const) {
      if (security[fact] !== null) continue;
      const unread = at.missing("vm", `security.${fact}`);
      if (!isKnownAbsent(unread.reason)) missing.push(unread);
    }
    if (security.keyStorageDrive === true) return hit("keyStorage", { because: "The VM has a key storage drive; the product must support it.", observed: "Key storage drive", readings, missing });
    if (missing.length > 0) return unknown(missing, [], "Whether the VM is shielded or has a key storage drive was not read.", readings);
    return pass("The VM is not shielded and has no key storage drive.", "Not shielded", readings);
  },
  fixes(_facts, at, outcome) {
    if (!outcome.hits.includes("shielded")) return [];
    return [guestFix(at, {
      title: "Let the guest give its facts by WinRM or as a file", command: "Enable-PSRemoting -Force",
      gui: [{ tool: "Guest", path: "Task Scheduler > a task that writes the guest's facts to the share that the collector reads" }],
      downtime: "none", risk: { level: "medium", why: "WinRM opens the guest to remote administration; limit it to the collector's address." },
      undo: "Disable-PSRemoting -Force", proof: "The next inventory reads guest facts with evidence winrm or file.",
    })];
  },
});
