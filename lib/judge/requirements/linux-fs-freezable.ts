import type { Guest } from "@/lib/inventory/document";
import { isKnownAbsent } from "@/lib/inventory/fact";
import { linuxDaemonState } from "../facts/freeze-daemon";
import { agentFix, guestFix } from "../guest-fix";
import { listed } from "../facts/guest-volumes";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import type { Situation } from "../situation";

type Mount = NonNullable<NonNullable<Guest["linux"]>["mounts"]>[number];

const FREEZABLE: ReadonlySet<string> = new Set(["ext2", "ext3", "ext4", "xfs", "btrfs", "jfs", "f2fs", "nilfs2", "gfs2"]);
/** No data: swap, pseudo mounts, container and desktop layers. */
const NO_DATA: ReadonlySet<string> = new Set([
  "swap", "tmpfs", "ramfs", "proc", "sysfs", "devtmpfs", "devpts", "cgroup", "cgroup2", "securityfs", "debugfs", "tracefs", "pstore", "bpf", "mqueue",
  "hugetlbfs", "configfs", "fusectl", "autofs", "binfmt_misc", "rpc_pipefs", "efivarfs", "nsfs", "selinuxfs", "squashfs", "overlay", "fuse.lxcfs",
  "fuse.gvfsd-fuse", "fuse.portal", "fuse.snapfuse",
]);
const REMOTE: ReadonlySet<string> = new Set(["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs"]);
/** Types that the daemon is documented to skip, or that abort its whole freeze [S53]. */
const REFUSING: ReadonlySet<string> = new Set(["vfat", "fuseblk"]);

type Standing = "fine" | "remote" | "unfrozen" | "other-type" | keyof Mount;

/** Where a mount stands, or the name of the fact that is needed to say so. */
function standingOf(mount: Mount, index: number, at: Situation): Standing {
  const { fsType, source } = mount;
  if (fsType !== null) {
    if (NO_DATA.has(fsType)) return "fine";
    if (REMOTE.has(fsType)) return "remote";
  }
  if (mount.readOnly === true || mount.esp === true) return "fine";
  const onDevice = source !== null && source.startsWith("/dev/");
  if (onDevice && source.startsWith("/dev/loop")) return "fine";
  if (onDevice && fsType !== null && FREEZABLE.has(fsType)) return "fine";
  if (fsType === null) return "fsType";
  if (source === null) return "source";
  if (mount.readOnly === null && !isKnownAbsent(at.missing("guest", `linux.mounts[${index}].readOnly`).reason)) return "readOnly";
  if (fsType === "vfat" && mount.esp === null && !isKnownAbsent(at.missing("guest", `linux.mounts[${index}].esp`).reason)) return "esp";
  return !onDevice || REFUSING.has(fsType) ? "unfrozen" : "other-type";
}

export const linuxFsFreezable = defineRequirement({
  id: "linux-fs-freezable",
  title: "Every data file system of the Linux guest can be frozen",
  why: "The daemon freezes only mounts from /dev/ of certain types; ZFS and most FUSE mounts are left moving although it reports success.",
  otherwise: "No outage, but the quality of the copy is not proven; one mount that refuses aborts the whole freeze.",
  expected: "ext2/3/4, xfs, btrfs, jfs, f2fs, nilfs2 or gfs2 on /dev/",
  hosts: ["W12R2", "W16+"],
  guests: ["linux"],
  sources: ["S53"],
  part: "C-static",
  asks: "running",
  needs: { vm: ["integration"], guest: ["linux"] },
  rows: {
    unfrozen: { when: "a writable data mount that the daemon skips or that refuses the freeze", cells: ["n-a", "n-a", "live-unverified", "live-unverified", "live-unverified", "live-unverified"] },
    "other-type": { when: "a writable data mount from /dev/ of a type that is not known to freeze", cells: ["n-a", "n-a", "live-unverified", "live-unverified", "live-unverified", "live-unverified"], unconfirmed: true },
    remote: { when: "mounts from other machines, not in this backup", cells: ["n-a", "n-a", "info", "info", "info", "info"] },
  },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["pass", "fail", "warning", "info", "unknown", "not-applicable"], "W16+": ["pass", "fail", "warning", "info", "unknown", "not-applicable"] },
  check({ vm, guest }, at) {
    if (at.family === null) return unknown([at.missing("guest", "osFamily")], ["unfrozen"], "Which system runs in the guest was not read.");
    if (at.family !== "linux") return notApplicable("Speaks of Linux guests.");
    if (linuxDaemonState(guest.linux, vm.integration) === "absent") return notApplicable("No daemon runs that could freeze anything: see linux-vss-daemon.");
    const mounts = guest.linux?.mounts ?? null;
    if (mounts === null || mounts.length === 0) return unknown([at.missing("guest", "linux.mounts")], ["unfrozen"], "The mounts of the guest were not read.");
    const bad: string[] = [];
    const remote: string[] = [];
    const hits: string[] = [];
    const missing: Missing[] = [];
    for (let index = 0; index < mounts.length; index += 1) {
      const mount = mounts[index];
      if (mount === undefined) continue;
      const standing = standingOf(mount, index, at);
      if (standing === "fine") continue;
      const name = mount.target ?? mount.source ?? `mount ${index + 1}`;
      if (standing === "remote") remote.push(name);
      else if (standing === "unfrozen" || standing === "other-type") {
        bad.push(`${name} (${mount.fsType ?? ""})`);
        if (!hits.includes(standing)) hits.push(standing);
      } else missing.push(at.missing("guest", `linux.mounts[${index}].${standing}`));
    }
    const open = missing.length > 0 ? ["unfrozen"] : [];
    if (bad.length > 0) {
      return hit(remote.length > 0 ? [...hits, "remote"] : hits, {
        because: `${bad.length} of ${mounts.length} mounts ${bad.length === 1 ? "is" : "are"} not frozen: ${listed(bad)}.`, observed: bad.join(", "),
        readings: [{ fact: "guest.linux.mounts", reading: bad.join(", ") }], missing, open, subject: { mounts: bad },
      });
    }
    if (missing.length > 0) return unknown(missing, open, `${missing.length} of ${mounts.length} mounts were not read well enough to judge.`);
    if (remote.length > 0) {
      return hit("remote", {
        because: `${remote.length} of ${mounts.length} mounts ${remote.length === 1 ? "lies" : "lie"} on other machines, not in this backup: ${listed(remote)}.`,
        observed: remote.join(", "), readings: [{ fact: "guest.linux.mounts", reading: remote.join(", ") }], subject: { mounts: remote },
      });
    }
    return pass(`Every writable data mount among ${mounts.length} can be frozen.`, "All freezable", [{ fact: "guest.linux.mounts", reading: `${mounts.length} mounts` }]);
  },
  fixes(_facts, at, outcome) {
    const subject = outcome.subject?.["mounts"];
    const which = Array.isArray(subject) ? subject.join(", ") : "the mount";
    if (!outcome.hits.includes("unfrozen") && !outcome.hits.includes("other-type")) {
      return [guestFix(at, {
        title: "Back up the other machines that this guest mounts from", gui: [{ tool: "Guest", path: `Find the servers behind ${which} and check that they have a backup of their own` }],
        downtime: "none", risk: { level: "low", why: "Nothing changes on this VM." }, undo: "Nothing to undo.", proof: "The note stays: these mounts are never part of this VM's backup.",
      })];
    }
    return [guestFix(at, {
      title: "Move the data to ext4 or xfs on a VHDX", gui: [{ tool: "Guest", path: `Attach a new VHDX, create ext4 or xfs on it, copy ${which} to it, then mount it in its place` }],
      downtime: "project", risk: { level: "medium", why: "Applications on the mount stop while the last changes are copied." }, undo: "Mount the old file system again.",
      proof: "The next inventory lists only mounts from /dev/ of a type that freezes.",
    }), agentFix(at, "The agent has to handle this file system itself.", "The assignment's product.api reads guest-agent.")];
  },
});
