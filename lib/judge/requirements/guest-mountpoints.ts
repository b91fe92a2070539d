import { isKnownAbsent } from "@/lib/inventory/fact";
import { isLeftOut, listed, roleOf, volumeMissing, withVolumes } from "../facts/guest-volumes";
import { hit, type Missing, pass, unknown } from "../outcome";
import { defineRequirement, everywhere } from "../requirement";

/** `D:\` is the root of a drive letter; anything longer is a folder. */
const ROOT_LENGTH = 3;

export const guestMountpoints = defineRequirement({
  id: "guest-mountpoints",
  title: "Volumes mounted in folders are judged like any other",
  why: "They are volumes of their own, with their own free space and file system.",
  otherwise: "Nothing by itself; a fault on such a volume shows in the requirement it breaks.",
  expected: "Listed with the other volumes",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S2"],
  part: "F",
  asks: "running",
  needs: { guest: ["volumes"] },
  rows: { mounted: { when: "a volume is mounted in a folder", cells: everywhere("info") } },
  statuses: {
    W08R2: ["pass", "info", "unknown", "not-applicable"], W12: ["pass", "info", "unknown", "not-applicable"],
    W12R2: ["pass", "info", "unknown", "not-applicable"], "W16+": ["pass", "info", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    return withVolumes(guest.volumes, at, [], (volumes) => {
      const folders: string[] = [];
      const missing: Missing[] = [];
      volumes.forEach((volume, index) => {
        if (volume.mountPaths === null) {
          if (isLeftOut(roleOf(volume, index, at))) return;
          const unread = volumeMissing(at, index, "mountPaths");
          if (!isKnownAbsent(unread.reason)) missing.push(unread);
        } else for (const path of volume.mountPaths) if (path.length > ROOT_LENGTH) folders.push(path);
      });
      if (folders.length > 0) {
        return hit("mounted", {
          because: `${folders.length} ${folders.length === 1 ? "volume is" : "volumes are"} mounted in folders and judged like the others: ${listed(folders)}.`, observed: folders.join(", "),
          readings: [{ fact: "guest.volumes", reading: `mountPaths: ${folders.join(", ")}` }], missing,
        });
      }
      if (missing.length > 0) return unknown(missing, [], `Where ${missing.length} of ${volumes.length} guest volumes are mounted was not read.`);
      return pass(`None of ${volumes.length} guest volumes is mounted in a folder.`, "None", [{ fact: "guest.volumes", reading: `${volumes.length} volumes` }]);
    });
  },
  fixes() {
    return [];
  },
});
