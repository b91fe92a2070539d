import type { GuestVolume } from "@/lib/inventory/document";
import { isKnownAbsent } from "@/lib/inventory/fact";
import { type GuestWindows, KERNEL_2008 } from "./guest-windows";
import { type Missing, notApplicable, type Outcome, unknown } from "../outcome";
import type { Situation } from "../situation";

export const MEGABYTE = 1_048_576;
/** Role of a guest volume as requirements read it: ESP, MSR and recovery are left out (domain.md `guest-esp-exempt`). */
export type VolumeRole = "data" | "system-reserved" | "recovery" | "left-out" | "unread";

/** Role of a volume; a role that is known to be none is data, a word that we do not know is unread. */
export function roleOf(volume: GuestVolume, index: number, at: Situation): VolumeRole {
  switch (volume.partitionRole) {
    case "data": return "data";
    case "system-reserved": return "system-reserved";
    case "recovery": return "recovery";
    case "esp":
    case "msr": return "left-out";
    case null: return isKnownAbsent(volumeMissing(at, index, "partitionRole").reason) ? "data" : "unread";
    default: return "unread";
  }
}

/** True for roles that file system and free space are not judged for. */
export function isLeftOut(role: VolumeRole): boolean {
  return role === "left-out" || role === "recovery";
}

/** True when the volume counts as unread (domain.md 4.2, step 3): locked, or lock state and file system both unknown. */
export function isUnreadVolume(volume: GuestVolume, index: number, at: Situation): boolean {
  if (volume.bitlocker === "locked") return true;
  if (volume.bitlocker === "off" || volume.bitlocker === "unlocked" || volume.fileSystem !== null) return false;
  return volume.bitlocker !== null || !isKnownAbsent(volumeMissing(at, index, "bitlocker").reason);
}

/** Name for people: drive letter, else folder, else its place in the list. */
export function volumeName(volume: GuestVolume, index: number): string {
  return volume.driveLetter || volume.mountPaths?.[0] || `volume ${index + 1}`;
}

/** The volume as commands inside the guest take it: drive letter, else volume GUID path, else null. */
export function volumeAddress(volume: GuestVolume): string | null {
  return volume.driveLetter || volume.deviceId || null;
}

export function volumeMissing(at: Situation, index: number, fact: keyof GuestVolume): Missing {
  return at.missing("guest", `volumes[${index}].${fact}`);
}

/** A fact of a volume that counts as unread: the lock is named as the reason when it is known. */
export function lockedMissing(volume: GuestVolume, index: number, at: Situation, fact: keyof GuestVolume): Missing {
  if (volume.bitlocker !== "locked") return volumeMissing(at, index, volume[fact] === null ? fact : "bitlocker");
  return { fact: `guest.volumes[${index}].${fact}`, reason: "permission-denied", text: `${volumeName(volume, index)} is locked by BitLocker` };
}

/** "C:, D: and 3 more". */
export function listed(names: readonly string[]): string {
  return names.length <= 3 ? names.join(", ") : `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
}

/** "1.9 GB", "310 MB"; binary units, one decimal from a gigabyte on. */
export function bytesText(bytes: number): string {
  if (bytes >= 1024 ** 4) return `${Math.round(bytes / (1024 ** 4 / 10)) / 10} TB`;
  return bytes >= 1024 ** 3 ? `${Math.round(bytes / (1024 ** 3 / 10)) / 10} GB` : `${Math.floor(bytes / MEGABYTE)} MB`;
}

/** Least diff area that VSS takes on a volume, in bytes; `low` and `high` differ while what decides is unread. */
export interface Floor {
  low: number;
  high: number;
}

const SMALL = 500 * MEGABYTE;

/**
 * Floor of domain.md 4.4 [S66]: 320 MB, 32 MB on volumes under 500 MB, 300 MB on Server 2003, Vista and Server 2008; the
 * guest's registry value replaces the table, the setting only raises the result.
 */
export function floorOf(capacityBytes: number | null, windows: GuestWindows | null, minDiffAreaMb: number | null, raiseToMb: number): Floor {
  let low = 32;
  let high = 320;
  if (minDiffAreaMb !== null) low = high = minDiffAreaMb;
  else if (windows !== null && windows.kernel <= KERNEL_2008) low = high = 300;
  else if (capacityBytes !== null && windows !== null) low = high = capacityBytes < SMALL ? 32 : 320;
  else if (capacityBytes !== null) {
    low = capacityBytes < SMALL ? 32 : 300;
    high = capacityBytes < SMALL ? 300 : 320;
  }
  return { low: Math.max(low, raiseToMb) * MEGABYTE, high: Math.max(high, raiseToMb) * MEGABYTE };
}

/** True when a volume is so small that the floor is scaled down for it (domain.md `guest-small-partitions`). */
export function isSmallVolume(capacityBytes: number): boolean {
  return capacityBytes < SMALL;
}

/** Hands the volumes of a Windows guest to `check`; other guests, and volumes that were not read, are answered here. */
export function withVolumes(volumes: readonly GuestVolume[] | null, at: Situation, open: readonly string[], check: (volumes: readonly GuestVolume[]) => Outcome): Outcome {
  if (at.family === null) return unknown([at.missing("guest", "osFamily")], open, "Which system runs in the guest was not read.");
  if (at.family !== "windows") return notApplicable("Speaks of Windows guests.");
  if (volumes === null) return unknown([at.missing("guest", "volumes")], open, "The volumes of the guest were not read.");
  if (volumes.length === 0) return unknown([at.missing("guest", "volumes")], open, "The list of guest volumes came back empty; every Windows has one.");
  return check(volumes);
}
