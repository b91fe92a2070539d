import { isKnownAbsent } from "@/lib/inventory/fact";
import { vmById } from "../fix";
import { backUpInGuest } from "../fixes/agent";
import { hit, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const diskNoVirtualFc = defineRequirement({
  id: "disk-no-virtual-fc",
  title: "No virtual Fibre Channel adapter is attached",
  why: "A LUN behind a virtual Fibre Channel adapter bypasses the host, which can neither snapshot nor checkpoint it.",
  otherwise: "On 2012 and 2012 R2 the LUNs are left out of the backup; from 2016 on the VM cannot be checkpointed unless the product ignores such disks.",
  expected: "0 virtual Fibre Channel adapters",
  hosts: ["W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S47", "S26"],
  part: "A",
  asks: "always",
  needs: { vm: ["fibreChannelHbas"] },
  rows: {
    stops: { when: "product ignores such disks: no or unknown", cells: ["n-a", "partial", "partial", "partial", "will-fail", "will-fail"] },
    ignored: { when: "product ignores such disks: yes", cells: ["n-a", "partial", "partial", "partial", "partial", "partial"] },
  },
  statuses: { W08R2: ["not-applicable"], W12: ["pass", "fail", "unknown"], W12R2: ["pass", "fail", "unknown"], "W16+": ["pass", "fail", "unknown"] },
  check({ vm }, at) {
    const row = at.product.ignoresNonSnapshottableDisks === "yes" ? "ignored" : "stops";
    const adapters = vm.fibreChannelHbas;
    if (adapters === null) {
      const missing = at.missing("vm", "fibreChannelHbas");
      if (!isKnownAbsent(missing.reason)) return unknown([missing], [row], "Whether the VM has a Fibre Channel adapter was not read.");
      return pass("The VM has no virtual Fibre Channel adapter.", "0", [{ fact: "vm.fibreChannelHbas", reading: "none" }]);
    }
    const readings = [{ fact: "vm.fibreChannelHbas", reading: String(adapters) }];
    if (adapters === 0) return pass("The VM has no virtual Fibre Channel adapter.", "0", readings);
    const stops = at.bucket === "W16+" && row === "stops";
    return hit(row, {
      because: `${adapters} virtual Fibre Channel adapter${adapters === 1 ? "" : "s"}; ${stops ? `${at.release} cannot checkpoint this VM` : "their LUNs are not in the backup"}.`,
      observed: String(adapters), readings,
    });
  },
  fixes(_facts, at) {
    return [{
      title: "Move the data of the LUNs into VHDX files, then remove the Fibre Channel adapters",
      runsOn: "host", target: at.hostName, shell: "powershell",
      command: `${vmById(at.vmId)} | Hyper-V\\Get-VMFibreChannelHba | Hyper-V\\Remove-VMFibreChannelHba`,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Settings > Fibre Channel Adapter > Remove, after the data lies on a virtual hard disk` }],
      downtime: "project", risk: { level: "high", why: "The guest loses its LUNs the moment the adapter goes; run it with the VM off and the data copied." },
      undo: "Add-VMFibreChannelHba with the same world wide names.", proof: "The next inventory reads fibreChannelHbas = 0.",
    }, backUpInGuest(at.vmName, "the Fibre Channel LUNs")];
  },
});
