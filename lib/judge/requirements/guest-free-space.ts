import { isKnownAbsent } from "@/lib/inventory/fact";
import { isCheckpointFile } from "../facts/chain";
import { type Fix, quote, vmById } from "../fix";
import { guestFix } from "../guest-fix";
import { bytesText, floorOf, isUnreadVolume, listed, lockedMissing, roleOf, volumeMissing, volumeName, withVolumes } from "../facts/guest-volumes";
import { guestWindows } from "../facts/guest-windows";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

/** What a disk grows by when nothing else is chosen. */
const MORE_GIGABYTES = 10;

export const guestFreeSpace = defineRequirement({
  id: "guest-free-space",
  title: "Every data volume in the guest has room for its shadow copy",
  why: "VSS refuses a snapshot when the least diff area does not fit (VSS_E_INSUFFICIENT_STORAGE, 0x8004231f).",
  otherwise: "Up to Server 2012 the backup fails: one failed child aborts the whole set. From 2012 R2 on the copy is like after a power cut.",
  expected: "At least the VSS minimum; 2 GB and 10 percent free by default without a warning",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S1", "S2", "S45", "S46", "S66"],
  part: "C-run-time",
  asks: "running",
  needs: { vm: ["disks"], guest: ["volumes", "minDiffAreaMb", "osVersion"] },
  rows: {
    floor: { when: "below the floor", cells: ["will-fail", "will-fail", "live-crash", "will-fail", "live-crash", "will-fail"] },
    low: { when: "above the floor, below the warning level", cells: ["warn", "warn", "warn", "warn", "warn", "warn"] },
  },
  statuses: {
    W08R2: ["pass", "fail", "warning", "unknown", "not-applicable"], W12: ["pass", "fail", "warning", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "warning", "unknown", "not-applicable"], "W16+": ["pass", "fail", "warning", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    return withVolumes(guest.volumes, at, ["floor"], (volumes) => {
      const windows = guestWindows(guest.osVersion);
      const { guestFree, guestFloorMb } = at.settings;
      const below: string[] = [];
      const low: string[] = [];
      const letters: string[] = [];
      const missing: Missing[] = [];
      let blocking = false;
      const unreadFact = (entry: Missing) => {
        missing.push(entry);
        blocking = true;
      };
      volumes.forEach((volume, index) => {
        const role = roleOf(volume, index, at);
        if (role !== "data" && role !== "unread") return;
        if (isUnreadVolume(volume, index, at)) return unreadFact(lockedMissing(volume, index, at, "freeBytes"));
        const { freeBytes: free, capacityBytes: capacity } = volume;
        if (free === null) return unreadFact(volumeMissing(at, index, "freeBytes"));
        const floor = floorOf(capacity, windows, guest.minDiffAreaMb, guestFloorMb);
        const isLow = free < guestFree.warnBytes || (capacity !== null && free < (capacity * guestFree.warnPercent) / 100);
        if (role === "unread" && free < floor.high) return unreadFact(volumeMissing(at, index, "partitionRole"));
        if (role === "unread" && isLow) return void missing.push(volumeMissing(at, index, "partitionRole"));
        if (free < floor.low) {
          below.push(`${volumeName(volume, index)} ${bytesText(free)} of ${bytesText(floor.low)}`);
          if (volume.driveLetter) letters.push(volume.driveLetter);
        } else if (free < floor.high) {
          unreadFact(capacity === null ? volumeMissing(at, index, "capacityBytes") : at.missing("guest", "osVersion"));
        } else if (isLow) {
          low.push(`${volumeName(volume, index)} (${bytesText(free)})`);
          if (volume.driveLetter) letters.push(volume.driveLetter);
        } else if (capacity === null) missing.push(volumeMissing(at, index, "capacityBytes"));
      });
      if (guest.minDiffAreaMb === null) {
        const registry = at.missing("guest", "minDiffAreaMb");
        if (!isKnownAbsent(registry.reason)) missing.push(registry);
      }
      const open = blocking ? ["floor"] : [];
      if (below.length > 0) {
        const set = (at.bucket === "W08R2" || at.bucket === "W12") && at.api !== "guest-agent" ? "; one failed child aborts the whole set" : "";
        return hit(low.length > 0 ? ["floor", "low"] : "floor", {
          because: `Too little room for a shadow copy: ${listed(below)}${set}.`, observed: [...below, ...low].join(", "),
          readings: [{ fact: "guest.volumes", reading: `free: ${[...below, ...low].join(", ")}` }], missing, open, subject: { letters },
        });
      }
      if (low.length > 0) {
        return hit("low", {
          because: `${low.length} of ${volumes.length} guest volumes below ${bytesText(guestFree.warnBytes)} or ${guestFree.warnPercent} percent free: ${listed(low)}.`, observed: low.join(", "),
          readings: [{ fact: "guest.volumes", reading: `free: ${low.join(", ")}` }], missing, open, subject: { letters },
        });
      }
      if (missing.length > 0) return unknown(missing, open, missing.every((entry) => entry.fact === "guest.minDiffAreaMb") ? "The guest's own minimum in its registry was not read; the table's is met." : "The free space in the guest was not read in full.");
      return pass(`Every data volume among ${volumes.length} has room for a shadow copy.`, "Enough", [{ fact: "guest.volumes", reading: `${volumes.length} volumes` }]);
    });
  },
  fixes({ vm }, at, outcome) {
    const subject = outcome.subject?.["letters"];
    const letters = Array.isArray(subject) ? subject.map(String).filter((letter) => /^[A-Za-z]:$/.test(letter)) : [];
    const proof = "The next inventory reads more free bytes on these volumes.";
    const clean = guestFix(at, {
      title: `Free space on ${letters.length > 0 ? letters.join(", ") : "these volumes"}`, gui: [{ tool: "Guest", path: "Settings > System > Storage, or Disk Cleanup; then remove or move old files" }],
      downtime: "none", risk: { level: "low", why: "Only what you choose is removed." }, undo: "Restore the files from a backup.", proof,
    });
    const disks = vm.disks ?? [];
    const only = disks.length === 1 ? disks[0] : undefined;
    const online = only?.controllerType === "SCSI" && only.format === "VHDX" && at.bucket !== "W08R2" && at.bucket !== "W12";
    const sizeBytes = only?.sizeBytes ?? null;
    const path = only?.path ?? null;
    const growHost: Fix = {
      title: "Grow the virtual disk", runsOn: "host", target: at.hostName, shell: "none", command: null,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Settings > Hard Drive of the volume > Edit > Expand` }],
      downtime: online ? "none" : "vm-off", risk: { level: "low", why: online ? "A VHDX on SCSI grows while the VM runs." : "Only a VHDX on SCSI grows while the VM runs; the others need it off. A disk with checkpoints does not grow." },
      undo: "Shrink the volume in the guest, then the disk with Resize-VHD.", proof,
    };
    const resize = path === null || sizeBytes === null || isCheckpointFile(path) || at.bucket === "W08R2" ? null : `Hyper-V\\Resize-VHD -Path ${quote(path)} -SizeBytes ${Math.ceil(sizeBytes / 1024 ** 3) + MORE_GIGABYTES}GB`;
    const choose = vmById(at.vmId);
    const command = resize === null || online ? resize : `${choose} | Hyper-V\\Stop-VM\n${resize}\n${choose} | Hyper-V\\Start-VM`;
    const grown: Fix = command === null ? growHost : { ...growHost, shell: "powershell", command };
    const extend = guestFix(at, {
      title: "Then extend the volume in the guest",
      ...(letters.length === 0 ? {} : { command: letters.map((letter) => `$max = (Get-PartitionSupportedSize -DriveLetter ${letter.charAt(0)}).SizeMax\nResize-Partition -DriveLetter ${letter.charAt(0)} -Size $max`).join("\n") }),
      gui: [{ tool: "Guest", path: "Disk Management > Extend Volume (the only way up to Server 2008 R2)" }],
      downtime: "none", risk: { level: "low", why: "The volume stays mounted." }, undo: "Disk Management > Shrink Volume.", proof,
    });
    return [clean, grown, extend];
  },
});
