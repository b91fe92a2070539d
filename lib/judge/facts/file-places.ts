import type { Volume } from "@/lib/inventory/document";
import type { Missing } from "../outcome";
import type { Situation } from "../situation";
import type { VmFile } from "./storage";

/** What to call a volume in a sentence. */
export function volumeName(volume: Volume): string {
  return volume.path ?? volume.uniqueId ?? "a volume without a name";
}

/** Why the place of a file is not known: its own path was not read, or no volume that was read fits it. */
export function unplaced(file: VmFile, at: Situation): Missing {
  if (file.path === null) return at.missing("vm", file.disk < 0 ? "configLocation" : `disks[${file.disk}].path`);
  return at.missing("host", "volumes");
}

/** A fact of the volume below a file that has no value, with its reason. */
export function volumeMissing(at: Situation, volumes: readonly Volume[] | null, volume: Volume, fact: keyof Volume): Missing {
  const index = volumes?.indexOf(volume) ?? -1;
  return at.missing("host", index < 0 ? "volumes" : `volumes[${index}].${fact}`);
}

/** True when an earlier file of the list lies on the same volume, so that each volume is judged once. */
export function isRepeat(files: readonly VmFile[], index: number): boolean {
  const volume = files[index]?.volume;
  if (volume === null || volume === undefined) return false;
  for (let before = 0; before < index; before++) if (files[before]?.volume === volume) return true;
  return false;
}

/** The host volumes below the files of a VM. */
export interface VolumesBelow {
  /** Each volume once, in the order of the files. */
  known: readonly Volume[];
  /** Why the volume of a file is not known. */
  missing: Missing[];
  /** Known volumes and files without one; 0 when every file lies on a share. */
  count: number;
}

export function volumesBelow(files: readonly VmFile[], at: Situation): VolumesBelow {
  const known: Volume[] = [];
  const missing: Missing[] = [];
  for (const file of files) {
    if (file.onSmb === true) continue;
    if (file.volume === null) missing.push(unplaced(file, at));
    else if (!known.includes(file.volume)) known.push(file.volume);
  }
  return { known, missing, count: known.length + missing.length };
}

/** File systems that a host volume can be told to have (domain.md 1.6, `host-vol-fs`). */
export type VolumeFileSystem = "ntfs" | "refs" | "fat";
const KNOWN: Readonly<Record<string, VolumeFileSystem>> = {
  ntfs: "ntfs", csvfs_ntfs: "ntfs", refs: "refs", csvfs_refs: "refs", fat: "fat", fat16: "fat", fat32: "fat", exfat: "fat",
};
/** File system of a volume, below CSVFS where it is one; null when unread: no name, RAW, an unknown word, CSVFS without its detail. */
export function fileSystemOf(volume: Volume): VolumeFileSystem | null {
  if (volume.fileSystem === null) return null;
  const word = volume.fileSystem.toLowerCase();
  if (word !== "csvfs") return KNOWN[word] ?? null;
  return volume.fileSystemDetail === null ? null : KNOWN[volume.fileSystemDetail.toLowerCase()] ?? null;
}
