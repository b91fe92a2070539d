import { diskName, isVhdSet } from "../facts/chain";
import type { Fix } from "../fix";
import { backUpInGuest } from "../fixes/agent";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const diskVhdsetReady = defineRequirement({
  id: "disk-vhdset-ready",
  title: "Every VHD Set is online with one owner and is no CSV in the guests",
  why: "The host asks the guest cluster to freeze the shared disk; it can do so only for a clustered disk with exactly one owner.",
  otherwise: "The backup fails: 32768 cluster not queryable, 32770 used as a CSV, 32775 owner missing or disk offline. 2012 R2 does not support VHD Sets at all.",
  expected: "Clustered, online, owned once, not active on several nodes",
  hosts: ["W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S24", "S44", "S47"],
  part: "A",
  asks: "always",
  needs: { vm: ["disks"] },
  rows: { notReady: { when: "a VHD Set that is not ready (2012 R2: any VHD Set)", cells: ["n-a", "n-a", "will-fail", "will-fail", "will-fail", "will-fail"] } },
  statuses: {
    W08R2: ["not-applicable"], W12: ["not-applicable"],
    W12R2: ["fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"],
  },
  check({ vm }, at) {
    if (vm.disks === null) return unknown([at.missing("vm", "disks")], ["notReady"], "The disks of this VM were not read.");
    const faults: string[] = [];
    const causes: string[] = [];
    const missing: Missing[] = [];
    let sets = 0;
    for (let index = 0; index < vm.disks.length; index++) {
      const disk = vm.disks[index];
      if (disk === undefined) continue;
      const set = isVhdSet(disk);
      if (set === null) missing.push(at.missing("vm", `disks[${index}].kind`));
      if (set !== true) continue;
      sets++;
      const name = diskName(disk, index);
      const of = disk.guestCluster;
      if (at.bucket === "W12R2") {
        faults.push(`${name} is a VHD Set`);
        causes.push("release");
      } else if (of === null) missing.push(at.missing("vm", `disks[${index}].guestCluster`));
      else {
        if (of.activeActive === true) { faults.push(`${name} is a CSV in the guests (32770)`); causes.push("csv"); }
        if (of.clustered === false) { faults.push(`${name} is not clustered (32768)`); causes.push("service"); }
        if (of.online === false) { faults.push(`${name} is offline (32775)`); causes.push("offline"); }
        if (of.ownedOnce === false) { faults.push(`${name} has not exactly one owner (32775)`); causes.push("owner"); }
        if (of.activeActive === null) missing.push(at.missing("vm", `disks[${index}].guestCluster.activeActive`));
        if (of.clustered === null) missing.push(at.missing("vm", `disks[${index}].guestCluster.clustered`));
        if (of.online === null) missing.push(at.missing("vm", `disks[${index}].guestCluster.online`));
        if (of.ownedOnce === null) missing.push(at.missing("vm", `disks[${index}].guestCluster.ownedOnce`));
      }
    }
    const first = faults[0];
    if (first !== undefined) {
      return hit("notReady", {
        because: at.bucket === "W12R2" ? `${first}; ${at.release} does not support VHD Sets.` : `${first}${faults.length > 1 ? ` and ${faults.length - 1} more` : ""}; the backup fails.`,
        observed: faults.join("; "), readings: [{ fact: "vm.disks", reading: faults.join("; ") }],
        missing, open: missing.length > 0 ? ["notReady"] : [], subject: { causes },
      });
    }
    if (missing.length > 0) {
      return unknown(missing, ["notReady"], sets > 0 ? `What the guest cluster says of ${sets} VHD Set${sets === 1 ? "" : "s"} was not read.` : "Whether a disk is a VHD Set was not read.");
    }
    if (sets === 0) return notApplicable("No VHD Set is attached.");
    return pass(`${sets} VHD Set${sets === 1 ? " is" : "s are"} online with one owner.`, "ready", [{ fact: "vm.disks", reading: "guestCluster: clustered, online, owned once, not active-active" }]);
  },
  fixes(_facts, at, outcome) {
    const causes = outcome.subject?.["causes"];
    const has = (cause: string) => Array.isArray(causes) && causes.includes(cause);
    if (at.bucket !== "W16+") return [backUpInGuest(at.vmName, "the shared disk")];
    const shared = { runsOn: "guest" as const, target: at.vmName, undo: "Put the disk back as it was in Failover Cluster Manager of the guest cluster." };
    const found: Fix[] = [];
    if (has("csv")) found.push({
      ...shared, title: "Take the disk out of the guest cluster's CSVs", shell: "none", command: null,
      gui: [{ tool: "Guest", path: "Failover Cluster Manager > Storage > Disks > the disk > Remove from Cluster Shared Volumes" }],
      downtime: "project", risk: { level: "medium", why: "Roles that use the CSV path stop; move their data to a drive letter of the disk first." },
      proof: "The next inventory reads guestCluster.activeActive = false.",
    });
    if (has("service")) found.push({
      ...shared, title: "Start the cluster service in every guest", shell: "powershell", command: "Start-Service -Name ClusSvc",
      gui: [{ tool: "Guest", path: "Failover Cluster Manager > Nodes > the node > More Actions > Start Cluster Service" }],
      downtime: "none", risk: { level: "low", why: "The node joins its cluster; roles may move back to it." },
      undo: "Stop-Service -Name ClusSvc", proof: "The next inventory reads guestCluster.clustered = true.",
    });
    if (has("offline") || has("owner")) found.push({
      ...shared, title: "Bring the shared disk online with one owner", shell: "powershell",
      command: "Get-ClusterResource | Where-Object { $_.ResourceType -eq 'Physical Disk' -and $_.State -ne 'Online' } | Start-ClusterResource",
      gui: [{ tool: "Guest", path: "Failover Cluster Manager > Storage > Disks > the disk > Bring Online" }],
      downtime: "none", risk: { level: "low", why: "Only disks that are not online are started." },
      proof: "The next inventory reads guestCluster.online = true and ownedOnce = true.",
    });
    return found;
  },
});
