import type { VmDetail } from "@/lib/estate/contract";

/** Names of the host's volumes by their id, as the disk picture shows them: the last folder of the path and the file system. */
export function volumeLabels(vm: Pick<VmDetail, "facts">): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const volume of vm.facts.host.volumes ?? []) {
    const path = volume.path?.replace(/[\\/]+$/, "");
    const name = path?.split(/[\\/]/).at(-1);
    if (volume.uniqueId === null || name === undefined || name === "") continue;
    labels[volume.uniqueId] = [name, volume.fileSystemDetail ?? volume.fileSystem].filter((text) => text !== null).join(", ");
  }
  return labels;
}
