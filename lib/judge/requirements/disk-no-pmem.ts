import { isKnownAbsent } from "@/lib/inventory/fact";
import { diskName, isPmem } from "../facts/chain";
import { vmById } from "../fix";
import { backUpInGuest } from "../fixes/agent";
import { hit, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const diskNoPmem = defineRequirement({
  id: "disk-no-pmem",
  title: "No virtual persistent memory is attached",
  why: "Production checkpoints do not include the state of persistent memory.",
  otherwise: "The data in persistent memory is left out of the backup; with a product that does not support it the backup fails.",
  expected: "0 persistent memory devices",
  hosts: ["W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S69", "S35", "S48"],
  part: "D",
  asks: "always",
  needs: { vm: ["controllers", "disks"] },
  rows: {
    outside: { when: "product supports persistent memory: unknown or yes", cells: ["n-a", "n-a", "n-a", "n-a", "partial", "partial"] },
    refused: { when: "product supports persistent memory: no", cells: ["n-a", "n-a", "n-a", "n-a", "will-fail", "will-fail"] },
  },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["not-applicable"], "W16+": ["pass", "fail", "unknown"] },
  check({ vm }, at) {
    const row = at.product.supportsPmem === "no" ? "refused" : "outside";
    const found: string[] = [];
    if (vm.disks !== null) for (let index = 0; index < vm.disks.length; index++) {
      const disk = vm.disks[index];
      if (disk !== undefined && isPmem(disk) === true) found.push(diskName(disk, index));
    }
    const controllers = vm.controllers?.pmem ?? null;
    if (found.length > 0 || (controllers ?? 0) > 0) {
      const observed = found.length > 0 ? found.join(", ") : `${controllers ?? 0} controller${controllers === 1 ? "" : "s"}`;
      return hit(row, {
        because: `Persistent memory is attached (${observed}); ${row === "refused" ? "the product cannot back it up" : "it is not in the backup"}.`,
        observed, readings: found.length > 0 ? [{ fact: "vm.disks", reading: `PMEM: ${observed}` }] : [{ fact: "vm.controllers", reading: `pmem = ${controllers ?? 0}` }],
      });
    }
    if (controllers === null) {
      const missing = at.missing("vm", vm.controllers === null ? "controllers" : "controllers.pmem");
      if (!isKnownAbsent(missing.reason)) return unknown([missing], [row], "Whether the VM has persistent memory was not read.");
    }
    return pass("The VM has no persistent memory.", "0", [{ fact: "vm.controllers", reading: "pmem = 0" }]);
  },
  fixes(_facts, at) {
    const vm = vmById(at.vmId);
    return [{
      title: "Move the data to a VHDX, then detach the persistent memory",
      runsOn: "host", target: at.hostName, shell: "powershell",
      command: `${vm} | Hyper-V\\Stop-VM\n${vm} | Hyper-V\\Get-VMHardDiskDrive | Where-Object ControllerType -eq PMEM | Hyper-V\\Remove-VMHardDiskDrive\n${vm} | Hyper-V\\Start-VM`,
      gui: [], downtime: "vm-off", risk: { level: "high", why: "The guest loses the device; copy its data to a virtual disk first. The .vhdpmem file stays." },
      undo: "Add-VMHardDiskDrive with -ControllerType PMEM and the same file.", proof: "The next inventory reads controllers.pmem = 0.",
    }, backUpInGuest(at.vmName, "the data in persistent memory")];
  },
});
