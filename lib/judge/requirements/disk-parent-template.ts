import type { Disk, Volume } from "@/lib/inventory/document";
import { diskName, folderOf, templateOf } from "../facts/chain";
import { type Fix, quote, vmById } from "../fix";
import { hit, type Missing, notApplicable, pass, type Reading, unknown } from "../outcome";
import { placeName, placeOfFile, placeOfPath, samePlace } from "../facts/place";
import { defineRequirement } from "../requirement";
import type { Situation } from "../situation";
import { isPassThrough } from "../facts/storage";

/** True: another file of the VM lies beside the base; false: none does; null: that was not read. */
function inBackup(base: string, at: Situation, volumes: readonly Volume[] | null): boolean | null {
  const place = placeOfPath(base, volumes);
  let answer: boolean | null = false;
  for (const file of at.files ?? []) {
    const other = placeOfFile(file);
    const same = other === null ? null : samePlace(place, other);
    if (same === true) return true;
    if (same === null) answer = null;
  }
  return answer;
}

const NO_PARENT: readonly Reading[] = [{ fact: "vm.disks", reading: "no chain of differencing disks" }];

/** Number of file disks when all of them are read, whole and without a template; -1 otherwise. */
function withoutParents(disks: readonly Disk[]): number {
  let files = 0;
  for (const disk of disks) {
    if (isPassThrough(disk) === true) continue;
    if (disk.chainError !== "none" || disk.chain === null || templateOf(disk.chain) !== null) return -1;
    files++;
  }
  return files;
}

export const diskParentTemplate = defineRequirement({
  id: "disk-parent-template",
  title: "The parent of every differencing disk exists and is in the backup",
  why: "A differencing disk is worthless without its parent template.",
  otherwise: "With the base missing the backup fails; with the base elsewhere the backup holds only the difference.",
  expected: "Base present, on a volume of the VM",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S26", "S51"],
  part: "A",
  asks: "always",
  needs: { vm: ["disks", "configLocation"], host: ["volumes"] },
  rows: {
    missing: { when: "the base is missing", cells: ["will-fail", "will-fail", "will-fail", "will-fail", "will-fail", "will-fail"] },
    outside: { when: "the base lies outside the backup", cells: ["partial", "partial", "partial", "partial", "partial", "partial"], unconfirmed: true },
  },
  statuses: {
    W08R2: ["pass", "fail", "warning", "unknown", "not-applicable"], W12: ["pass", "fail", "warning", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "warning", "unknown", "not-applicable"], "W16+": ["pass", "fail", "warning", "unknown", "not-applicable"],
  },
  check({ vm, host }, at) {
    if (vm.disks === null) return unknown([at.missing("vm", "disks")], ["missing", "outside"], "The disks of this VM were not read.");
    if (withoutParents(vm.disks) > 0) return pass("No disk stands on a parent template.", "no parent", NO_PARENT);
    const unreadFacts: Missing[] = [];
    const open = new Set<string>();
    const gone: string[] = [];
    const outside: string[] = [];
    const children: string[] = [];
    const readings: Reading[] = [];
    let files = 0;
    let templates = 0;
    for (let index = 0; index < vm.disks.length; index++) {
      const disk = vm.disks[index];
      if (disk === undefined || isPassThrough(disk) === true) continue;
      files++;
      if (disk.chainError === "base-missing") {
        gone.push(diskName(disk, index));
        continue;
      }
      if (disk.chain === null || (disk.chainError !== "none" && disk.chainError !== "broken")) {
        unreadFacts.push(at.missing("vm", `disks[${index}].${disk.chain === null ? "chain" : "chainError"}`));
        open.add("outside");
        if (disk.chainError !== "none" && disk.chainError !== "broken") open.add("missing");
        continue;
      }
      const base = templateOf(disk.chain);
      if (base === null) continue;
      templates++;
      readings.push({ fact: "vm.disks", reading: `base ${base}` });
      const answer = inBackup(base, at, host.volumes);
      if (answer === false) {
        outside.push(base);
        const child = disk.chain[disk.chain.length - 2];
        if (disk.chain.length === 2 && child !== undefined) children.push(child);
      } else if (answer === null) {
        unreadFacts.push(at.missing("host", "volumes"));
        open.add("outside");
      }
    }
    if (gone.length > 0 || outside.length > 0) {
      const hits = [...(gone.length > 0 ? ["missing"] : []), ...(outside.length > 0 ? ["outside"] : [])];
      const where = placeName(placeOfPath(outside[0] ?? "", host.volumes));
      return hit(hits, {
        because: gone.length > 0 ? `The base file of ${gone[0] ?? ""} is missing; the disk is worthless without it.` : `The base ${(outside[0] ?? "").split("\\").pop() ?? ""} lies on ${where}, where no other file of the VM is.`,
        observed: gone.length > 0 ? `base missing: ${gone.join(", ")}` : outside.join(", "),
        readings: gone.length > 0 ? [{ fact: "vm.disks", reading: `chainError = base-missing for ${gone.join(", ")}` }, ...readings] : readings,
        missing: unreadFacts, open: [...open], subject: { children },
      });
    }
    if (unreadFacts.length > 0) return unknown(unreadFacts, [...open], open.has("missing") ? "Whether every disk has its base was not read." : "Whether the base of a disk lies in the backup was not read.", readings);
    if (files === 0) return notApplicable("The VM has no virtual disk.");
    return templates === 0 ? pass("No disk stands on a parent template.", "no parent", NO_PARENT)
      : pass(`The base of ${templates} disk${templates === 1 ? "" : "s"} is there and lies with the VM's files.`, "in the backup", readings);
  },
  fixes(_facts, at, outcome) {
    if (outcome.hits.includes("missing")) {
      return [{
        title: "Restore the base file to the path its child names", runsOn: "host", target: at.hostName, shell: "none", command: null,
        gui: [{ tool: "Hyper-V Manager", path: `Edit Disk > the disk of ${at.vmName} > Reconnect, once the base is restored from backup` }],
        downtime: "vm-off", risk: { level: "high", why: "Only the very same base fits; another or a newer one ruins the child." },
        undo: "Take the restored file away again.", proof: "The next inventory reads chainError = none.",
      }];
    }
    const children = outcome.subject?.["children"];
    const vm = vmById(at.vmId);
    const found: Fix[] = (Array.isArray(children) ? children as readonly string[] : []).map((child) => {
      const full = `${folderOf(child)}\\${child.slice(folderOf(child).length + 1).replace(/\.([^.\\]*)$/, "-full.$1")}`;
      const old = at.bucket === "W08R2";
      return {
        title: "Convert the differencing disk to a full disk", runsOn: "host", target: at.hostName, shell: old ? "none" : "powershell",
        command: old ? null : `${vm} | Hyper-V\\Stop-VM\nHyper-V\\Convert-VHD -Path ${quote(child)} -DestinationPath ${quote(full)}\n${vm} | Hyper-V\\Get-VMHardDiskDrive | Where-Object Path -eq ${quote(child)} | Hyper-V\\Set-VMHardDiskDrive -Path ${quote(full)}\n${vm} | Hyper-V\\Start-VM`,
        gui: [{ tool: "Hyper-V Manager", path: `Edit Disk > Merge > To a new virtual hard disk, with ${at.vmName} off; then choose the new file in Settings` }],
        downtime: "vm-off", risk: { level: "low", why: "Child and base are kept until you delete them; the copy needs the room of the whole disk." },
        undo: "Choose the old file again in Settings.", proof: "The next inventory reads a chain of one file.",
      } satisfies Fix;
    });
    found.push({
      title: "Add the volume of the base to the backup", runsOn: "anywhere", target: at.hostName, shell: "none", command: null, gui: [],
      downtime: "none", risk: { level: "low", why: "A further volume in the job; nothing on the VM changes." }, undo: "Take the volume out of the job.",
      proof: "Quiesce cannot see the job; the finding stays until the base lies with the VM's files.",
    });
    return found;
  },
});
