import { isKnownAbsent } from "@/lib/inventory/fact";
import { type Fix, quote } from "../fix";
import { agentFix, guestFix } from "../guest-fix";
import { isLeftOut, listed, roleOf, volumeMissing, volumeName, withVolumes } from "../facts/guest-volumes";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

/** A volume holds 512 shadow copies [S66]; a set takes 64 volumes [S73]. */
const SHADOW_COPIES = 512;
const VOLUMES = 64;

export const guestVssLimits = defineRequirement({
  id: "guest-vss-limits",
  title: "The guest stays below the limits of VSS",
  why: "A volume with 512 shadow copies takes no further one, and a shadow copy set takes 64 volumes.",
  otherwise: "The guest cannot flush: saved state up to Server 2012, from 2012 R2 on a copy like after a power cut.",
  expected: "Fewer than 512 shadow copies on every volume, 64 data volumes at most",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S66", "S73"],
  part: "C-static",
  asks: "running",
  needs: { guest: ["volumes"] },
  rows: { limit: { when: "512 shadow copies on a volume, or more than 64 data volumes", cells: ["saved-state", "saved-state", "live-crash", "will-fail", "live-crash", "will-fail"] } },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    return withVolumes(guest.volumes, at, ["limit"], (volumes) => {
      const full: string[] = [];
      const letters: string[] = [];
      const missing: Missing[] = [];
      const roles: Missing[] = [];
      let data = 0;
      let most = 0;
      volumes.forEach((volume, index) => {
        const role = roleOf(volume, index, at);
        if (role === "data") data += 1;
        if (role === "unread") roles.push(volumeMissing(at, index, "partitionRole"));
        const copies = volume.shadowCopies;
        if (copies === null) {
          if (isLeftOut(role)) return;
          const unread = volumeMissing(at, index, "shadowCopies");
          if (!isKnownAbsent(unread.reason)) missing.push(unread);
        } else {
          most = Math.max(most, copies);
          if (copies >= SHADOW_COPIES) {
            full.push(`${volumeName(volume, index)} (${copies} shadow copies)`);
            if (volume.driveLetter) letters.push(volume.driveLetter);
          }
        }
      });
      if (data + roles.length > VOLUMES && data <= VOLUMES) missing.push(...roles);
      if (data > VOLUMES) full.push(`${data} data volumes`);
      if (full.length > 0) {
        return hit("limit", {
          because: `VSS refuses a further shadow copy: ${listed(full)}.`, observed: full.join(", "),
          readings: [{ fact: "guest.volumes", reading: full.join(", ") }], missing, open: missing.length > 0 ? ["limit"] : [], subject: { letters, volumes: data },
        });
      }
      if (missing.length > 0) return unknown(missing, ["limit"], "The shadow copies or roles of the guest volumes were not read in full.");
      return pass(`${data} data volumes of ${VOLUMES}, at most ${most} shadow copies of ${SHADOW_COPIES}.`, `${data} volumes, ${most} shadow copies`, [{ fact: "guest.volumes", reading: `${data} data volumes, at most ${most} shadow copies` }]);
    });
  },
  fixes(_facts, at, outcome) {
    const subject = outcome.subject?.["letters"];
    const letters = Array.isArray(subject) ? subject.map(String) : [];
    const proof = "The next inventory reads fewer than 512 shadow copies and 64 data volumes at most.";
    const fixes: Fix[] = [];
    if (letters.length > 0) {
      fixes.push(guestFix(at, {
        title: "Delete the oldest shadow copies", destroysData: "The oldest previous versions of these volumes are deleted.",
        command: letters.map((letter) => `1..64 | ForEach-Object { vssadmin.exe delete shadows ${quote(`/for=${letter}`)} /oldest /quiet }`).join("\n"),
        gui: [{ tool: "Guest", path: "Volume > Properties > Shadow Copies > Delete Now" }],
        downtime: "none", risk: { level: "medium", why: "Users lose the oldest previous versions of their files." }, undo: "None: deleted previous versions do not come back.", proof,
      }));
    }
    const tooMany = Number(outcome.subject?.["volumes"] ?? 0) > VOLUMES;
    if (tooMany || fixes.length === 0) fixes.push(guestFix(at, {
      title: "Bring the number of volumes to 64 or fewer", gui: [{ tool: "Guest", path: "Disk Management > join volumes, or spread them over several VMs" }],
      downtime: "project", risk: { level: "medium", why: "Paths change; applications stop while data is moved." }, undo: "Keep the old volumes until the new ones are proven.", proof,
    }));
    fixes.push(agentFix(at, "The agent backs volumes up in several sets.", "The assignment's product.api reads guest-agent."));
    return fixes;
  },
});
