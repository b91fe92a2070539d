import type { Host } from "@/lib/inventory/document";
import { isKnownAbsent } from "@/lib/inventory/fact";
import { agentFix } from "../guest-fix";
import { listed } from "../facts/guest-volumes";
import { moveStorage } from "../moves";
import { hit, type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";
import type { Situation } from "../situation";
import { isPassThrough, type VmFile } from "../facts/storage";

/** Bus of the host volume below a disk: iscsi, other, or the fact that was not read. */
function busBelow(file: VmFile, volumes: Host["volumes"], at: Situation): "iscsi" | "other" | Missing {
  const { volume } = file;
  if (volume === null) return volumes === null ? at.missing("host", "volumes") : at.missing("vm", `disks[${file.disk}].hostVolumeId`);
  if (volume.busType !== null && volume.busType !== "") return volume.busType.toLowerCase() === "iscsi" ? "iscsi" : "other";
  const missing = at.missing("host", `volumes[${volumes?.indexOf(volume) ?? 0}].busType`);
  return isKnownAbsent(missing.reason) ? "other" : missing;
}

function count(disks: number): string {
  return `${disks} ${disks === 1 ? "disk" : "disks"}`;
}

export const linuxNoRemoteDisks = defineRequirement({
  id: "linux-no-remote-disks",
  title: "The disks of a Linux or BSD VM are local or on a CSV without iSCSI",
  why: "Microsoft supports live backup of these guests only on local disks; with iSCSI or pass-through disks it can fail silently.",
  otherwise: "No outage, but the quality of the copy is not guaranteed.",
  expected: "No disk on SMB or iSCSI, no pass-through, no iSCSI in the guest",
  hosts: ["W12R2", "W16+"],
  guests: ["linux", "bsd"],
  sources: ["S14", "S15"],
  part: "C-static",
  asks: "running",
  needs: { host: ["volumes"], vm: ["disks"], guest: ["iscsiSessions"] },
  rows: { remote: { when: "a disk on SMB or host iSCSI, a pass-through disk, or iSCSI in the guest", cells: ["n-a", "n-a", "live-unverified", "live-unverified", "live-unverified", "live-unverified"] } },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"] },
  check({ host, vm, guest }, at) {
    if (at.family === null) return unknown([at.missing("guest", "osFamily")], ["remote"], "Which system runs in the guest was not read.");
    if (at.family !== "linux" && at.family !== "bsd") return notApplicable("Speaks of Linux and BSD guests.");
    const found: string[] = [];
    const kinds: string[] = [];
    const missing: Missing[] = [];
    const say = (kind: string, name: string) => {
      found.push(`${name} (${kind})`);
      if (!kinds.includes(kind)) kinds.push(kind);
    };
    if (vm.disks === null || at.files === null) missing.push(at.missing("vm", "disks"));
    else {
      vm.disks.forEach((disk, index) => {
        const physical = isPassThrough(disk);
        if (physical === true) say("pass-through", disk.path ?? `disk ${index + 1}`);
        else if (physical === null) missing.push(at.missing("vm", `disks[${index}].kind`));
      });
      for (const file of at.files) {
        if (file.what !== "disk") continue;
        const name = file.path ?? `disk ${file.disk + 1}`;
        if (file.onSmb === true) {
          say("SMB", name);
          continue;
        }
        if (file.onSmb === null) {
          missing.push(at.missing("vm", `disks[${file.disk}].path`));
          continue;
        }
        const bus = busBelow(file, host.volumes, at);
        if (bus === "iscsi") say("iSCSI", name);
        else if (bus !== "other") missing.push(bus);
      }
    }
    const sessions = guest.iscsiSessions;
    if (sessions === null) {
      const unread = at.missing("guest", "iscsiSessions");
      if (!isKnownAbsent(unread.reason)) missing.push(unread);
    } else if (sessions > 0) say("iSCSI in the guest", `${sessions} ${sessions === 1 ? "session" : "sessions"}`);
    const open = missing.length > 0 ? ["remote"] : [];
    if (found.length > 0) {
      return hit("remote", {
        because: `${found.length === 1 ? "A disk is" : `${found.length} disks are`} remote: ${listed(found)}; a live backup may fail silently.`, observed: found.join(", "),
        readings: [{ fact: kinds.length === 1 && kinds[0] === "iSCSI in the guest" ? "guest.iscsiSessions" : "vm.disks", reading: found.join(", ") }], missing, open, subject: { kinds },
      });
    }
    if (missing.length > 0) return unknown(missing, open, "Where the disks of this VM lie was not read in full.");
    return pass(`${count(vm.disks?.length ?? 0)}, none remote; no iSCSI session in the guest.`, "None remote", [{ fact: "vm.disks", reading: count(vm.disks?.length ?? 0) }, { fact: "guest.iscsiSessions", reading: String(sessions ?? 0) }]);
  },
  fixes(_facts, at, outcome) {
    const kinds = outcome.subject?.["kinds"];
    const list = Array.isArray(kinds) ? kinds : [];
    const proof = "The next inventory finds every disk on a local volume or a CSV that is not on iSCSI.";
    const agent = agentFix(at, "Data on iSCSI or physical disks is backed up from inside only.", "The assignment's product.api reads guest-agent.");
    if (!list.includes("SMB") && !list.includes("iSCSI")) return [agent];
    return [moveStorage(at, { title: "Move the disks to a local volume or a CSV", onto: "a local volume or a CSV that is not on iSCSI", proof }), agent];
  },
});
