import { isKnownAbsent } from "@/lib/inventory/fact";
import { backUpInGuest } from "../fixes/agent";
import { hit, type Missing, pass, unknown } from "../outcome";
import type { Situation } from "../situation";
import { defineRequirement } from "../requirement";

function want(at: Situation, path: string, missing: Missing[]): void {
  const gap = at.missing("guest", path);
  if (!isKnownAbsent(gap.reason)) missing.push(gap);
}

export const diskNoGuestIscsi = defineRequirement({
  id: "disk-no-guest-iscsi",
  title: "The guest keeps its data on its virtual disks, not on iSCSI or SMB",
  why: "The host does not see iSCSI disks and SMB shares that the guest opens itself.",
  otherwise: "The data there is left out of the backup without a word.",
  expected: "0 iSCSI sessions and 0 SMB data mounts in the guest",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S2", "S35", "S15"],
  part: "D",
  asks: "running",
  needs: { guest: ["iscsiSessions", "smbDataMounts", "volumes", "osFamily"] },
  rows: { outside: { when: "iSCSI or SMB data inside the guest", cells: ["partial", "partial", "partial", "partial", "partial", "partial"] } },
  statuses: { W08R2: ["pass", "fail", "unknown"], W12: ["pass", "fail", "unknown"], W12R2: ["pass", "fail", "unknown"], "W16+": ["pass", "fail", "unknown"] },
  check({ guest }, at) {
    const missing: Missing[] = [];
    let iscsiVolumes = 0;
    if (at.family === null) missing.push(at.missing("guest", "osFamily"));
    if (guest.iscsiSessions === null) want(at, "iscsiSessions", missing);
    if (guest.smbDataMounts === null) want(at, "smbDataMounts", missing);
    if (guest.volumes === null || guest.volumes.length === 0) {
      if (at.family === "windows") missing.push(at.missing("guest", "volumes"));
    } else for (let index = 0; index < guest.volumes.length; index++) {
      const bus = guest.volumes[index]?.busType ?? null;
      if (bus === null) {
        if (at.family === "windows") want(at, `volumes[${index}].busType`, missing);
      } else if (bus.toLowerCase() === "iscsi") iscsiVolumes++;
    }
    const sessions = guest.iscsiSessions ?? 0;
    const mounts = guest.smbDataMounts ?? 0;
    if (sessions > 0 || mounts > 0 || iscsiVolumes > 0) {
      const found: string[] = [];
      if (iscsiVolumes > 0) found.push(`${iscsiVolumes} volume${iscsiVolumes === 1 ? "" : "s"} on iSCSI`);
      else if (sessions > 0) found.push(`${sessions} iSCSI session${sessions === 1 ? "" : "s"}`);
      if (mounts > 0) found.push(`${mounts} SMB data mount${mounts === 1 ? "" : "s"}`);
      const what = found.join(" and ");
      const readings = [];
      if (guest.iscsiSessions !== null) readings.push({ fact: "guest.iscsiSessions", reading: String(sessions) });
      if (guest.smbDataMounts !== null) readings.push({ fact: "guest.smbDataMounts", reading: String(mounts) });
      if (iscsiVolumes > 0) readings.push({ fact: "guest.volumes", reading: `${iscsiVolumes} with bus iSCSI` });
      return hit("outside", { because: `The guest holds ${what}; that data is not in the backup.`, observed: what, readings, missing });
    }
    if (missing.length > 0) return unknown(missing, ["outside"], "Whether the guest keeps data on iSCSI or SMB was not read.");
    return pass("The guest has no iSCSI session and no SMB data mount.", "none", [
      { fact: "guest.iscsiSessions", reading: "0" }, { fact: "guest.smbDataMounts", reading: "0" },
    ]);
  },
  fixes(_facts, at) {
    return [backUpInGuest(at.vmName, "the data on iSCSI and SMB"), {
      title: "Move the data onto a virtual disk of this VM",
      runsOn: "host", target: at.hostName, shell: "none", command: null,
      gui: [{ tool: "Hyper-V Manager", path: `${at.vmName} > Settings > SCSI Controller > Hard Drive > Add > New; then copy the data inside the guest and disconnect the target` }],
      downtime: "project", risk: { level: "medium", why: "The application stands still while its data moves." },
      undo: "Connect the target or the share again; the data there stays until it is deleted.",
      proof: "The next inventory reads iscsiSessions = 0 and smbDataMounts = 0.",
    }];
  },
});
