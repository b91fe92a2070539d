import { agentFix, guestFix } from "../guest-fix";
import { guestWindows, KERNEL_2003 } from "../facts/guest-windows";
import { hit, notApplicable, pass, unknown } from "../outcome";
import { defineRequirement } from "../requirement";

export const guestOsVss = defineRequirement({
  id: "guest-os-vss",
  title: "The guest system has VSS",
  why: "Windows 2000 and XP have no usable VSS, and systems other than Windows, Linux and BSD have nothing like it.",
  otherwise: "Up to Server 2012 the VM is saved during the backup; from 2012 R2 on it runs on and the copy is like after a power cut.",
  expected: "Windows Server 2003, Vista or later",
  hosts: ["W08R2", "W12", "W12R2", "W16+"],
  guests: ["windows", "other"],
  sources: ["S1", "S3", "S23"],
  part: "C-static",
  asks: "running",
  needs: { guest: ["osName", "osVersion"] },
  rows: {
    windows: { when: "Windows without VSS", cells: ["saved-state", "saved-state", "live-crash", "will-fail", "live-crash", "will-fail"] },
    other: { when: "a system other than Windows, Linux and BSD", cells: ["saved-state", "saved-state", "live-crash", "live-crash", "live-crash", "live-crash"], unconfirmed: true },
  },
  statuses: {
    W08R2: ["pass", "fail", "warning", "unknown", "not-applicable"], W12: ["pass", "fail", "warning", "unknown", "not-applicable"],
    W12R2: ["pass", "fail", "warning", "unknown", "not-applicable"], "W16+": ["pass", "fail", "warning", "unknown", "not-applicable"],
  },
  check({ guest }, at) {
    if (at.family === null) return unknown([at.missing("guest", "osFamily")], ["windows", "other"], "Which system runs in the guest was not read.");
    if (at.family === "linux" || at.family === "bsd") return notApplicable("Linux and BSD have no VSS; their daemon freezes the file systems.");
    if (at.family === "other") {
      const name = guest.osName ?? "The guest";
      return hit("other", { because: `${name} is neither Windows, Linux nor BSD; nothing in it flushes.`, observed: name, readings: [{ fact: "guest.osFamily", reading: "other" }] });
    }
    const windows = guestWindows(guest.osVersion);
    if (windows === null) {
      if (guest.osVersion === null) return unknown([at.missing("guest", "osVersion")], ["windows"], "The version of Windows in the guest was not read.");
      return unknown([{ fact: "guest.osVersion", reason: "ambiguous", text: `${guest.osVersion} is no version` }], ["windows"], `${guest.osVersion} names no version of Windows.`);
    }
    const readings = [{ fact: "guest.osVersion", reading: guest.osVersion ?? "" }];
    if (windows.kernel >= KERNEL_2003) return pass(`Windows ${guest.osVersion ?? ""} has VSS.`, guest.osVersion ?? "", readings);
    return hit("windows", { because: `The guest runs Windows ${guest.osVersion ?? ""}; VSS comes with Server 2003 (5.2).`, observed: guest.osVersion ?? "", readings });
  },
  fixes(_facts, at, outcome) {
    const proof = "The next inventory reads a guest version of 5.2 or later.";
    const agent = agentFix(at, "Few products still support such a system; check yours first.", "The assignment's product.api reads guest-agent.");
    if (outcome.hits.includes("other")) return [agent];
    return [guestFix(at, {
      title: `Move this system to a Windows with VSS that ${at.release} supports`, gui: [{ tool: "Guest", path: "Install a supported Windows in a new VM and move roles and data to it" }],
      downtime: "project", risk: { level: "high", why: "Old applications may not run on a newer Windows." }, undo: "Keep the old VM until the new one is proven.", proof,
    }), agent];
  },
});
