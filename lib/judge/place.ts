import type { Volume } from "@/lib/inventory/document";
import { folderOf } from "./chain";
import { isUnc, shareOf, type VmFile, volumeKey, volumeUnder } from "./storage";

/** Where a file lies, as far as it was read. */
export interface Place {
  /** `\\server\share`, lower case; null for a local path. */
  share: string | null;
  /** Key of the host volume; null when no row of the volume list fits. */
  volume: string | null;
  /** `d:` or `c:\clusterstorage\volume1`; null for other paths. */
  root: string | null;
  folder: string;
}

function rootOf(path: string): string | null {
  const plain = path.toLowerCase();
  if (plain.charAt(1) !== ":") return null;
  const drive = plain.slice(0, 2);
  if (!plain.startsWith("\\clusterstorage\\", 2)) return drive;
  const end = plain.indexOf("\\", 18);
  return end < 0 ? plain : plain.slice(0, end);
}
function placed(path: string, folder: string, volume: Volume | null): Place {
  return { share: shareOf(path), volume: volume === null ? null : volumeKey(volume), root: rootOf(path), folder: folder.toLowerCase() };
}

/** Place of a folder such as the checkpoint folder. */
export function placeOfFolder(path: string, volumes: readonly Volume[] | null): Place {
  const folder = path.endsWith("\\") ? path.slice(0, -1) : path;
  return placed(path, folder, isUnc(path) ? null : volumeUnder(path, volumes ?? []));
}

/** Place of a file that is none of the VM's own list, such as a parent disk. */
export function placeOfPath(path: string, volumes: readonly Volume[] | null): Place {
  return placed(path, folderOf(path), isUnc(path) ? null : volumeUnder(path, volumes ?? []));
}

/** Place of a file of the VM; null when its path was not read. */
export function placeOfFile(file: VmFile): Place | null {
  if (file.path === null) return null;
  return placed(file.path, file.what === "configuration" ? file.path.replace(/\\$/, "") : folderOf(file.path), file.volume);
}

/** Same volume or share. Null when that was not read: two paths of one drive may lie on two mounted volumes. */
export function samePlace(one: Place, other: Place): boolean | null {
  if (one.share !== null || other.share !== null) return one.share === other.share;
  if (one.volume !== null && other.volume !== null) return one.volume === other.volume;
  if (one.folder !== "" && one.folder === other.folder) return true;
  if (one.root === null || other.root === null) return null;
  if (one.root !== other.root) return false;
  return one.root.length > 2 ? true : null;
}

/** The place in words: share, CSV folder or drive. */
export function placeName(place: Place): string {
  return place.share ?? place.root?.toUpperCase() ?? place.folder;
}
