import { folderOf } from "../facts/chain";
import { type Fix, quote, vmById } from "../fix";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { type Place, placeName, placeOfFile, samePlace } from "../facts/place";
import { defineRequirement } from "../requirement";

/** The first two places known to differ; where one pair cannot be told apart another may be, so every pair is asked. */
function apart(places: readonly Place[]): { first: Place | undefined; other: Place | null; undecided: boolean } {
  let undecided = false;
  for (let a = 0; a < places.length; a++) {
    for (let b = a + 1; b < places.length; b++) {
      const one = places[a];
      const two = places[b];
      const same = one === undefined || two === undefined ? true : samePlace(one, two);
      if (same === false) return { first: one, other: two ?? null, undecided };
      if (same === null) undecided = true;
    }
    if (!undecided) break;
  }
  return { first: places[0], other: null, undecided };
}

export const vhdsSameVolume = defineRequirement({
  id: "vhds-same-volume",
  title: "Disks and configuration of the VM lie on one volume or share",
  why: "Every volume with a file of the VM must be in the same backup, and local and SMB storage cannot be snapshotted together.",
  otherwise: "A product that does not allow local and SMB storage together fails; several volumes take longer and must all be in the job.",
  expected: "1 volume or share",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S23", "S3", "S4"],
  part: "A",
  asks: "always",
  needs: { vm: ["disks", "configLocation"], host: ["volumes"] },
  rows: {
    mixed: { when: "local and SMB together, product allows it: no", cells: ["n-a", "will-fail", "will-fail", "will-fail", "will-fail", "will-fail"] },
    several: { when: "local and SMB together, product allows it: unknown or yes; or several volumes", cells: ["warn", "warn", "warn", "warn", "warn", "warn"] },
  },
  statuses: {
    W08R2: ["pass", "warning", "unknown", "not-applicable"], W12: ["pass", "fail", "warning", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "warning", "unknown", "not-applicable"], "W16+": ["pass", "fail", "warning", "unknown", "not-applicable"],
  },
  check({ vm }, at) {
    const stops = at.product.mixedLocalAndSmbAllowed === "no" && at.bucket !== "W08R2";
    const open = stops ? ["mixed"] : [];
    if (vm.disks === null || at.files === null) return unknown([at.missing("vm", "disks")], open, "The disks of this VM were not read.");
    const missing: Missing[] = [];
    const places: Place[] = [];
    let kindUnread = false;
    let disks = 0;
    let local = 0;
    let smb = 0;
    for (const file of at.files) {
      if (file.what === "disk") disks++;
      if (file.onSmb === true) smb++;
      else if (file.onSmb === false) local++;
      else kindUnread = true;
      const place = placeOfFile(file);
      if (place === null) missing.push(at.missing("vm", `disks[${file.disk}].path`));
      else places.push(place);
    }
    if (disks === 0) return notApplicable("The VM has no virtual disk.");
    if (vm.configLocation === null) {
      missing.push(at.missing("vm", "configLocation"));
      kindUnread = true;
    }
    if (local > 0 && smb > 0) {
      const row = stops ? "mixed" : "several";
      return hit(row, {
        because: `${local} file${local === 1 ? "" : "s"} on local storage and ${smb} on SMB; ${stops ? "the product does not allow both" : "not every product allows both"}.`,
        observed: `${local} local, ${smb} SMB`, readings: [{ fact: "vm.disks", reading: `${smb} of ${disks} on SMB` }, { fact: "vm.configLocation", reading: vm.configLocation ?? "not read" }], missing,
      });
    }
    const { first, other, undecided } = apart(places);
    const stillOpen = kindUnread ? open : [];
    if (first !== undefined && other !== null) {
      return hit("several", {
        because: `Files of the VM lie on ${placeName(first)} and ${placeName(other)}; all of them belong in one backup.`,
        observed: `${placeName(first)}, ${placeName(other)}`, readings: [{ fact: "vm.disks", reading: `${placeName(first)} and ${placeName(other)}` }], missing, open: stillOpen,
      });
    }
    if (undecided) missing.push(at.missing("host", "volumes"));
    if (missing.length > 0) return unknown(missing, stillOpen, "Where every file of the VM lies was not read.");
    const where = first === undefined ? "" : placeName(first);
    return pass(`${disks} disk${disks === 1 ? "" : "s"} and the configuration lie on ${where}.`, where, [{ fact: "vm.configLocation", reading: vm.configLocation ?? "" }]);
  },
  fixes(_facts, at) {
    const path = at.files?.find((file) => file.what === "disk" && file.path !== null)?.path ?? null;
    const folder = path === null ? "<folder>" : folderOf(path);
    const shared: Pick<Fix, "title" | "runsOn" | "target" | "undo" | "proof"> = {
      title: "Move all files of the VM to one volume", runsOn: "host", target: at.hostName, undo: "Move them back the same way.", proof: "The next inventory reads one volume or share for disks and configuration.",
    };
    if (at.bucket === "W08R2") {
      return [{ ...shared, shell: "none", command: null, gui: [{ tool: "Hyper-V Manager", path: `Shut down ${at.vmName}; move the files to ${folder}; Settings > attach each disk again from there` }], downtime: "vm-off", risk: { level: "medium", why: "Each disk is attached again by hand." } }];
    }
    return [{
      ...shared, shell: "powershell", command: `${vmById(at.vmId)} | Hyper-V\\Move-VMStorage -DestinationStoragePath ${quote(folder)}`,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Move > Move the virtual machine's storage > to a single location > ${folder}` }],
      downtime: "data-move", risk: { level: "medium", why: "The VM runs on; all its files are copied, which needs room there and IO." },
    }];
  },
});
