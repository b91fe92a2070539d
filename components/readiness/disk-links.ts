import { bytes } from "@/components/ui/numbers";
import type { Disk } from "@/lib/inventory/document";

export interface DiskNode {
  kind: "slot" | "now" | "parent" | "folded" | "missing" | "outside" | "volume";
  title: string;
  /** Full path where the title is only its last part. */
  path: string | null;
  notes: readonly string[];
}

/** A volume of the host as the picture names it. */
export interface HostVolume {
  name: string;
  fileSystem: string | null;
}

const MOST_PARENTS = 3;

function lastPart(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== "") ?? path;
}

function slot(disk: Disk): DiskNode {
  const place = disk.controllerType === null ? "Place not read" : `${disk.controllerType} ${disk.controllerNumber ?? "?"}:${disk.lun ?? "?"}`;
  return { kind: "slot", title: place, path: null, notes: disk.sizeBytes === null ? [] : [`${bytes(disk.sizeBytes)} for the guest`] };
}

function fileNote(disk: Disk, isBase: boolean): string[] {
  const size = disk.fileBytes === null ? [] : [bytes(disk.fileBytes)];
  const type = isBase ? disk.type?.toLowerCase() : "checkpoint";
  return [[...size, ...(type === undefined ? [] : [type])].join(", ")].filter((text) => text !== "");
}

function parents(paths: readonly string[]): DiskNode[] {
  const node = (path: string): DiskNode => ({ kind: "parent", title: lastPart(path), path, notes: [] });
  if (paths.length <= MOST_PARENTS) return paths.map(node);
  const [first, base] = [paths[0], paths.at(-1)];
  const folded: DiskNode = { kind: "folded", title: `${paths.length - 2} more`, path: paths.slice(1, -1).join("\n"), notes: [] };
  return [...(first === undefined ? [] : [node(first)]), folded, ...(base === undefined ? [] : [node(base)])];
}

/**
 * The way of one disk from its controller to the storage below: slot, file written now, parents, volume. More than three
 * parents fold. A pass-through disk ends outside; a missing parent is its own node.
 */
export function diskLinks(disk: Disk, volumeOf: (id: string | null) => HostVolume | null): DiskNode[] {
  if (disk.kind === "passthrough") {
    const name = disk.diskNumber === null ? (disk.path ?? "Physical disk") : `Physical disk ${disk.diskNumber}`;
    return [slot(disk), { kind: "outside", title: name, path: disk.path, notes: ["not in the backup"] }];
  }
  const [now = disk.path ?? "File not read", ...below] = disk.chain ?? [];
  const nodes: DiskNode[] = [slot(disk), { kind: "now", title: lastPart(now), path: now, notes: fileNote(disk, below.length === 0) }, ...parents(below)];
  if (disk.chainError === "base-missing" || disk.chainError === "broken") {
    nodes.push({ kind: "missing", title: disk.chainError === "broken" ? "Chain broken" : "Parent missing", path: null, notes: ["the backup will fail"] });
  }
  const volume = volumeOf(disk.hostVolumeId);
  const title = volume?.name ?? disk.hostVolumeId ?? (disk.isSmb === true ? "SMB share" : "Volume not read");
  nodes.push({ kind: "volume", title, path: null, notes: [volume?.fileSystem].filter((text) => text !== null && text !== undefined) });
  return nodes;
}
