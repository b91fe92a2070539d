import { isKnownAbsent } from "@/lib/inventory/fact";
import { volumeMissing, volumeName, volumesBelow } from "../facts/file-places";
import { hit, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const hostDedup = defineRequirement({
  id: "host-dedup",
  title: "Deduplication of the volumes below the VM is known",
  why: "VMs on deduplicated volumes can be backed up; the backup reads them in full size.",
  otherwise: "Nothing fails; plan for the full size of the disks at the target.",
  expected: "Any; shown for planning",
  hosts: ["W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S3", "S4", "S16", "S80"],
  part: "F",
  asks: "always",
  needs: { host: ["volumes", "isClusterNode"], vm: ["disks", "configLocation"] },
  rows: { on: { when: "a volume below the VM is deduplicated", cells: ["n-a", "info", "info", "info", "info", "info"] } },
  statuses: {
    W08R2: ["not-applicable"], W12: ["pass", "info", "unknown", "not-applicable"],
    W12R2: ["pass", "info", "unknown", "not-applicable"], "W16+": ["pass", "info", "unknown", "not-applicable"],
  },
  check({ host }, at) {
    const { files } = at;
    if (files === null) return unknown([at.missing("vm", "disks")], [], "The disks of this VM were not read.");
    const below = volumesBelow(files, at);
    const { missing, count: volumes } = below;
    const names: string[] = [];
    for (const volume of below.known) {
      if (volume.isDedup === true) names.push(volumeName(volume));
      else if (volume.isDedup === null) {
        const gap = volumeMissing(at, host.volumes, volume, "isDedup");
        if (!isKnownAbsent(gap.reason)) missing.push(gap);
      }
    }
    if (volumes === 0) return notApplicable("No file of this VM lies on a volume of the host.");
    if (names.length > 0) {
      const which = names.join(", ");
      return hit("on", { because: `${which} ${names.length === 1 ? "is" : "are"} deduplicated; the VM can be backed up all the same.`, observed: `On: ${which}`, readings: [{ fact: "host.volumes", reading: `${which} isDedup = True` }], missing });
    }
    if (missing.length > 0) return unknown(missing, [], "Whether the volumes below the VM are deduplicated was not read.");
    return pass(`0 of ${volumes} volumes below the VM are deduplicated.`, "Off", [{ fact: "host.volumes", reading: `isDedup = False on ${volumes}` }]);
  },
  fixes: () => [],
});
