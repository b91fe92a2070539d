const CSV_ROOT = /^[a-z]:\\clusterstorage\\[^\\]+$/i;

/**
 * True when the folder (no trailing backslash) is the root of a drive, a share, a volume path, a Cluster Shared Volume,
 * or the mount point `mount` (domain.md 1.1, `vm-files-in-subfolder`).
 */
export function isVolumeRoot(folder: string, mount: string | null): boolean {
  if (folder.length <= 3 && folder.charAt(1) === ":") return true;
  if (folder.startsWith("\\\\")) return folder.indexOf("\\", folder.indexOf("\\", 2) + 1) < 0;
  if (CSV_ROOT.test(folder)) return true;
  if (mount === null) return false;
  const plain = mount.endsWith("\\") ? mount.slice(0, -1) : mount;
  return plain.length === folder.length && plain.toLowerCase() === folder.toLowerCase();
}
