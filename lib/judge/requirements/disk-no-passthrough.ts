import { folderOf } from "../facts/chain";
import { quote, vmById } from "../fix";
import { backUpInGuest } from "../fixes/agent";
import { hit, notApplicable, pass, unknown, type Missing } from "../outcome";
import { defineRequirement } from "../requirement";
import { isPassThrough } from "../facts/storage";

export const diskNoPassthrough = defineRequirement({
  id: "disk-no-passthrough",
  title: "Every disk is a virtual hard disk file",
  why: "A physical disk is invisible to the host writer and cannot be in a checkpoint, so it is never in the backup.",
  otherwise: "Up to 2012 R2 the rest of the VM is backed up and the disk is left out; from 2016 on the VM cannot be checkpointed unless the product ignores such disks.",
  expected: "No physical disk attached",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S2", "S3", "S4", "S26", "S35", "S47", "S57", "S61"],
  part: "A",
  asks: "always",
  needs: { vm: ["disks"] },
  rows: {
    stops: { when: "product ignores such disks: no or unknown", cells: ["partial", "partial", "partial", "partial", "will-fail", "will-fail"] },
    ignored: { when: "product ignores such disks: yes", cells: ["partial", "partial", "partial", "partial", "partial", "partial"] },
  },
  statuses: { W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"], W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"] },
  check({ vm }, at) {
    const row = at.product.ignoresNonSnapshottableDisks === "yes" ? "ignored" : "stops";
    if (vm.disks === null) return unknown([at.missing("vm", "disks")], [row], "The disks of this VM were not read.");
    if (vm.disks.length === 0) return notApplicable("The VM has no disk.");
    const physical: string[] = [];
    let first = "";
    const missing: Missing[] = [];
    vm.disks.forEach((disk, index) => {
      const answer = isPassThrough(disk);
      if (answer === true) {
        physical.push(disk.path ?? `disk ${disk.diskNumber ?? index}`);
        if (first === "") first = disk.diskNumber === null ? physical[0] ?? "" : `disk ${disk.diskNumber}`;
      } else if (answer === null) missing.push(at.missing("vm", `disks[${index}].kind`));
    });
    if (physical.length > 0) {
      return hit(row, {
        because: `${physical.length} of ${vm.disks.length} disks ${physical.length === 1 ? "is" : "are"} pass-through (${first}); ${at.bucket === "W16+" && row === "stops" ? `${at.release} cannot checkpoint this VM` : "not in the backup"}.`,
        observed: physical.join(", "),
        readings: [{ fact: "vm.disks", reading: `pass-through: ${physical.join(", ")}` }],
        missing, open: missing.length > 0 ? [row] : [],
        subject: { physical },
      });
    }
    if (missing.length > 0) return unknown(missing, [row], `The kind of ${missing.length} of ${vm.disks.length} disks was not read.`);
    return pass(`${vm.disks.length} of ${vm.disks.length} disks are files.`, "Files only", [{ fact: "vm.disks", reading: "no DiskNumber set" }]);
  },
  fixes({ vm }, at, outcome) {
    const disks = outcome.subject?.["physical"];
    const which = Array.isArray(disks) ? disks.join(", ") : "the physical disk";
    const beside = at.files?.find((file) => file.path !== null);
    const folder = beside === undefined || beside.path === null ? null : beside.what === "disk" ? folderOf(beside.path) : beside.path;
    const choose = vmById(at.vmId);
    const copies = (vm.disks ?? []).flatMap(({ diskNumber }) => {
      if (diskNumber === null || folder === null) return [];
      const file = quote(`${folder}\\disk-${diskNumber}.vhdx`);
      return [`${choose} | Hyper-V\\Get-VMHardDiskDrive | Where-Object DiskNumber -eq ${diskNumber} | Hyper-V\\Remove-VMHardDiskDrive\nHyper-V\\New-VHD -Path ${file} -SourceDisk ${diskNumber} -Dynamic\n${choose} | Hyper-V\\Add-VMHardDiskDrive -Path ${file}`];
    });
    const command = at.bucket === "W08R2" || copies.length === 0 ? null : [`${choose} | Hyper-V\\Stop-VM`, ...copies, `${choose} | Hyper-V\\Start-VM`].join("\n");
    return [{
      title: `Copy the physical disk into a ${at.bucket === "W08R2" ? "VHD" : "VHDX"} and attach that instead`,
      runsOn: "host", target: at.hostName, shell: command === null ? "none" : "powershell", command,
      gui: [{ tool: "Hyper-V Manager", path: `Shut down ${at.vmName}; New > Hard Disk > copy the contents of a physical disk (${which}); then Settings > replace the physical disk by the new file` }],
      downtime: "vm-off", risk: { level: "medium", why: "The copy takes as long as the disk is large; the old disk stays as it was until you release it." },
      undo: "Attach the physical disk again in Settings.", proof: "The next inventory reads DiskNumber empty for every disk.",
    }, backUpInGuest(at.vmName, "the physical disk")];
  },
});
