import type { InventoryInput } from "@/lib/inventory/document";
import { flagOf, guidOf, type IgnoredKeys, isUncPath, numberOf, type Raw, textOf } from "../raw";
import { formatOf } from "../scvmm/disks";
import { CONTROLLER, VHD_FORMAT, VHD_TYPE, wordOf } from "./enums";

type VmInput = NonNullable<InventoryInput["hosts"][number]["vms"]>[number];
type DiskInput = NonNullable<VmInput["disks"]>[number];
type AbsentInput = NonNullable<VmInput["absent"]>[number];

const DRIVE_KEYS = ["DiskNumber", "SupportPersistentReservations", "ControllerType", "ControllerNumber", "ControllerLocation", "Path", "ComputerName", "VMId", "VMName", "VMSnapshotId", "Id", "Name"] as const;
const VHD_KEYS = ["Path", "VhdFormat", "VhdType", "FileSize", "Size", "LogicalSectorSize", "PhysicalSectorSize", "ParentPath", "Alignment", "ComputerName"] as const;

/** Output of Get-VHD by path in lower case. */
export function vhdsByPath(records: readonly Raw[], ignored: IgnoredKeys): Map<string, Raw> {
  const vhds = new Map<string, Raw>();
  for (const record of records) {
    ignored.add("Get-VHD", record, VHD_KEYS);
    const path = textOf(record["Path"]);
    if (path !== null) vhds.set(path.toLowerCase(), record);
  }
  return vhds;
}

/**
 * The chain from the file written now to its base, by ParentPath of Get-VHD. A parent of which no Get-VHD came is not
 * read; a chain is only whole when the last file says that it has no parent.
 */
function chainOf(path: string, vhds: ReadonlyMap<string, Raw>): Pick<DiskInput, "chain" | "chainError"> {
  const chain: string[] = [];
  let next: string | null = path;
  while (next !== null) {
    const vhd: Raw | undefined = vhds.get(next.toLowerCase());
    if (vhd === undefined || !("ParentPath" in vhd)) return { chain: null, chainError: "not-read" };
    if (chain.some((file) => file.toLowerCase() === next?.toLowerCase())) return { chain, chainError: "broken" };
    chain.push(next);
    next = textOf(vhd["ParentPath"]);
  }
  return { chain, chainError: "none" };
}

function kindOf(raw: Raw, path: string | null, controller: string | null): string | null {
  if (numberOf(raw["DiskNumber"]) !== null) return "passthrough";
  if (controller === "PMEM") return "pmem";
  const format = path === null ? null : formatOf(path);
  return format === "VHDSet" ? "vhdset" : format !== null ? "vhd" : null;
}

/** A drive of Get-VMHardDiskDrive, with what Get-VHD says of its file. */
export function diskOf(raw: Raw, vhds: ReadonlyMap<string, Raw>, ignored: IgnoredKeys): DiskInput {
  ignored.add("Get-VMHardDiskDrive", raw, DRIVE_KEYS);
  const path = textOf(raw["Path"]);
  const controllerType = wordOf(raw["ControllerType"], CONTROLLER);
  const kind = kindOf(raw, path, controllerType);
  const attached = {
    controllerType, controllerNumber: numberOf(raw["ControllerNumber"]), lun: numberOf(raw["ControllerLocation"]), kind, path,
    diskNumber: numberOf(raw["DiskNumber"]), persistentReservations: flagOf(raw["SupportPersistentReservations"]),
    isSmb: kind === "passthrough" ? false : path === null ? null : isUncPath(path),
  };
  if (path === null || kind === "passthrough") return attached;
  const vhd = vhds.get(path.toLowerCase());
  if (vhd === undefined) return { ...attached, format: formatOf(path), chain: null, chainError: "not-read" };
  return {
    ...attached,
    format: wordOf(vhd["VhdFormat"], VHD_FORMAT) ?? formatOf(path), type: wordOf(vhd["VhdType"], VHD_TYPE),
    sizeBytes: numberOf(vhd["Size"]), fileBytes: numberOf(vhd["FileSize"]),
    logicalSector: numberOf(vhd["LogicalSectorSize"]), physicalSector: numberOf(vhd["PhysicalSectorSize"]), alignment: numberOf(vhd["Alignment"]),
    ...chainOf(path, vhds),
  };
}

/** How many drives Get-VM itself counts in `HardDrives`, also where the depth ended and only type names are left; null when it does not say. */
export function drivesCounted(vm: Raw): number | null {
  return countOf(vm["HardDrives"]);
}

/** Entries of a collection: of a list, or of the type names that stand for it in one text. An empty text is an empty collection. */
export function countOf(value: unknown): number | null {
  if (Array.isArray(value)) return value.length;
  if (typeof value !== "string") return null;
  const names = value.split(/\s+/).filter((name) => name !== "");
  return names.every((name) => /^(?:Microsoft|Deserialized)\./.test(name)) ? names.length : null;
}

/** True for a drive of the VM as it runs now, not of one of its checkpoints. */
export function isOfNow(raw: Raw): boolean {
  return guidOf(raw["VMSnapshotId"]) === null;
}

/** Why facts of a drive are null though the drive was read: a file has no disk number. */
export function absentOfDisk(raw: Raw, index: number): AbsentInput[] {
  return "DiskNumber" in raw && raw["DiskNumber"] === null ? [{ fact: `disks[${index}].diskNumber`, reason: "empty" }] : [];
}
