import type { Guest } from "@/lib/inventory/document";
import { isKnownAbsent } from "@/lib/inventory/fact";
import { daemonState } from "../facts/freeze-daemon";
import { agentFix, guestFix } from "../guest-fix";
import { listed } from "../facts/guest-volumes";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import type { Situation } from "../situation";

type Mount = NonNullable<NonNullable<Guest["bsd"]>["mounts"]>[number];

/** Pseudo mounts, views of other mounts, and mounts from other machines: no data of this VM. */
const NO_DATA: ReadonlySet<string> = new Set(["devfs", "fdescfs", "procfs", "linprocfs", "linsysfs", "tmpfs", "nullfs", "autofs", "mqueuefs", "cd9660", "nfs", "smbfs"]);

/** A writable data mount that is not UFS, or the name of the fact that is needed to say so. */
function standingOf(mount: Mount, index: number, at: Situation): "fine" | "other" | keyof Mount {
  const { fsType } = mount;
  if (fsType === null) return mount.readOnly === true ? "fine" : "fsType";
  if (fsType === "ufs" || NO_DATA.has(fsType) || mount.readOnly === true) return "fine";
  if (fsType === "msdosfs" && mount.target === "/boot/efi") return "fine";
  if (mount.readOnly === null && !isKnownAbsent(at.missing("guest", `bsd.mounts[${index}].readOnly`).reason)) return "readOnly";
  return "other";
}

export const bsdVssDaemon = defineRequirement({
  id: "bsd-vss-daemon",
  title: "The freeze daemon runs in the FreeBSD guest and the data is on UFS",
  why: "The kernel's hv_vss hands each request to hv_vss_daemon(8), which freezes UFS; ZFS is not mentioned anywhere.",
  otherwise: "Without the daemon the copy is like after a power cut; with data on ZFS its quality is not proven.",
  expected: "hv_vss_daemon running, data on UFS",
  hosts: ["W12R2", "W16+"],
  guests: ["bsd"],
  sources: ["S54"],
  part: "C-static",
  asks: "running",
  needs: { vm: ["integration"], guest: ["bsd"] },
  rows: {
    "no-daemon": { when: "no daemon", cells: ["n-a", "n-a", "live-crash", "live-crash", "live-crash", "live-crash"] },
    zfs: { when: "daemon, data on ZFS or another file system than UFS", cells: ["n-a", "n-a", "live-unverified", "live-unverified", "live-unverified", "live-unverified"], unconfirmed: true },
  },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["pass", "fail", "warning", "unknown", "not-applicable"], "W16+": ["pass", "fail", "warning", "unknown", "not-applicable"] },
  check({ vm, guest }, at) {
    if (at.family === null) return unknown([at.missing("guest", "osFamily")], ["no-daemon", "zfs"], "Which system runs in the guest was not read.");
    if (at.family !== "bsd") return notApplicable("Speaks of BSD guests.");
    const { bsd } = guest;
    const daemon = bsd?.vssDaemon ?? null;
    const state = daemonState(daemon, vm.integration);
    if (state === "absent") {
      const observed = daemon ?? "no contact";
      return hit("no-daemon", {
        because: daemon === null ? "The backup component has no contact; no freeze daemon answers." : `hv_vss_daemon is ${daemon}; nothing freezes the file systems.`,
        observed, readings: [daemon === null ? { fact: "vm.integration", reading: "vss has no contact" } : { fact: "guest.bsd.vssDaemon", reading: daemon }],
      });
    }
    const missing: Missing[] = [];
    const open: string[] = [];
    if (state === "unread") {
      missing.push(at.missing("guest", "bsd.vssDaemon"));
      open.push("no-daemon");
    }
    const bad: string[] = [];
    const mounts = bsd?.mounts ?? null;
    const before = missing.length;
    if (mounts === null || mounts.length === 0) missing.push(at.missing("guest", "bsd.mounts"));
    else {
      mounts.forEach((mount, index) => {
        const standing = standingOf(mount, index, at);
        if (standing === "other") bad.push(`${mount.target ?? mount.source ?? `mount ${index + 1}`} (${mount.fsType ?? ""})`);
        else if (standing !== "fine") missing.push(at.missing("guest", `bsd.mounts[${index}].${standing}`));
      });
    }
    if (missing.length > before) open.push("zfs");
    if (bad.length === 0) for (const pool of bsd?.zpools ?? []) bad.push(`pool ${pool} (zfs)`);
    if (bad.length > 0) {
      return hit("zfs", {
        because: `${listed(bad)} ${bad.length === 1 ? "is" : "are"} not UFS; no source says that the daemon freezes it.`, observed: bad.join(", "),
        readings: [{ fact: "guest.bsd.mounts", reading: bad.join(", ") }], missing, open, subject: { mounts: bad },
      });
    }
    if (missing.length > 0) return unknown(missing, open, "The daemon or the mounts of the guest were not read in full.");
    return pass(`hv_vss_daemon runs and the data is on UFS (mounts: ${mounts?.length ?? 0}).`, "running, UFS", [{ fact: "guest.bsd.vssDaemon", reading: "running" }, { fact: "guest.bsd.mounts", reading: `${mounts?.length ?? 0} mounts` }]);
  },
  fixes(_facts, at, outcome) {
    if (outcome.hits.includes("no-daemon")) {
      return [guestFix(at, {
        title: "Enable and start the freeze daemon", shell: "sh", command: "sudo sysrc hv_vss_daemon_enable=YES\nsudo service hv_vss_daemon start",
        downtime: "none", risk: { level: "low", why: "A small service; file systems are frozen only while a backup asks." },
        undo: "sudo service hv_vss_daemon stop; sudo sysrc -x hv_vss_daemon_enable", proof: "The next inventory reads vssDaemon = running.",
      })];
    }
    return [guestFix(at, {
      title: "Move the data to UFS on a VHDX", gui: [{ tool: "Guest", path: "Attach a new VHDX, run newfs on it, copy the data to it, then mount it in the old place" }],
      downtime: "project", risk: { level: "medium", why: "ZFS features such as its own snapshots are lost for that data." }, undo: "Mount the ZFS data set again.", proof: "The next inventory lists UFS for every data mount.",
    }), agentFix(at, "The product needs an agent for FreeBSD.", "The assignment's product.api reads guest-agent.")];
  },
});
