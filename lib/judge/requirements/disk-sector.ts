import { isKnownAbsent } from "@/lib/inventory/fact";
import { diskName } from "../facts/chain";
import { type Fix, quote, vmById } from "../fix";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import { isPassThrough } from "../facts/storage";

export const diskSector = defineRequirement({
  id: "disk-sector",
  title: "Every virtual disk has 512-byte logical sectors and is aligned",
  why: "Some products do not support 4K native disks; a misaligned disk is slow.",
  otherwise: "With a product that does not support 4K native disks the backup fails; else it is a note about speed.",
  expected: "Logical sector 512, alignment 1",
  hosts: ["W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S74", "S51"],
  part: "A",
  asks: "always",
  needs: { vm: ["disks"] },
  rows: {
    refused: { when: "4K native, product supports it: no", cells: ["n-a", "will-fail", "will-fail", "will-fail", "will-fail", "will-fail"] },
    odd: { when: "4K native, product supports it: unknown; or misaligned", cells: ["n-a", "warn", "warn", "warn", "warn", "warn"] },
  },
  statuses: {
    W08R2: ["not-applicable"], W12: ["pass", "fail", "warning", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "warning", "unknown", "not-applicable"], "W16+": ["pass", "fail", "warning", "unknown", "not-applicable"],
  },
  check({ vm }, at) {
    const supports = at.product.supports4kn;
    const open = supports === "no" ? ["refused"] : [];
    if (vm.disks === null) return unknown([at.missing("vm", "disks")], open, "The disks of this VM were not read.");
    const native: string[] = [];
    const misaligned: string[] = [];
    const paths: string[] = [];
    const missing: Missing[] = [];
    let sectorsUnread = 0;
    let files = 0;
    for (let index = 0; index < vm.disks.length; index++) {
      const disk = vm.disks[index];
      if (disk === undefined || isPassThrough(disk) === true) continue;
      files++;
      if (disk.logicalSector === 4096) {
        native.push(diskName(disk, index));
        if (disk.path !== null) paths.push(disk.path);
      } else if (disk.logicalSector !== 512) {
        missing.push(at.missing("vm", `disks[${index}].logicalSector`));
        sectorsUnread++;
      }
      if (disk.alignment === 0) misaligned.push(diskName(disk, index));
      else if (disk.alignment === null) {
        const why = at.missing("vm", `disks[${index}].alignment`);
        if (!isKnownAbsent(why.reason)) missing.push(why);
      }
    }
    const stops = native.length > 0 && supports === "no";
    const odd = (native.length > 0 && supports === "unknown") || misaligned.length > 0;
    if (stops || odd) {
      const about = native.length > 0 && supports !== "yes"
        ? `${native.length} of ${files} disks ${native.length === 1 ? "is" : "are"} 4K native (${native[0] ?? ""}); ${stops ? "the product does not support that" : "not every product supports that"}.`
        : `${misaligned.length} of ${files} disks ${misaligned.length === 1 ? "is" : "are"} misaligned (${misaligned[0] ?? ""}); slow, but no fault for a backup.`;
      return hit([...(stops ? ["refused"] : []), ...(odd ? ["odd"] : [])], {
        because: about, observed: [...native.map((name) => `${name}: 4096`), ...misaligned.map((name) => `${name}: misaligned`)].join(", "),
        readings: [{ fact: "vm.disks", reading: `LogicalSectorSize 4096: ${native.length}; Alignment 0: ${misaligned.length}` }],
        missing, open: sectorsUnread > 0 && !stops ? open : [], subject: { paths },
      });
    }
    if (missing.length > 0) return unknown(missing, sectorsUnread > 0 ? open : [], `Sector or alignment of a disk was not read (${missing.length} fact${missing.length === 1 ? "" : "s"}).`);
    if (files === 0) return notApplicable("The VM has no virtual disk.");
    return pass(native.length > 0 ? `${native.length} of ${files} disks are 4K native, which the product supports.` : `${files} of ${files} disks have 512-byte sectors and are aligned.`, native.length > 0 ? "4096" : "512", [{ fact: "vm.disks", reading: `LogicalSectorSize 4096: ${native.length}` }]);
  },
  fixes({ vm }, at, outcome) {
    const paths = outcome.subject?.["paths"];
    const found = (Array.isArray(paths) ? paths as readonly string[] : []).map((path): Fix => {
      const target = path.replace(/\.[^.\\]*$/, "-512.vhdx");
      const bytes = vm.disks?.find((disk) => disk.path === path)?.sizeBytes ?? null;
      return {
        title: "Add a disk with 512-byte sectors and copy the data inside the guest", runsOn: "host", target: at.hostName, shell: "powershell",
        command: `Hyper-V\\New-VHD -Path ${quote(target)} -SizeBytes ${bytes === null ? `(Hyper-V\\Get-VHD -Path ${quote(path)}).Size` : String(bytes)} -Dynamic -LogicalSectorSizeBytes 512\n${vmById(at.vmId)} | Hyper-V\\Add-VMHardDiskDrive -ControllerType SCSI -Path ${quote(target)}`,
        gui: [], downtime: "project", risk: { level: "medium", why: "The data is copied inside the guest; the sector size of a file cannot be changed." },
        undo: "Detach and delete the new disk.", proof: "The next inventory reads logicalSector = 512 for every disk.",
      };
    });
    if (found.length > 0) return found;
    return [{
      title: "Convert the misaligned disk to a VHDX when the VM is off anyway", runsOn: "host", target: at.hostName, shell: "none", command: null,
      gui: [{ tool: "Hyper-V Manager", path: `Edit Disk > Convert > VHDX, with ${at.vmName} off; then choose the new file in Settings` }],
      downtime: "vm-off", risk: { level: "low", why: "The old file is kept until you delete it." }, undo: "Choose the old file again in Settings.",
      proof: "The next inventory reads alignment = 1.",
    }];
  },
});
