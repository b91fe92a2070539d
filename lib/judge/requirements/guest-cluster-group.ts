import { isKnownAbsent } from "@/lib/inventory/fact";
import { isVhdSet } from "../facts/chain";
import { type Fix, quote, vmById } from "../fix";
import { hit, type Missing, notApplicable, pass, type Reading, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

const COLLECTION = "VMCollectionType";

export const guestClusterGroup = defineRequirement({
  id: "guest-cluster-group",
  title: "A VM on a VHD Set is in exactly one VM group, on a cluster with its store set",
  why: "The checkpoint of a guest cluster is taken of the VM group; on a cluster the group needs ConfigStoreRootPath.",
  otherwise: "The backup fails with a failed checkpoint on the collection unless the product makes the group itself.",
  expected: "1 group of type VMCollectionType; ConfigStoreRootPath set on a cluster",
  hosts: ["W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S24", "S44", "S75"],
  part: "B",
  asks: "always",
  needs: { vm: ["disks", "vmGroups"], host: ["isClusterNode"], cluster: ["configStoreRootPath"] },
  rows: { noGroup: { when: "VHD Set attached; not in one VM group, or the cluster's store is not set", cells: ["n-a", "n-a", "n-a", "n-a", "live-unverified", "live-unverified"] } },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"] },
  check({ vm, host, cluster }, at) {
    if (vm.disks === null) return unknown([at.missing("vm", "disks")], ["noGroup"], "The disks of this VM were not read.");
    const missing: Missing[] = [];
    let sets = 0;
    for (let index = 0; index < vm.disks.length; index++) {
      const disk = vm.disks[index];
      const set = disk === undefined ? false : isVhdSet(disk);
      if (set === true) sets++;
      else if (set === null) missing.push(at.missing("vm", `disks[${index}].kind`));
    }
    if (sets === 0) {
      return missing.length > 0 ? unknown(missing, ["noGroup"], "Whether a disk is a VHD Set was not read.") : notApplicable("No VHD Set is attached.");
    }
    missing.length = 0;
    const faults: string[] = [];
    const causes: string[] = [];
    const readings: Reading[] = [];
    let groups = 0;
    let unreadTypes = 0;
    if (vm.vmGroups === null) {
      const why = at.missing("vm", "vmGroups");
      if (!isKnownAbsent(why.reason)) missing.push(why);
    } else for (let index = 0; index < vm.vmGroups.length; index++) {
      const type = vm.vmGroups[index]?.type ?? null;
      if (type === COLLECTION) groups++;
      else if (type !== "ManagementCollectionType") {
        unreadTypes++;
        missing.push(at.missing("vm", `vmGroups[${index}].type`));
      }
    }
    const groupsRead = vm.vmGroups !== null || missing.length === 0;
    if (groupsRead) readings.push({ fact: "vm.vmGroups", reading: `${groups} of type ${COLLECTION}` });
    if (groups > 1 || (groups === 0 && groupsRead && unreadTypes === 0)) {
      faults.push(groups === 0 ? "the VM is in no VM group" : `the VM is in ${groups} VM groups`);
      causes.push(groups === 0 ? "no-group" : "groups");
    }
    const store = cluster.configStoreRootPath;
    if ((store === null || store === "") && host.isClusterNode !== false) {
      const why = at.missing("cluster", "configStoreRootPath");
      if (host.isClusterNode === null) missing.push(at.missing("host", "isClusterNode"));
      else if (store === "" || why.reason === "empty") {
        faults.push("ConfigStoreRootPath is not set");
        causes.push("store");
        readings.push({ fact: "cluster.configStoreRootPath", reading: "empty" });
      } else missing.push(why);
    } else if (store !== null && store !== "") readings.push({ fact: "cluster.configStoreRootPath", reading: store });
    if (faults.length > 0) {
      const what = faults.join(" and ");
      return hit("noGroup", {
        because: `VHD Set attached, but ${what}.`, observed: what, readings,
        missing, open: missing.length > 0 ? ["noGroup"] : [], subject: { causes },
      });
    }
    if (missing.length > 0) return unknown(missing, ["noGroup"], "VM groups or the cluster's store for them were not read.", readings);
    return pass("The VM is in one VM group.", "1 group", readings);
  },
  fixes(_facts, at, outcome) {
    const causes = outcome.subject?.["causes"];
    const has = (cause: string) => Array.isArray(causes) && causes.includes(cause);
    const found: Fix[] = [];
    if (has("no-group")) found.push({
      title: "Put all VMs of the guest cluster into one VM group", runsOn: "host", target: at.hostName, shell: "powershell",
      command: `Hyper-V\\New-VMGroup -Name 'Guest cluster' -GroupType ${COLLECTION}\nHyper-V\\Add-VMGroupMember -Name 'Guest cluster' -VM (${vmById(at.vmId)})`,
      gui: [], downtime: "none", risk: { level: "low", why: "A group is only a name; run the second line for every VM of the guest cluster." },
      undo: "Remove-VMGroupMember, then Remove-VMGroup.", proof: `The next inventory reads one group of type ${COLLECTION} for this VM.`,
    });
    if (has("groups")) found.push({
      title: "Leave the VM in one VM group only", runsOn: "host", target: at.hostName, shell: "powershell",
      command: `${vmById(at.vmId)} | ForEach-Object { $vm = $_; $vm.Groups | Where-Object GroupType -eq ${COLLECTION} | Select-Object -Skip 1 |\n  ForEach-Object { Hyper-V\\Remove-VMGroupMember -VMGroup $_ -VM $vm } }`,
      gui: [], downtime: "none", risk: { level: "medium", why: "The first group in the list stays; check that it is the one of the guest cluster." },
      undo: "Add-VMGroupMember with the name of the group.", proof: `The next inventory reads one group of type ${COLLECTION} for this VM.`,
    });
    if (has("store")) {
      const csv = at.files?.find((file) => file.csv !== null && file.csv.volumePath !== null)?.csv?.volumePath ?? "C:\\ClusterStorage\\Volume1";
      found.push({
        title: "Set the cluster's store for VM groups", runsOn: "cluster", target: at.clusterName ?? at.hostName, shell: "powershell",
        command: `Get-ClusterResource -Name 'Virtual Machine Cluster WMI' | Set-ClusterParameter -Name ConfigStoreRootPath -Value ${quote(`${csv}\\Hyper-V`)}`,
        gui: [], downtime: "none", risk: { level: "medium", why: "The path can be set once and cannot be changed later; choose the CSV with care." },
        undo: "None: the value cannot be changed once it is set.", proof: "The next inventory reads ConfigStoreRootPath.",
      });
    }
    return found;
  },
});
