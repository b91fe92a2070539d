import type { Disk, Volume } from "@/lib/inventory/document";
import { isRepeat, unplaced, volumeMissing, volumeName } from "../facts/file-places";
import { quote } from "../fix";
import { moveStorage } from "../moves";
import { hit, type Missing, notApplicable, pass, type Reading, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import { bytesText, roomText } from "../facts/sizes";
import type { Situation } from "../situation";
import { volumeKey, type VmFile } from "../facts/storage";

/** Bytes that the disks of all VMs on the volume may write while the backup runs; null when a size of this VM was not read. */
function headroom(at: Situation, files: readonly VmFile[], disks: readonly Disk[] | null, volume: Volume): number | null {
  let own: number | null = 0;
  for (const file of files) {
    if (file.volume !== volume || file.disk < 0) continue;
    const size = disks?.[file.disk]?.sizeBytes ?? null;
    own = size === null || own === null ? null : own + size;
  }
  if (own === null) return null;
  const { churnPercentPerHour, windowHours } = at.settings.headroom;
  return Math.max(own, at.neighbours.diskBytesByVolume.get(volumeKey(volume)) ?? 0) * (churnPercentPerHour / 100) * windowHours;
}

export const hostFreeSpace = defineRequirement({
  id: "host-free-space",
  title: "The volumes below the VM's disks have room for what is written during the backup",
  why: "Writes go to checkpoint files, or to the shadow copy area up to 2012, while the backup runs; a full volume pauses its VMs.",
  otherwise: "The backup may stop for want of room, and the VMs on the volume with it.",
  expected: "Disk size x churn x window free, and above the floor of the policy",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S3", "S4", "S26", "S47"],
  part: "F",
  asks: "always",
  needs: { host: ["volumes", "isClusterNode"], vm: ["disks", "operational"] },
  rows: { low: { when: "below the sum or the floor", cells: ["warn", "warn", "warn", "warn", "warn", "warn"], unconfirmed: true } },
  statuses: {
    W08R2: ["pass", "warning", "unknown", "not-applicable"], W12: ["pass", "warning", "unknown", "not-applicable"],
    W12R2: ["pass", "warning", "unknown", "not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"],
  },
  check({ host, vm }, at) {
    const { files } = at;
    if (files === null) return unknown([at.missing("vm", "disks")], [], "The disks of this VM were not read.");
    const { warnBytes, warnPercent, highBytes, highPercent } = at.settings.hostFree;
    const missing: Missing[] = [];
    const readings: Reading[] = [];
    const low: string[] = [];
    let high = false;
    let volumes = 0;
    for (let index = 0; index < files.length; index++) {
      const file = files[index];
      if (file === undefined || file.onSmb === true || file.disk < 0 || isRepeat(files, index)) continue;
      volumes++;
      const { volume } = file;
      if (volume === null) {
        missing.push(unplaced(file, at));
        continue;
      }
      const { freeBytes: free, capacityBytes: capacity } = volume;
      if (free === null) {
        missing.push(volumeMissing(at, host.volumes, volume, "freeBytes"));
        continue;
      }
      const needed = headroom(at, files, vm.disks, volume);
      const percent = capacity === null || capacity === 0 ? null : (free / capacity) * 100;
      readings.push({ fact: "host.volumes", reading: `${volumeName(volume)} freeBytes = ${free}` });
      const text = `${volumeName(volume)} has ${roomText(free, capacity)}`;
      if (free < highBytes || (percent !== null && percent < highPercent)) {
        high = true;
        low.push(text);
      } else if (free < warnBytes || (percent !== null && percent < warnPercent)) low.push(text);
      else if (needed !== null && free < needed) low.push(`${text}, the backup may need ${bytesText(needed)}`);
      else if (percent === null) missing.push(volumeMissing(at, host.volumes, volume, "capacityBytes"));
      else if (needed === null) missing.push(at.missing("vm", `disks[${file.disk}].sizeBytes`));
    }
    if (volumes === 0) return notApplicable("No disk of this VM lies on a volume of the host.");
    if (low.length > 0) {
      // A VM that says itself that its storage runs low makes the warning a high one (domain.md 1.6).
      const failing = vm.operational?.includes("PredictiveFailure") === true;
      return hit("low", { because: `${low.join("; ")}.`, observed: low.join("; "), readings, missing, high: high || failing });
    }
    if (missing.length > 0) return unknown(missing, [], "The room on the volumes below the VM's disks was not read whole.", readings);
    return pass(`${volumes} of ${volumes} volumes below the VM's disks have room.`, readings.map((of) => of.reading).join(", "), readings);
  },
  fixes(_facts, at) {
    const proof = "The next inventory reads more free bytes on the volume than the policy asks.";
    const path = at.files?.find((file) => file.disk >= 0 && file.volume !== null)?.volume?.path ?? null;
    const look = at.bucket === "W08R2"
      ? "Get-WmiObject Win32_Volume | Sort-Object FreeSpace | Select-Object Name, Capacity, FreeSpace"
      : `Get-Volume ${path === null ? "" : `-FilePath ${quote(path)} `}| Select-Object UniqueId, Size, SizeRemaining`;
    return [{
      title: "Free or extend the volume", runsOn: "host", target: at.hostName, shell: "powershell", command: look,
      gui: [{ tool: "Hyper-V Manager", path: "Delete checkpoints that nobody needs; then Disk Management > the volume > Extend Volume" }],
      downtime: "none", risk: { level: "low", why: "The command only reads; merging deleted checkpoints loads the volume." },
      undo: "An extended volume can be shrunk again.", proof,
    }, moveStorage(at, { title: "Move the VM's files to a volume with more room", onto: "a volume with more room", proof })];
  },
});
