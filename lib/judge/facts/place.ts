import type { Volume } from "@/lib/inventory/document";
import { folderOf } from "./chain";
import { isUnc, shareOf, type VmFile, volumeKey, volumeUnder } from "./storage";

/** Where a file or folder lies, as far as it was read. */
export interface Place {
  path: string;
  isFolder: boolean;
  /** On an SMB share. */
  unc: boolean;
  /** The host volume; null when no row of the volume list fits, or on a share. */
  volume: Volume | null;
}

function placed(path: string, isFolder: boolean, volumes: readonly Volume[] | null): Place {
  const unc = isUnc(path);
  return { path, isFolder, unc, volume: unc || volumes === null ? null : volumeUnder(path, volumes) };
}

/** Place of a folder such as the checkpoint folder. */
export function placeOfFolder(path: string, volumes: readonly Volume[] | null): Place {
  return placed(path, true, volumes);
}

/** Place of a file that is none of the VM's own list, such as a parent disk. */
export function placeOfPath(path: string, volumes: readonly Volume[] | null): Place {
  return placed(path, false, volumes);
}

/** Place of a file of the VM; null when its path was not read. */
export function placeOfFile(file: VmFile): Place | null {
  return file.path === null ? null : { path: file.path, isFolder: file.what === "configuration", unc: isUnc(file.path), volume: file.volume };
}

/** `d:` or `c:\clusterstorage\volume1`, lower case; null for a path without a drive letter. */
function rootOf(path: string): string | null {
  const plain = path.toLowerCase();
  if (plain.charAt(1) !== ":") return null;
  const drive = plain.slice(0, 2);
  if (!plain.startsWith("\\clusterstorage\\", 2)) return drive;
  const end = plain.indexOf("\\", 18);
  return end < 0 ? plain : plain.slice(0, end);
}

function folder(place: Place): string {
  if (!place.isFolder) return folderOf(place.path).toLowerCase();
  return (place.path.endsWith("\\") ? place.path.slice(0, -1) : place.path).toLowerCase();
}

/** Same volume or share. Null when that was not read: two paths of one drive may lie on two mounted volumes. */
export function samePlace(one: Place, other: Place): boolean | null {
  if (one.unc || other.unc) return one.unc && other.unc && shareOf(one.path) === shareOf(other.path);
  if (one.volume !== null && other.volume !== null) return one.volume === other.volume || volumeKey(one.volume) === volumeKey(other.volume);
  const inside = folder(one);
  if (inside !== "" && inside === folder(other)) return true;
  const root = rootOf(one.path);
  const otherRoot = rootOf(other.path);
  if (root === null || otherRoot === null) return null;
  if (root !== otherRoot) return false;
  return root.length > 2 ? true : null;
}

/** The place in words: share, CSV folder or drive. */
export function placeName(place: Place): string {
  return shareOf(place.path) ?? rootOf(place.path)?.toUpperCase() ?? folder(place);
}
