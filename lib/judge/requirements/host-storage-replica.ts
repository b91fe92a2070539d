import { isKnownAbsent } from "@/lib/inventory/fact";
import { volumeMissing, volumeName, volumesBelow } from "../facts/file-places";
import { hit, notApplicable, pass, type Reading, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const hostStorageReplica = defineRequirement({
  id: "host-storage-replica",
  title: "The VM's files do not lie on a Storage Replica destination",
  why: "A destination volume is not for use while it replicates; no source describes how a backup of it behaves.",
  otherwise: "What the backup of this VM is worth stays unknown until somebody confirms it.",
  expected: "none, or source",
  hosts: ["W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S80"],
  part: "E",
  asks: "always",
  needs: { host: ["volumes", "isClusterNode"], vm: ["disks", "configLocation"] },
  rows: {
    destination: { when: "destination, VM not running", cells: ["n-a", "n-a", "n-a", "n-a", "unknown", "unknown"], unconfirmed: true },
    source: { when: "source", cells: ["n-a", "n-a", "n-a", "n-a", "info", "info"] },
  },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["not-applicable"], "W16+": ["pass", "info", "unknown", "not-applicable"] },
  check({ host }, at) {
    // A destination is not mounted, so a running VM cannot lie on one (domain.md 4.2 step 6, 4.5).
    const running = at.power === "running";
    const possible = running ? [] : ["destination"];
    const { files } = at;
    if (files === null) {
      if (running) return pass("The VM runs, so no volume below it is a destination.", "Running", []);
      return unknown([at.missing("vm", "disks")], possible, "The disks of this VM were not read.");
    }
    const below = volumesBelow(files, at);
    const { missing, count: volumes } = below;
    const readings: Reading[] = [];
    let destination: string | null = null;
    let source: string | null = null;
    for (const volume of below.known) {
      const role = volume.storageReplica;
      const gap = role === "none" || role === "source" || role === "destination" ? null : volumeMissing(at, host.volumes, volume, "storageReplica");
      if (gap !== null && !(role === null && isKnownAbsent(gap.reason))) {
        missing.push(gap);
        continue;
      }
      readings.push({ fact: "host.volumes", reading: `${volumeName(volume)} storageReplica = ${role ?? "none"}` });
      if (role === "destination") destination = volumeName(volume);
      else if (role === "source") source = volumeName(volume);
    }
    if (volumes === 0) return notApplicable("No file of this VM lies on a volume of the host.");
    if (destination !== null && running) {
      return unknown([{ ...at.missing("host", "volumes"), reason: "ambiguous" }], [], `${destination} reads as a destination, which a running VM cannot lie on.`, readings);
    }
    if (destination !== null) return hit("destination", { because: `${destination} is a Storage Replica destination; a backup of it is not described.`, observed: `${destination}: destination`, readings, missing, open: missing.length > 0 ? possible : [] });
    if (source !== null) return hit("source", { because: `${source} is a Storage Replica source; the copy at the destination is no backup.`, observed: `${source}: source`, readings, missing: running ? [] : missing, open: missing.length > 0 ? possible : [] });
    if (running) return pass("The VM runs, so no volume below it is a destination.", "Running", readings);
    if (missing.length > 0) return unknown(missing, possible, `The Storage Replica role of ${missing.length} of ${volumes} volumes was not read.`, readings);
    return pass(`${volumes} of ${volumes} volumes below the VM are no destination.`, "None", readings);
  },
  fixes(_facts, at, outcome) {
    if (!outcome.hits.includes("destination")) return [];
    return [{
      title: "Back up at the source of the replication", runsOn: "host", target: at.hostName, shell: "powershell",
      command: "Get-SRPartnership | Select-Object SourceComputerName, SourceRGName, DestinationComputerName, DestinationRGName",
      gui: [], downtime: "none", risk: { level: "low", why: "The command only reads which host is the source." },
      undo: "Nothing to undo.", proof: "The next inventory reads the VM on the source host, or storageReplica = none.",
    }];
  },
});
