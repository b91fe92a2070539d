import { isKnownAbsent } from "@/lib/inventory/fact";
import { type Fix, vmById } from "../fix";
import { guestFix } from "../guest-fix";
import { listed, volumeMissing, volumeName, withVolumes } from "../facts/guest-volumes";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

const SOME_ROOM = 1.1;

export const guestDisksBasic = defineRequirement({
  id: "guest-disks-basic",
  title: "No disk in the guest is an LDM dynamic disk",
  why: "The snapshot inside the guest needs basic disks; a dynamically expanding VHD is fine and something else.",
  otherwise: "Up to Server 2012 the VM is saved during the backup; from 2012 R2 on it runs on, but application consistency is not confirmed.",
  expected: "Basic disks only",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S2", "S3", "S23", "S33", "S38"],
  part: "C-static",
  asks: "running",
  needs: { guest: ["volumes"] },
  rows: { dynamic: { when: "a volume on a dynamic disk", cells: ["saved-state", "saved-state", "live-unverified", "live-unverified", "live-unverified", "live-unverified"], unconfirmed: ["W12R2", "W16+"] } },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "warning", "unknown", "not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    return withVolumes(guest.volumes, at, ["dynamic"], (volumes) => {
      const dynamic: string[] = [];
      const missing: Missing[] = [];
      let bytes = 0;
      volumes.forEach((volume, index) => {
        if (volume.isDynamic === true) {
          dynamic.push(volumeName(volume, index));
          bytes += volume.capacityBytes ?? 0;
        } else if (volume.isDynamic === null) {
          const unread = volumeMissing(at, index, "isDynamic");
          if (!isKnownAbsent(unread.reason)) missing.push(unread);
        }
      });
      if (dynamic.length > 0) {
        return hit("dynamic", {
          because: `${dynamic.length} of ${volumes.length} guest volumes ${dynamic.length === 1 ? "lies" : "lie"} on dynamic disks: ${listed(dynamic)}.`, observed: dynamic.join(", "),
          readings: [{ fact: "guest.volumes", reading: `isDynamic: ${dynamic.join(", ")}` }], missing, open: missing.length > 0 ? ["dynamic"] : [], subject: { volumes: dynamic, bytes },
        });
      }
      if (missing.length > 0) return unknown(missing, ["dynamic"], `Whether ${missing.length} of ${volumes.length} guest volumes lie on dynamic disks was not read.`);
      return pass(`${volumes.length} of ${volumes.length} guest volumes lie on basic disks.`, "Basic", [{ fact: "guest.volumes", reading: "no isDynamic set" }]);
    });
  },
  fixes(_facts, at, outcome) {
    const names = outcome.subject?.["volumes"];
    const which = Array.isArray(names) ? names.join(", ") : "the dynamic volumes";
    const bytes = Number(outcome.subject?.["bytes"] ?? 0);
    const proof = "The next inventory reads isDynamic = false for every guest volume.";
    const gigabytes = Math.max(1, Math.ceil((bytes * SOME_ROOM) / 1024 ** 3));
    const attach: Fix = {
      title: `Attach a new basic disk and copy ${which} to it`, runsOn: "host", target: at.hostName, shell: "powershell",
      command: `$vm = ${vmById(at.vmId)}\n$file = Join-Path $vm.Path ("basic-{0:yyyyMMddHHmmss}.vhdx" -f (Get-Date))\nHyper-V\\New-VHD -Path $file -SizeBytes ${gigabytes}GB -Dynamic\nHyper-V\\Add-VMHardDiskDrive -VM $vm -ControllerType SCSI -Path $file`,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Settings > SCSI Controller > Hard Drive > Add > New` }, { tool: "Guest", path: `Disk Management > create a simple volume on the new basic disk, copy ${which} to it, swap the drive letters` }],
      downtime: "data-move", risk: { level: "medium", why: "Applications on these volumes stop for the last copy; a boot volume needs a redeployment or a clone." },
      undo: "Swap the drive letters back and detach the new disk.", proof,
    };
    const convert = guestFix(at, {
      title: "Convert the disks to basic after a backup of their data", destroysData: `Everything on ${which} is deleted by the conversion.`,
      gui: [{ tool: "Guest", path: `Back up the data of ${which}; diskpart > select disk > delete every volume > convert basic; create the volumes again and restore` }],
      downtime: "data-move", risk: { level: "high", why: "The data lives only in its backup until it is restored; impossible for the boot disk." }, undo: "None: restore the data from its backup.", proof,
    });
    return [at.bucket === "W08R2" ? { ...attach, shell: "none", command: null } : attach, convert];
  },
});
