import type { GuestVolume } from "@/lib/inventory/document";
import { guestFix } from "../guest-fix";
import { bytesText, floorOf, isSmallVolume, listed, MEGABYTE, roleOf, volumeMissing, volumeName, withVolumes } from "../facts/guest-volumes";
import { guestWindows } from "../facts/guest-windows";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement, everywhere } from "../requirement";

const GIGABYTE = 1024 * MEGABYTE;

export const guestSmallPartitions = defineRequirement({
  id: "guest-small-partitions",
  title: "Recovery and System Reserved partitions have some free space",
  why: "A recovery partition with 26 MB free gave 0x8004231f when a tool included it in the snapshot.",
  otherwise: "Some tools fail; whether Hyper-V's own backup includes such partitions is not confirmed.",
  expected: "Recovery: 50, 320 or 1024 MB by its size; System Reserved: the VSS minimum for its size",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S45", "S66", "S67"],
  part: "F",
  asks: "running",
  needs: { guest: ["volumes", "minDiffAreaMb", "osVersion"] },
  rows: { small: { when: "less free space than its size asks for", cells: everywhere("warn"), unconfirmed: true } },
  statuses: {
    W08R2: ["pass", "warning", "unknown", "not-applicable"], W12: ["pass", "warning", "unknown", "not-applicable"],
    W12R2: ["pass", "warning", "unknown", "not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    return withVolumes(guest.volumes, at, [], (volumes) => {
      const windows = guestWindows(guest.osVersion);
      const { winReMb, guestFloorMb } = at.settings;
      const needed = (volume: GuestVolume, capacity: number) => {
        if (volume.partitionRole !== "recovery") return isSmallVolume(capacity) ? 32 * MEGABYTE : floorOf(capacity, windows, guest.minDiffAreaMb, guestFloorMb).low;
        return (isSmallVolume(capacity) ? winReMb.small : capacity <= GIGABYTE ? winReMb.medium : winReMb.large) * MEGABYTE;
      };
      const tight: string[] = [];
      const missing: Missing[] = [];
      let judged = 0;
      volumes.forEach((volume, index) => {
        const role = roleOf(volume, index, at);
        if (role === "unread") missing.push(volumeMissing(at, index, "partitionRole"));
        if (role !== "recovery" && role !== "system-reserved") return;
        judged += 1;
        if (volume.freeBytes === null || volume.capacityBytes === null) missing.push(volumeMissing(at, index, volume.freeBytes === null ? "freeBytes" : "capacityBytes"));
        else if (volume.freeBytes < needed(volume, volume.capacityBytes)) {
          tight.push(`${volumeName(volume, index)} (${role}, ${bytesText(volume.freeBytes)} of at least ${bytesText(needed(volume, volume.capacityBytes))})`);
        }
      });
      if (tight.length > 0) {
        return hit("small", {
          because: `Little free space on ${listed(tight)}; some tools then fail.`, observed: tight.join(", "),
          readings: [{ fact: "guest.volumes", reading: `free: ${tight.join(", ")}` }], missing,
        });
      }
      if (missing.length > 0) return unknown(missing, [], "The small partitions of the guest were not read in full.");
      if (judged === 0) return notApplicable("The guest has no recovery or System Reserved volume in its list.");
      return pass(`${judged} small ${judged === 1 ? "partition has" : "partitions have"} free space enough.`, "Enough", [{ fact: "guest.volumes", reading: `${judged} recovery or system-reserved` }]);
    });
  },
  fixes(_facts, at, outcome) {
    return [guestFix(at, {
      title: "Enlarge the partition", gui: [{ tool: "Guest", path: `Disk Management > make room behind ${outcome.observed}, extend it; a recovery partition: reagentc /disable, recreate it larger, reagentc /enable` }],
      downtime: "none", risk: { level: "medium", why: "A wrong step at the boot disk keeps the guest from starting; take a backup first." },
      undo: "Restore the disk from the backup.", proof: "The next inventory reads more free bytes on this partition.",
    })];
  },
});
