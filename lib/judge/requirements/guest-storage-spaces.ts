import { isKnownAbsent } from "@/lib/inventory/fact";
import { agentFix, guestFix } from "../guest-fix";
import { listed } from "../facts/guest-volumes";
import { hit, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement, everywhere } from "../requirement";

export const guestStorageSpaces = defineRequirement({
  id: "guest-storage-spaces",
  title: "Storage pools in the guest consist of virtual disks of this VM",
  why: "A pool member that is a physical or iSCSI disk lies outside the backup of the VM.",
  otherwise: "Part of the pool is missing from the backup, silently.",
  expected: "0 members outside",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows"],
  sources: ["S33"],
  part: "D",
  asks: "running",
  needs: { guest: ["storageSpacesOutsideMembers", "storagePools"] },
  rows: { outside: { when: "a pool member is no virtual disk of this VM", cells: everywhere("partial"), unconfirmed: true } },
  statuses: {
    W08R2: ["pass", "warning", "unknown", "not-applicable"], W12: ["pass", "warning", "unknown", "not-applicable"],
    W12R2: ["pass", "warning", "unknown", "not-applicable"], "W16+": ["pass", "warning", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    if (at.family === null) return unknown([at.missing("guest", "osFamily")], ["outside"], "Which system runs in the guest was not read.");
    if (at.family !== "windows") return notApplicable("Speaks of Windows guests.");
    const outside = guest.storageSpacesOutsideMembers;
    const pools = guest.storagePools;
    if (outside === null) {
      const unread = at.missing("guest", "storageSpacesOutsideMembers");
      if (isKnownAbsent(unread.reason) || (pools !== null && pools.length === 0)) {
        return pass("The guest has no storage pool.", "No pool", [{ fact: "guest.storagePools", reading: "empty" }]);
      }
      return unknown([unread], ["outside"], "Whether storage pools in the guest reach outside the VM was not read.");
    }
    const readings = [{ fact: "guest.storageSpacesOutsideMembers", reading: String(outside) }];
    if (outside === 0) return pass("No storage pool in the guest reaches outside the VM.", "0 outside", readings);
    const names = (pools ?? []).flatMap((pool) => (pool.name === null ? [] : [pool.name]));
    return hit("outside", {
      because: `${outside} pool ${outside === 1 ? "member is" : "members are"} no virtual disk of this VM${names.length > 0 ? ` (${listed(names)})` : ""}; not in the backup.`,
      observed: `${outside} outside`, readings,
    });
  },
  fixes(_facts, at) {
    return [guestFix(at, {
      title: "Replace the outside members by virtual disks", gui: [{ tool: "Guest", path: "Server Manager > Storage Pools > add new virtual disks to the pool, then Remove Disk for each outside member" }],
      downtime: "data-move", risk: { level: "medium", why: "The pool repairs itself onto the new disks, which takes time and loads the storage." },
      undo: "Add the former disks to the pool again.", proof: "The next inventory reads storageSpacesOutsideMembers = 0.",
    }), agentFix(at, "The agent sees the whole pool.", "The assignment's product.api reads guest-agent.")];
  },
});
