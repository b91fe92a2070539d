import { folderOf } from "../facts/chain";
import { quote, vmById } from "../fix";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement, everywhere } from "../requirement";
import { isVolumeRoot } from "../facts/volume-root";

export const vmFilesInSubfolder = defineRequirement({
  id: "vm-files-in-subfolder",
  title: "The VM's files lie in a folder, not in a volume or share root",
  why: "Hyper-V cannot own the rights at the root of a volume or share, so checkpoints and merges can fail.",
  otherwise: "Microsoft does not support it; nothing proves the quality of the backup.",
  expected: "Every disk file in a subfolder",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S29"],
  part: "B",
  asks: "always",
  needs: { vm: ["disks", "configLocation"] },
  rows: { root: { when: "a disk file lies directly in the root of a drive, share, mount point or CSV", cells: everywhere("live-unverified") } },
  statuses: { W08R2: ["pass", "fail", "unknown"], W12: ["pass", "fail", "unknown"], W12R2: ["pass", "fail", "unknown"], "W16+": ["pass", "fail", "unknown"] },
  check({ vm }, at) {
    const missing: Missing[] = [];
    // A ConfigurationLocation never fails: D:\ means the folder D:\Virtual Machines.
    if (vm.configLocation === null) missing.push(at.missing("vm", "configLocation"));
    if (vm.disks === null || at.files === null) return unknown([at.missing("vm", "disks"), ...missing], ["root"], "The disks of this VM were not read.");
    const atRoot: string[] = [];
    for (const file of at.files) {
      if (file.what !== "disk") continue;
      if (file.path === null) {
        missing.push(at.missing("vm", `disks[${file.disk}].path`));
        continue;
      }
      const folder = folderOf(file.path);
      if (folder === "") missing.push({ fact: `vm.disks[${file.disk}].path`, reason: "ambiguous", text: file.path });
      else if (isVolumeRoot(folder, file.volume === null ? null : file.volume.path)) atRoot.push(file.path);
    }
    if (atRoot.length > 0) {
      return hit("root", {
        because: `${atRoot.length} of ${vm.disks.length} disks ${atRoot.length === 1 ? "lies" : "lie"} in a root: ${atRoot[0] ?? ""}.`,
        observed: atRoot.join(", "), readings: [{ fact: "vm.disks", reading: atRoot.join(", ") }], missing, open: missing.length > 0 ? ["root"] : [], subject: { paths: atRoot },
      });
    }
    if (missing.length > 0) return unknown(missing, ["root"], `${missing.length} ${missing.length === 1 ? "path" : "paths"} of this VM ${missing.length === 1 ? "was" : "were"} not read.`);
    return pass("Every disk file lies in a folder.", "In folders", [{ fact: "vm.disks", reading: "no file in a root" }]);
  },
  fixes(_facts, at, outcome) {
    const paths = outcome.subject?.["paths"];
    const first = Array.isArray(paths) ? String(paths[0] ?? "") : "";
    const folder = `${folderOf(first)}\\${at.vmId ?? "VM"}`;
    const proof = "The next inventory reads every disk path below a folder.";
    if (at.bucket === "W08R2") {
      return [{
        title: "Move the disk files into a folder", runsOn: "host", target: at.hostName, shell: "none", command: null,
        gui: [{ tool: "Hyper-V Manager", path: `Shut down ${at.vmName}; move ${first} to ${folder}; then Settings > each hard drive > Browse to the new place` }],
        downtime: "vm-off", risk: { level: "medium", why: "The files are moved by hand; a disk left unattached keeps the VM from starting." },
        undo: "Move the files back and attach them from the old place.", proof,
      }];
    }
    return [{
      title: "Move the VM's storage into a folder", runsOn: "host", target: at.hostName, shell: "powershell",
      command: `${vmById(at.vmId)} | Hyper-V\\Move-VMStorage -DestinationStoragePath ${quote(folder)}`,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Move > Move the virtual machine's storage > to ${folder}` }],
      downtime: "none", risk: { level: "low", why: "The VM keeps running; the copy loads the volume and needs the room twice until it ends." },
      undo: "The same line with the old folder.", proof,
    }];
  },
});
