import { hit, pass } from "../outcome";
import { defineRequirement } from "../requirement";

export const toolPolicy = defineRequirement({
  id: "tool-policy",
  title: "The job falls back when the guest cannot flush",
  why: "Products differ: some take a crash-consistent copy with a warning, others fail the job.",
  otherwise: "With application consistency required, a Windows guest that cannot flush gets no backup at all instead of a crash-consistent one.",
  expected: "requiredConsistency = fallback",
  hosts: ["W12R2", "W16+"],
  guests: ["windows", "linux", "bsd", "other"],
  sources: ["S40", "S43"],
  part: "F",
  asks: "always",
  needs: {},
  rows: { required: { when: "requiredConsistency = app-required", cells: ["n-a", "n-a", "pass", "info", "pass", "info"] } },
  statuses: { W08R2: ["not-applicable"], W12: ["not-applicable"], W12R2: ["pass", "info"], "W16+": ["pass", "info"] },
  check(_facts, at) {
    const whose = at.settings.assignment === null ? "The policy" : `Assignment ${at.settings.assignment}`;
    if (at.settings.requiredConsistency === "fallback") return pass(`${whose} lets the job fall back to a crash-consistent copy.`, "fallback", []);
    return hit("required", { because: `${whose} requires application consistency; a Windows guest that cannot flush fails.`, observed: "app-required", readings: [] });
  },
  fixes(_facts, at) {
    return [{
      title: "Allow the fallback if a crash-consistent copy is better than none", runsOn: "anywhere", target: "the policy", shell: "none", command: null, gui: [],
      downtime: "none", risk: { level: "medium", why: `A copy of ${at.vmName} may then be taken without its applications being flushed.` },
      undo: "Set requiredConsistency back to app-required.", proof: "The next judgement reads requiredConsistency = fallback.",
    }];
  },
});
