import type { GuestVolume } from "@/lib/inventory/document";
import { isKnownAbsent } from "@/lib/inventory/fact";
import { type Fix, quote } from "../fix";
import { guestFix } from "../guest-fix";
import { bytesText, floorOf, isLeftOut, isUnreadVolume, listed, lockedMissing, MEGABYTE, roleOf, volumeAddress, volumeMissing, volumeName, withVolumes } from "../facts/guest-volumes";
import { guestWindows, type GuestWindows } from "../facts/guest-windows";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import type { Situation } from "../situation";

type Standing = "fine" | "capped-fine" | "foreign" | "capped" | "lock" | "osVersion" | keyof GuestVolume;

/** The cap is judged on data volumes only: the space of System Reserved is judged by guest-small-partitions. */
function capStanding(volume: GuestVolume, index: number, windows: GuestWindows | null, minDiffAreaMb: number | null, at: Situation): Standing {
  const role = roleOf(volume, index, at);
  if (role !== "data" && role !== "unread") return "fine";
  const cap = volume.diffAreaMaxBytes;
  if (cap === 0) return "fine";
  if (cap === null) return isKnownAbsent(volumeMissing(at, index, "diffAreaMaxBytes").reason) ? "fine" : "diffAreaMaxBytes";
  const floor = floorOf(volume.capacityBytes, windows, minDiffAreaMb, at.settings.guestFloorMb);
  if (cap >= floor.high) return "capped-fine";
  if (role === "unread") return "partitionRole";
  if (cap < floor.low) return "capped";
  return volume.capacityBytes === null ? "capacityBytes" : "osVersion";
}

function standingOf(volume: GuestVolume, index: number, windows: GuestWindows | null, minDiffAreaMb: number | null, at: Situation): Standing {
  const leftOut = isLeftOut(roleOf(volume, index, at));
  if (!leftOut && isUnreadVolume(volume, index, at)) return "lock";
  if (volume.diffAreaVolume === "other") return "foreign";
  if (leftOut || volume.diffAreaVolume === "none") return "fine";
  if (volume.diffAreaVolume === "same") return capStanding(volume, index, windows, minDiffAreaMb, at);
  return volume.diffAreaVolume === null && isKnownAbsent(volumeMissing(at, index, "diffAreaVolume").reason) ? "fine" : "diffAreaVolume";
}

/** A cap that holds the minimum: 10 percent where that is enough, else the minimum itself. */
function goodCap(volume: GuestVolume, windows: GuestWindows | null, minDiffAreaMb: number | null, raiseToMb: number): string {
  const { high } = floorOf(volume.capacityBytes, windows, minDiffAreaMb, raiseToMb);
  return volume.capacityBytes !== null && volume.capacityBytes / 10 >= high ? "10%" : `${Math.ceil(high / MEGABYTE)}MB`;
}

export const guestShadowStorage = defineRequirement({
  id: "guest-shadow-storage",
  title: "Shadow storage of every guest volume lies on the volume itself, with room",
  why: "The Hyper-V writer goes offline when shadow storage points to another volume; a cap below the minimum stops shadow copies.",
  otherwise: "Up to Server 2012 the VM is saved during the backup; from 2012 R2 on the effect is not confirmed.",
  expected: "On the same volume, no cap below the VSS minimum",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S3", "S38", "S66", "S79"],
  part: "C-static",
  asks: "running",
  needs: { guest: ["volumes", "minDiffAreaMb", "osVersion", "productType"] },
  rows: { foreign: { when: "shadow storage on another volume, or capped below the floor", cells: ["saved-state", "saved-state", "live-unverified", "live-unverified", "live-unverified", "live-unverified"], unconfirmed: ["W12R2", "W16+"] } },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "warning", "unknown", "not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    return withVolumes(guest.volumes, at, ["foreign"], (volumes) => {
      const windows = guestWindows(guest.osVersion);
      const bad: string[] = [];
      const missing: Missing[] = [];
      let capped = false;
      volumes.forEach((volume, index) => {
        const standing = standingOf(volume, index, windows, guest.minDiffAreaMb, at);
        if (standing === "fine") return;
        if (standing === "capped-fine") capped = true;
        else if (standing === "foreign") bad.push(`${volumeName(volume, index)} on another volume`);
        else if (standing === "capped") bad.push(`${volumeName(volume, index)} capped at ${bytesText(volume.diffAreaMaxBytes ?? 0)}`);
        else if (standing === "lock") missing.push(lockedMissing(volume, index, at, "diffAreaVolume"));
        else missing.push(standing === "osVersion" ? at.missing("guest", "osVersion") : volumeMissing(at, index, standing));
      });
      const open = missing.length > 0 ? ["foreign"] : [];
      if (bad.length > 0) {
        return hit("foreign", {
          because: `Shadow storage of ${bad.length} of ${volumes.length} guest volumes: ${listed(bad)}.`, observed: bad.join(", "),
          readings: [{ fact: "guest.volumes", reading: `shadow storage: ${bad.join(", ")}` }], missing, open, subject: { bad },
        });
      }
      if (missing.length > 0) return unknown(missing, open, "Where the shadow storage of the guest volumes lies was not read in full.");
      if (capped && guest.minDiffAreaMb === null) {
        const registry = at.missing("guest", "minDiffAreaMb");
        if (!isKnownAbsent(registry.reason)) return unknown([registry], [], "The guest's own minimum in its registry was not read; the caps meet the table's.");
      }
      return pass(`Shadow storage of ${volumes.length} guest volumes lies on the volumes themselves.`, "On itself", [{ fact: "guest.volumes", reading: `${volumes.length} volumes` }]);
    });
  },
  fixes({ guest }, at) {
    const windows = guestWindows(guest.osVersion);
    const client = guest.productType === 1;
    const foreign: string[] = [];
    const resize: string[] = [];
    (guest.volumes ?? []).forEach((volume, index) => {
      const standing = standingOf(volume, index, windows, guest.minDiffAreaMb, at);
      const address = volumeAddress(volume);
      if (address === null || (standing !== "foreign" && standing !== "capped")) return;
      const cap = goodCap(volume, windows, guest.minDiffAreaMb, at.settings.guestFloorMb);
      const where = `${quote(`/for=${address}`)}`;
      const on = quote(`/on=${address}`);
      if (standing === "capped") resize.push(`vssadmin.exe resize shadowstorage ${where} ${on} ${quote(`/maxsize=${cap}`)}`);
      else foreign.push(`vssadmin.exe delete shadowstorage ${where}\nvssadmin.exe add shadowstorage ${where} ${on} ${quote(`/maxsize=${cap}`)}`);
    });
    const proof = "The next inventory reads shadow storage on the same volume and no cap below the minimum.";
    const fixes: Fix[] = [];
    if (resize.length > 0) {
      fixes.push(guestFix(at, {
        title: "Raise the cap of the shadow storage", command: resize.join("\n"), gui: [{ tool: "Guest", path: "Volume > Properties > Shadow Copies > Settings > Maximum size" }],
        downtime: "none", risk: { level: "low", why: "A higher cap deletes nothing; it lets shadow copies take more of the volume." }, undo: "The same command with the former size.", proof,
      }));
    }
    if (foreign.length === 0) return fixes;
    const destroysData = "The previous versions of these volumes are deleted.";
    const risk = { level: "medium" as const, why: "Users lose the previous versions of their files on these volumes." };
    fixes.push(client ? guestFix(at, {
      title: "Turn System Protection of the volume off and on", destroysData, gui: [{ tool: "Guest", path: "System > System protection > Configure > Disable system protection, Delete; then turn it on again" }],
      downtime: "none", risk, undo: "None: deleted previous versions do not come back.", proof,
    }) : guestFix(at, {
      title: "Put the shadow storage back on its own volume", destroysData, command: foreign.join("\n"), gui: [{ tool: "Guest", path: "Volume > Properties > Shadow Copies > Settings > Located on this volume" }],
      downtime: "none", risk, undo: "None: deleted previous versions do not come back.", proof,
    }));
    return fixes;
  },
});
