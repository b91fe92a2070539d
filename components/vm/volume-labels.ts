import type { HostVolume } from "@/components/readiness/disk-links";
import type { VmDetail } from "@/lib/estate/contract";

/** Names of the host's volumes by their id, as the disk picture shows them: the last folder of the path, and the file system. */
export function volumeLabels(vm: Pick<VmDetail, "facts">): Record<string, HostVolume> {
  const labels: Record<string, HostVolume> = {};
  for (const volume of vm.facts.host.volumes ?? []) {
    const path = volume.path?.replace(/[\\/]+$/, "");
    const name = path?.split(/[\\/]/).at(-1);
    if (volume.uniqueId === null || name === undefined || name === "") continue;
    labels[volume.uniqueId] = { name, fileSystem: volume.fileSystemDetail ?? volume.fileSystem };
  }
  return labels;
}
