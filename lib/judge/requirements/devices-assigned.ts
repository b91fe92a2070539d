import { isKnownAbsent } from "@/lib/inventory/fact";
import { type Fix, vmById } from "../fix";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const devicesAssigned = defineRequirement({
  id: "devices-assigned",
  title: "No graphics card or other device is handed to the VM",
  why: "A VM with an assigned device cannot be saved, live-migrated or clustered; what GPU partitions do to checkpoints is not documented.",
  otherwise: "The backup goes on; watch its first runs.",
  expected: "0 devices and 0 GPU partitions",
  hosts: ["W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S70", "S80"],
  part: "F",
  asks: "always",
  needs: { vm: ["assignableDevices", "gpuPartitions"] },
  rows: { assigned: { when: "a device other than storage, or a GPU partition", cells: ["n-a", "n-a", "n-a", "n-a", "info", "info"] } },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["not-applicable"], "W16+": ["pass", "info", "unknown"] },
  check({ vm }, at) {
    const missing: Missing[] = [];
    let devices = 0;
    if (vm.assignableDevices === null) {
      const why = at.missing("vm", "assignableDevices");
      if (!isKnownAbsent(why.reason)) missing.push(why);
    } else for (let index = 0; index < vm.assignableDevices.length; index++) {
      const of = vm.assignableDevices[index]?.class ?? null;
      if (of === null) missing.push(at.missing("vm", `assignableDevices[${index}].class`));
      else if (of !== "storage") devices++;
    }
    if (vm.gpuPartitions === null) {
      const why = at.missing("vm", "gpuPartitions");
      if (!isKnownAbsent(why.reason)) missing.push(why);
    }
    const partitions = vm.gpuPartitions ?? 0;
    if (devices > 0 || partitions > 0) {
      const what = [devices > 0 ? `${devices} device${devices === 1 ? "" : "s"}` : "", partitions > 0 ? `${partitions} GPU partition${partitions === 1 ? "" : "s"}` : ""].filter((part) => part !== "").join(" and ");
      return hit("assigned", {
        because: `The VM holds ${what}; it cannot be ${devices > 0 ? "saved or live-migrated" : "counted on to checkpoint"}.`,
        observed: what, readings: [{ fact: "vm.assignableDevices", reading: `${devices} other than storage` }, { fact: "vm.gpuPartitions", reading: String(vm.gpuPartitions ?? "not read") }],
        missing, subject: { devices, partitions },
      });
    }
    if (missing.length > 0) return unknown(missing, [], "Devices handed to the VM were not read.");
    return pass("No device and no GPU partition.", "0", [{ fact: "vm.assignableDevices", reading: "0 other than storage" }, { fact: "vm.gpuPartitions", reading: String(partitions) }]);
  },
  fixes(_facts, at, outcome) {
    const found: Fix[] = [];
    const vm = vmById(at.vmId);
    const shared = { runsOn: "host" as const, target: at.hostName, shell: "powershell" as const, gui: [], downtime: "vm-off" as const, risk: { level: "medium" as const, why: "Software in the guest that needs the device stops working." } };
    if (outcome.subject?.["devices"] !== 0) found.push({
      ...shared, title: "Give the devices back to the host if the VM does not need them",
      command: `${vm} | Hyper-V\\Stop-VM\n${vm} | Hyper-V\\Get-VMAssignableDevice | ForEach-Object { $_ | Hyper-V\\Remove-VMAssignableDevice; Hyper-V\\Mount-VMHostAssignableDevice -LocationPath $_.LocationPath }`,
      undo: "Dismount-VMHostAssignableDevice, then Add-VMAssignableDevice with the same location path.", proof: "The next inventory reads no assigned device.",
    });
    if (outcome.subject?.["partitions"] !== 0) found.push({
      ...shared, title: "Remove the GPU partitions if the VM does not need them",
      command: `${vm} | Hyper-V\\Stop-VM\n${vm} | Hyper-V\\Get-VMGpuPartitionAdapter | Hyper-V\\Remove-VMGpuPartitionAdapter`,
      undo: "Add-VMGpuPartitionAdapter", proof: "The next inventory reads gpuPartitions = 0.",
    });
    return found;
  },
});
