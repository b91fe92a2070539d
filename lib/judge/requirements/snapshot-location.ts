import { diskName, folderOf } from "../facts/chain";
import { type Fix, quote, vmById } from "../fix";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { placeName, placeOfFile, placeOfFolder, samePlace } from "../facts/place";
import { defineRequirement } from "../requirement";

export const snapshotLocation = defineRequirement({
  id: "snapshot-location",
  title: "Checkpoint files lie on the volume of the virtual disks",
  why: "The host writer takes a child-VM snapshot only when the snapshot files and every disk share a volume.",
  otherwise: "Up to Server 2012 the VM is saved during the backup; later Windows does not restate the rule.",
  expected: "Same volume or share as every disk",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S2"],
  part: "C-static",
  asks: "running",
  needs: { vm: ["snapshotFileLocation", "disks"], host: ["volumes"] },
  rows: { elsewhere: { when: "checkpoint files on another volume than a disk", cells: ["saved-state", "saved-state", "info", "info", "info", "info"] } },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "info", "unknown", "not-applicable"], "W16+": ["pass", "info", "unknown", "not-applicable"],
  },
  check({ vm, host }, at) {
    const old = at.bucket === "W08R2" || at.bucket === "W12";
    const open = old ? ["elsewhere"] : [];
    if (vm.disks === null || at.files === null) return unknown([at.missing("vm", "disks")], open, "The disks of this VM were not read.");
    const location = vm.snapshotFileLocation;
    const place = location === null || location === "" ? null : placeOfFolder(location, host.volumes);
    const missing: Missing[] = [];
    const apart: string[] = [];
    let disks = 0;
    let where = "";
    for (const file of at.files) {
      if (file.what !== "disk") continue;
      disks++;
      if (place === null) continue;
      const other = placeOfFile(file);
      const same = other === null ? null : samePlace(place, other);
      if (same === null) missing.push(other === null ? at.missing("vm", `disks[${file.disk}].path`) : at.missing("host", "volumes"));
      else if (!same && other !== null) {
        const disk = vm.disks[file.disk];
        apart.push(disk === undefined ? "" : diskName(disk, file.disk));
        if (where === "") where = file.path ?? "";
      }
    }
    if (disks === 0) return notApplicable("The VM has no virtual disk.");
    if (place === null || location === null) return unknown([at.missing("vm", "snapshotFileLocation")], open, "The folder for checkpoint files was not read.");
    const readings = [{ fact: "vm.snapshotFileLocation", reading: location }];
    if (apart.length > 0) {
      return hit("elsewhere", {
        because: `Checkpoint files lie on ${placeName(place)}, ${apart.length} of ${disks} disks elsewhere (${apart[0] ?? ""}).`,
        observed: location, readings, missing, open: missing.length > 0 ? open : [], subject: { folder: folderOf(where) },
      });
    }
    if (missing.length > 0) return unknown(missing, open, `Whether ${missing.length} of ${disks} disks share the volume of the checkpoints was not read.`, readings);
    return pass(`Checkpoint files and ${disks} of ${disks} disks lie on ${placeName(place)}.`, placeName(place), readings);
  },
  fixes(_facts, at, outcome) {
    const folder = outcome.subject?.["folder"];
    const target = typeof folder === "string" && folder !== "" ? folder : "the folder of the virtual disks";
    const shared: Pick<Fix, "title" | "runsOn" | "target" | "undo" | "proof" | "risk"> = {
      title: "Put the checkpoint folder on the volume of the disks", runsOn: "host", target: at.hostName, undo: "Set the former folder again.",
      proof: "The next inventory reads a SnapshotFileLocation on the disks' volume.",
      risk: { level: "low", why: "It cannot be changed while checkpoints exist; nothing moves then." },
    };
    if (at.bucket === "W08R2") {
      return [{ ...shared, shell: "none", command: null, gui: [{ tool: "Hyper-V Manager", path: `Shut down ${at.vmName}, without snapshots; Settings > Snapshot File Location > ${target}` }], downtime: "vm-off" }];
    }
    return [{
      ...shared, shell: "powershell", command: `${vmById(at.vmId)} | Hyper-V\\Set-VM -SnapshotFileLocation ${quote(target)}`,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Settings > Checkpoints > Checkpoint File Location > ${target}` }], downtime: "none",
    }];
  },
});
