import type { InventoryInput } from "@/lib/inventory/document";
import { guidOf, isUncPath, numberOf, type Raw, rawList, textOf } from "../raw";

type VmInput = NonNullable<NonNullable<InventoryInput["hosts"][number]["vms"]>>[number];
export type DiskInput = NonNullable<VmInput["disks"]>[number];

export const DISK_KEYS = ["Location", "SharePath", "Directory", "HostVolumeId", "HostVolume", "FileShare", "MaximumSize", "Size", "VHDType", "Name", "ID"] as const;
/** Names only: the numbers of VMM's own enum stand in no page that we know. */
const TYPES: Readonly<Record<string, string>> = { fixedsize: "Fixed", fixed: "Fixed", dynamicallyexpanding: "Dynamic", dynamic: "Dynamic", differencing: "Differencing" };

/** Format of a disk file by its extension; null for any other. */
export function formatOf(path: string): "VHD" | "VHDX" | "VHDSet" | null {
  const extension = /\.(a?vhdx?|vhds)$/i.exec(path)?.[1]?.toLowerCase();
  if (extension === undefined) return null;
  return extension === "vhds" ? "VHDSet" : extension.endsWith("x") ? "VHDX" : "VHD";
}

function diskOf(raw: Raw, volumeIds: ReadonlyMap<string, string>): DiskInput {
  const path = textOf(raw["Location"]) ?? textOf(raw["SharePath"]);
  const format = path === null ? null : formatOf(path);
  const onShare = path !== null && isUncPath(path);
  const typeName = textOf(raw["VHDType"])?.toLowerCase() ?? "";
  const differencing = path !== null && /\.avhdx?$/i.test(path);
  return {
    kind: format === "VHDSet" ? "vhdset" : path === null ? null : "vhd",
    path,
    hostVolumeId: onShare ? null : volumeIds.get(guidOf(raw["HostVolumeId"]) ?? "") ?? null,
    isSmb: path === null ? null : onShare,
    format,
    type: differencing ? "Differencing" : TYPES[typeName] ?? null,
    sizeBytes: numberOf(raw["MaximumSize"]),
    fileBytes: numberOf(raw["Size"]),
  };
}

/**
 * Disks of a VM as SCVMM lists them. `VirtualHardDisks` holds files only: a physical disk attached to the VM stands in
 * `VirtualDiskDrives`, which many exports leave out. The list then ends with a disk of which nothing is known, so that
 * no requirement passes for disks that nobody looked at; `hidden` says so.
 */
export function disksOf(vm: Raw, volumeIds: ReadonlyMap<string, string>): { disks: DiskInput[] | null; hidden: boolean } {
  if (!("VirtualHardDisks" in vm)) return { disks: null, hidden: true };
  const files = vm["VirtualHardDisks"];
  const disks = rawList(files).map((raw) => diskOf(raw, volumeIds));
  if (disks.length === 0 && textOf(files) !== null) return { disks: null, hidden: true };
  const drives = "VirtualDiskDrives" in vm ? rawList(vm["VirtualDiskDrives"]) : null;
  const toldAll = drives !== null && drives.length > 0 && drives.every((drive) => "PassThroughDisk" in drive) && drives.length >= disks.length;
  for (const drive of toldAll ? drives : []) {
    const physical = drive["PassThroughDisk"];
    if (physical !== null && physical !== "") disks.push({ kind: "passthrough", path: textOf(physical) });
  }
  return toldAll ? { disks, hidden: false } : { disks: [...disks, {}], hidden: true };
}
