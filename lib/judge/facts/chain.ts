import type { Disk } from "@/lib/inventory/document";

/** Extension of a file, lower case and without its dot; empty when it has none. */
export function extensionOf(path: string): string {
  const dot = path.lastIndexOf(".");
  return dot > path.lastIndexOf("\\") ? path.slice(dot + 1).toLowerCase() : "";
}

/** Folder of a file, without the trailing backslash; empty for a bare name. */
export function folderOf(path: string): string {
  const cut = path.lastIndexOf("\\");
  return cut < 0 ? "" : path.slice(0, cut);
}

/** Last part of a path. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("\\") + 1);
}

/** A file that Hyper-V writes to while a checkpoint exists. */
export function isCheckpointFile(path: string): boolean {
  const extension = extensionOf(path);
  return extension === "avhd" || extension === "avhdx";
}

/** A VHD Set (.vhds, shared between guests of a cluster). Null when neither kind, format nor path tells. */
export function isVhdSet(disk: Disk): boolean | null {
  if (disk.kind === "vhdset" || disk.format === "VHDSet") return true;
  if (disk.path !== null && extensionOf(disk.path) === "vhds") return true;
  if (disk.path !== null || disk.format === "VHD" || disk.format === "VHDX") return false;
  return disk.kind === "vhd" || disk.kind === "passthrough" || disk.kind === "pmem" ? false : null;
}

/** Persistent memory, by controller, kind or file. Null when none of them was read. */
export function isPmem(disk: Disk): boolean | null {
  if (disk.controllerType === "PMEM" || disk.kind === "pmem") return true;
  if (disk.path !== null && extensionOf(disk.path) === "vhdpmem") return true;
  return disk.controllerType === null && disk.kind === null && disk.path === null ? null : false;
}

/** Name of a disk for people: its file, else its place in the list. */
export function diskName(disk: Disk, index: number): string {
  return disk.path === null ? `disk ${index}` : fileName(disk.path);
}

/**
 * The parent template of a differencing disk: the last file of a chain whose child is a .vhd or .vhdx, not a checkpoint
 * file (domain.md 1.5). Null when the chain has no such pair.
 */
export function templateOf(chain: readonly string[]): string | null {
  const base = chain[chain.length - 1];
  const child = chain[chain.length - 2];
  return base !== undefined && child !== undefined && !isCheckpointFile(child) ? base : null;
}
