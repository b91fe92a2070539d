import { isKnownAbsent } from "@/lib/inventory/fact";
import { type Fix, quote, vmById } from "../fix";
import { backUpInGuest } from "../fixes/agent";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

const OTHER_CLASSES: readonly string[] = ["gpu", "network", "other"];

export const ddaStorage = defineRequirement({
  id: "dda-storage",
  title: "No storage device is handed to the VM",
  why: "With Discrete Device Assignment the guest owns the whole device; its data lies outside any VHDX.",
  otherwise: "The data on the device is left out of the backup.",
  expected: "0 storage devices assigned",
  hosts: ["W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S70", "S80"],
  part: "D",
  asks: "always",
  needs: { vm: ["assignableDevices"] },
  rows: { outside: { when: "a storage device is assigned", cells: ["n-a", "n-a", "n-a", "n-a", "partial", "partial"] } },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["not-applicable"], "W16+": ["pass", "fail", "unknown"] },
  check({ vm }, at) {
    if (vm.assignableDevices === null) {
      const why = at.missing("vm", "assignableDevices");
      if (!isKnownAbsent(why.reason)) return unknown([why], ["outside"], "Devices assigned to the VM were not read.");
      return pass("No device is assigned to the VM.", "0", [{ fact: "vm.assignableDevices", reading: "none" }]);
    }
    const storage: string[] = [];
    const missing: Missing[] = [];
    for (let index = 0; index < vm.assignableDevices.length; index++) {
      const device = vm.assignableDevices[index];
      if (device === undefined) continue;
      if (device.class === "storage") storage.push(device.locationPath ?? `device ${index}`);
      else if (device.class === null) missing.push(at.missing("vm", `assignableDevices[${index}].class`));
      else if (!OTHER_CLASSES.includes(device.class)) missing.push({ fact: `vm.assignableDevices[${index}].class`, reason: "ambiguous", text: device.class });
    }
    if (storage.length > 0) {
      return hit("outside", {
        because: `${storage.length} storage device${storage.length === 1 ? " is" : "s are"} assigned to the VM; the data there is not in the backup.`,
        observed: storage.join(", "), readings: [{ fact: "vm.assignableDevices", reading: `storage: ${storage.join(", ")}` }],
        missing, open: missing.length > 0 ? ["outside"] : [], subject: { storage },
      });
    }
    if (missing.length > 0) return unknown(missing, ["outside"], `The class of ${missing.length} assigned device${missing.length === 1 ? "" : "s"} was not read.`);
    return pass("No storage device is assigned to the VM.", "0", [{ fact: "vm.assignableDevices", reading: `${vm.assignableDevices.length} devices, none of class storage` }]);
  },
  fixes(_facts, at, outcome) {
    const storage = outcome.subject?.["storage"];
    const vm = vmById(at.vmId);
    const found: Fix[] = [backUpInGuest(at.vmName, "the data on the assigned device")];
    for (const location of Array.isArray(storage) ? storage as readonly string[] : []) {
      if (!location.startsWith("PCI")) continue;
      found.push({
        title: "Give the device back to the host and use a VHDX on it",
        runsOn: "host", target: at.hostName, shell: "powershell",
        command: `${vm} | Hyper-V\\Stop-VM\n${vm} | Hyper-V\\Get-VMAssignableDevice | Where-Object LocationPath -eq ${quote(location)} | Hyper-V\\Remove-VMAssignableDevice\nHyper-V\\Mount-VMHostAssignableDevice -LocationPath ${quote(location)}`,
        gui: [], downtime: "vm-off", risk: { level: "high", why: "The guest loses the device; copy its data to a virtual disk first." },
        undo: "Dismount-VMHostAssignableDevice, then Add-VMAssignableDevice with the same location path.", proof: "The next inventory reads no device of class storage.",
      });
    }
    return found;
  },
});
