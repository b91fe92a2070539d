import { volumeMissing, volumeName, volumesBelow } from "../facts/file-places";
import { moveStorage } from "../moves";
import { hit, notApplicable, pass, type Reading, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import { bytesText } from "../facts/sizes";

/** 64 TB, the largest volume that VSS takes [S31]. */
const LARGEST = 64 * 1024 ** 4;

export const hostVol64tb = defineRequirement({
  id: "host-vol-64tb",
  title: "The host volumes below the VM's files are 64 TB or smaller",
  why: "VSS takes no snapshot of a larger volume; up to 2012 R2 every host-based backup needs one.",
  otherwise: "Up to 2012 R2 the backup fails; from 2016 on only products that use host VSS are at risk.",
  expected: "64 TB or smaller",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S31", "S35", "S8"],
  part: "A",
  asks: "always",
  needs: { host: ["volumes", "isClusterNode"], vm: ["disks", "configLocation"] },
  rows: {
    vss: { when: "larger than 64 TB, the product uses host VSS", cells: ["will-fail", "will-fail", "will-fail", "will-fail", "warn", "warn"] },
    wmi: { when: "larger than 64 TB, the product uses WMI checkpoints", cells: ["n-a", "n-a", "n-a", "n-a", "info", "info"] },
  },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "warning", "info", "unknown", "not-applicable"],
  },
  check({ host }, at) {
    const row = at.api === "vss" ? "vss" : "wmi";
    const { files } = at;
    if (files === null) return unknown([at.missing("vm", "disks")], [row], "The disks of this VM were not read.");
    const below = volumesBelow(files, at);
    const { missing, count: volumes } = below;
    const readings: Reading[] = [];
    const large: string[] = [];
    for (const volume of below.known) {
      const { capacityBytes } = volume;
      if (capacityBytes === null) {
        missing.push(volumeMissing(at, host.volumes, volume, "capacityBytes"));
        continue;
      }
      readings.push({ fact: "host.volumes", reading: `${volumeName(volume)} capacityBytes = ${capacityBytes}` });
      if (capacityBytes > LARGEST) large.push(`${volumeName(volume)} has ${bytesText(capacityBytes)}`);
    }
    if (volumes === 0) return notApplicable("No file of this VM lies on a volume of the host.");
    const open = missing.length > 0 ? [row] : [];
    if (large.length > 0) {
      const harm = row === "wmi" ? "WMI backup takes no snapshot of it" : "VSS takes no snapshot above 64 TB";
      return hit(row, { because: `${large.join(", ")}; ${harm}.`, observed: large.join(", "), readings, missing, open, high: row === "vss" });
    }
    if (missing.length > 0) return unknown(missing, open, `The size of ${missing.length} of ${volumes} host volumes was not read.`, readings);
    return pass(`${volumes} of ${volumes} host volumes below the VM are 64 TB or smaller.`, readings.map((of) => of.reading).join(", "), readings);
  },
  fixes(_facts, at, outcome) {
    if (outcome.hits.includes("wmi")) return [];
    const onto = "a volume of 64 TB or less";
    return [moveStorage(at, { title: `Move the VM's files to ${onto}`, onto, proof: "The next inventory reads at most 70368744177664 bytes for every volume below the VM's files." })];
  },
});
