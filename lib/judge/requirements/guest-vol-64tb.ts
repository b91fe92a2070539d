import { agentFix, guestFix } from "../guest-fix";
import { bytesText, isLeftOut, listed, roleOf, volumeMissing, volumeName, withVolumes } from "../facts/guest-volumes";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

/** 64 TB, the largest volume that VSS supports [S31]. */
const LARGEST = 70_368_744_177_664;

export const guestVol64tb = defineRequirement({
  id: "guest-vol-64tb",
  title: "No guest volume is larger than 64 TB",
  why: "VSS supports volumes up to 64 TB; above it fails with 0x80042306.",
  otherwise: "The guest cannot flush: saved state up to Server 2012, from 2012 R2 on a copy like after a power cut.",
  expected: "64 TB at most",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S31", "S35", "S81"],
  part: "C-static",
  asks: "running",
  needs: { guest: ["volumes"] },
  rows: { large: { when: "a volume above 64 TB", cells: ["saved-state", "saved-state", "live-crash", "will-fail", "live-crash", "will-fail"] } },
  statuses: {
    W08R2: ["pass", "fail", "unknown", "not-applicable"], W12: ["pass", "fail", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "unknown", "not-applicable"], "W16+": ["pass", "fail", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    return withVolumes(guest.volumes, at, ["large"], (volumes) => {
      const large: string[] = [];
      const missing: Missing[] = [];
      let most = 0;
      volumes.forEach((volume, index) => {
        const capacity = volume.capacityBytes;
        if (capacity === null) {
          if (!isLeftOut(roleOf(volume, index, at))) missing.push(volumeMissing(at, index, "capacityBytes"));
        } else {
          most = Math.max(most, capacity);
          if (capacity > LARGEST) large.push(`${volumeName(volume, index)} (${bytesText(capacity)})`);
        }
      });
      if (large.length > 0) {
        return hit("large", {
          because: `${large.length} of ${volumes.length} guest volumes above 64 TB: ${listed(large)}; VSS refuses.`, observed: large.join(", "),
          readings: [{ fact: "guest.volumes", reading: `capacity: ${large.join(", ")}` }], missing, open: missing.length > 0 ? ["large"] : [],
        });
      }
      if (missing.length > 0) return unknown(missing, ["large"], `The size of ${missing.length} of ${volumes.length} guest volumes was not read.`);
      return pass(`The largest of ${volumes.length} guest volumes has ${bytesText(most)}.`, bytesText(most), [{ fact: "guest.volumes", reading: `largest ${most} bytes` }]);
    });
  },
  fixes(_facts, at, outcome) {
    return [guestFix(at, {
      title: "Split the volume into volumes of 64 TB at most", gui: [{ tool: "Guest", path: `Disk Management > create smaller volumes on new disks and move the data of ${outcome.observed} to them` }],
      downtime: "project", risk: { level: "medium", why: "Paths change; applications stop while the last changes are copied." }, undo: "Keep the old volume until the new ones are proven.",
      proof: "The next inventory reads no guest volume above 64 TB.",
    }), agentFix(at, "The agent must not need VSS for this volume.", "The assignment's product.api reads guest-agent.")];
  },
});
