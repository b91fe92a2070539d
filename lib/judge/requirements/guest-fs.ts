import type { GuestVolume } from "@/lib/inventory/document";
import { type Fix, quote } from "../fix";
import { guestFix } from "../guest-fix";
import { isLeftOut, isUnreadVolume, listed, lockedMissing, roleOf, volumeMissing, volumeName, withVolumes } from "../facts/guest-volumes";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import type { Situation } from "../situation";

const WITHOUT_SNAPSHOTS: ReadonlySet<string> = new Set(["FAT", "FAT32", "EXFAT", "UDF"]);

type Standing = "fine" | "fat" | "refs" | "fileSystem" | "partitionRole" | "lock";

/** Up to Server 2012 a ReFS data volume is unverified; from 2012 R2 on, and for an agent in the guest, it passes. */
function isOld(at: Situation): boolean {
  return at.api !== "guest-agent" && (at.bucket === "W08R2" || at.bucket === "W12");
}

function standingOf(volume: GuestVolume, index: number, old: boolean, at: Situation): Standing {
  const role = roleOf(volume, index, at);
  if (isLeftOut(role)) return "fine";
  if (isUnreadVolume(volume, index, at)) return "lock";
  const name = volume.fileSystem;
  if (name === "NTFS") return "fine";
  const upper = name?.toUpperCase() ?? "";
  if (upper === "NTFS" || (upper === "REFS" && !old)) return "fine";
  const found = upper === "REFS" ? "refs" : WITHOUT_SNAPSHOTS.has(upper) ? "fat" : "fileSystem";
  return role === "unread" && found !== "fileSystem" ? "partitionRole" : found;
}

export const guestFs = defineRequirement({
  id: "guest-fs",
  title: "Every data volume in the guest is NTFS, or ReFS where allowed",
  why: "The snapshot inside the guest needs a file system that supports snapshots.",
  otherwise: "A FAT or exFAT data volume means saved state up to Server 2012 and an unproven copy from 2012 R2 on.",
  expected: "NTFS, or ReFS from Server 2012 R2 on",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S2", "S3", "S20", "S38"],
  part: "C-static",
  asks: "running",
  needs: { guest: ["volumes"] },
  rows: {
    fat: { when: "FAT, FAT32, exFAT or UDF data volume", cells: ["saved-state", "saved-state", "live-unverified", "live-unverified", "live-unverified", "live-unverified"], unconfirmed: ["W12R2", "W16+"] },
    refs: { when: "ReFS data volume", cells: ["live-unverified", "live-unverified", "pass", "pass", "pass", "pass"], unconfirmed: ["W08R2", "W12"] },
  },
  statuses: {
    W08R2: ["pass", "fail", "warning", "unknown", "not-applicable"],
    W12: ["pass", "fail", "warning", "unknown", "not-applicable"],
    W12R2: ["pass", "warning", "unknown", "not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    const old = isOld(at);
    const open = old ? ["fat", "refs"] : ["fat"];
    return withVolumes(guest.volumes, at, open, (volumes) => {
      const bad: string[] = [];
      const hits: string[] = [];
      const addresses: string[] = [];
      const missing: Missing[] = [];
      volumes.forEach((volume, index) => {
        const standing = standingOf(volume, index, old, at);
        if (standing === "fine") return;
        if (standing === "fat" || standing === "refs") {
          bad.push(`${volumeName(volume, index)} (${volume.fileSystem ?? ""})`);
          if (!hits.includes(standing)) hits.push(standing);
          if (/^fat(32)?$/i.test(volume.fileSystem ?? "") && volume.driveLetter) addresses.push(volume.driveLetter);
        } else if (standing === "lock") missing.push(lockedMissing(volume, index, at, "fileSystem"));
        else if (standing === "fileSystem" && volume.fileSystem !== null) missing.push({ fact: `guest.volumes[${index}].fileSystem`, reason: "ambiguous", text: volume.fileSystem === "" ? "empty name" : volume.fileSystem });
        else missing.push(volumeMissing(at, index, standing));
      });
      if (bad.length > 0) {
        return hit(hits, {
          because: `${bad.length} of ${volumes.length} guest volumes without proven snapshots: ${listed(bad)}.`, observed: bad.join(", "),
          readings: [{ fact: "guest.volumes", reading: bad.join(", ") }], missing, open: missing.length > 0 ? open : [], subject: { volumes: bad, addresses },
        });
      }
      if (missing.length > 0) return unknown(missing, open, `The file system of ${missing.length} of ${volumes.length} guest volumes was not read.`);
      return pass(`Every data volume among ${volumes.length} supports snapshots.`, "NTFS or ReFS", [{ fact: "guest.volumes", reading: `${volumes.length} volumes` }]);
    });
  },
  fixes(_facts, at, outcome) {
    const names = outcome.subject?.["volumes"];
    const addresses = outcome.subject?.["addresses"];
    const which = Array.isArray(names) ? names.join(", ") : "the volumes";
    const proof = "The next inventory reads NTFS for these volumes.";
    const fixes: Fix[] = [];
    if (Array.isArray(addresses) && addresses.length > 0) {
      fixes.push(guestFix(at, {
        title: `Convert ${addresses.join(", ")} to NTFS in place`, command: addresses.map((letter) => `convert.exe ${quote(String(letter))} /fs:ntfs`).join("\n"),
        downtime: "service-restart", risk: { level: "medium", why: "The volume is dismounted for the conversion; applications on it stop." }, undo: "None in place: copy the data, format the volume as before, copy it back.", proof,
      }));
    }
    fixes.push(guestFix(at, {
      title: `Move the data of ${which} to an NTFS volume`, gui: [{ tool: "Guest", path: `Disk Management > create an NTFS volume on a new disk, copy ${which} to it, swap the drive letters` }],
      downtime: "data-move", risk: { level: "medium", why: "Applications on these volumes stop for the last copy." }, undo: "Swap the drive letters back.", proof,
    }));
    return fixes;
  },
});
