import { quote, vmById } from "../fix";
import { hit, pass, unknown } from "../outcome";
import { defineRequirement, everywhere } from "../requirement";

export const vmUniqueId = defineRequirement({
  id: "vm-unique-id",
  title: "The VM's name is its own and has no slash",
  why: "Hyper-V lets several VMs share a name, and a tool that chooses by name can hit the wrong one.",
  otherwise: "The quality of the backup is not guaranteed where jobs choose VMs by name.",
  expected: "One VM of this name on the host, no / in it",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S41", "S47"],
  part: "F",
  asks: "always",
  needs: { vm: ["id", "name"] },
  rows: {
    duplicate: { when: "another VM of the host has the same name", cells: everywhere("warn") },
    slash: { when: "the name contains /", cells: everywhere("warn") },
  },
  statuses: { W08R2: ["pass", "warning", "unknown"], W12: ["pass", "warning", "unknown"], W12R2: ["pass", "warning", "unknown"], "W16+": ["pass", "warning", "unknown"] },
  check({ vm }, at) {
    const same = at.neighbours.sameName;
    const readings = [{ fact: "vm.name", reading: vm.name }];
    const slash = vm.name.includes("/");
    if (same > 1) return hit(slash ? ["duplicate", "slash"] : "duplicate", { because: `${same} VMs on ${at.hostName} have this name.`, observed: `${same} VMs`, readings });
    if (slash) return hit("slash", { because: "The name has a slash, which at least one backup product cannot handle.", observed: vm.name, readings });
    if (vm.id === null) return unknown([at.missing("vm", "id")], [], "The id of this VM was not read; only its name tells it apart.", readings);
    return pass("One VM on the host has this name.", "1 VM", readings);
  },
  fixes({ vm }, at) {
    const plain = `${vm.name.replaceAll("/", "-")} ${(vm.id ?? "").slice(0, 8)}`.trim();
    const shared = {
      title: "Rename the VM", runsOn: "host" as const, target: at.hostName, downtime: "none" as const,
      gui: [{ tool: "Hyper-V Manager" as const, path: `The VM with id ${vm.id ?? "not read"} > Rename` }],
      risk: { level: "low" as const, why: "Backup jobs and scripts that choose by the old name must be pointed to the new one." },
      undo: "Rename it back.", proof: "The next inventory reads a name that no other VM of the host has.",
    };
    if (at.bucket === "W08R2") return [{ ...shared, shell: "none", command: null }];
    return [{ ...shared, shell: "powershell", command: `${vmById(at.vmId)} | Hyper-V\\Rename-VM -NewName ${quote(plain)}` }];
  },
});
