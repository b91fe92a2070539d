import { diskName, extensionOf, isCheckpointFile, isPmem } from "../facts/chain";
import { type Fix, quote, vmById } from "../fix";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import { isPassThrough } from "../facts/storage";

function isVhd(format: string | null, path: string | null): boolean | null {
  if (format === "VHD") return true;
  if (format === "VHDX" || format === "VHDSet") return false;
  const extension = path === null ? "" : extensionOf(path);
  if (extension === "vhd" || extension === "avhd") return true;
  return extension === "vhdx" || extension === "avhdx" || extension === "vhds" ? false : null;
}

export const diskFormat = defineRequirement({
  id: "disk-format",
  title: "Every virtual disk is a VHDX",
  why: "A VHD gets no resilient change tracking; its writes go to a differencing disk during the whole backup.",
  otherwise: "The backup stays live but is slower and needs more room.",
  expected: "VHDX, or VHD Set when shared",
  hosts: ["W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S5", "S48", "S51"],
  part: "F",
  asks: "always",
  needs: { vm: ["disks"] },
  rows: { old: { when: "a disk is a VHD", cells: ["n-a", "n-a", "n-a", "n-a", "warn", "warn"] } },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"] },
  check({ vm }, at) {
    if (vm.disks === null) return unknown([at.missing("vm", "disks")], [], "The disks of this VM were not read.");
    const old: string[] = [];
    const paths: string[] = [];
    const missing: Missing[] = [];
    let files = 0;
    for (let index = 0; index < vm.disks.length; index++) {
      const disk = vm.disks[index];
      if (disk === undefined || isPassThrough(disk) === true || isPmem(disk) === true) continue;
      files++;
      const answer = isVhd(disk.format, disk.path);
      if (answer === null) missing.push(at.missing("vm", `disks[${index}].format`));
      else if (answer) {
        old.push(diskName(disk, index));
        if (disk.path !== null) paths.push(disk.path);
      }
    }
    if (old.length > 0) {
      return hit("old", {
        because: `${old.length} of ${files} disks ${old.length === 1 ? "is a VHD" : "are VHDs"} (${old[0] ?? ""}); no change tracking.`,
        observed: `VHD: ${old.join(", ")}`, readings: [{ fact: "vm.disks", reading: `VhdFormat = VHD: ${old.join(", ")}` }], missing, subject: { paths },
      });
    }
    if (missing.length > 0) return unknown(missing, [], `The format of ${missing.length} of ${files} disks was not read.`);
    if (files === 0) return notApplicable("The VM has no virtual disk.");
    return pass(`${files} of ${files} disks are VHDX or VHD Set.`, "VHDX", [{ fact: "vm.disks", reading: "no VhdFormat = VHD" }]);
  },
  fixes(_facts, at, outcome) {
    const paths = outcome.subject?.["paths"];
    const vm = vmById(at.vmId);
    return (Array.isArray(paths) ? paths as readonly string[] : []).map((path): Fix => {
      const target = path.replace(/\.[^.\\]*$/, ".vhdx");
      if (isCheckpointFile(path)) {
        return {
          title: "Delete the VM's checkpoints, then convert the VHD to VHDX", runsOn: "host", target: at.hostName, shell: "none", command: null,
          gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Checkpoints > Delete Checkpoint Subtree; once it is merged: shut down, Edit Disk > Convert > VHDX` }],
          destroysData: "The VM can no longer be set back to its checkpoints; its present data stays.",
          downtime: "vm-off", risk: { level: "medium", why: "A disk with checkpoints is written to a file of its own; converting that file leaves the checkpoints without a base." },
          undo: "None for the checkpoints; the VHD is kept until you delete it.", proof: "The next inventory reads format = VHDX.",
        };
      }
      return {
        title: "Convert the VHD to VHDX", runsOn: "host", target: at.hostName, shell: "powershell",
        command: `${vm} | Hyper-V\\Stop-VM\nHyper-V\\Convert-VHD -Path ${quote(path)} -DestinationPath ${quote(target)}\n${vm} | Hyper-V\\Get-VMHardDiskDrive | Where-Object Path -eq ${quote(path)} | Hyper-V\\Set-VMHardDiskDrive -Path ${quote(target)}\n${vm} | Hyper-V\\Start-VM`,
        gui: [{ tool: "Hyper-V Manager", path: "Edit Disk > Convert > VHDX, with the VM off; then choose the new file in Settings" }],
        downtime: "vm-off", risk: { level: "low", why: "The VHD is kept until you delete it; the copy needs as much room again." },
        undo: "Choose the VHD again in Settings.", proof: "The next inventory reads format = VHDX.",
      };
    });
  },
});
