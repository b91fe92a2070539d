import { agentFix } from "../guest-fix";
import { hit, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const linuxHostVersion = defineRequirement({
  id: "linux-host-version",
  title: "The host can freeze Linux and BSD guests",
  why: "Only hosts from Server 2012 R2 on ask Linux and BSD guests to freeze; older ones do not support their live backup.",
  otherwise: "The VM is saved for the time of the snapshot, with or without the daemon in the guest.",
  expected: "Server 2012 R2 or later",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["linux", "bsd"],
  sources: ["S3", "S4", "S14"],
  part: "C-static",
  asks: "running",
  needs: { host: ["osVersion"] },
  rows: { old: { when: "host older than 2012 R2, daemon or not", cells: ["saved-state", "saved-state", "pass", "pass", "pass", "pass"] } },
  statuses: { W08R2: ["fail", "unknown", "not-applicable"], W12: ["fail", "unknown", "not-applicable"], W12R2: ["pass", "not-applicable"], "W16+": ["pass", "not-applicable"] },
  check({ host }, at) {
    const old = at.bucket === "W08R2" || at.bucket === "W12";
    if (at.family === null) return unknown([at.missing("guest", "osFamily")], old ? ["old"] : [], "Which system runs in the guest was not read.");
    if (at.family !== "linux" && at.family !== "bsd") return notApplicable("Speaks of Linux and BSD guests.");
    const system = at.family === "linux" ? "Linux" : "BSD";
    const readings = [{ fact: "host.osVersion", reading: host.osVersion ?? "not read" }, { fact: "guest.osFamily", reading: at.family }];
    if (!old) return pass(`${at.release} can freeze ${system} guests.`, at.release, readings);
    return hit("old", { because: `${at.release} cannot freeze ${system} guests; it saves the VM instead.`, observed: at.release, readings });
  },
  fixes(_facts, at) {
    return [{
      title: "Move this VM to a host with Server 2012 R2 or later", runsOn: "host", target: at.hostName, shell: "none", command: null,
      gui: [{ tool: "Hyper-V Manager", path: `Shut down ${at.vmName}; Export; on the newer host Import Virtual Machine` }],
      downtime: "project", risk: { level: "medium", why: "The VM is off while it moves, and its configuration version may be raised one way." },
      undo: "Keep the exported copy and import it on the old host again.", proof: "The next inventory finds the VM on a host of 6.3 or later.",
    }, agentFix(at, "The product needs an agent for this system.", "The assignment's product.api reads guest-agent.")];
  },
});
