import type { Cluster, Csv, Disk, Host, Vm, Volume } from "@/lib/inventory/document";

/** A file of the VM and where it lies. Null = not read. */
export interface VmFile {
  what: "disk" | "configuration";
  /** Index in `vm.disks`, or -1 for the configuration. */
  disk: number;
  path: string | null;
  onSmb: boolean | null;
  /** The host volume, joined by unique id, else by the longest path prefix; null when no row fits. */
  volume: Volume | null;
  onCsv: boolean | null;
  csv: Csv | null;
}

/** `\\server\share\x` but not `\\?\Volume{...}` or `\\.\`. */
export function isUnc(path: string): boolean {
  return path.startsWith("\\\\") && !path.startsWith("\\\\?\\") && !path.startsWith("\\\\.\\");
}

/** `\\server\share` of a UNC path, lower case; null for any other path. */
export function shareOf(path: string): string | null {
  if (!isUnc(path)) return null;
  const [server, share] = path.slice(2).split("\\");
  return server && share ? `\\\\${server}\\${share}`.toLowerCase() : null;
}

/** True for an attached physical disk: kind says so, or a disk number is there. Null when neither was read, or the kind is a word that we do not know. */
export function isPassThrough(disk: Disk): boolean | null {
  const { kind } = disk;
  if (disk.diskNumber !== null || kind === "passthrough") return true;
  return kind === "vhd" || kind === "vhdset" || kind === "pmem" ? false : null;
}

/** Lower-case key of a volume for maps: unique id, else path. */
export function volumeKey(volume: Volume): string {
  return (volume.uniqueId ?? volume.path ?? "").toLowerCase();
}

/** The host volume whose root is the longest prefix of the path; null when none fits. */
export function volumeUnder(path: string, volumes: readonly Volume[]): Volume | null {
  const plain = path.toLowerCase();
  let best: Volume | null = null;
  let bestLength = 0;
  for (const volume of volumes) {
    if (volume.path === null || (volume.path.charCodeAt(0) | 32) !== (plain.charCodeAt(0) | 32)) continue;
    let end = volume.path.length;
    while (end > 0 && volume.path.charCodeAt(end - 1) === 92) end--;
    const root = volume.path.slice(0, end).toLowerCase();
    if (root.length <= bestLength || !plain.startsWith(root)) continue;
    if (plain.length > root.length && plain.charAt(root.length) !== "\\") continue;
    best = volume;
    bestLength = root.length;
  }
  return best;
}

function isSameId(one: string, other: string): boolean {
  return one === other || (one.length === other.length && one.toLowerCase() === other.toLowerCase());
}

const CSV_PATH = /^[a-z]:\\clusterstorage\\[^\\]+/i;

function csvOf(path: string | null, volume: Volume | null, cluster: Cluster): Csv | null {
  for (const csv of cluster.csvs ?? []) {
    if (volume?.uniqueId && csv.volumeId && isSameId(csv.volumeId, volume.uniqueId)) return csv;
    const root = csv.volumePath?.toLowerCase().replace(/\\+$/, "");
    if (root !== undefined && path !== null && (path.toLowerCase() === root || path.toLowerCase().startsWith(`${root}\\`))) return csv;
  }
  return null;
}

function locate(what: VmFile["what"], disk: number, path: string | null, hostVolumeId: string | null, isSmb: boolean | null, host: Host, cluster: Cluster): VmFile {
  const onSmb = isSmb ?? (path === null ? null : isUnc(path));
  if (onSmb === true) return { what, disk, path, onSmb, volume: null, onCsv: false, csv: null };
  const volumes = host.volumes ?? [];
  const byId = hostVolumeId === null ? undefined : volumes.find((volume) => volume.uniqueId !== null && isSameId(volume.uniqueId, hostVolumeId));
  const volume = byId ?? (path === null ? null : volumeUnder(path, volumes));
  const onCsv = host.isClusterNode === false ? false : volume?.isCsv ?? (path !== null && CSV_PATH.test(path) ? true : null);
  return { what, disk, path, onSmb, volume, onCsv, csv: onCsv === true ? csvOf(path, volume, cluster) : null };
}

/**
 * The files of a VM as domain.md 4.5 counts them: attached disks that are no pass-through and, where it is known, the
 * configuration folder. Null when the list of disks was not read.
 */
export function filesOf(vm: Vm, host: Host, cluster: Cluster): VmFile[] | null {
  if (vm.disks === null) return null;
  const files: VmFile[] = [];
  vm.disks.forEach((disk, index) => {
    if (isPassThrough(disk) === true) return;
    files.push(locate("disk", index, disk.path, disk.hostVolumeId, disk.isSmb, host, cluster));
  });
  if (vm.configLocation !== null) files.push(locate("configuration", -1, vm.configLocation, null, null, host, cluster));
  return files;
}
