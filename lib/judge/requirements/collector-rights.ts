import { factName } from "../facts/fact-names";
import { hit, type Level, type Missing, pass } from "../outcome";
import { defineRequirement, everywhere } from "../requirement";
import type { Situation } from "../situation";

/** Facts that only an account with too few rights leaves unread, by record. */
const HOST = ["volumes", "hyperVVssWriter", "vssProviders", "supportedVmVersions", "virtualMachinesServiceLogon"] as const;
const VM = ["state", "disks", "checkpoints", "integration", "controllers", "acl", "orphanFiles", "replicationMode", "security", "checkpointType", "vmGroups"] as const;
const CLUSTER = ["csvs", "roles", "nodes", "configStoreRootPath"] as const;
const GUEST = ["osFamily", "services", "vssWriters", "volumes"] as const;

function refused<K extends string>(at: Situation, level: Level, record: Readonly<Record<K, unknown>>, facts: readonly K[], into: Missing[]): void {
  for (const fact of facts) {
    if (record[fact] !== null) continue;
    const missing = at.missing(level, fact);
    if (missing.reason === "permission-denied") into.push(missing);
  }
}

export const collectorRights = defineRequirement({
  id: "collector-rights",
  title: "The collector may read everything",
  why: "Without the rights, Windows gives an empty list instead of an error, and a dashboard would take it for good news.",
  otherwise: "What was refused stays unknown and never passes; the verdict is unknown where it could matter.",
  expected: "No fact refused",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S55"],
  part: "E",
  asks: "always",
  needs: { host: ["attempted", ...HOST], cluster: CLUSTER, vm: VM, guest: GUEST },
  rows: { unread: { when: "facts unread for want of rights", cells: everywhere("unknown") } },
  statuses: { W08R2: ["pass", "unknown"], W12: ["pass", "unknown"], W12R2: ["pass", "unknown"], "W16+": ["pass", "unknown"] },
  check({ host, cluster, vm, guest }, at) {
    const missing: Missing[] = [];
    for (const attempt of host.attempted) {
      for (const error of attempt.errors) {
        if (error.reason === "permission-denied") missing.push({ fact: `host.attempted.${attempt.section}`, reason: "permission-denied", text: error.text });
      }
    }
    refused(at, "host", host, HOST, missing);
    refused(at, "cluster", cluster, CLUSTER, missing);
    refused(at, "vm", vm, VM, missing);
    refused(at, "guest", guest, GUEST, missing);
    if (missing.length === 0) return pass("No fact of this VM was refused.", "Nothing refused", []);
    const facts = missing.map((entry) => entry.fact);
    return hit("unread", {
      because: `${missing.length} ${missing.length === 1 ? "reading was" : "readings were"} refused, the first: ${factName(facts[0] ?? "")}.`,
      observed: `${missing.length} refused`, readings: missing.map((entry) => ({ fact: entry.fact, reading: entry.text ?? "permission denied" })), missing, subject: { facts },
    });
  },
  fixes(_facts, at, outcome) {
    const facts = outcome.subject?.["facts"];
    const inGuest = Array.isArray(facts) && facts.every((fact) => String(fact).startsWith("guest."));
    const shared = { downtime: "none" as const, risk: { level: "medium" as const, why: "The account may then manage every VM of the host; keep its password apart." }, proof: "The next inventory reads the facts that were refused." };
    if (inGuest) {
      return [{ ...shared, title: "Give the collector an administrator of the guest", runsOn: "guest", target: at.vmName, shell: "none", command: null, gui: [{ tool: "Guest", path: "Computer Management > Local Users and Groups > Groups > Administrators > Add" }], undo: "Take the account out of the group." }];
    }
    const group = at.bucket === "W08R2" ? "Administrators" : "Hyper-V Administrators (to read VSS writers and file rights: Administrators)";
    const gui = [{ tool: "Hyper-V Manager" as const, path: `On ${at.hostName}: Computer Management > Local Users and Groups > Groups > ${group} > Add` }];
    const where = { title: "Let the collector run as an administrator of the host, elevated", runsOn: "host" as const, target: at.hostName, gui };
    if (at.bucket !== "W16+") return [{ ...shared, ...where, shell: "none", command: null, undo: "Take the account out of the group." }];
    return [{ ...shared, ...where, shell: "powershell", command: "Add-LocalGroupMember -SID S-1-5-32-544 -Member (Read-Host 'Account that the collector runs as')", undo: "The same line with Remove-LocalGroupMember." }];
  },
});
