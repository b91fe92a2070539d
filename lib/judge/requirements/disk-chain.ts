import type { Disk } from "@/lib/inventory/document";
import { isCheckpointFile, diskName, isVhdSet } from "../facts/chain";
import { type Fix, quote, vmById } from "../fix";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import type { Situation } from "../situation";
import { isPassThrough } from "../facts/storage";

/** Why the fault of a chain is not known: not read, or a word that says nothing. */
function unreadError(at: Situation, disk: Disk, index: number): Missing {
  const fact = `disks[${index}].chainError`;
  if (disk.chainError === null || disk.chainError === "not-read") return at.missing("vm", fact);
  return { fact: `vm.${fact}`, reason: "ambiguous", text: disk.chainError };
}

export const diskChain = defineRequirement({
  id: "disk-chain",
  title: "Every chain of disk files is whole, short and backed by checkpoints",
  why: "A broken or long chain stops checkpoints and merges, and with them the backup.",
  otherwise: "A broken chain makes the backup fail; a leftover or long chain costs room and time, and is merged by hand.",
  expected: "Every file opens; no checkpoint file without a checkpoint",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S26", "S28", "S51"],
  part: "A",
  asks: "always",
  needs: { vm: ["disks", "checkpoints"] },
  rows: {
    broken: { when: "the chain is broken", cells: ["will-fail", "will-fail", "will-fail", "will-fail", "will-fail", "will-fail"] },
    untidy: { when: "a checkpoint file without a checkpoint, or a deep chain", cells: ["warn", "warn", "warn", "warn", "warn", "warn"] },
  },
  statuses: {
    W08R2: ["pass", "fail", "warning", "unknown", "not-applicable"], W12: ["pass", "fail", "warning", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "warning", "unknown", "not-applicable"], "W16+": ["pass", "fail", "warning", "unknown", "not-applicable"],
  },
  check({ vm }, at) {
    if (vm.disks === null) return unknown([at.missing("vm", "disks")], ["broken"], "The disks of this VM were not read.");
    const missing: Missing[] = [];
    let files = 0;
    let errorsUnread = 0;
    let broken: string | null = null;
    let orphan: string | null = null;
    let brokenActive = "";
    let active = "";
    let deepest = 0;
    let checkpointsWanted = false;
    for (let index = 0; index < vm.disks.length; index++) {
      const disk = vm.disks[index];
      if (disk === undefined || isPassThrough(disk) === true) continue;
      files++;
      if (disk.chainError === "broken") {
        broken ??= diskName(disk, index);
        if (brokenActive === "") brokenActive = disk.path ?? "";
      } else if (disk.chainError !== "none" && disk.chainError !== "base-missing") {
        missing.push(unreadError(at, disk, index));
        errorsUnread++;
      } else if (disk.chain === null && disk.chainError === "none") missing.push(at.missing("vm", `disks[${index}].chain`));
      if (disk.chain === null) continue;
      if (disk.chain.length > deepest) deepest = disk.chain.length;
      if (isVhdSet(disk) === true) continue;
      let written = 0;
      for (const file of disk.chain) if (isCheckpointFile(file)) written++;
      if (written === 0) continue;
      if (vm.checkpoints === null) checkpointsWanted = true;
      else if (written > vm.checkpoints.length && orphan === null) {
        orphan = disk.chain.find(isCheckpointFile) ?? null;
        active = disk.path ?? "";
      }
    }
    const chainsUnread = missing.length;
    const open = errorsUnread > 0 ? ["broken"] : [];
    if (checkpointsWanted) missing.push(at.missing("vm", "checkpoints"));
    const { chainDepthWarn, chainDepthHigh } = at.settings;
    if (broken !== null) {
      return hit("broken", {
        because: `The file chain of ${broken} is broken; checkpoints and backups fail.`, observed: `broken: ${broken}`,
        readings: [{ fact: "vm.disks", reading: `chainError = broken for ${broken}` }], missing, open, subject: { broken: brokenActive },
      });
    }
    if (orphan !== null || deepest > chainDepthWarn) {
      const file = orphan === null ? "" : orphan.slice(orphan.lastIndexOf("\\") + 1);
      return hit("untidy", {
        because: orphan === null ? `${deepest} files in one chain; the limit is ${chainDepthWarn}.` : `${file} is in use although no checkpoint shows for it.`,
        observed: orphan === null ? `${deepest} files deep` : file,
        readings: [{ fact: "vm.disks", reading: `longest chain ${deepest} files` }, { fact: "vm.checkpoints", reading: vm.checkpoints === null ? "not read" : `${vm.checkpoints.length} checkpoints` }],
        high: deepest > chainDepthHigh, missing, open, subject: { orphan: active, deep: deepest > chainDepthWarn ? deepest : 0 },
      });
    }
    if (missing.length > 0) {
      return unknown(missing, open, chainsUnread > 0 ? `The file chain of ${chainsUnread} of ${files} disks was not read.` : "Checkpoint files are in use, but the checkpoints were not read.");
    }
    if (files === 0) return notApplicable("The VM has no virtual disk.");
    return pass(`${files} of ${files} chains are whole; the longest has ${deepest} file${deepest === 1 ? "" : "s"}.`, `${deepest} deep`, [{ fact: "vm.disks", reading: "chainError = none" }]);
  },
  fixes(_facts, at, outcome) {
    const old = at.bucket === "W08R2";
    const vm = vmById(at.vmId);
    const found: Fix[] = [];
    const broken = outcome.subject?.["broken"];
    if (outcome.hits.includes("broken")) {
      const look = typeof broken === "string" && broken !== "" ? quote(broken) : "'<active file>'";
      return [{
        title: "Copy all files of the chain, then reconnect the child to its parent",
        runsOn: "host", target: at.hostName, shell: old ? "none" : "powershell",
        command: old ? null : `Hyper-V\\Get-VHD -Path ${look} | Format-List Path, ParentPath, VhdType\nHyper-V\\Test-VHD -Path ${look}`,
        gui: [{ tool: "Hyper-V Manager", path: "Edit Disk > the youngest file > Reconnect > its parent; the VM is off and every file is copied away first" }],
        downtime: "vm-off", risk: { level: "high", why: "A wrong parent ruins the disk; the lines shown only read. Restore from backup when the parent is gone." },
        undo: "Put the copied files back.", proof: "The next inventory reads chainError = none.",
      }];
    }
    const deep = outcome.subject?.["deep"];
    if (typeof deep === "number" && deep > 0) found.push({
      title: "Delete the oldest checkpoint and let its file merge", runsOn: "host", target: at.hostName,
      shell: old ? "none" : "powershell",
      command: old ? null : `${vm} | Hyper-V\\Get-VMSnapshot | Sort-Object CreationTime | Select-Object -First 1 | Hyper-V\\Remove-VMSnapshot`,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > ${old ? "Snapshots > the oldest > Delete Snapshot; the files merge once the VM is off" : "Checkpoints > the oldest > Delete Checkpoint"}` }],
      downtime: old ? "vm-off" : "none", risk: { level: "medium", why: "The merge writes as much as the file holds and needs room on the volume." },
      destroysData: "The VM can no longer be set back to the deleted checkpoint.", undo: "None.", proof: `The next inventory reads a chain of ${at.settings.chainDepthWarn} files or fewer.`,
    });
    const orphan = outcome.subject?.["orphan"];
    if (typeof orphan === "string" && orphan !== "") found.push({
      title: "Take a full backup, then shut the VM down and let the files merge", runsOn: "host", target: at.hostName,
      shell: old ? "none" : "powershell",
      command: old ? null : `${vm} | Hyper-V\\Stop-VM\nHyper-V\\Get-VHD -Path ${quote(orphan)} | Format-List Path, ParentPath`,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Shut Down; wait until Status no longer says Merging; else Edit Disk > the youngest file > Merge` }],
      downtime: "vm-off", risk: { level: "high", why: "Merging by hand in the wrong order loses data; copy the files first and merge youngest to oldest." },
      undo: "Put the copied files back.", proof: "The next inventory reads a chain without .avhd or .avhdx.",
    });
    return found;
  },
});
