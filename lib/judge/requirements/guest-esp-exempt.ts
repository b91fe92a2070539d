import { isLeftOut, roleOf, volumeMissing, volumeName, withVolumes } from "../facts/guest-volumes";
import { type Missing, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement, everywhere } from "../requirement";

export const guestEspExempt = defineRequirement({
  id: "guest-esp-exempt",
  title: "EFI, MSR and recovery partitions are not judged as data volumes",
  why: "The EFI system partition can never be in a shadow copy, yet every Generation 2 VM has one and is backed up live.",
  otherwise: "Nothing fails; a checker that counts the FAT32 EFI partition would fail every Generation 2 VM.",
  expected: "Left out of file system and free space",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S22", "S10", "S53"],
  part: "F",
  asks: "running",
  needs: { guest: ["volumes"] },
  rows: { exempt: { when: "a volume of role EFI system, MSR or recovery", cells: everywhere("pass") } },
  statuses: {
    W08R2: ["pass", "unknown", "not-applicable"], W12: ["pass", "unknown", "not-applicable"],
    W12R2: ["pass", "unknown", "not-applicable"], "W16+": ["pass", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    return withVolumes(guest.volumes, at, [], (volumes) => {
      const exempt: string[] = [];
      const missing: Missing[] = [];
      volumes.forEach((volume, index) => {
        const role = roleOf(volume, index, at);
        if (role === "unread") missing.push(volumeMissing(at, index, "partitionRole"));
        else if (isLeftOut(role)) exempt.push(`${volumeName(volume, index)} (${volume.partitionRole ?? ""})`);
      });
      if (missing.length > 0) return unknown(missing, [], `The role of ${missing.length} of ${volumes.length} guest volumes was not read.`);
      if (exempt.length === 0) return notApplicable("The guest has no EFI, MSR or recovery volume in its list.");
      return pass(`${exempt.length} of ${volumes.length} guest volumes left out: ${exempt.join(", ")}.`, exempt.join(", "), [{ fact: "guest.volumes", reading: exempt.join(", ") }]);
    });
  },
  fixes() {
    return [];
  },
});
