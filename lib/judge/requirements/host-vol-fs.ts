import { fileSystemOf, volumeMissing, volumeName, volumesBelow } from "../facts/file-places";
import { moveStorage } from "../moves";
import { hit, notApplicable, pass, type Reading, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const hostVolFs = defineRequirement({
  id: "host-vol-fs",
  title: "The host volumes below the VM's files are NTFS or, from 2012 R2 on, ReFS",
  why: "The host takes a snapshot of the volume; FAT and exFAT have none, and ReFS carries Cluster Shared Volumes only from 2012 R2 on.",
  otherwise: "On FAT the backup fails up to 2012 R2; from 2016 on no host snapshot is needed, but nothing proves the quality.",
  expected: "NTFS; ReFS from 2012 R2 on",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S16", "S20", "S8"],
  part: "A",
  asks: "always",
  needs: { host: ["volumes", "isClusterNode"], vm: ["disks", "configLocation"] },
  rows: {
    fat: { when: "FAT, FAT32 or exFAT", cells: ["will-fail", "will-fail", "will-fail", "will-fail", "live-unverified", "live-unverified"], unconfirmed: ["W16+"] },
    refs: { when: "ReFS", cells: ["n-a", "live-unverified", "pass", "pass", "pass", "pass"] },
  },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"],
  },
  check({ host }, at) {
    const possible = at.bucket === "W12" ? ["fat", "refs"] : ["fat"];
    const { files } = at;
    if (files === null) return unknown([at.missing("vm", "disks")], possible, "The disks of this VM were not read.");
    const below = volumesBelow(files, at);
    const { missing, count: volumes } = below;
    const bad: string[] = [];
    const readings: Reading[] = [];
    let fat = false;
    let refs = false;
    for (const volume of below.known) {
      const system = fileSystemOf(volume);
      const isCsvfs = volume.fileSystem?.toUpperCase() === "CSVFS";
      const word = (isCsvfs ? volume.fileSystemDetail : null) ?? volume.fileSystem ?? "not read";
      readings.push({ fact: "host.volumes", reading: `${volumeName(volume)} fileSystem = ${word}` });
      // ReFS does not exist on 2008 R2, so such a reading proves nothing.
      if (system === null || (system === "refs" && at.bucket === "W08R2")) {
        missing.push(volumeMissing(at, host.volumes, volume, isCsvfs ? "fileSystemDetail" : "fileSystem"));
      } else if (system === "fat" || (system === "refs" && at.bucket === "W12")) {
        bad.push(`${volumeName(volume)} is ${word}`);
        if (system === "fat") fat = true;
        else refs = true;
      }
    }
    if (volumes === 0) return notApplicable("No file of this VM lies on a volume of the host.");
    const open = missing.length > 0 ? possible : [];
    if (bad.length > 0) {
      const harm = !fat || at.bucket === "W16+" ? `quality is not proven on ${at.release}` : `${at.release} takes no snapshot of it`;
      return hit(fat && refs ? ["fat", "refs"] : fat ? "fat" : "refs", { because: `${bad.join(", ")}; ${harm}.`, observed: bad.join(", "), readings, missing, open });
    }
    if (missing.length > 0) return unknown(missing, open, `The file system of ${missing.length} of ${volumes} host volumes was not read.`, readings);
    return pass(`${volumes} of ${volumes} host volumes below the VM are NTFS or ReFS.`, readings.map((of) => of.reading).join(", "), readings);
  },
  fixes(_facts, at) {
    const onto = at.bucket === "W08R2" || at.bucket === "W12" ? "an NTFS volume" : "an NTFS or ReFS volume";
    return [moveStorage(at, { title: `Move the VM's files to ${onto}`, onto, proof: "The next inventory reads NTFS or ReFS for every volume below the VM's files." })];
  },
});
